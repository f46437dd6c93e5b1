using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.NRules.Facts;

/// <summary>One laboratory result.</summary>
/// <param name="Value">Value in <paramref name="Unit"/>; null when it was only flagged or was set aside.</param>
/// <param name="Unit">Unit, in UCUM; null for tests that are positive or negative.</param>
/// <param name="Bound">What the value is when the laboratory gave only a bound, such as "&lt; 5".</param>
/// <param name="TakenOn">The last day on which it can have been taken; null: not known.</param>
/// <param name="High">Whether it is above its range.</param>
/// <param name="Low">Whether it is below its range.</param>
/// <param name="Text">The result as recorded.</param>
/// <param name="From">Where it stands in the document.</param>
public sealed record MeasuredResult(decimal? Value, string? Unit, ValueBound Bound, DateOnly? TakenOn, FindingState High, FindingState Low, string Text, string From);

/// <summary>How a value bounds what was measured.</summary>
public enum ValueBound
{
    /// <summary>It is the value.</summary>
    Exact,

    /// <summary>What was measured is below it.</summary>
    LessThan,

    /// <summary>What was measured is at or below it.</summary>
    AtMost,

    /// <summary>What was measured is at or above it.</summary>
    AtLeast,

    /// <summary>What was measured is above it.</summary>
    MoreThan,
}
