using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;

namespace Calcinosis.Rules.Knowledge.Check;

/// <summary>
/// The decision tables: every rung can be the answer, every cap can bind, and whoever meets a high rung does not fail
/// the rung of "possible", or a lost finding would drop the patient through the table.
/// </summary>
internal static class LadderCheck
{
    private static readonly Certainty[] High = [Certainty.Established, Certainty.Probable];

    /// <summary>Checks the tables of all types, or of one.</summary>
    public static IEnumerable<RuleProblem> Run(KnowledgeBase knowledge, CalcinosisType? only = null)
    {
        return TypeOrder.All.Where(type => only is null || type == only).AsParallel().AsOrdered().SelectMany(type =>
        {
            var finder = new CaseFinder(knowledge, PossiblePictures.IsPossible);
            return (IEnumerable<RuleProblem>)[.. Missing(knowledge, type), .. Rungs(knowledge, finder, type), .. Drops(knowledge, finder, type), .. Caps(knowledge, finder, type)];
        });
    }

    private static IEnumerable<RuleProblem> Missing(KnowledgeBase knowledge, CalcinosisType type) =>
        TypeOrder.Rungs.Where(level => knowledge.Program[type].Rungs[(int)level] is null)
            .Select(level => new RuleProblem("rung-missing", Words.Of(type), $"has no rule for '{Words.Of(level)}'."));

    private static IEnumerable<RuleProblem> Rungs(KnowledgeBase knowledge, CaseFinder finder, CalcinosisType type) =>
        knowledge.Program[type].Rungs.OfType<Rung>()
            .Where(rung => finder.Find([(rung.Node, Outcome.Met)], Earlier(knowledge, type, rung)) is null)
            .Select(rung => new RuleProblem("rung-never-decides", rung.Rule.Id, "whenever it is met a rung that is tried earlier is met as well."));

    private static IEnumerable<RuleProblem> Drops(KnowledgeBase knowledge, CaseFinder finder, CalcinosisType type)
    {
        if (knowledge.Program[type].Rungs[(int)Certainty.Possible] is not { } possible)
            yield break;
        foreach (var rung in High.Select(level => knowledge.Program[type].Rungs[(int)level]).OfType<Rung>())
        {
            if (finder.Find([(rung.Node, Outcome.Met), (possible.Node, Outcome.Unmet)], Earlier(knowledge, type, rung)) is not null)
                yield return new RuleProblem("rung-without-lower", rung.Rule.Id, $"can be met while {possible.Rule.Id} ('possible') is known not to be.");
        }
    }

    private static IEnumerable<RuleProblem> Caps(KnowledgeBase knowledge, CaseFinder finder, CalcinosisType type)
    {
        foreach (var cap in knowledge.Program[type].Caps)
        {
            // The nearest rung first: the higher ones ask for more, and may ask for what the cap forbids.
            var rungs = TypeOrder.Rungs.Where(level => level != Certainty.Excluded && (cap.Rule.Effect == CapEffect.Exactly ? level != cap.Rule.Level : level > cap.Rule.Level)).Order()
                .Select(level => knowledge.Program[type].Rungs[(int)level]).OfType<Rung>();
            // A contradiction cannot be built into what is known already, so what rests on one goes first.
            if (!rungs.Any(rung => finder.Find([(cap.Node, Outcome.Met), (rung.Node, Outcome.Met)], [.. Earlier(knowledge, type, rung), .. Stronger(knowledge, type, cap)], verdict => verdict.LevelOf(type) != rung.Rule.Level) is not null
                || finder.Find([(rung.Node, Outcome.Met), (cap.Node, Outcome.Met)], [.. Earlier(knowledge, type, rung), .. Stronger(knowledge, type, cap)], verdict => verdict.LevelOf(type) != rung.Rule.Level) is not null))
                yield return new RuleProblem("cap-never-binds", cap.Rule.Id, $"no patient was found whose level of {Words.Of(type)} it lowers.");
        }
    }

    /// <summary>Rungs that are tried before this one.</summary>
    private static int[] Earlier(KnowledgeBase knowledge, CalcinosisType type, Rung rung) =>
        [.. TypeOrder.Rungs.TakeWhile(level => level != rung.Rule.Level).Select(level => knowledge.Program[type].Rungs[(int)level]).OfType<Rung>().Select(earlier => earlier.Node)];

    /// <summary>Other caps that would lower as far or further.</summary>
    private static IEnumerable<int> Stronger(KnowledgeBase knowledge, CalcinosisType type, Rung cap) =>
        knowledge.Program[type].Caps.Where(other => other != cap && !(other.Rule.Effect == CapEffect.AtMost && other.Rule.Level > cap.Rule.Level)).Select(other => other.Node);
}
