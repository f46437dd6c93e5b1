using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Explanation;

/// <summary>One smallest set of answers to unknowns that would make a clause met; none when there is none of a few.</summary>
internal sealed class SmallestAnswer(LesionVerdict verdict)
{
    private readonly RuleProgram _program = verdict.Knowledge.Program;
    private readonly Evaluation _evaluation = verdict.Evaluation;
    private readonly Notes<FewAnswers> _known = verdict.Workbench.TakeAnswers();

    public FewAnswers For(int node) => Find(node, met: true);

    private FewAnswers Find(int node, bool met)
    {
        if (!_evaluation.IsUnknown(node))
            return _evaluation.IsMet(node) == met ? FewAnswers.Nothing : FewAnswers.None;
        var key = (node << 1) | (met ? 1 : 0);
        if (_known.TryGet(key, out var known))
            return known;
        var compiled = _program.Nodes[node];
        return _known.Set(key, compiled.Op switch
        {
            Op.Fact => FewAnswers.Of(compiled.Number, met ? FindingState.Present : FindingState.Absent),
            Op.Not => Find(compiled.Children[0], !met),
            Op.Holds => Find(compiled.Children[0], met),
            Op.Unless => met ? FewAnswers.None : Find(compiled.Children[0], met: true),
            Op.All => met ? Every(compiled.Children, met) : Cheapest(compiled.Children, met),
            Op.Any => met ? Cheapest(compiled.Children, met) : Every(compiled.Children, met),
            Op.AtLeast => Cheapest(compiled.Children, met, met ? compiled.Number : compiled.Children.Length - compiled.Number + 1),
            _ => FewAnswers.None,
        });
    }

    private FewAnswers Every(int[] children, bool met)
    {
        var all = FewAnswers.Nothing;
        foreach (var child in children)
        {
            all = all.And(Find(child, met));
            if (all.IsNone)
                break;
        }

        return all;
    }

    /// <summary>The fewest answers, then the smallest first finding, then the first child.</summary>
    private FewAnswers Cheapest(int[] children, bool met)
    {
        var cheapest = FewAnswers.None;
        foreach (var child in children)
        {
            var needs = Find(child, met);
            if (!needs.IsNone && (cheapest.IsNone || IsCheaper(needs, cheapest)))
                cheapest = needs;
        }

        return cheapest;
    }

    /// <summary>The cheapest children, so many together.</summary>
    private FewAnswers Cheapest(int[] children, bool met, int count)
    {
        Span<FewAnswers> options = stackalloc FewAnswers[children.Length];
        var found = 0;
        foreach (var child in children)
        {
            var needs = Find(child, met);
            if (needs.IsNone)
                continue;
            var place = found++;
            for (; place > 0 && IsCheaper(needs, options[place - 1]); place--)
                options[place] = options[place - 1];
            options[place] = needs;
        }

        if (found < count)
            return FewAnswers.None;
        var all = FewAnswers.Nothing;
        foreach (var needs in options[..Math.Max(0, count)])
            all = all.And(needs);
        return all;
    }

    private static bool IsCheaper(FewAnswers one, FewAnswers other) =>
        one.Count != other.Count ? one.Count < other.Count : one.FirstFinding < other.FirstFinding;
}
