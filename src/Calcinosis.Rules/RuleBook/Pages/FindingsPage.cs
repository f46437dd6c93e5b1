using System.Globalization;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Knowledge.Check;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>Every finding that rules can speak of, or the reason why none does.</summary>
internal static class FindingsPage
{
    public static Page Of(KnowledgeBase knowledge)
    {
        var used = FindingUseCheck.Used(knowledge);
        var readers = knowledge.Rules.ToDictionary(rule => rule.Id, rule => StructureCheck.All(rule.When).OfType<Inference.Fact>().Select(fact => fact.Finding).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var blocks = new List<ReportBlock>
        {
            new ReportParagraph(["A finding is present, absent or unknown; what was not written down is unknown. \"Suspected\" twins of diseases stand for an unconfirmed diagnosis and are left out here."]),
        };
        foreach (var group in knowledge.Catalogue.Definitions.Where(definition => !definition.Id.EndsWith(".suspected", StringComparison.Ordinal)).GroupBy(definition => definition.Id.Split('.')[0], StringComparer.Ordinal))
        {
            blocks.Add(new ReportHeading(2, Kind(group.Key)));
            blocks.Add(new ReportTable(["when present", "when absent", "id", "read by"], [.. group.Select(definition => (IReadOnlyList<ReportSpan>)
            [
                new(EvidenceText.Label(definition, FindingState.Present)), new(EvidenceText.Label(definition, FindingState.Absent)), new(definition.Id, ReportTone.Muted),
                new(Readers(knowledge, used, readers, definition.Id)),
            ])]));
        }

        return new Page("findings.md", "Findings", "Every finding that rules can speak of, how it reads, and which rules read it.", blocks);
    }

    private static string Readers(KnowledgeBase knowledge, HashSet<int> used, Dictionary<string, HashSet<string>> readers, string finding)
    {
        const int most = 6;
        var by = readers.Where(reader => reader.Value.Contains(finding)).Select(reader => reader.Key).ToArray();
        if (by.Length > 0)
            return string.Join(", ", by.Take(most)) + (by.Length > most ? string.Create(CultureInfo.InvariantCulture, $" and {by.Length - most} more") : "");
        if (used.Contains(knowledge.Catalogue.IndexOf(finding)))
            return "through what follows from it, or a test that would settle it";
        return "none: " + DescriptiveFindings.All.First(entry => entry.Covers(finding)).Reason;
    }

    private static string Kind(string prefix) => prefix switch
    {
        "condition" => "Diseases, symptoms and stays",
        "differential" => "Other diagnoses made for the lesion",
        "exposure" => "Exposures and drugs",
        "family" => "Family",
        "gene" => "Genes",
        "histology" => "Histology",
        "imaging" => "Imaging",
        "lab" => "Laboratory",
        "lesion" => "The lesion",
        "measurement" => "Bedside measurements",
        "onset" => "Age at onset",
        "patient" => "The patient",
        "renal" => "Kidney function",
        "site" => "Site",
        "spectroscopy" => "Spectroscopy",
        "stay" => "Stays",
        _ => prefix,
    };
}
