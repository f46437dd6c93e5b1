using System.Globalization;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.RuleBook;

/// <summary>One rule in words: what it says, when, how much it weighs, where it comes from.</summary>
internal static class RuleText
{
    public static string Kind(RuleKind kind) => kind switch
    {
        RuleKind.Criterion => "criterion",
        RuleKind.Level => "level",
        RuleKind.Cap => "upper limit",
        RuleKind.Subtype => "subtype",
        RuleKind.AlternativeLabel => "other name",
        RuleKind.Against => "against",
        RuleKind.For => "supporting line",
        RuleKind.RedFlag => "red flag",
        RuleKind.Caution => "look-alike",
        RuleKind.Test => "test",
        RuleKind.Treatment => "treatment",
        RuleKind.Block => "against a treatment",
        RuleKind.Medication => "about a drug on record",
        RuleKind.Risk => "risk",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Status(RuleStatus status) => status switch
    {
        RuleStatus.Sourced => "sourced",
        RuleStatus.Policy => "a decision of this project",
        RuleStatus.Unverified => "general knowledge, awaits a check",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>What a cap does: "at most possible".</summary>
    public static string Effect(Rule cap) => cap.Effect switch
    {
        CapEffect.OneLower => "one level lower, not below possible",
        CapEffect.Exactly => $"exactly {Words.Of(cap.Level!.Value)}",
        _ => $"at most {Words.Of(cap.Level!.Value)}",
    };

    /// <summary>The line under a rule: id, weight, status, version, sources.</summary>
    public static ReportParagraph Footnote(Rule rule)
    {
        var parts = new List<string> { rule.Id };
        if (rule.Weight is { } weight)
            parts.Add($"weight {Wording.Of(weight)}");
        if (rule.Status != RuleStatus.Sourced)
            parts.Add(Status(rule.Status));
        if (rule.Narrows.Count > 0)
            parts.Add($"narrows {Wording.List(rule.Narrows)}");
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"version {rule.Version}"));
        parts.Add($"sources {string.Join(", ", rule.Sources)}");
        return new ReportParagraph([new ReportSpan(string.Join(" · ", parts), ReportTone.Muted)]);
    }

    /// <summary>A rule as a section of a page: title, what it says, condition, footnote.</summary>
    public static IEnumerable<ReportBlock> Section(Rule rule, ClauseWords words, string? lead = null)
    {
        yield return new ReportHeading(3, Capital(rule.Title)) { Anchor = RuleLinks.Anchor(rule) };
        var says = lead ?? (rule.Text.Length > 0 && rule.Text != rule.Title ? Sentence(rule.Text) : null);
        if (says is not null)
            yield return new ReportParagraph([new ReportSpan(says)]);
        yield return words.Points(rule.When);
        yield return Footnote(rule);
    }

    public static string Capital(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A line with a capital at its head and a stop at its end.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 ? "" : Capital(text) + (text[^1] is '.' or '!' or '?' ? "" : ".");
}
