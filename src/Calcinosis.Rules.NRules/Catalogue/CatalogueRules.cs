using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;
using NRules.RuleModel;
using NRules.RuleModel.Builders;

namespace Calcinosis.Rules.NRules.Catalogue;

/// <summary>
/// The whole catalogue in NRules' rule model. A rule becomes two definitions, "met" and "unmet"; when neither fires it is
/// unknown. A clause within a rule that is a composition of its own becomes a part, written once however many rules
/// share it. Priorities follow the order of the compiled rule base, in which everything is settled before it is read.
/// </summary>
internal sealed class CatalogueRules
{
    private readonly KnowledgeBase _knowledge;
    private readonly RuleProgram _program;
    private readonly List<IRuleDefinition> _definitions = [];

    /// <summary>By node: the rule that the clause is, or of which it is a part.</summary>
    private readonly Dictionary<int, Rule> _owner = [];
    private readonly Dictionary<int, string> _partName = [];

    public CatalogueRules(KnowledgeBase knowledge)
    {
        _knowledge = knowledge;
        _program = knowledge.Program;
        Facts = new ClauseFacts(_program.Nodes);
        NameClauses();
        foreach (var node in _program.Nodes.Where(IsComposite))
            AddClause(node);
        foreach (var (firstNode, type) in _program.LevelsReadyBefore)
            AddDecision(type, firstNode);
        for (var i = 0; i < knowledge.Rules.Count; i++)
        {
            var rule = knowledge.Rules[i];
            if (!_owner.TryGetValue(_program.NodeOf(rule.Id), out var owner) || owner != rule)
                AddSame(rule, i);
        }
    }

    public ClauseFacts Facts { get; }

    public IReadOnlyList<IRuleDefinition> Definitions => _definitions;

    /// <summary>"Not" and "the other rule holds" are patterns; findings and levels are facts from outside the rule.</summary>
    private static bool IsComposite(Node node) => node.Op is Op.All or Op.Any or Op.AtLeast or Op.Unless;

    /// <summary>Rules first, so that a clause that is a rule bears the rule's name wherever else it stands.</summary>
    private void NameClauses()
    {
        foreach (var rule in _knowledge.Rules)
        {
            var root = _program.NodeOf(rule.Id);
            if (IsComposite(_program.Nodes[root]))
                _owner.TryAdd(root, rule);
        }

        foreach (var rule in _knowledge.Rules)
        {
            var parts = 0;
            var seen = new HashSet<int>();
            var open = new Stack<int>([_program.NodeOf(rule.Id)]);
            while (open.TryPop(out var index))
            {
                var node = _program.Nodes[index];
                if (!seen.Add(index) || node.Op == Op.Holds)
                    continue;
                if (IsComposite(node) && _owner.TryAdd(index, rule))
                    _partName[index] = string.Create(CultureInfo.InvariantCulture, $"{rule.Id} part {++parts}");
                else if (_owner.TryGetValue(index, out var owner) && owner != rule)
                    continue;
                foreach (var child in node.Children.Reverse())
                    open.Push(child);
            }
        }
    }

    private void AddClause(Node node)
    {
        var rule = _owner[node.Index];
        foreach (var met in (bool[])[true, false])
        {
            var when = new GroupBuilder();
            if (!TryWrite(node, met, when))
                continue;
            if (_partName.TryGetValue(node.Index, out var name))
            {
                var part = Start(met ? name : name + " unmet", WordsOf(node.Clause), -2 * node.Index, rule, met);
                if (node.Clause is Unless { Name: { } assumed })
                    part.Property("assumes", assumed);
                Finish(part, when, [Facts.Of(node.Index, met)]);
            }
            else
            {
                Finish(StartRule(rule, met, -2 * node.Index), when, [Facts.Of(node.Index, met), new RuleFact(rule, met)]);
            }
        }
    }

