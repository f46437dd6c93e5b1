using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Explanation.Charts;

/// <summary>An answer that is tried out: "what if this unknown turned out so?". It never overrules what the record says.</summary>
/// <param name="Lesion">Id of the lesion for which it was asked; null for all.</param>
/// <param name="Finding">Id of the finding, such as <c>lab.phosphate.high</c>.</param>
/// <param name="State">The answer that is tried out.</param>
internal sealed record Supposition(string? Lesion, string Finding, FindingState State)
{
    /// <summary>What an evidence line shows as seen, so that a supposition is never taken for the record.</summary>
    public const string Seen = "what if, not recorded";

    /// <summary>Findings about one place; all others are about the patient and hold for every lesion.</summary>
    private static readonly string[] Local = ["lesion.", "site.", "onset.", "imaging.", "histology.", "spectroscopy.", "differential."];

    /// <summary>True when the answer holds at this lesion.</summary>
    public bool Concerns(string lesion) =>
        Lesion is null || lesion == Lesion || !Array.Exists(Local, prefix => Finding.StartsWith(prefix, StringComparison.Ordinal)) && !Finding.EndsWith(".at-site", StringComparison.Ordinal);

    /// <summary>Those that are about something unknown; the record answers the others.</summary>
    public static IReadOnlyList<Supposition> Open(PatientPicture patient, IReadOnlyList<Supposition> suppositions, FindingCatalogue catalogue) =>
        [.. suppositions.Where(supposition => catalogue.TryIndexOf(supposition.Finding, out var finding)
            && patient.Lesions.Any(lesion => supposition.Concerns(lesion.Lesion) && lesion.Picture[finding] == FindingState.Unknown))];

    /// <summary>The patient as it would be; answers to findings that do not exist or are known already change nothing.</summary>
    public static PatientPicture Apply(PatientPicture patient, IReadOnlyList<Supposition> suppositions, FindingCatalogue catalogue) =>
        suppositions.Count == 0
            ? patient
            : patient with { Lesions = [.. patient.Lesions.Select(lesion => lesion with { Picture = lesion.Picture.Suppose(Answers(lesion.Lesion, suppositions, catalogue), Seen) })] };

    private static IEnumerable<(int Finding, FindingState State)> Answers(string lesion, IReadOnlyList<Supposition> suppositions, FindingCatalogue catalogue)
    {
        foreach (var supposition in suppositions)
        {
            if (supposition.State != FindingState.Unknown && supposition.Concerns(lesion) && catalogue.TryIndexOf(supposition.Finding, out var finding))
                yield return (finding, supposition.State);
        }
    }
}
