namespace Calcinosis.Rules.Explanation.Charts;

/// <summary>Lesions, exposures and diseases on one line of days. Days are day numbers, or days from first sight when nothing is dated.</summary>
/// <param name="First">First day shown.</param>
/// <param name="Last">Last day shown.</param>
/// <param name="Ticks">Marks of the axis.</param>
/// <param name="Now">The day of the question; null when it is not known.</param>
/// <param name="Onsets">When each lesion was first seen.</param>
/// <param name="Rows">What is drawn.</param>
internal sealed record TimeLine(int First, int Last, IReadOnlyList<TimeTick> Ticks, int? Now, IReadOnlyList<Onset> Onsets, IReadOnlyList<TimeRow> Rows);

/// <summary>A mark of the axis.</summary>
internal sealed record TimeTick(int Day, string Label);

/// <summary>Interval in which a lesion was first seen.</summary>
internal sealed record Onset(string Lesion, int First, int Last);

/// <summary>What a row stands for.</summary>
internal enum TimeRowKind
{
    /// <summary>A lesion group, from its first sight on.</summary>
    Lesion,

    /// <summary>A procedure, infusion or drug.</summary>
    Exposure,

    /// <summary>A disease.</summary>
    Condition,
}

/// <summary>One row.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Label">Its name.</param>
/// <param name="Text">What the drawing says, in words: nothing is shown by the drawing alone.</param>
/// <param name="Path">Where it stands in the document.</param>
internal sealed record TimeRow(TimeRowKind Kind, string Label, string Text, string Path)
{
    /// <summary>First day of the bar, as an interval; null when no day is known.</summary>
    public (int First, int Last)? Start { get; init; }

    /// <summary>Last day of the bar; null when it goes on or nothing is known.</summary>
    public (int First, int Last)? End { get; init; }

    /// <summary>It goes on at the day of the question.</summary>
    public bool GoesOn { get; init; }

    /// <summary>When a lesion that came from it would be expected to show.</summary>
    public ExpectedWindow? Window { get; init; }
}

/// <summary>When a lesion would be expected after an exposure.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day on which the time fits.</param>
/// <param name="LateLast">Last day on which it is late but possible; null when there is no such limit or it lies beyond reason.</param>
internal sealed record ExpectedWindow(int First, int Last, int? LateLast);