    /// <summary>A rule that is one finding, one level, the opposite of a clause or the same clause as another rule.</summary>
    private void AddSame(Rule rule, int place)
    {
        foreach (var met in (bool[])[true, false])
        {
            var when = new GroupBuilder();
            Patterns.Match(when, Facts.Saying(_program.NodeOf(rule.Id), met), "fact");
            Finish(StartRule(rule, met, (-2 * _program.Nodes.Length) - place), when, [new RuleFact(rule, met)]);
        }
    }

    private void AddDecision(CalcinosisType type, int firstNode)
    {
        var readers = _program.Table.LevelReaders[(int)type].Select(node => _program.Nodes[node]);
        var table = new DecisionTable(type, _program[type], readers, Facts);
        var builder = new RuleBuilder();
        builder.Name($"level of {Name(type)}");
        builder.Description("the highest level that is met, with its caps");
        builder.Tag("level");
        builder.Tag(Name(type));
        builder.Priority((-2 * firstNode) + 1);
        Patterns.Collect(builder.LeftHandSide(), "settled", fact => table.Reads(fact.Number));
        Expression<Action<IContext, IEnumerable<ClauseFact>>> decide = (context, settled) => table.Decide(context, settled);
        builder.RightHandSide().Action(decide);
        _definitions.Add(builder.Build());
    }

    /// <summary>The condition under which a clause has the outcome; false when it never has.</summary>
    private bool TryWrite(Node node, bool met, GroupBuilder when)
    {
        var needs = node.Op switch
        {
            Op.All => met ? node.Children.Length : 1,
            Op.Any => met ? 1 : node.Children.Length,
            Op.AtLeast => met ? node.Number : node.Children.Length - node.Number + 1,
            _ => 1,
        };
        if (needs <= 0 && node.Op != Op.Unless)
        {
            // "All" of nothing is met, and "any" of nothing is unmet, before anything is known.
            Patterns.Always(when);
            return true;
        }

        if (needs > node.Children.Length)
            return false;
        if (node.Op == Op.Unless)
        {
            // "Unless" is met while the inner clause is not met, unknown included: the assumption that the explanation writes down.
            if (met)
                Patterns.NoMatch(when, Facts.Saying(node.Children[0], met: true), "known");
            else
                Patterns.Match(when, Facts.Saying(node.Children[0], met: true), "known");
            return true;
        }

        ClauseFact[] facts = [.. node.Children.Select(child => Facts.Saying(child, met))];
        if (needs > 1 && needs < facts.Length)
        {
            Patterns.Enough(when, new Tally(facts, needs));
            return true;
        }

        var alternatives = needs == 1 && facts.Length > 1;
        var group = alternatives ? when.Group(GroupType.Or) : when;
        for (var i = 0; i < facts.Length; i++)
            Patterns.Match(group, facts[i], "fact" + i.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    private static RuleBuilder StartRule(Rule rule, bool met, int priority) => Start(met ? rule.Id : rule.Id + " unmet", rule.Title, priority, rule, met);

    private static RuleBuilder Start(string name, string description, int priority, Rule rule, bool met)
    {
        var builder = new RuleBuilder();
        builder.Name(name);
        builder.Description(description);
        builder.Priority(priority);
        builder.Tag(rule.Kind.ToString());
        foreach (var type in rule.Types)
            builder.Tag(Name(type));
        builder.Property("id", rule.Id);
        builder.Property("title", rule.Title);
        builder.Property("text", rule.Text);
        builder.Property("version", rule.Version);
        builder.Property("sources", rule.Sources);
        builder.Property("status", rule.Status);
        builder.Property("outcome", met ? "met" : "unmet");
        return builder;
    }

    private void Finish(RuleBuilder builder, GroupBuilder when, IReadOnlyList<object> facts)
    {
        var conclusion = new Conclusion(facts);
        Expression<Action<IContext>> draw = context => conclusion.Draw(context);
        builder.LeftHandSide(when);
        builder.RightHandSide().Action(draw);
        _definitions.Add(builder.Build());
    }

    private static string WordsOf(Clause clause)
    {
        var words = new StringBuilder();
        Fingerprint.Write(clause, words);
        return words.ToString();
    }

    private static string Name(CalcinosisType type) => type.ToString().ToLowerInvariant();
}
