using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using FluentAssertions;
using FluentAssertions.Primitives;

namespace Calcinosis.Rules.Testing;

/// <summary>
/// What a test may expect of an assessment. A failure says what was suggested instead, lesion by lesion, and why the expected type was not.
/// A lesion that is not named is the one that leads the assessment, else the first.
/// </summary>
/// <param name="assessment">What the classifier said.</param>
public sealed class AssessmentAssertions(Assessment assessment) : ObjectAssertions<Assessment, AssessmentAssertions>(assessment)
{
    /// <inheritdoc/>
    protected override string Identifier => "assessment";

    /// <summary>The type leads for the lesion, at possible or above.</summary>
    /// <param name="type">The type that should lead.</param>
    /// <param name="lesion">Id of the lesion group.</param>
    /// <param name="because">Why the test expects it; put into the failure.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public SuggestionAssertions Suggest(CalcinosisType type, string? lesion = null, string because = "", params object[] becauseArgs)
    {
        var found = Find(lesion);
        var leads = found?.Suggestions[0];
        Expectation.Holds(
            leads is { Certainty: >= Certainty.Possible } && leads.Type == type,
            () => $"the findings to suggest {Words.Of(type)}{Words.At(found, lesion)}",
            () => leads switch
            {
                null => Words.NoLesion(Subject, lesion),
                { Certainty: < Certainty.Possible } => "nothing stands at possible or above",
                _ => $"they suggest {Words.Of(leads)}",
            },
            Subject, found, type, because, becauseArgs);
        return new SuggestionAssertions(this, found, type);
    }

    /// <summary>Goes on to one of the five types for a lesion, whether it leads or not.</summary>
    /// <param name="type">The type.</param>
    /// <param name="lesion">Id of the lesion group.</param>
    public SuggestionAssertions Rate(CalcinosisType type, string? lesion = null)
    {
        var found = Find(lesion);
        Expectation.Holds(found is not null, () => $"a rating of {Words.Of(type)}", () => Words.NoLesion(Subject, lesion), Subject, found, type, "", []);
        return new SuggestionAssertions(this, found, type);
    }

    /// <summary>Nothing stands at possible or above for any lesion.</summary>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public AndConstraint<AssessmentAssertions> SuggestNothing(string because = "", params object[] becauseArgs)
    {
        var found = Find(lesion: null);
        Expectation.Holds(
            Subject is not null && Subject.Leading is null,
            () => "the findings to suggest nothing",
            () => Subject?.Leading is { } leading ? $"they suggest {Words.Of(leading.Type, leading.Subtype, leading.Certainty)} for {leading.Lesion}" : "there is no assessment",
            Subject, found, Subject?.Leading?.Type, because, becauseArgs);
        return new AndConstraint<AssessmentAssertions>(this);
    }

    /// <summary>A red flag is raised.</summary>
    /// <param name="rule">Id of the rule, or words of its text.</param>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public AndConstraint<AssessmentAssertions> RaiseRedFlag(string rule, string because = "", params object[] becauseArgs)
    {
        var flags = Subject?.RedFlags ?? [];
        return Holds(
            flags.Any(flag => Words.Match(rule, flag.Rule, flag.Text)),
            $"the red flag \"{rule}\"",
            Words.List("red flags", flags.Select(flag => $"{flag.Rule} ({Words.Of(flag.Urgency)}): {flag.Text}")), because, becauseArgs);
    }

    /// <summary>No red flag is raised.</summary>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public AndConstraint<AssessmentAssertions> RaiseNoRedFlag(string because = "", params object[] becauseArgs)
    {
        var flags = Subject?.RedFlags ?? [];
        return Holds(Subject is not null && flags.Count == 0, "no red flag", Words.List("red flags", flags.Select(flag => $"{flag.Rule}: {flag.Text}")), because, becauseArgs);
    }

