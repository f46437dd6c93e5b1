using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>Every number on which an answer turns.</summary>
internal static class ThresholdsPage
{
    public static Page Of() => new("thresholds.md", "Thresholds", "Every number on which an answer turns, with its bound, unit and source.",
    [
        new ReportParagraph(
        [
            "\"14 mg/dL or more\" includes 14, \"above 70\" does not include 70. A number that this project chose is marked as a policy, with or without published values beside it. "
            + "Reference intervals and limits of plausibility stand on the page of ranges.",
        ]),
        .. Table("Calcium, phosphate and their product", MineralThresholds.All),
        .. Table("Kidney function", KidneyThresholds.All),
        .. Table("Other laboratory values, and when a laboratory's own range or flag is believed", LaboratoryThresholds.All),
        .. Table("Age and bedside measurements", PatientThresholds.All),
        .. Table("Pain, size and age at onset", LesionThresholds.All),
        .. Table("Times", TimeThresholds.All),
        .. Table("Windows of exposures", [.. Vocabulary.IatrogenicAgents.All.SelectMany(agent => agent.Windows)]),
        .. Table("Slips of units that the size of a value betrays", UnitSlipThresholds.All),
        .. PageParts.Sources(Thresholds.All.SelectMany(threshold => threshold.Sources)),
    ]);

    private static IEnumerable<ReportBlock> Table(string title, IReadOnlyList<Threshold> thresholds)
    {
        yield return new ReportHeading(2, title);
        yield return new ReportTable(
            ["what is compared", "threshold", "what it means", "policy", "sources", "id"],
            [.. thresholds.Select(threshold => (IReadOnlyList<ReportSpan>)
            [
                new(threshold.Quantity), new(ThresholdWords.Of(threshold), ReportTone.Strong), new(threshold.Meaning), new(threshold.IsPolicy ? "yes" : ""), new(string.Join(", ", threshold.Sources)), new(threshold.Id, ReportTone.Muted),
            ])]);
    }
}
