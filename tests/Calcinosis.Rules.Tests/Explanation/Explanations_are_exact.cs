using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Explanation;

/// <summary>What an explanation says is tried: the cited findings alone, without them, and with what is missing.</summary>
public sealed class Explanations_are_exact
{
    private const int Patients = 2_500;
    private static readonly KnowledgeBase Knowledge = new CalcinosisClassifier().Knowledge;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_decisive_findings_alone_give_the_level_and_without_the_cited_ones_it_is_lost(int seed)
    {
        var pictures = new RandomPictures(Knowledge, seed);
        for (var i = 0; i < Patients; i++)
        {
            var picture = pictures.Next();
            var verdict = LesionVerdict.Of(Knowledge, picture);
            var explainer = new SuggestionExplainer(verdict, new WhatIf(Knowledge, picture));
            foreach (var type in TypeOrder.All)
            {
                var suggestion = explainer.Explain(type);
                if (suggestion.Certainty == Certainty.NotAssessable)
                    continue;
                var cited = suggestion.Why.Where(line => line.Role == EvidenceRole.Decisive).Concat(suggestion.WhyNotHigher.Where(line => line.Role == EvidenceRole.Decisive)).ToArray();
                var alone = LesionVerdict.Of(Knowledge, picture.Only([.. cited.Select(Index)], cited.Any(line => line.State == FindingState.Unknown)));
                if (alone.LevelOf(type) != suggestion.Certainty)
                    Assert.Fail($"seed {seed} patient {i}: {type} is {suggestion.Certainty}, alone {alone.LevelOf(type)} from [{Lines(suggestion.Why)}] held by [{Lines(suggestion.WhyNotHigher)}]");
                var without = LesionVerdict.Of(Knowledge, picture.Without([.. suggestion.Why.Select(Index)]));
                if (without.LevelOf(type) == suggestion.Certainty && without.RungOf(type)?.Rule.Id == verdict.RungOf(type)?.Rule.Id)
                    Assert.Fail($"seed {seed} patient {i}: {type} stays {suggestion.Certainty} without [{Lines(suggestion.Why)}]");
            }
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Entering_what_is_missing_does_what_was_promised(int seed)
    {
        var bench = new Workbench(Knowledge);
        var pictures = new RandomPictures(Knowledge, seed);
        for (var i = 0; i < Patients; i++)
        {
            var picture = pictures.Next();
            var verdict = LesionVerdict.Of(Knowledge, picture);
            var explainer = new SuggestionExplainer(verdict, new WhatIf(Knowledge, picture));
            foreach (var type in TypeOrder.All)
            {
                var missing = explainer.Explain(type).Missing;
                foreach (var line in missing.Where(line => line.Together.Count == 0))
                {
                    Promise(bench, type, picture.With(Index(line.Finding), FindingState.Present), line.IfPresent ?? verdict.LevelOf(type), line, i);
                    Promise(bench, type, picture.With(Index(line.Finding), FindingState.Absent), line.IfAbsent ?? verdict.LevelOf(type), line, i);
                }

                var together = missing.Where(line => line.Together.Count > 0).ToArray();
                if (together.Length > 0)
                    Promise(bench, type, picture.With(together.Select(line => (Index(line.Finding), line.Needed!.Value))), (together[0].IfPresent ?? together[0].IfAbsent)!.Value, together[0], i);
            }
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    [InlineData(129)]
    [InlineData(131)]
    public void More_knowledge_takes_a_level_back_only_through_a_recorded_assumption(int seed)
    {
        var pictures = new RandomPictures(Knowledge, seed);
        for (var i = 0; i < Patients; i++)
        {
            var picture = pictures.Next();
            var verdict = LesionVerdict.Of(Knowledge, picture);
            var support = new Rules.Explanation.Support(verdict);
            var later = LesionVerdict.Of(Knowledge, i % 2 == 0 ? pictures.Complete(picture) : pictures.AnswerSome(picture));
            foreach (var type in TypeOrder.All)
            {
                var level = verdict.LevelOf(type);
                if (level is Certainty.NotAssessable or Certainty.Unlikely || !TakenBack(level, later.LevelOf(type)))
                    continue;
                var finder = new AssumptionFinder(verdict, support, new EvidenceText(picture, Knowledge.Lines));
                if (!finder.Nodes(type).Any(node => later.Evaluation.IsMet(node)))
                    Assert.Fail($"seed {seed} patient {i}: {type} fell from {level} by {verdict.RungOf(type)?.Rule.Id} to {later.LevelOf(type)} by {later.RungOf(type)?.Rule.Id}; assumed [{string.Join(", ", finder.Find(type).Select(line => line.Finding))}]");
            }
        }
    }

    private static bool TakenBack(Certainty before, Certainty after) =>
        before == Certainty.Excluded ? after != Certainty.Excluded : after < before;

    private static void Promise(Workbench bench, CalcinosisType type, Picture picture, Certainty promised, MissingFinding line, int patient)
    {
        var level = LesionVerdict.Of(Knowledge, picture, bench).LevelOf(type);
        bench.Clear();
        if (level != promised)
            Assert.Fail($"patient {patient}: {type} was promised {promised} for {line.Finding}, it is {level}");
    }

    private static int Index(EvidenceLine line) => Index(line.Finding);

    private static int Index(string finding) => Knowledge.Catalogue.IndexOf(finding);

    private static string Lines(IEnumerable<EvidenceLine> lines) => string.Join(", ", lines.Select(line => $"{line.Rule}:{line.Finding}={line.State}/{line.Role}"));
}
