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
    public static ClassificationSummary Summarise(KnowledgeBase knowledge, FindingsDocument document, ReadingSpace patient, IReadOnlyList<Issue> issues, Func<Assessment> explain)
    {
        var workbench = knowledge.Workbenches.Take();
        try
        {
            var count = patient.Cases.Count;
            var recordSays = DocumentInterpreter.RecordSays(patient.Document);
            if (knowledge.Engine is not null)
            {
                var verdicts = new RankedLesion<LesionVerdict>[count];
                for (var i = 0; i < count; i++)
                    verdicts[i] = RankedLesion<LesionVerdict>.Of(patient.Cases[i].Id, LesionVerdict.Of(knowledge, Picture.Of(knowledge.Catalogue, patient.Picture(i)), workbench), knowledge.Ranking);
                return Of(knowledge.Ranking, document.Id, verdicts, recordSays, issues, explain);
            }

            var lesions = new RankedLesion<LaneOutcomes>[count];
            for (var first = 0; first < count; first += CircuitRun.Lanes)
            {
                var run = workbench.Circuit(first / CircuitRun.Lanes);
                var lanes = Math.Min(CircuitRun.Lanes, count - first);
                run.Clear();
                for (var lane = 0; lane < lanes; lane++)
                {
                    patient.Picture(first + lane).Close(knowledge.Catalogue);
                    run.Load(lane, patient.Picture(first + lane));
                }

                run.Run();
                for (var lane = 0; lane < lanes; lane++)
                    lesions[first + lane] = RankedLesion<LaneOutcomes>.Of(patient.Cases[first + lane].Id, new LaneOutcomes(run, lane), knowledge.Ranking);
            }

            return Of(knowledge.Ranking, document.Id, lesions, recordSays, issues, explain);
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
