using System.Globalization;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Explanation.Charts;

/// <summary>
/// Puts a condition and its outcome into words, part by part. Long lists of alternatives keep only the parts that
/// matter for the outcome and count the rest, so that a page shows why and not a catalogue.
/// </summary>
internal sealed class CriterionWriter(LesionVerdict verdict)
{
    private const int MostAlternatives = 5;
    private const int MostTogether = 10;

    private readonly Node[] _nodes = verdict.Knowledge.Program.Nodes;

    /// <param name="node">The condition.</param>
    /// <param name="depth">How many rules within rules are opened; how conditions hang together inside a rule does not count.</param>
    public Criterion Of(int node, int depth) => Of(_nodes[node], depth);

    private Criterion Of(Node node, int depth) => node.Op switch
    {
        Op.Fact => Finding(node, node.Number, FindingState.Present),
        Op.Not when _nodes[node.Children[0]].Op == Op.Fact => Finding(node, _nodes[node.Children[0]].Number, FindingState.Absent),
        Op.Not => Whole(node, "not the case", depth),
        Op.Holds => Rule(node, depth),
        Op.Unless => NotKnown(node, depth),
        Op.Reaches => new Criterion(
            $"{Wording.Disease(node.Type)} stands at {Wording.Of(node.Level)}{(node.Level == Certainty.Established ? "" : " or higher")}", OutcomeOf(node), default, []),
        Op.Contradicted => new Criterion($"a finding on which {Wording.Disease(node.Type)} rests was stated both ways", OutcomeOf(node), default, []),
        Op.All => Whole(node, "all of these", depth),
        Op.AtLeast => Whole(node, $"at least {node.Number.ToString(CultureInfo.InvariantCulture)} of these", depth),
        _ => Whole(node, "one of these", depth),
    };

    private Criterion Finding(Node node, int finding, FindingState wanted)
    {
        var picture = verdict.Picture;
        return new Criterion(EvidenceText.Label(picture.Catalogue[finding], picture.IsContradicted(finding) ? FindingState.Unknown : wanted), OutcomeOf(node), default, [])
        {
            Finding = picture.Catalogue[finding].Id,
            Seen = picture.Seen(finding) is { Length: > 0 } seen ? seen : null,
            From = picture.From(finding),
        };
    }

    /// <summary>A criterion that is but one finding shows what was seen of it; any other shows its parts.</summary>
    private Criterion Rule(Node node, int depth)
    {
        var rule = node.Rule!;
        if (depth == 0)
            return new Criterion(rule.Title, OutcomeOf(node), default, []) { Rule = rule.Id };
        var inner = Of(_nodes[node.Children[0]], depth - 1);
        var parts = inner.Parts.Count > 0 && inner.Rule is null ? inner.Parts : inner.Finding is not null ? [] : [inner];
        return new Criterion(rule.Title, OutcomeOf(node), parts.Count > 1 ? inner.Joint : default, parts)
        {
            Rule = rule.Id,
            Finding = parts.Count == 0 ? inner.Finding : null,
            Seen = parts.Count == 0 ? inner.Seen : null,
            From = parts.Count == 0 ? inner.From : [],
            Assumed = parts.Count == 0 && inner.Assumed,
            Left = inner.Rule is null ? inner.Left : 0,
        };
    }

    private Criterion NotKnown(Node node, int depth)
    {
        var inner = Of(_nodes[node.Children[0]], depth);
        return inner with { Text = $"not known to be so: {inner.Text}", Outcome = OutcomeOf(node), Assumed = inner.Outcome == Outcome.Unknown };
    }

    private Criterion Whole(Node node, string joint, int depth)
    {
        var outcome = OutcomeOf(node);
        var shown = Chosen(node, outcome);
        var parts = shown.Select(part => Of(part, depth)).ToArray();
        var left = node.Children.Length - shown.Count;
        // The one way that is left of several is told by its own parts: "one of these: all of these: ..." says no more.
        return parts is [{ Rule: null, Left: 0 } way]
            ? way with { Outcome = outcome, Left = left }
            : new Criterion(joint, outcome, new Joint(joint), parts) { Left = left };
    }

    /// <summary>Of alternatives those that decide: the met ones when one is met, the open ones while it is open. Of "all", the failing ones first.</summary>
    private List<Node> Chosen(Node node, Outcome outcome)
    {
        var alternatives = node.Op is Op.Any or Op.AtLeast;
        var most = alternatives ? MostAlternatives : MostTogether;
        var parts = node.Children.Select(child => _nodes[child]).ToList();
        if (alternatives && outcome == Outcome.Met)
            parts.RemoveAll(part => OutcomeOf(part) != Outcome.Met);
        if (parts.Count <= most)
            return parts;
        var kept = parts.OrderBy(part => Distance(OutcomeOf(part), outcome)).Take(most).ToHashSet();
        return [.. parts.Where(kept.Contains)];
    }

    private static int Distance(Outcome part, Outcome whole) => part == whole ? 0 : part == Outcome.Unknown ? 1 : 2;

    private Outcome OutcomeOf(Node node) => verdict.Evaluation.ResultOf(node.Index);
}
