using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;
using NRules.RuleModel;

namespace Calcinosis.Rules.NRules.Catalogue;

/// <summary>
/// The level of one type from its rungs and caps. It fires when all of them are settled and before anything that reads
/// the level: the border between two strata.
/// </summary>
internal sealed class DecisionTable(CalcinosisType type, TypeRules rules, IEnumerable<Node> readers, ClauseFacts facts)
{
    private readonly Node[] _readers = [.. readers];
    private readonly HashSet<int> _read = [.. rules.Rungs.Concat(rules.Caps).OfType<Rung>().SelectMany(rung => (int[])[facts.Saying(rung.Node, true).Number, facts.Saying(rung.Node, false).Number])];

    public bool Reads(int number) => _read.Contains(number);

    public void Decide(IContext context, IEnumerable<ClauseFact> settled)
    {
        var known = settled.ToHashSet();
        var uncapped = TypeOrder.Rungs.Where(level => Is(known, rules.Rungs[(int)level], met: true)).FirstOrDefault(Certainty.NotAssessable);
        var open = TypeOrder.Rungs.Where(level => rules.Rungs[(int)level] is { } rung && !Is(known, rung, met: false)).DefaultIfEmpty(Certainty.NotAssessable).Max();

        // An excluded type is open for nothing; a cap holds for what could be as well.
        var reachable = uncapped == Certainty.Excluded || open == Certainty.NotAssessable ? Certainty.NotAssessable : Capped(known, open);
        var levels = new TypeLevels(Capped(known, uncapped), uncapped, reachable == Certainty.NotAssessable ? -1 : (int)reachable);
        context.Insert(new DecisionFact(type, levels));
        foreach (var reader in _readers)
        {
            if (levels.Level >= reader.Level)
                context.Insert(facts.Of(reader.Index, met: true));
            else if (!levels.CanReach(reader.Level))
                context.Insert(facts.Of(reader.Index, met: false));
        }
    }

    /// <summary>Relative caps first, then upper limits, then "exactly".</summary>
    private Certainty Capped(HashSet<ClauseFact> known, Certainty level)
    {
        foreach (var cap in rules.RelativeCaps)
        {
            if (level > Certainty.Possible && Is(known, cap, met: true))
                level--;
        }

        foreach (var cap in rules.AbsoluteCaps.Where(cap => Is(known, cap, met: true)))
        {
            var limit = cap.Rule.Level!.Value;
            if (level > limit || cap.Rule.Effect == CapEffect.Exactly)
                level = limit;
        }

        return level;
    }

    private bool Is(HashSet<ClauseFact> known, Rung? rung, bool met) => rung is not null && known.Contains(facts.Saying(rung.Node, met));
}
