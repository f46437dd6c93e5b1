using System.Text.Json;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Workbench;

/// <summary>The vocabulary as the page's type-ahead reads it: it is sent once, so that typing asks nobody.</summary>
/// <param name="Terms">Names that an entry may carry.</param>
/// <param name="Words">The words of closed lists, by field.</param>
internal sealed record VocabularyDocument(IReadOnlyList<VocabularyTerm> Terms, IReadOnlyDictionary<string, IReadOnlyList<string>> Words);

/// <summary>One name.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Code">Our code; for a site, its words.</param>
/// <param name="Label">What a reader sees.</param>
/// <param name="Synonyms">Other names.</param>
/// <param name="Units">For an analyte: units in which it may come, the usual one first.</param>
internal sealed record VocabularyTerm(string Kind, string Code, string Label, IReadOnlyList<string> Synonyms, IReadOnlyList<string>? Units);

/// <summary>Makes the document once.</summary>
internal static class VocabularyView
{
    private static readonly Lazy<byte[]> Bytes = new(() => JsonSerializer.SerializeToUtf8Bytes(Make(), WorkbenchJson.Default.VocabularyDocument));

    public static byte[] Json => Bytes.Value;

    private static VocabularyDocument Make() => new(
        [.. ClinicalVocabulary.Default.Terms.Where(term => !term.NamesOnly).Select(Of), .. VocabularyData.Sites().Select(Site)],
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["sex"] = Words<Sex>(),
            ["pain"] = Words<Pain>(),
            ["count"] = Words<LesionCount>(),
            ["depth"] = Words<LesionDepth>(),
            ["course"] = Words<LesionCourse>(),
            ["status"] = Words<PresenceStatus>(),
            ["verification"] = Words<Verification>(),
            ["interpretation"] = Words<LabInterpretation>(),
            ["modality"] = Words<Modality>(),
            ["specimenDepth"] = Words<SpecimenDepth>(),
            ["gene"] = Words<GeneResult>(),
            ["differential"] = Words<DifferentialStatus>(),
            ["measurement"] = Words<MeasurementKind>(),
        });

    private static VocabularyTerm Of(Term term) => new(
        term.Kind.ToString().ToLowerInvariant(), term.Code, term.Label, term.Synonyms,
        term.Kind == TermKind.Analyte && AnalyteCatalogue.Find(term.Code) is { Unit: { } unit } analyte ? [unit, .. analyte.Factors.Keys.Where(other => other != unit)] : null);

    private static VocabularyTerm Site((IReadOnlyList<string> Words, IReadOnlyList<string> Regions) row) => new("site", row.Words[0], row.Words[0], [.. row.Words.Skip(1)], null);

    private static IReadOnlyList<string> Words<T>()
        where T : struct, Enum => [.. EnumWords<T>.All];
}
