using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>Puts the assessment of a patient together from the verdicts of the lesions.</summary>
internal sealed class AssessmentBuilder(KnowledgeBase knowledge)
{
    public Assessment Build(FindingsDocument document, PatientPicture patient, IReadOnlyList<Issue> issues, IReadOnlyList<NotUnderstood> alsoNotUnderstood)
    {
        var cases = patient.Lesions.Select(lesion => new LesionResult(lesion, LesionVerdict.Of(knowledge, lesion.Picture))).ToArray();
        foreach (var lesion in cases)
            lesion.Order = new Ranking(lesion.Verdict).Order();
        var advice = new Advice(knowledge, cases, patient.RecordSays);
        var redFlags = advice.RedFlags();
        var leading = Leading(cases, redFlags);
        var conclusion = Conclude(cases, leading);
        return new Assessment
        {
            Id = document.Id,
            Knowledge = new KnowledgeReference(KnowledgeBase.Version, knowledge.Fingerprint),
            Policy = knowledge.Options.TumoralCalcinosis == TumoralCalcinosisPolicy.Convention ? [] : [new PolicySetting("tumoral-calcinosis", "mechanism")],
            Conclusion = conclusion,
            Types = TypesOf(conclusion, cases, leading),
            Leading = leading,
            RecordSays = patient.RecordSays,
            Lesions = [.. cases.Select(Explain)],
            RedFlags = redFlags,
            Cautions = advice.Cautions(),
            Workup = advice.Workup(),
            Treatments = advice.Treatments(),
            Medications = advice.Medications(),
            Risks = advice.Risks(),
            Derived = [.. cases.SelectMany(lesion => lesion.Source.Derived).Concat(advice.Schemes()).DistinctBy(value => (value.Name, value.Value, value.Result, string.Join(' ', value.From))).OrderBy(value => value.Name, StringComparer.Ordinal).ThenBy(value => value.Value)],
            Notes = [.. patient.Notes.Concat(cases.SelectMany(lesion => lesion.Source.Notes)).DistinctBy(note => (note.Code, note.Text)).OrderBy(note => note.Code, StringComparer.Ordinal).ThenBy(note => note.Text, StringComparer.Ordinal)],
            NotUnderstood = [.. alsoNotUnderstood.Concat(patient.NotUnderstood).Distinct().OrderBy(line => line.Path, StringComparer.Ordinal).ThenBy(line => line.Text, StringComparer.Ordinal)],
            Issues = issues,
        };
    }

    public Assessment Refuse(FindingsDocument? document, IReadOnlyList<Issue> issues, IReadOnlyList<NotUnderstood> notUnderstood) => new()
    {
        Id = document?.Id,
        Knowledge = new KnowledgeReference(KnowledgeBase.Version, knowledge.Fingerprint),
        Conclusion = Conclusion.NotAssessed,
        Issues = issues,
        NotUnderstood = notUnderstood,
    };

    private static LesionAssessment Explain(LesionResult lesion)
    {
        var explainer = new SuggestionExplainer(lesion.Verdict, new WhatIf(lesion.Verdict.Knowledge, lesion.Verdict.Picture));
        return new LesionAssessment(lesion.Source.Lesion, [.. lesion.Order.Select(explainer.Explain)]);
    }

    private static LeadingSuggestion? Leading(LesionResult[] cases, IReadOnlyList<RedFlag> redFlags)
    {
        var best = cases
            .Where(lesion => lesion.Verdict.LevelOf(lesion.Order[0]) >= Certainty.Possible)
            .OrderByDescending(lesion => lesion.Verdict.LevelOf(lesion.Order[0]))
            .ThenByDescending(lesion => redFlags.Any(flag => flag.Lesions.Contains(lesion.Source.Lesion)))
            .ThenByDescending(lesion => new Ranking(lesion.Verdict).Strength(lesion.Order[0]))
            .ThenBy(lesion => lesion.Source.Lesion, StringComparer.Ordinal)
            .FirstOrDefault();
        if (best is null)
            return null;
        var type = best.Order[0];
        return new LeadingSuggestion(type, best.Verdict.SubtypeOf(type)?.Key, best.Verdict.LevelOf(type), best.Source.Lesion);
    }

    private static Conclusion Conclude(LesionResult[] cases, LeadingSuggestion? leading)
    {
        if (cases.Length == 0)
            return Conclusion.NoLesion;
        if (cases.Any(lesion => lesion.Verdict.IsMet("MIM-101")))
            return Conclusion.Mimic;
        var probable = ProbableTypes(cases);
        if (probable.Contains(CalcinosisType.Dystrophic) && probable.Contains(CalcinosisType.Metastatic))
            return Conclusion.Mixed;
        if (probable.Count > 1)
            return Conclusion.Several;
        return leading is null ? Conclusion.Undetermined : Conclusion.Suggested;
    }

    private static List<CalcinosisType> ProbableTypes(LesionResult[] cases) =>
        [.. TypeOrder.All.Where(type => cases.Any(lesion => lesion.Verdict.LevelOf(type) >= Certainty.Probable))];

    private static List<CalcinosisType> TypesOf(Conclusion conclusion, LesionResult[] cases, LeadingSuggestion? leading) => conclusion switch
    {
        Conclusion.Suggested => [leading!.Type],
        Conclusion.Mixed => [CalcinosisType.Dystrophic, CalcinosisType.Metastatic],
        Conclusion.Several => ProbableTypes(cases),
        _ => [],
    };
}

/// <summary>One lesion on its way into the assessment.</summary>
internal sealed class LesionResult(LesionPicture source, LesionVerdict verdict)
{
    public LesionPicture Source { get; } = source;

    public LesionVerdict Verdict { get; } = verdict;

    public IReadOnlyList<CalcinosisType> Order { get; set; } = TypeOrder.All;
}
