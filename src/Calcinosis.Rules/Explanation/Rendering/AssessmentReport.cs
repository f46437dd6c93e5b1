using Calcinosis.Rules.Classification;

namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>
/// Puts an assessment in the order in which a clinician needs it: what is urgent, what leads, why, what else, what to do
/// next, how the record was read.
/// </summary>
internal static class AssessmentReport
{
    public static ReportDocument Build(Assessment assessment)
    {
        var blocks = new List<ReportBlock>();
        HeadSection.AddTitle(blocks, assessment, "Calcinosis cutis: what the findings support");
        HeadSection.AddRedFlags(blocks, assessment);
        SiteSection.Add(blocks, assessment.SiteAdditions);
        HeadSection.AddConclusion(blocks, assessment);
        // When the answer is "something else", what else comes before five types that it is not.
        var mimicFirst = assessment.Conclusion == Conclusion.Mimic;
        if (mimicFirst)
            CareSections.AddCautions(blocks, assessment.Cautions);
        foreach (var lesion in assessment.Lesions)
            LesionSection.Add(blocks, lesion);
        if (!mimicFirst)
            CareSections.AddCautions(blocks, assessment.Cautions);
        CareSections.AddWorkup(blocks, assessment.Workup);
        CareSections.AddTreatments(blocks, assessment.Treatments);
        CareSections.AddMedications(blocks, assessment.Medications);
        CareSections.AddRisks(blocks, assessment.Risks);
        AddReading(blocks, assessment);
        RecordSections.AddFoot(blocks, assessment);
        return new ReportDocument(blocks);
    }

    /// <summary>One type in full, with the rule, the finding and the place in the document behind each line.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="type">The type.</param>
    /// <param name="lesion">One lesion; null is every lesion.</param>
    public static ReportDocument Explain(Assessment assessment, CalcinosisType type, string? lesion = null)
    {
        var blocks = new List<ReportBlock>();
        HeadSection.AddTitle(blocks, assessment, $"{Wording.TypeOf(type)}: why and why not");
        HeadSection.AddRedFlags(blocks, assessment);
        SiteSection.Add(blocks, [.. assessment.SiteAdditions.Where(addition => addition.Kind == SiteAdditionKind.RedFlag || addition.Type == type)]);
        var shown = assessment.Lesions.Where(group => lesion is null || string.Equals(group.Lesion, lesion, StringComparison.Ordinal)).ToList();
        if (shown.Count == 0)
            HeadSection.AddConclusion(blocks, assessment);
        foreach (var group in shown)
            AddExplained(blocks, assessment, group, type);
        AddReading(blocks, assessment);
        RecordSections.AddFoot(blocks, assessment);
        return new ReportDocument(blocks);
    }

    private static void AddExplained(List<ReportBlock> blocks, Assessment assessment, LesionAssessment lesion, CalcinosisType type)
    {
        blocks.Add(new ReportHeading(2, $"Lesion {lesion.Lesion}"));
        foreach (var suggestion in lesion.Suggestions.Where(suggestion => suggestion.Type == type))
            SuggestionSection.Add(blocks, suggestion, full: true);
        var caps = assessment.Cautions
            .Where(caution => caution.Action != CautionAction.Note && (caution.Lesions.Count == 0 || caution.Lesions.Contains(lesion.Lesion, StringComparer.Ordinal)))
            .Select(CareSections.CautionItem)
            .ToList();
        SuggestionSection.AddList(blocks, "Could be something else", caps);
        var tests = assessment.Workup
            .Where(item => item.Raises.Contains(type) || item.Lowers.Contains(type) || item.Distinguishes.Contains(type))
            .Select(CareSections.TestItem)
            .ToList();
        SuggestionSection.AddList(blocks, "Tests that bear on it", tests);
    }

    private static void AddReading(List<ReportBlock> blocks, Assessment assessment)
    {
        RecordSections.AddDerived(blocks, assessment.Derived);
        RecordSections.AddNotes(blocks, assessment.Notes);
        RecordSections.AddNotUnderstood(blocks, assessment.NotUnderstood);
        RecordSections.AddIssues(blocks, assessment.Issues);
    }
}
