using System.Globalization;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.RuleBook;

/// <summary>
/// Conditions in plain words, as nested points. The words of a finding are those of the explanations
/// (<see cref="EvidenceText.Label"/>), so a rule and an explanation name the same thing alike.
/// </summary>
internal sealed class ClauseWords(FindingCatalogue catalogue, IReadOnlyDictionary<string, Rule> rules, string page)
{
    private const int LongestPair = 3;

    /// <summary>The condition as points; the outermost "all of" is a point of its own, so that nothing is left to guess.</summary>
    public ReportList Points(Clause clause) => new([Point(clause)]);

    /// <summary>The condition in one line; null when it needs points under it.</summary>
    public IReadOnlyList<ReportSpan>? Line(Clause clause) => clause switch
    {
        Fact fact => [Label(fact, FindingState.Present)],
        Not { Inner: Fact fact } => [Label(fact, FindingState.Absent)],
        Holds holds => Title(holds),
        Not not when Line(not.Inner) is { } inner => [new ReportSpan("known not to be so: "), .. inner],
        Unless unless when Line(unless.Inner) is { } inner => [new ReportSpan("unless known: "), .. inner],
        Reaches reaches => [new ReportSpan(AtLeast(reaches))],
        Contradicted contradicted => [new ReportSpan($"a finding on which the {Words.Of(contradicted.Type)} type rests was stated both ways")],
        All { Clauses.Count: 0 } => [new ReportSpan("always")],
        All { Clauses.Count: 1 } or Any { Clauses.Count: 1 } => Line(clause.Children[0]),
        All all when all.Clauses.Count <= LongestPair && all.Clauses.All(IsPlainFinding) => Join(all.Clauses, "and"),
        Any any when any.Clauses.All(IsPlainFinding) => Join(any.Clauses, "or"),
        _ => null,
    };

    /// <summary>The condition as plain text for a cell of a table; what belongs together stands in brackets.</summary>
    public string Text(Clause clause) => Text(clause, inner: false);

    private string Text(Clause clause, bool inner)
    {
        if (clause is Any any && any.Clauses.All(part => part is Reaches { Level: Certainty.Possible }))
            return $"{Wording.List([.. any.Clauses.Select(part => Words.Of(((Reaches)part).Type))], "or")} possible or higher";
        if (Line(clause) is { } spans)
            return string.Concat(spans.Select(span => span.Text));
        var joined = string.Join(clause is All ? " and " : " or ", clause.Children.Select(child => Text(child, inner: true)));
        return inner ? $"({joined})" : joined;
    }

    private ReportItem Point(Clause clause)
    {
        if (Line(clause) is { } line)
            return new ReportItem('-', line);
        return clause switch
        {
            All all => Under("all of these:", Flat<All>(all.Clauses)),
            Any any => Under("at least one of these:", Flat<Any>(any.Clauses)),
            Inference.AtLeast some => Under(string.Create(CultureInfo.InvariantCulture, $"at least {some.Count} of these:"), some.Clauses),
            Unless unless => Under("unless this is known:", [unless.Inner]),
            Not not => Under("known not to be so:", [not.Inner]),
            _ => throw new InvalidOperationException($"A condition of kind {clause.GetType().Name} has no words."),
        };
    }

    private ReportItem Under(string lead, IReadOnlyList<Clause> clauses) => new('-', [new ReportSpan(lead)], [.. clauses.Select(Point)]);

    private IReadOnlyList<ReportSpan> Title(Holds holds)
    {
        var rule = rules[holds.Rule];
        var title = rule.Kind == RuleKind.Level ? $"the condition of {Words.Of(rule.Level!.Value)} {Wording.Disease(rule.Types[0])}" : rule.Title;
        return [new ReportSpan(title) { Link = RuleLinks.From(page, rule) }, new ReportSpan($" ({rule.Id})", ReportTone.Muted)];
    }

    private List<ReportSpan> Join(IReadOnlyList<Clause> clauses, string conjunction)
    {
        var spans = new List<ReportSpan>();
        for (var i = 0; i < clauses.Count; i++)
        {
            if (i > 0)
                spans.Add(i == clauses.Count - 1 ? $" {conjunction} " : ", ");
            spans.AddRange(Line(clauses[i])!);
        }

        return spans;
    }

    private ReportSpan Label(Fact fact, FindingState state) => EvidenceText.Label(catalogue[catalogue.IndexOf(fact.Finding)], state);

    /// <summary>A finding whose words stand in a list without being torn apart by it.</summary>
    private bool IsPlainFinding(Clause clause)
    {
        var label = clause switch
        {
            Fact fact => Label(fact, FindingState.Present).Text,
            Not { Inner: Fact fact } => Label(fact, FindingState.Absent).Text,
            _ => null,
        };
        return label is not null && !label.Contains(" or ", StringComparison.Ordinal) && !label.Contains(" and ", StringComparison.Ordinal) && !label.Contains(',', StringComparison.Ordinal);
    }

    /// <summary>"All of" inside "all of" is one list.</summary>
    private static IReadOnlyList<Clause> Flat<T>(IReadOnlyList<Clause> clauses)
        where T : Clause =>
        [.. clauses.SelectMany(clause => clause is T { Children.Count: > 1 } ? Flat<T>(clause.Children) : [clause])];

    private static string AtLeast(Reaches reaches) => reaches.Level == Certainty.Established
        ? $"{Wording.Disease(reaches.Type)} is established"
        : $"{Wording.Disease(reaches.Type)} is {Words.Of(reaches.Level)} or higher";
}
