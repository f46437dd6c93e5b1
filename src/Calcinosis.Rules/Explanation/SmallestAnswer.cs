using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Explanation;

/// <summary>One smallest set of answers to unknowns that would make a clause met; null when none can.</summary>
internal sealed class SmallestAnswer(LesionVerdict verdict)
{
    private readonly Dictionary<(int Node, bool Met), List<(int Finding, FindingState State)>?> _known = [];

    public IReadOnlyList<(int Finding, FindingState State)>? For(int node) => Find(node, met: true);

    private List<(int Finding, FindingState State)>? Find(int node, bool met)
    {
        if (met ? verdict.Evaluation.IsMet(node) : verdict.Evaluation.IsUnmet(node))
            return [];
        if (met ? verdict.Evaluation.IsUnmet(node) : verdict.Evaluation.IsMet(node))
            return null;
        if (_known.TryGetValue((node, met), out var known))
            return known;
        var compiled = verdict.Knowledge.Program.Nodes[node];
        return _known[(node, met)] = compiled.Op switch
        {
            Op.Fact => [(compiled.Number, met ? FindingState.Present : FindingState.Absent)],
            Op.Not => Find(compiled.Children[0], !met),
            Op.Holds => Find(compiled.Children[0], met),
            Op.Unless => met ? null : Find(compiled.Children[0], met: true),
            Op.All => met ? Every(compiled.Children, met) : Cheapest(compiled.Children, met, 1),
            Op.Any => met ? Cheapest(compiled.Children, met, 1) : Every(compiled.Children, met),
            Op.AtLeast => Cheapest(compiled.Children, met, met ? compiled.Number : compiled.Children.Length - compiled.Number + 1),
            _ => null,
        };
    }

    private List<(int Finding, FindingState State)>? Every(int[] children, bool met)
    {
        var all = new List<(int Finding, FindingState State)>();
        foreach (var child in children)
        {
            if (Find(child, met) is not { } needs || needs.Exists(need => all.Exists(other => other.Finding == need.Finding && other.State != need.State)))
                return null;
            all.AddRange(needs.Where(need => !all.Contains(need)));
        }

        return all;
    }

    private List<(int Finding, FindingState State)>? Cheapest(int[] children, bool met, int count)
    {
        var options = children.Select(child => Find(child, met)).Where(needs => needs is not null).Select(needs => needs!)
            .OrderBy(needs => needs.Count).ThenBy(needs => needs.Count == 0 ? -1 : needs[0].Finding).Take(count).ToArray();
        if (options.Length < count)
            return null;
        var all = options.SelectMany(needs => needs).Distinct().ToList();
        return all.DistinctBy(need => need.Finding).Count() == all.Count ? all : null;
    }
}
