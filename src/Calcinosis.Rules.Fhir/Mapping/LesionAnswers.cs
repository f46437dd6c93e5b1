using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Answers to questions about a lesion, each as a change of the lesion.</summary>
internal sealed class LesionAnswers(Answers answers)
{
    /// <summary>The change that the answer makes; null when it is not understood.</summary>
    public Func<Lesion, Lesion>? Change(Question question, Measured answer)
    {
        var value = answer.Value;
        switch (question.Code)
        {
            case "site": return Words(answer) is { } site ? lesion => lesion with { Sites = [.. lesion.Sites, site] } : null;
            case "morphology": return Words(answer) is { } look ? lesion => lesion with { Morphology = [.. lesion.Morphology, look] } : null;
            case "morphology-absent": return Words(answer) is { } absent ? lesion => lesion with { MorphologyAbsent = [.. lesion.MorphologyAbsent, absent] } : null;
            case "distribution": return Words(answer) is { } spread ? lesion => lesion with { Distribution = [.. lesion.Distribution, spread] } : null;
            case "count": return answers.Word<LesionCount>("count", value) is { } count ? lesion => lesion with { Count = count } : null;
            case "number": return Answers.Integer(value) is { } number and >= 1 ? lesion => lesion with { Number = number } : null;
            case "size": return Answers.Length(value) is { } size && IsPossible(size) ? lesion => lesion with { SizeMm = size } : null;
            case "pain": return PainOf(answer) is { } pain ? lesion => lesion with { Pain = pain } : null;
            case "pain-score": return Answers.Number(value) is { } score && score is >= 0 and <= 10 ? lesion => lesion with { PainScore = score } : null;
            case "depth": return answers.Word<LesionDepth>("depth", value) is { } depth ? lesion => lesion with { Depth = depth } : null;
            case "course": return answers.Word<LesionCourse>("course", value) is { } course ? lesion => lesion with { Course = course } : null;
            case "onset": return Onset(value);
            case "onset-age": return Answers.Years(value) is { } age && age is >= 0 and <= 130 ? lesion => lesion with { OnsetAgeYears = age } : null;
            case "duration": return Answers.Duration(value) is { } duration ? lesion => lesion with { Duration = duration } : null;
            case "cleared-after": return Answers.Duration(value) is { } cleared ? lesion => lesion with { ClearedAfter = cleared } : null;
            default: return answers.YesNo(answer) is { } yes ? Flag(question.Code, yes) : null;
        }
    }

    private static Func<Lesion, Lesion>? Flag(string code, bool yes) => code switch
    {
        "opioid-needed" => lesion => lesion with { OpioidNeeded = yes },
        "pain-out-of-proportion" => lesion => lesion with { PainOutOfProportion = yes },
        "ulcerated" => lesion => lesion with { Ulcerated = yes },
        "necrotic" => lesion => lesion with { Necrotic = yes },
        "chalky-discharge" => lesion => lesion with { ChalkyDischarge = yes },
        "ischaemic-pattern" => lesion => lesion with { IschaemicPattern = yes },
        "non-healing" => lesion => lesion with { NonHealing = yes },
        "symmetric" => lesion => lesion with { Symmetric = yes },
        "at-prior-injury" => lesion => lesion with { AtPriorInjury = yes },
        "local-damage" => lesion => lesion with { LocalDamage = yes },
        "only-in-damaged-skin" => lesion => lesion with { OnlyInDamagedSkin = yes },
        "growing" => lesion => lesion with { Growing = yes },
        _ => null,
    };

    private Pain? PainOf(Measured answer)
    {
        if (answer.Value?.Flag is { } flag)
            return flag ? Pain.Present : Pain.None;
        return answers.Word<Pain>("pain", answer.Value) ?? (answers.YesNo(answer) switch { true => Pain.Present, false => Pain.None, _ => null });
    }

    /// <summary>Lengths that a lesion can have, in millimetres: 0.05 to 2000, both included, and in order.</summary>
    private static bool IsPossible(SizeRange size) =>
        (size.Min ?? size.Max) is >= 0.05m and <= 2000m && (size.Max ?? size.Min) is >= 0.05m and <= 2000m && !(size.Min > size.Max);

    private static string? Words(Measured answer) => Answers.Words(answer.Value) is { } words && !string.IsNullOrWhiteSpace(words) ? words : null;

    private static Func<Lesion, Lesion>? Onset(DataValue? value)
    {
        if (value?.When?.Start is { } date || (value?.Form == ValueForm.Text && PartialDate.TryParse(value.Text, out date)))
            return lesion => lesion with { OnsetOn = date };
        if (Answers.Duration(value) is { } duration)
            return lesion => lesion with { Duration = duration };
        return null;
    }
}
