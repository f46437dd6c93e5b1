using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Compare.Formulas;

/// <summary>One question with its formula: is a rule met, or is it unmet.</summary>
internal sealed record Question(int Rule, bool Met, Formula Formula, int Stratum);

/// <summary>
/// The rule base of the product as two-valued formulas in strata: a formula reads findings and answers of earlier strata
/// only, so that engines without chaining of their own can run them one stratum after the other.
/// </summary>
internal sealed class RuleFormulas
{
    private readonly KnowledgeBase _knowledge;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Rule, bool Met), Question> _questions = [];
    private readonly int?[] _levelStrata = new int?[TypeOrder.Count];

    public RuleFormulas(KnowledgeBase knowledge)
    {
        _knowledge = knowledge;
        for (var i = 0; i < knowledge.Rules.Count; i++)
            _indexes[knowledge.Rules[i].Id] = i;
        for (var i = 0; i < knowledge.Rules.Count; i++)
            Ask(i, met: true);
        Questions = [.. _questions.Values.OrderBy(question => question.Stratum)];
        Strata = [.. Questions.GroupBy(question => question.Stratum).Select(group => (IReadOnlyList<Question>)[.. group])];
    }

    public IReadOnlyList<Question> Questions { get; }

    public IReadOnlyList<IReadOnlyList<Question>> Strata { get; }

    public int RuleCount => _knowledge.Rules.Count;

    public int IndexOf(Rule rule) => _indexes[rule.Id];

    /// <summary>The types whose level is decided after a stratum.</summary>
    public IEnumerable<CalcinosisType> DecidedAfter(int stratum) => TypeOrder.All.Where(type => LevelStratum(type) == stratum);

    public TypeRules Table(CalcinosisType type) => _knowledge.Program[type];

    private Question Ask(int rule, bool met)
    {
        if (_questions.TryGetValue((rule, met), out var known))
            return known;
        var stratum = 0;
        var formula = Of(_knowledge.Rules[rule].When, met, ref stratum);
        return _questions[(rule, met)] = new Question(rule, met, formula, stratum);
    }

    /// <summary>A level is known once all rungs and caps of its type are.</summary>
    private int LevelStratum(CalcinosisType type) => _levelStrata[(int)type] ??=
        Table(type).Rungs.Where(rung => rung is not null).Concat(Table(type).Caps).Max(rung => Ask(IndexOf(rung!.Rule), met: true).Stratum);

    private Formula Of(Clause clause, bool met, ref int stratum)
    {
        switch (clause)
        {
            case Fact fact:
                return new Known(KnownKind.Finding, _knowledge.Catalogue.IndexOf(fact.Finding), met ? 1 : 2);
            case Not not:
                return Of(not.Inner, !met, ref stratum);
            case Unless unless:
                return met ? new None(Of(unless.Inner, met: true, ref stratum)) : Of(unless.Inner, met: true, ref stratum);
            case Holds holds:
                var question = Ask(_indexes[holds.Rule], met);
                stratum = Math.Max(stratum, question.Stratum + 1);
                return new Known(met ? KnownKind.RuleMet : KnownKind.RuleUnmet, question.Rule);
            case Reaches reaches when met:
                stratum = Math.Max(stratum, LevelStratum(reaches.Type) + 1);
                return new Known(KnownKind.Level, (int)reaches.Type, (int)reaches.Level);
            case Contradicted contradicted:
                var asked = new Known(KnownKind.Contradicted, (int)contradicted.Type);
                return met ? asked : new None(asked);
            case All or Any or AtLeast:
                var parts = new List<Formula>();
                foreach (var child in clause.Children)
                    parts.Add(Of(child, met, ref stratum));
                return clause switch
                {
                    AtLeast some => new AtLeastSo(met ? some.Count : parts.Count - some.Count + 1, parts),
                    All => met ? new Every(parts) : new Some(parts),
                    _ => met ? new Some(parts) : new Every(parts),
                };
            default:
                throw new NotSupportedException($"No two-valued form of {clause.GetType().Name}.");
        }
    }
}
