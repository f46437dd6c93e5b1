using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>Puts the assessment of a patient together from the verdicts of the lesions.</summary>
internal sealed class AssessmentBuilder(KnowledgeBase knowledge)
{
    public Assessment Build(FindingsDocument document, PatientPicture patient, IReadOnlyList<Issue> issues, IReadOnlyList<NotUnderstood> alsoNotUnderstood)
    {
        var workbench = knowledge.Workbenches.Take();
        try
        {
            return Build(document, patient, issues, alsoNotUnderstood, workbench);
        }
        finally
        {
            knowledge.Workbenches.Return(workbench);
        }
    }

    /// <summary>The summary of a document that has errors.</summary>
    public static ClassificationSummary RefuseSummary(FindingsDocument document, IReadOnlyList<Issue> issues, Func<Assessment> explain) =>
        new(document.Id, Conclusion.NotAssessed, null, null, [], issues, explain);

    private Assessment Build(FindingsDocument document, PatientPicture patient, IReadOnlyList<Issue> issues, IReadOnlyList<NotUnderstood> alsoNotUnderstood, Workbench workbench)
    {
        var cases = new LesionResult[patient.Lesions.Count];
        for (var i = 0; i < cases.Length; i++)
            cases[i] = new LesionResult(patient.Lesions[i], LesionVerdict.Of(knowledge, patient.Lesions[i].Picture, workbench));
        var advice = new Advice(knowledge, cases, patient.RecordSays);
        var redFlags = advice.RedFlags();
        var ranked = Array.ConvertAll(cases, lesion => lesion.Ranked);
        var leading = PatientAnswer.Leading<LesionVerdict>(ranked, knowledge.Ranking);
        var conclusion = PatientAnswer.Conclude(ranked, leading, knowledge.Ranking);
        var assessment = new Assessment
        {
            Id = document.Id,
            Knowledge = new KnowledgeReference(KnowledgeBase.Version, knowledge.Fingerprint),
            Policy = knowledge.Options.TumoralCalcinosis == TumoralCalcinosisPolicy.Convention ? [] : [new PolicySetting("tumoral-calcinosis", "mechanism")],
            Conclusion = conclusion,
            Types = TypesOf(conclusion, ranked, leading),
            Leading = leading,
            RecordSays = patient.RecordSays,
            Lesions = Array.ConvertAll(cases, Explain),
            RedFlags = redFlags,
            Cautions = advice.Cautions(),
            Workup = advice.Workup(),
            Treatments = advice.Treatments(),
            Medications = advice.Medications(),
            Risks = advice.Risks(),
            Derived = Remarks.Derived(cases, advice.Schemes()),
            Notes = Remarks.Notes(patient.Notes, cases),
            NotUnderstood = Remarks.NotUnderstood(alsoNotUnderstood, patient.NotUnderstood),
            Issues = issues,
        };
        return knowledge.Options.Supplement?.Supplement(assessment, patient, cases) ?? assessment;
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
        var explainer = new SuggestionExplainer(lesion.Verdict, lesion.WhatIf);
        return new LesionAssessment(lesion.Source.Lesion, Array.ConvertAll(lesion.Order, explainer.Explain));
    }

    private static List<CalcinosisType> TypesOf(Conclusion conclusion, RankedLesion<LesionVerdict>[] lesions, LeadingSuggestion? leading) => conclusion switch
    {
        Conclusion.Suggested => [leading!.Type],
        Conclusion.Mixed => [CalcinosisType.Dystrophic, CalcinosisType.Metastatic],
        Conclusion.Several => [.. TypeOrder.All.Where(type => PatientAnswer.AnyProbable<LesionVerdict>(lesions, type))],
        _ => [],
    };
}

/// <summary>One lesion on its way into the assessment.</summary>
internal sealed class LesionResult(LesionPicture source, LesionVerdict verdict)
{
    private WhatIf? _whatIf;

    public LesionPicture Source { get; } = source;

    public LesionVerdict Verdict { get; } = verdict;

    public RankedLesion<LesionVerdict> Ranked { get; } = RankedLesion<LesionVerdict>.Of(source.Lesion, verdict, verdict.Knowledge.Ranking);

    /// <summary>The types, ranked.</summary>
    public CalcinosisType[] Order => Ranked.Order;

    /// <summary>What carries the clauses.</summary>
    public Support Support { get; } = new(verdict);

    /// <summary>What single answers would change; worked out when first asked for.</summary>
    public WhatIf WhatIf => _whatIf ??= new WhatIf(Verdict);
}
