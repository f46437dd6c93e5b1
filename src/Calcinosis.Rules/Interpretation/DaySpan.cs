using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Interpretation;

/// <summary>An interval of days, both ends included; comparisons over it are three-valued.</summary>
internal readonly record struct DaySpan(DateOnly First, DateOnly Last)
{
    public static DaySpan Of(PartialDate date) => new(date.Earliest, date.Latest);

    public bool IsEmpty => First > Last;

    public DaySpan Intersect(DaySpan other) => new(First > other.First ? First : other.First, Last < other.Last ? Last : other.Last);

    /// <summary>Least and greatest number of days from another span to this one.</summary>
    public (int Min, int Max) DaysSince(DaySpan earlier) => (First.DayNumber - earlier.Last.DayNumber, Last.DayNumber - earlier.First.DayNumber);

    /// <summary>This lies wholly before the other: true, false or null.</summary>
    public bool? IsBefore(DaySpan other) => Last < other.First ? true : First >= other.Last ? false : null;
}
