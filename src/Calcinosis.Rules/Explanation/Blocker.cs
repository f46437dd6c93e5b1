using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// Why something holds on a few findings alone and not on all of them: the findings that stop it. Only an "unless" (or a
/// level behind one) can make that difference, since the rest of the logic is monotone.
/// </summary>
internal sealed class Blocker(RuleProgram program, LesionVerdict alone, LesionVerdict all, Support support)
{
    /// <summary>Findings that make the type's level differ between the two; empty when nothing can be named.</summary>
    public List<Ground> Differences(CalcinosisType type)
    {
        var result = new List<Ground>();
        if (alone.RungOf(type) is { } reached && !all.Evaluation.IsMet(reached.Node))
            Block(reached.Node, outcome: true, reached.Rule, result);
        if (result.Count > 0)
            return result;
        if (all.RungOf(type) is { } rung && !alone.Evaluation.IsMet(rung.Node))
        {
            Restore(rung.Node, outcome: true, rung.Rule, result);
        }

        foreach (var cap in program[type].Caps)
        {
            if (all.Evaluation.IsMet(cap.Node) && !alone.Evaluation.IsMet(cap.Node))
            {
                Restore(cap.Node, outcome: true, cap.Rule, result);
            }
            else if (!all.Evaluation.IsMet(cap.Node) && alone.Evaluation.IsMet(cap.Node))
            {
                Block(cap.Node, outcome: true, cap.Rule, result);
            }
        }

        return result;
    }

    /// <summary>Levels of earlier types on which a clause rests may themselves need their differences.</summary>
    private void Levels(int node, List<Ground> result)
    {
        foreach (var type in support.Union(node, met: true, program.Rules[0]).Types)
        {
            if (alone.LevelOf(type) != all.LevelOf(type))
                result.AddRange(Differences(type));
        }
    }

    /// <summary>What is so on all findings and not on the few: the findings that make it so.</summary>
    private void Restore(int node, bool outcome, Rule rule, List<Ground> result)
    {
        var compiled = program.Nodes[node];
        switch (compiled.Op)
        {
            case Op.Fact or Op.Contradicted:
                result.AddRange(support.Smallest(node, outcome, rule));
                break;
            case Op.Not:
                Restore(compiled.Children[0], !outcome, rule, result);
                break;
            case Op.Holds:
                Restore(compiled.Children[0], outcome, compiled.Rule!, result);
                break;
            case Op.Unless when outcome:
                Block(compiled.Children[0], outcome: true, rule, result);
                break;
            case Op.Unless:
                Restore(compiled.Children[0], outcome: true, rule, result);
                break;
            case Op.Reaches:
                if (outcome)
                    result.AddRange(Differences(compiled.Type));
                break;
            case Op.Any when outcome:
            case Op.All when !outcome:
                Restore(compiled.Children.First(child => Has(all, child, outcome)), outcome, rule, result);
                break;
            default:
                foreach (var child in compiled.Children)
                {
                    if (Has(all, child, outcome) && !Has(alone, child, outcome))
                        Restore(child, outcome, rule, result);
                }

                break;
        }
    }

    private void Block(int node, bool outcome, Rule rule, List<Ground> result)
    {
        var compiled = program.Nodes[node];
        switch (compiled.Op)
        {
            case Op.Not:
                Block(compiled.Children[0], !outcome, rule, result);
                break;
            case Op.Holds:
                Block(compiled.Children[0], outcome, compiled.Rule!, result);
                break;
            case Op.Unless when outcome:
                if (all.Evaluation.IsMet(compiled.Children[0]))
                {
                    result.AddRange(support.Smallest(compiled.Children[0], met: true, rule));
                    Levels(compiled.Children[0], result);
                }

                break;
            case Op.Unless:
                Block(compiled.Children[0], outcome: true, rule, result);
                break;
            case Op.Reaches:
                if (outcome)
                    result.AddRange(Differences(compiled.Type));
                break;
            case Op.All when outcome:
            case Op.Any when !outcome:
                foreach (var child in compiled.Children)
                {
                    if (Has(all, child, outcome))
                        continue;
                    Block(child, outcome, rule, result);
                    return;
                }

                break;
            case Op.Any or Op.All or Op.AtLeast:
                foreach (var child in compiled.Children)
                {
                    if (Has(alone, child, outcome) && !Has(all, child, outcome))
                        Block(child, outcome, rule, result);
                }

                break;
        }
    }

    private static bool Has(LesionVerdict verdict, int node, bool outcome) =>
        outcome ? verdict.Evaluation.IsMet(node) : verdict.Evaluation.IsUnmet(node);
}
