using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;

namespace Calcinosis.Rules.Explanation.Charts;

/// <summary>Lays out a type's decision table as a ladder: every level with its criteria met, unmet or unknown.</summary>
internal sealed class LadderBuilder(LesionVerdict verdict)
{
    private static readonly IReadOnlyList<Certainty> Order =
        [Certainty.Established, Certainty.Probable, Certainty.Possible, Certainty.Unlikely, Certainty.Excluded];

    /// <summary>The level that stands and the next open one are laid out in full, the others in outline: they decide nothing now.</summary>
    private const int InFull = 3;
    private const int InOutline = 1;

    private readonly CriterionWriter _criteria = new(verdict);

    public TypeLadder Of(CalcinosisType type)
    {
        var rules = verdict.Knowledge.Program[type];
        var reached = verdict.RungOf(type);
        var standing = verdict.UncappedLevelOf(type);
        var next = Order.Reverse().FirstOrDefault(level => level > standing && level != Certainty.Excluded && rules.Rungs[(int)level] is { } rung && !verdict.Evaluation.IsUnmet(rung.Node));
        return new TypeLadder(
            type,
            [.. Order.Select(level => rules.Rungs[(int)level]).OfType<Rung>().Select(rung => Lay(rung, rung == reached || rung.Rule.Level == next ? InFull : InOutline) with { Reached = rung == reached })],
            [.. rules.Caps.Where(cap => verdict.Evaluation.IsMet(cap.Node)).Select(cap => Lay(cap, InFull))]);
    }

    private LadderRung Lay(Rung rung, int depth)
    {
        var rule = rung.Rule;
        var whole = _criteria.Of(rung.Node, depth);
        // A level whose condition is one other rule is that rule: its parts are the criteria.
        var simple = whole.Parts.Count == 0 || whole.Joint.Words.Length == 0;
        return new LadderRung(
            rule.Level ?? Certainty.Established, rule.Id, rule.Title, whole.Outcome,
            simple ? default : whole.Joint, simple ? [whole] : whole.Parts, rule.Sources, rule.Status)
        {
            Left = simple ? 0 : whole.Left,
        };
    }
}