    /// <summary>Something else is named that the findings may be.</summary>
    /// <param name="mimic">Id of the rule, code of the mimic, or words of its text.</param>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public AndConstraint<AssessmentAssertions> CautionOf(string mimic, string because = "", params object[] becauseArgs)
    {
        var cautions = Subject?.Cautions ?? [];
        return Holds(
            cautions.Any(caution => Words.Match(mimic, caution.Rule, caution.Text) || string.Equals(mimic, caution.Mimic, StringComparison.Ordinal)),
            $"a caution of \"{mimic}\"",
            Words.List("cautions", cautions.Select(caution => $"{caution.Rule} {caution.Mimic}: {caution.Text}")), because, becauseArgs);
    }

    /// <summary>A test or a question is among those that could change the answer.</summary>
    /// <param name="test">Code of the test.</param>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public AndConstraint<AssessmentAssertions> AskFor(string test, string because = "", params object[] becauseArgs)
    {
        var workup = Subject?.Workup ?? [];
        return Holds(
            workup.Any(item => string.Equals(item.Test, test, StringComparison.Ordinal)),
            $"the work-up to ask for \"{test}\"",
            Words.List("work-up", workup.Select(item => FormattableString.Invariant($"{item.Priority} {item.Test}"))), because, becauseArgs);
    }

    /// <summary>A rule of the site added something.</summary>
    /// <param name="rule">Name of the site's rule, or words of what it added.</param>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public AndConstraint<AssessmentAssertions> HaveSiteAddition(string rule, string because = "", params object[] becauseArgs)
    {
        var additions = Subject?.SiteAdditions ?? [];
        return Holds(
            additions.Any(addition => Words.Match(rule, addition.Rule, addition.Text)),
            $"the site's rule \"{rule}\" to add something",
            Words.List("additions of the site", additions.Select(addition => $"{addition.Rule}: {addition.Text}")), because, becauseArgs);
    }

    /// <summary>Everything was understood: no issue of any severity, and nothing that the vocabulary did not know.</summary>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public AndConstraint<AssessmentAssertions> UnderstandEverything(string because = "", params object[] becauseArgs)
    {
        var issues = Subject?.Issues ?? [];
        var unknown = Subject?.NotUnderstood ?? [];
        return Holds(
            Subject is not null && issues.Count == 0 && unknown.Count == 0,
            "everything in the document to be understood",
            Words.List("issues", issues.Select(Words.Of)) + "; " + Words.List("not understood", unknown.Select(item => $"{item.Path}: {item.Text}")), because, becauseArgs);
    }

    /// <summary>An issue is reported.</summary>
    /// <param name="code">Code of the issue.</param>
    /// <param name="path">Where it is, a JSON Pointer; null: anywhere.</param>
    /// <param name="because">Why the test expects it.</param>
    /// <param name="becauseArgs">Values for the placeholders of <paramref name="because"/>.</param>
    public AndConstraint<AssessmentAssertions> ReportIssue(string code, string? path = null, string because = "", params object[] becauseArgs)
    {
        var issues = Subject?.Issues ?? [];
        return Holds(
            issues.Any(issue => string.Equals(issue.Code, code, StringComparison.Ordinal) && (path is null || string.Equals(issue.Path, path, StringComparison.Ordinal))),
            $"the issue \"{code}\"{(path is null ? "" : " at " + path)}",
            Words.List("issues", issues.Select(Words.Of)), because, becauseArgs);
    }

    private AndConstraint<AssessmentAssertions> Holds(bool condition, string expected, string found, string because, object[] becauseArgs)
    {
        Expectation.Holds(condition, () => expected, () => found, because, becauseArgs);
        return new AndConstraint<AssessmentAssertions>(this);
    }

    private LesionAssessment? Find(string? lesion)
    {
        var name = lesion ?? Subject?.Leading?.Lesion;
        if (name is null)
            return Subject?.Lesions is [var first, ..] ? first : null;
        return Subject?.Lesions.FirstOrDefault(entry => string.Equals(entry.Lesion, name, StringComparison.Ordinal));
    }
}
