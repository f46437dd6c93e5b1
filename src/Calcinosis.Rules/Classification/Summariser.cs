using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Inference.Circuits;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Classification;

/// <summary>Types and certainties without reasons: all lesions of a patient go through the circuit of the rules together.</summary>
internal static class Summariser
{
    public static ClassificationSummary Summarise(KnowledgeBase knowledge, FindingsDocument document, PatientPicture patient, IReadOnlyList<Issue> issues, Func<Assessment> explain)
    {
        var workbench = knowledge.Workbenches.Take();
        try
        {
            var count = patient.Lesions.Count;
            if (knowledge.Engine is not null)
            {
                var verdicts = new RankedLesion<LesionVerdict>[count];
                for (var i = 0; i < count; i++)
                    verdicts[i] = RankedLesion<LesionVerdict>.Of(patient.Lesions[i].Lesion, LesionVerdict.Of(knowledge, patient.Lesions[i].Picture, workbench), knowledge.Ranking);
                return Of(knowledge.Ranking, document.Id, verdicts, patient.RecordSays, issues, explain);
            }

            var lesions = new RankedLesion<LaneOutcomes>[count];
            for (var first = 0; first < count; first += CircuitRun.Lanes)
            {
                var run = workbench.Circuit(first / CircuitRun.Lanes);
                var lanes = Math.Min(CircuitRun.Lanes, count - first);
                run.Clear();
                for (var lane = 0; lane < lanes; lane++)
                    run.Load(lane, patient.Lesions[first + lane].Picture);
                run.Run();
                for (var lane = 0; lane < lanes; lane++)
                    lesions[first + lane] = RankedLesion<LaneOutcomes>.Of(patient.Lesions[first + lane].Lesion, new LaneOutcomes(run, lane), knowledge.Ranking);
            }

            return Of(knowledge.Ranking, document.Id, lesions, patient.RecordSays, issues, explain);
        }
        finally
        {
            knowledge.Workbenches.Return(workbench);
        }
    }

    private static ClassificationSummary Of<TOutcomes>(
        RankingRules rules, string? id, RankedLesion<TOutcomes>[] lesions, IReadOnlyList<string> recordSays, IReadOnlyList<Issue> issues, Func<Assessment> explain)
        where TOutcomes : IOutcomes
    {
        var leading = PatientAnswer.Leading<TOutcomes>(lesions, rules);
        var levels = new LesionLevels[lesions.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            var certainties = new Certainty[TypeOrder.Count];
            foreach (var type in TypeOrder.Types)
                certainties[(int)type] = lesions[i].Outcomes.LevelOf(type);
            levels[i] = new LesionLevels(lesions[i].Lesion, certainties, lesions[i].Order);
        }

        return new ClassificationSummary(id, PatientAnswer.Conclude<TOutcomes>(lesions, leading, rules), leading, PatientAnswer.MostUrgent<TOutcomes>(lesions, recordSays, rules), levels, issues, explain);
    }
}
