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

    /// <summary>Types and certainties; the reasons are worked out when they are asked for.</summary>
    public ClassificationSummary Summarise(FindingsDocument document, PatientPicture patient, IReadOnlyList<Issue> issues)
    {
        var workbench = knowledge.Workbenches.Take();
        try
        {
            var cases = new LesionResult[patient.Lesions.Count];
            for (var i = 0; i < cases.Length; i++)
                cases[i] = new LesionResult(patient.Lesions[i], LesionVerdict.Of(knowledge, patient.Lesions[i].Picture, workbench));
            var leading = Leading(cases);
            var levels = new LesionLevels[cases.Length];
            for (var i = 0; i < cases.Length; i++)
            {
                var certainties = new Certainty[TypeOrder.Count];
                foreach (var type in TypeOrder.Types)
                    certainties[(int)type] = cases[i].Verdict.LevelOf(type);
                levels[i] = new LesionLevels(cases[i].Source.Lesion, certainties, cases[i].Order);
            }

            return new ClassificationSummary(document.Id, Conclude(cases, leading), leading, MostUrgent(cases, patient), levels, issues, () => Build(document, patient, issues, []));
        }
        finally
        {
            knowledge.Workbenches.Return(workbench);
        }
    }

    /// <summary>The summary of a document that has errors.</summary>
    public static ClassificationSummary RefuseSummary(FindingsDocument document, IReadOnlyList<Issue> issues, Func<Assessment> explain) =>
        new(document.Id, Conclusion.NotAssessed, null, null, [], issues, explain);

    private Urgency? MostUrgent(LesionResult[] cases, PatientPicture patient)
    {
        Urgency? most = patient.RecordSays.Contains("calciphylaxis", StringComparer.Ordinal) ? Urgency.SameDay : null;
        foreach (var flag in knowledge.Program.OfKind(RuleKind.RedFlag))
        {
            if (flag.Rule.Urgency > (most ?? (Urgency)(-1)) && Array.Exists(cases, lesion => lesion.Verdict.Evaluation.IsMet(flag.Node)))
                most = flag.Rule.Urgency;
        }

        return most;
    }

    private Assessment Build(FindingsDocument document, PatientPicture patient, IReadOnlyList<Issue> issues, IReadOnlyList<NotUnderstood> alsoNotUnderstood, Workbench workbench)
    {
        var cases = patient.Lesions.Select(lesion => new LesionResult(lesion, LesionVerdict.Of(knowledge, lesion.Picture, workbench))).ToArray();
        var advice = new Advice(knowledge, cases, patient.RecordSays);
        var redFlags = advice.RedFlags();
        var leading = Leading(cases);
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
        var explainer = new SuggestionExplainer(lesion.Verdict, lesion.WhatIf);
        return new LesionAssessment(lesion.Source.Lesion, [.. lesion.Order.Select(explainer.Explain)]);
    }

    private static LeadingSuggestion? Leading(LesionResult[] cases)
    {
        var best = cases
            .Where(lesion => lesion.Verdict.LevelOf(lesion.Order[0]) >= Certainty.Possible)
            .OrderByDescending(lesion => lesion.Verdict.LevelOf(lesion.Order[0]))
            .ThenByDescending(lesion => HasRedFlag(lesion.Verdict))
            .ThenByDescending(lesion => new Ranking(lesion.Verdict).Strength(lesion.Order[0]))
            .ThenBy(lesion => lesion.Source.Lesion, StringComparer.Ordinal)
            .FirstOrDefault();
        if (best is null)
            return null;
        var type = best.Order[0];
        return new LeadingSuggestion(type, best.Verdict.SubtypeOf(type)?.Key, best.Verdict.LevelOf(type), best.Source.Lesion);
    }

    private static bool HasRedFlag(LesionVerdict verdict)
    {
        foreach (var flag in verdict.Knowledge.Program.OfKind(RuleKind.RedFlag))
        {
            if (verdict.Evaluation.IsMet(flag.Node))
                return true;
        }

        return false;
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
    private WhatIf? _whatIf;

    public LesionPicture Source { get; } = source;

    public LesionVerdict Verdict { get; } = verdict;

    /// <summary>The types, ranked.</summary>
    public CalcinosisType[] Order { get; } = new Ranking(verdict).Order();

    /// <summary>What single answers would change; worked out when first asked for.</summary>
    public WhatIf WhatIf => _whatIf ??= new WhatIf(Verdict);
}
