using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;

namespace Calcinosis.Rules.Explanation.Charts;

/// <summary>The levels of one type for one lesion, highest first, each with its criteria; and what limits them.</summary>
/// <param name="Type">The type.</param>
/// <param name="Rungs">Levels that the type has a rule for, from established down to unlikely; excluded comes last.</param>
/// <param name="Caps">Limits that hold.</param>
internal sealed record TypeLadder(CalcinosisType Type, IReadOnlyList<LadderRung> Rungs, IReadOnlyList<LadderRung> Caps);

/// <summary>One level of a ladder, or one limit.</summary>
/// <param name="Level">The level; for a limit, the highest level that it leaves.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Title">The rule in words.</param>
/// <param name="Outcome">Whether the rule is met.</param>
/// <param name="Joint">How its criteria hang together.</param>
/// <param name="Criteria">The criteria.</param>
/// <param name="Sources">Source ids of the rule.</param>
/// <param name="Status">Review state of the rule.</param>
internal sealed record LadderRung(
    Certainty Level, string Rule, string Title, Outcome Outcome, Joint Joint, IReadOnlyList<Criterion> Criteria, IReadOnlyList<string> Sources, RuleStatus Status)
{
    /// <summary>True for the level at which the type stands.</summary>
    public bool Reached { get; init; }

    /// <summary>Criteria that are left out because they decide nothing here.</summary>
    public int Left { get; init; }
}

/// <summary>How criteria hang together.</summary>
/// <param name="Words">"all of these", "one of these", "at least two of these"; empty when there is but one.</param>
internal readonly record struct Joint(string Words);

/// <summary>One criterion of a rule with its outcome, in words, and the criteria of which it is made.</summary>
/// <param name="Text">The criterion in words.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Joint">How its parts hang together.</param>
/// <param name="Parts">What it is made of; empty for a finding.</param>
internal sealed record Criterion(string Text, Outcome Outcome, Joint Joint, IReadOnlyList<Criterion> Parts)
{
    /// <summary>Id of the rule behind it; null for a finding.</summary>
    public string? Rule { get; init; }

    /// <summary>Id of the finding; null for anything else.</summary>
    public string? Finding { get; init; }

    /// <summary>What was seen; null when nothing was.</summary>
    public string? Seen { get; init; }

    /// <summary>Where it was seen.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>True when it is met only because something unknown was taken as absent.</summary>
    public bool Assumed { get; init; }

    /// <summary>Parts that are left out because they decide nothing here.</summary>
    public int Left { get; init; }
}
