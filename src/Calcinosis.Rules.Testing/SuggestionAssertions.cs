using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Testing;

/// <summary>What a test may expect of one type for one lesion. Each expectation gives this back, so that they read on: <c>.With(...).Because(...)</c>.</summary>
public sealed class SuggestionAssertions
{
    private readonly LesionAssessment? _lesion;
    private readonly CalcinosisType _type;

    internal SuggestionAssertions(AssessmentAssertions and, LesionAssessment? lesion, CalcinosisType type)
    {
        And = and;
        _lesion = lesion;
        _type = type;
    }

    /// <summary>Back to the whole assessment.</summary>
    public AssessmentAssertions And { get; }

    /// <summary>The suggestion itself, for what no assertion says; null when the lesion does not exist.</summary>
    public Suggestion? Which => _lesion?.Suggestions.FirstOrDefault(suggestion => suggestion.Type == _type);

    /// <summary>The certainty, exactly.</summary>
    /// <param name="certainty">The level.</param>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public SuggestionAssertions With(Certainty certainty, string because = "", params object[] becauseArgs) =>
        Holds(suggestion => suggestion.Certainty == certainty, $"{Words.Of(_type)} to be {Words.Of(certainty)}", suggestion => $"it is {Words.Of(suggestion.Certainty)}", because, becauseArgs);

    /// <summary>The certainty or a higher one.</summary>
    /// <param name="certainty">The lowest level, inclusive.</param>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public SuggestionAssertions WithAtLeast(Certainty certainty, string because = "", params object[] becauseArgs) =>
        Holds(suggestion => suggestion.Certainty >= certainty, $"{Words.Of(_type)} to be {Words.Of(certainty)} or above", suggestion => $"it is {Words.Of(suggestion.Certainty)}", because, becauseArgs);

    /// <summary>The certainty or a lower one.</summary>
    /// <param name="certainty">The highest level, inclusive.</param>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public SuggestionAssertions WithAtMost(Certainty certainty, string because = "", params object[] becauseArgs) =>
        Holds(suggestion => suggestion.Certainty <= certainty, $"{Words.Of(_type)} to be {Words.Of(certainty)} or below", suggestion => $"it is {Words.Of(suggestion.Certainty)}", because, becauseArgs);

    /// <summary>The subtype.</summary>
    /// <param name="subtype">Its key, such as <c>ctd.ssc_limited</c>; null: none is shown.</param>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public SuggestionAssertions WithSubtype(string? subtype, string because = "", params object[] becauseArgs) =>
        Holds(suggestion => string.Equals(suggestion.Subtype, subtype, StringComparison.Ordinal), $"{Words.Of(_type)} to have the subtype {subtype ?? "(none)"}", suggestion => $"it is {suggestion.Subtype ?? "(none)"}", because, becauseArgs);

    /// <summary>A line speaks for it.</summary>
    /// <param name="reason">Id of a rule, id of a finding, or words of the line or of what was seen.</param>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public SuggestionAssertions Because(string reason, string because = "", params object[] becauseArgs) =>
        HasLine(suggestion => suggestion.Why, "reasons", $"\"{reason}\" to speak for {Words.Of(_type)}", reason, because, becauseArgs);

    /// <summary>A line speaks against it.</summary>
    /// <param name="reason">Id of a rule, id of a finding, or words of the line or of what was seen.</param>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public SuggestionAssertions Against(string reason, string because = "", params object[] becauseArgs) =>
        HasLine(suggestion => suggestion.Against, "lines against it", $"\"{reason}\" to speak against {Words.Of(_type)}", reason, because, becauseArgs);

    /// <summary>A line keeps it from the next level.</summary>
    /// <param name="reason">Id of a rule, id of a finding, or words of the line or of what was seen.</param>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public SuggestionAssertions NotHigherBecause(string reason, string because = "", params object[] becauseArgs) =>
        HasLine(suggestion => suggestion.WhyNotHigher, "lines that keep it there", $"\"{reason}\" to keep {Words.Of(_type)} from more", reason, because, becauseArgs);

    /// <summary>An unknown was taken as absent.</summary>
    /// <param name="finding">Id of the finding.</param>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public SuggestionAssertions Assuming(string finding, string because = "", params object[] becauseArgs) =>
        Holds(
            suggestion => suggestion.Assumed.Any(assumption => string.Equals(assumption.Finding, finding, StringComparison.Ordinal)),
            $"{Words.Of(_type)} to take {finding} as absent",
            suggestion => Words.List("assumptions", suggestion.Assumed.Select(assumption => assumption.Finding)), because, becauseArgs);

    /// <summary>An unknown is named whose answer would change the level.</summary>
    /// <param name="finding">Id of the finding.</param>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public SuggestionAssertions Missing(string finding, string because = "", params object[] becauseArgs) =>
        Holds(
            suggestion => suggestion.Missing.Any(missing => string.Equals(missing.Finding, finding, StringComparison.Ordinal) || missing.Together.Contains(finding, StringComparer.Ordinal)),
            $"{finding} to be missing for {Words.Of(_type)}",
            suggestion => Words.List("missing findings", suggestion.Missing.Select(missing => missing.Finding)), because, becauseArgs);

    private SuggestionAssertions HasLine(
        Func<Suggestion, IReadOnlyList<EvidenceLine>> lines, string name, string expected, string reason, string because, object[] becauseArgs) =>
        Holds(
            suggestion => lines(suggestion).Any(line => Words.Match(reason, line.Rule, line.Text) || string.Equals(line.Finding, reason, StringComparison.Ordinal) || Words.Contain(line.Seen, reason)),
            expected,
            suggestion => Words.List(name, lines(suggestion).Select(Words.Of)), because, becauseArgs);

    private SuggestionAssertions Holds(Func<Suggestion, bool> condition, string expected, Func<Suggestion, string> found, string because, object[] becauseArgs)
    {
        // Without a suggestion the assertion before this one has failed already, inside a scope that collects.
        if (Which is { } suggestion)
            Expectation.Holds(condition(suggestion), () => expected, () => found(suggestion), And.Subject, _lesion, _type, because, becauseArgs);
        return this;
    }
}
