using NRules.RuleModel;

namespace Calcinosis.Rules.NRules.Catalogue;

/// <summary>What a rule inserts when it fires. Drawn twice (two alternatives of an "or" are true) it is inserted once.</summary>
internal sealed class Conclusion(IReadOnlyList<object> facts)
{
    public void Draw(IContext context)
    {
        foreach (var fact in facts)
        {
            if (!context.TryInsert(fact))
                return;
        }
    }
}
