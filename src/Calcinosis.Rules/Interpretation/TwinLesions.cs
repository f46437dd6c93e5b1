using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>
/// Lesions of one look and one time, of which one lies where something was damaged and another where nothing was. The
/// damage then does not explain the look: whatever made the one in sound skin made the other as well.
/// </summary>
internal sealed class TwinLesions(ClinicalVocabulary vocabulary, List<LesionCase> lesions)
{
    public void Interpret(LesionCase lesion, PictureBuilder picture)
    {
        if (lesion.Lesion.AtPriorInjury != true)
            return;
        foreach (var other in lesions)
        {
            if (IsSound(other.Lesion) && SameTime(lesion.Lesion, other.Lesion))
            {
                Compare(lesion, picture);
                return;
            }
        }
    }

    private void Compare(LesionCase lesion, PictureBuilder picture)
    {
        var twins = lesions.Where(other => IsSound(other.Lesion) && SameTime(lesion.Lesion, other.Lesion) && SameLook(lesion.Lesion, other.Lesion)).ToArray();
        if (twins.Length > 0)
            picture.Present(Finding.LesionSameLookUndamaged, $"{string.Join(", ", twins.SelectMany(twin => twin.Lesion.Sites).Order(StringComparer.Ordinal))}", (string[])[.. twins.Select(twin => twin.Path)]);
    }

    private static bool IsSound(Lesion lesion) => lesion.AtPriorInjury == false || lesion.LocalDamage == false;

    private static bool SameTime(Lesion a, Lesion b) =>
        (a.OnsetOn is { } day && b.OnsetOn == day) || (a.OnsetAgeYears is { } age && b.OnsetAgeYears == age) || (a.Duration is { } duration && b.Duration?.TotalDays == duration.TotalDays);

    private bool SameLook(Lesion a, Lesion b)
    {
        var looks = Looks(a);
        return looks.Count > 0 && looks.SetEquals(Looks(b));
    }

    private HashSet<string> Looks(Lesion lesion) =>
        [.. lesion.Morphology.SelectMany(look => vocabulary.Resolve(TermKind.Morphology, look, null, look).Terms).Where(term => !term.Negated).Select(term => term.Term.Code)];
}
