using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>The names that documents may use, one page a kind.</summary>
internal static class VocabularyPages
{
    public static IEnumerable<Page> Of(ClinicalVocabulary vocabulary) =>
        vocabulary.Terms.GroupBy(term => term.Kind).OrderBy(group => group.Key).Select(group => new Page(
            $"vocabulary-{File(group.Key)}.md", $"Vocabulary: {Title(group.Key)}", $"Codes, names, synonyms and standard codes: {Title(group.Key)}.",
            [
                new ReportParagraph(["A name is matched whole, after case, accents, hyphens and word order are evened out. Standard codes are given as system and code; a code that ends in a hyphen covers all that begin so."]),
                new ReportTable(
                    ["name", "code", "other names", "standard codes"],
                    [.. group.OrderBy(term => term.Code, StringComparer.Ordinal).Select(term => (IReadOnlyList<ReportSpan>)
                        [new(term.Label), new(term.Code, ReportTone.Muted), new(string.Join("; ", term.Synonyms)), new(string.Join("; ", term.StandardCodes.Select(code => code.Replace("|", " ", StringComparison.Ordinal))))])]),
            ]));

    private static string File(TermKind kind) => Title(kind).Replace(' ', '-');

    private static string Title(TermKind kind) => kind switch
    {
        TermKind.Condition => "conditions",
        TermKind.Exposure => "exposures",
        TermKind.Morphology => "looks of lesions",
        TermKind.Distribution => "distributions",
        TermKind.Imaging => "imaging",
        TermKind.Histology => "histology",
        TermKind.Differential => "other diagnoses",
        TermKind.Family => "family history",
        TermKind.Analyte => "laboratory tests",
        _ => "sites",
    };
}
