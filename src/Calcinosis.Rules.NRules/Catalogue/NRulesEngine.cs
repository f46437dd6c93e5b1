using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;
using NRules;

namespace Calcinosis.Rules.NRules.Catalogue;

/// <summary>
/// Runs the catalogue on NRules: one network for all threads, one session a lesion, dropped when it has answered, so that
/// nothing of a patient stays and nothing of a failure goes on.
/// </summary>
internal sealed class NRulesEngine : IRuleEngine
{
    private readonly RuleProgram _program;
    private readonly ClauseFacts _facts;
    private readonly ISessionFactory _sessions;
    private readonly Action<ISession>? _observe;

    public NRulesEngine(KnowledgeBase knowledge, Action<ISession>? observe)
    {
        _program = knowledge.Program;
        _observe = observe;
        var rules = new CatalogueRules(knowledge);
        _facts = rules.Facts;
        _sessions = new RuleCompiler().Compile(rules.Definitions);
    }

    public EngineResult Run(Picture picture)
    {
        var session = _sessions.CreateSession();
        _observe?.Invoke(session);
        session.InsertAll(Known(picture));
        session.Fire();
        return Read(session);
    }

    private List<object> Known(Picture picture)
    {
        var known = new List<object> { PictureFact.Instance };
        var states = picture.States;
        for (var finding = 0; finding < states.Length; finding++)
        {
            if (states[finding] != FindingState.Unknown && _program.Table.FactNodes[finding] is >= 0 and var node)
                known.Add(_facts.Of(node, states[finding] == FindingState.Present));
        }

        foreach (var type in TypeOrder.All)
        {
            var contradicted = picture.AnyContradictedOf(_program[type].Reads);
            known.AddRange(_program.Table.ContradictionReaders[(int)type].Select(node => _facts.Of(node, contradicted)));
        }

        return known;
    }

    private EngineResult Read(ISession session)
    {
        var nodes = new Outcome[_program.Nodes.Length];
        var types = new TypeLevels[TypeOrder.Count];
        foreach (var fact in session.Query<object>())
        {
            if (fact is ClauseFact clause)
                nodes[clause.Node] = clause.Met ? Outcome.Met : Outcome.Unmet;
            else if (fact is DecisionFact decision)
                types[(int)decision.Type] = decision.Levels;
        }

        // Clauses that are another clause by another name have no fact of their own.
        foreach (var node in _program.Nodes)
        {
            if (node.Op == Op.Holds)
                nodes[node.Index] = nodes[node.Children[0]];
            else if (node.Op == Op.Not)
                nodes[node.Index] = Opposite(nodes[node.Children[0]]);
        }

        return new EngineResult(nodes, types);
    }

    private static Outcome Opposite(Outcome outcome) => outcome switch
    {
        Outcome.Met => Outcome.Unmet,
        Outcome.Unmet => Outcome.Met,
        _ => Outcome.Unknown,
    };
}
