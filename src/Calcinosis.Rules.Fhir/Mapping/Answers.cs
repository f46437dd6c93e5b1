using System.Globalization;
using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Reads the answer to a question in whatever form of <c>value[x]</c> it comes; null when it is not understood.</summary>
internal sealed class Answers(MappingTables tables)
{
    /// <summary>200 years in the smallest unit, hours. Whatever its unit, a longer time is a slip.</summary>
    private const decimal MostOfAnyUnit = IsoDuration.LongestInDays * 24;

    /// <summary>The value as words: our own code, the text, or what a code shows.</summary>
    public static string? Words(DataValue? value) => value?.Form switch
    {
        ValueForm.Concept => ConceptReader.OwnCode(value.Concept!) ?? value.Concept!.CodeOf(OwnSystems.Observation) ?? ConceptReader.Words(value.Concept) ?? value.Concept.Codings.FirstOrDefault()?.Value,
        ValueForm.Text => value.Text,
        ValueForm.Flag => value.Flag!.Value ? "true" : "false",
        ValueForm.Quantity or ValueForm.Integer => value.Amount?.NumberText ?? value.Amount?.Number?.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    public bool? YesNo(Measured answer)
    {
        if (answer.Value?.Flag is { } flag)
            return flag;
        if (Words(answer.Value) is { } words)
            return tables.Answer("yes-no", words) switch { "yes" => true, "no" => false, _ => words.Equals("yes", StringComparison.OrdinalIgnoreCase) ? true : words.Equals("no", StringComparison.OrdinalIgnoreCase) ? false : null };
        return Flag(answer) switch
        {
            LabInterpretation.Positive or LabInterpretation.High => true,
            LabInterpretation.Negative or LabInterpretation.Normal => false,
            _ => null,
        };
    }

    /// <summary>A word of the findings document, or another word for it.</summary>
    public T? Word<T>(string about, DataValue? value)
        where T : struct, Enum
    {
        if (Words(value) is not { } words)
            return null;
        var trimmed = words.Trim();
        return EnumWords<T>.TryParse(trimmed, out var own) || EnumWords<T>.TryParse(trimmed.Replace(' ', '-'), out own) ? own
            : tables.Answer(about, words) is { } word && EnumWords<T>.TryParse(word, out var known) ? known : null;
    }

    /// <summary>The flag of a result, by code in whatever system, else by words.</summary>
    public LabInterpretation? Flag(Measured answer)
    {
        if (answer.Interpretation is null)
            return null;
        foreach (var concept in answer.Interpretation)
        {
            foreach (var coding in concept.Codings)
            {
                if (tables.FlagOfCode(coding.Value) is { } flag)
                    return flag;
            }

            if ((tables.FlagOfWords(concept.Words) ?? tables.FlagOfCode(concept.Text)) is { } said)
                return said;
        }

        return null;
    }

    public static decimal? Number(DataValue? value)
    {
        if (value?.Amount is { } amount)
            return amount.Number ?? (ClinicalNumber.TryParse(amount.NumberText, out var written) ? written.Value : null);
        return ClinicalNumber.TryParse(Words(value), out var number) && number.Comparator is null ? number.Value : null;
    }

    public static int? Integer(DataValue? value) =>
        Number(value) is { } number && number == decimal.Truncate(number) && number is >= 0 and <= 100_000 ? (int)number : null;

    /// <summary>Diameters in millimetres.</summary>
    public static SizeRange? Length(DataValue? value)
    {
        if (value is null)
            return null;
        if (value.Form == ValueForm.Range)
            return Millimetres(value.Amount) is var low && Millimetres(value.Second) is var high && (low ?? high) is not null ? new SizeRange(low, high) : null;
        if (value.Form == ValueForm.Quantity)
            return Millimetres(value.Amount) is { } one ? new SizeRange(one, one) : null;
        return Words(value) is { } words ? Written(words) : null;
    }

    /// <summary>The age in years.</summary>
    public static decimal? Years(Amount? amount) => amount?.Number is not { } number || Math.Abs(number) > MostOfAnyUnit ? null : TimeUnit(amount) switch
    {
        'a' => number,
        'm' => number / 12,
        'w' => number * 7 / IsoDuration.DaysPerYear,
        'd' => number / IsoDuration.DaysPerYear,
        'h' => number / 24 / IsoDuration.DaysPerYear,
        _ => null,
    };

    /// <summary>The age in years, from a quantity or from a bare number of years.</summary>
    public static decimal? Years(DataValue? value) => value?.Form switch
    {
        ValueForm.Quantity => Years(value.Amount),
        ValueForm.Integer => value.Amount?.Number,
        ValueForm.Text => Duration(value.Text) is { } span ? span.TotalDays / IsoDuration.DaysPerYear : Number(value),
        _ => null,
    };

    public static IsoDuration? Duration(DataValue? value) => value?.Form switch
    {
        ValueForm.Quantity => Duration(value.Amount),
        ValueForm.Text or ValueForm.Concept => Duration(Words(value)),
        _ => null,
    };

    /// <summary>A length of time; null for what is none, and for one that no life holds.</summary>
    public static IsoDuration? Duration(Amount? amount) =>
        amount?.Number is { } number and >= 0 and <= MostOfAnyUnit && Duration(number, TimeUnit(amount)) is { IsPlausible: true } span ? span : null;

    private static IsoDuration? Duration(decimal number, char? unit) => unit switch
    {
        'a' => IsoDuration.OfYears(number),
        'm' => IsoDuration.OfMonths(number),
        'w' => IsoDuration.OfWeeks(number),
        'd' => IsoDuration.OfDays(number),
        'h' => new IsoDuration(0, 0, 0, number),
        _ => null,
    };

    /// <summary>A length of time in ISO form or in words: <c>P3M</c>, "5 years", "for 2 weeks".</summary>
    public static IsoDuration? Duration(string? text)
    {
        if (text is null || text.Length > 60)
            return null;
        if (IsoDuration.TryParse(text.Trim(), out var iso))
            return iso;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var start = words is ["for" or "since" or "about" or "approximately", ..] ? 1 : 0;
        return words.Length - start >= 2 && (words.Length - start == 2 || words[start + 2] is "ago" or "duration") && ClinicalNumber.TryParse(words[start], out var number) && number.Comparator is null
            ? Duration(new Amount(number.Value, words[start + 1], null, null)) : null;
    }

    /// <summary>a, m, w, d or h; null for a unit that is no time.</summary>
    private static char? TimeUnit(Amount amount)
    {
        return One(amount.Code) ?? One(amount.Unit);

        static char? One(string? unit) => unit?.Trim().ToLowerInvariant() switch
        {
            "a" or "y" or "yr" or "yrs" or "year" or "years" => 'a',
            "mo" or "month" or "months" or "mos" => 'm',
            "wk" or "w" or "week" or "weeks" or "wks" => 'w',
            "d" or "day" or "days" => 'd',
            "h" or "hr" or "hour" or "hours" => 'h',
            _ => null,
        };
    }

    private static decimal? Millimetres(Amount? amount) => amount?.Number is not { } number || number < 0 || number > 10_000 ? null : Factor(amount.Code) is { } factor ? number * factor : Factor(amount.Unit) is { } other ? number * other : null;

    private static decimal? Factor(string? unit) => unit?.Trim().ToLowerInvariant() switch
    {
        "mm" or "millimetre" or "millimeter" or "millimetres" or "millimeters" => 1m,
        "cm" or "centimetre" or "centimeter" or "centimetres" or "centimeters" => 10m,
        "m" => 1000m,
        "[in_i]" or "in" or "inch" or "inches" => 25.4m,
        _ => null,
    };

    /// <summary>"3 x 2 cm", "2-5 mm", "4 mm".</summary>
    private static SizeRange? Written(string words)
    {
        var numbers = new List<decimal>();
        decimal? factor = null;
        foreach (var part in words.Replace("×", " x ", StringComparison.Ordinal).Replace('x', ' ').Replace('X', ' ').Replace('-', ' ').Replace("to", " ", StringComparison.OrdinalIgnoreCase).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Factor(part) is { } unit)
                factor = unit;
            else if (ClinicalNumber.TryParse(part, out var number) && number.Comparator is null)
                (numbers, factor) = ([.. numbers, number.Value], number.Unit is null ? factor : Factor(number.Unit) ?? -1);
            else
                return null;
        }

        return numbers.Count is 0 or > 3 || factor is not > 0 || numbers.Max() > 10_000 ? null : new SizeRange(numbers.Min() * factor.Value, numbers.Max() * factor.Value);
    }
}
