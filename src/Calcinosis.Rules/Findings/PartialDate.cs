using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Calcinosis.Rules.Findings;

/// <summary>
/// A date as charts give it: a year, a month or a day. It is an interval, and comparisons over it are three-valued:
/// a partial date decides nothing that it does not say. Time of day, when the text has one, is cut off.
/// </summary>
public readonly record struct PartialDate
{
    private PartialDate(DateOnly earliest, DateOnly latest)
    {
        Earliest = earliest;
        Latest = latest;
    }

    /// <summary>First day that it may be, included.</summary>
    public DateOnly Earliest { get; }

    /// <summary>Last day that it may be, included.</summary>
    public DateOnly Latest { get; }

    /// <summary>True when a single day is meant.</summary>
    public bool IsDay => Earliest == Latest;

    /// <summary>A single day.</summary>
    public static PartialDate Day(DateOnly day) => new(day, day);

    /// <summary>A single day, from a calendar date.</summary>
    public static PartialDate Day(int year, int month, int day) => Day(new DateOnly(year, month, day));

    /// <summary>A whole month.</summary>
    public static PartialDate Month(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new PartialDate(first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>A whole year.</summary>
    public static PartialDate Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-MM</c>, <c>yyyy-MM-dd</c> or an ISO date-time, whose time is cut off.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        if (text is null || text.Length is < 4 or > 40)
            return false;
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var day = time < 0 ? text : text[..time];
        if (time >= 0 && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            return false;
        if (day.Length == 4 && time < 0 && TryNumber(day, out var year) && year >= 1)
        {
            date = Year(year);
            return true;
        }

        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
        {
            date = Day(exact);
            return true;
        }

        if (time < 0 && DateOnly.TryParseExact(day, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            date = Month(month.Year, month.Month);
            return true;
        }

        return false;
    }

    /// <summary>The shortest ISO 8601 form: <c>2024</c>, <c>2024-03</c> or <c>2024-03-05</c>.</summary>
    public override string ToString()
    {
        if (IsDay)
            return Earliest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Earliest.Month == Latest.Month
            ? Earliest.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : Earliest.ToString("yyyy", CultureInfo.InvariantCulture);
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
