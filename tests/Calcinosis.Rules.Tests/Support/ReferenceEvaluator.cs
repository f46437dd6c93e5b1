using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Tests.Support;

/// <summary>
/// The rules evaluated as plainly as they can be written: one patient, one recursion, null for unknown. Slow and
/// obviously correct; the judge of the evaluator in the product.
/// </summary>
internal sealed class ReferenceEvaluator(KnowledgeBase knowledge, Picture picture)
{
    private readonly Dictionary<string, Rule> _rules = knowledge.Rules.ToDictionary(rule => rule.Id);
    private readonly Dictionary<string, bool?> _outcomes = [];
    private readonly Dictionary<CalcinosisType, Certainty> _levels = [];

    public bool? Outcome(string rule)
    {
        if (!_outcomes.TryGetValue(rule, out var outcome))
            _outcomes[rule] = outcome = Evaluate(_rules[rule].When);
        return outcome;
    }

    public Certainty LevelOf(CalcinosisType type)
    {
        if (_levels.TryGetValue(type, out var known))
            return known;
        var level = TypeOrder.Rungs.FirstOrDefault(level => Of(type, RuleKind.Level).Any(rule => rule.Level == level && Outcome(rule.Id) == true), Certainty.NotAssessable);
        return _levels[type] = Capped(type, level);
    }

    private Certainty Capped(CalcinosisType type, Certainty level)
    {
        var caps = Of(type, RuleKind.Cap).Where(rule => Outcome(rule.Id) == true).ToArray();
        foreach (var _ in caps.Where(cap => cap.Effect == CapEffect.OneLower))
        {
            if (level > Certainty.Possible)
                level--;
        }

        foreach (var cap in caps.Where(cap => cap.Effect == CapEffect.AtMost))
        {
            if (level > cap.Level)
                level = cap.Level!.Value;
        }

        return caps.Any(cap => cap.Effect == CapEffect.Exactly) ? Certainty.Unlikely : level;
    }

    private IEnumerable<Rule> Of(CalcinosisType type, RuleKind kind) => knowledge.Rules.Where(rule => rule.Kind == kind && rule.Types.Contains(type));

    private bool? Evaluate(Clause clause) => clause switch
    {
        Fact fact => picture[fact.Finding] switch
        {
            FindingState.Present => true,
            FindingState.Absent => false,
            _ => null,
        },
        Not not => !Evaluate(not.Inner),
        All all => Count(all.Clauses, false) > 0 ? false : Count(all.Clauses, null) > 0 ? null : true,
        Any any => Count(any.Clauses, true) > 0 ? true : Count(any.Clauses, null) > 0 ? null : false,
        Rules.Inference.AtLeast some => Count(some.Clauses, true) >= some.Count ? true : Count(some.Clauses, true) + Count(some.Clauses, null) >= some.Count ? null : false,
        Unless unless => Evaluate(unless.Inner) != true,
        Holds holds => Outcome(holds.Rule),
        Contradicted contradicted => knowledge.Program[contradicted.Type].Reads.Any(picture.IsContradicted),
        // A level that is not reached may still be; only "reached" is asked of it in these tests.
        Reaches reaches => LevelOf(reaches.Type) >= reaches.Level ? true : null,
        _ => throw new NotSupportedException(clause.GetType().Name),
    };

    private int Count(IReadOnlyList<Clause> clauses, bool? outcome) => clauses.Count(clause => Evaluate(clause) == outcome);
}
