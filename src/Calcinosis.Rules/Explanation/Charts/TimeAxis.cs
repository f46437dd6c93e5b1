using System.Globalization;

namespace Calcinosis.Rules.Explanation.Charts;

/// <summary>Chooses the marks of a time axis: few enough to read, on days that people count by.</summary>
internal static class TimeAxis
{
    private const int MostTicks = 7;
    private static readonly int[] DaySteps = [1, 2, 7, 14, 28, 91, 182, 365, 730, 1825, 3650, 7300, 18250];
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240];

    /// <param name="first">First day shown.</param>
    /// <param name="last">Last day shown.</param>
    /// <param name="dated">True: day numbers of the calendar; false: days from first sight.</param>
    public static IReadOnlyList<TimeTick> Ticks(int first, int last, bool dated) =>
        !dated ? FromFirstSight(first, last) : last - first <= 31 ? Days(first, last) : Months(first, last);

    private static List<TimeTick> FromFirstSight(int first, int last)
    {
        var step = Step(DaySteps, last - first);
        var ticks = new List<TimeTick>();
        for (var day = first / step * step; day <= last; day += step)
        {
            if (day >= first)
                ticks.Add(new TimeTick(day, day == 0 ? "first seen" : string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(day)} d {(day < 0 ? "before" : "after")}")));
        }

        return ticks;
    }

    private static List<TimeTick> Days(int first, int last)
    {
        var step = Step(DaySteps, last - first);
        var ticks = new List<TimeTick>();
        for (var day = first + ((step - (first % step)) % step); day <= last; day += step)
            ticks.Add(new TimeTick(day, DateOnly.FromDayNumber(day).ToString("d MMM", CultureInfo.InvariantCulture)));
        return ticks;
    }

    private static List<TimeTick> Months(int first, int last)
    {
        var step = Step(MonthSteps, (last - first) / 30);
        var day = DateOnly.FromDayNumber(first);
        var month = (day.Year * 12) + day.Month - 1;
        var ticks = new List<TimeTick>();
        for (var next = (month / step * step) + step; next / 12 <= DateOnly.MaxValue.Year; next += step)
        {
            var tick = new DateOnly(next / 12, (next % 12) + 1, 1);
            if (tick.DayNumber > last)
                break;
            ticks.Add(new TimeTick(tick.DayNumber, tick.ToString(step % 12 == 0 ? "yyyy" : "MMM yyyy", CultureInfo.InvariantCulture)));
        }

        return ticks;
    }

    private static int Step(int[] steps, int span) => Array.Find(steps, step => span / step <= MostTicks) is > 0 and var step ? step : steps[^1];
}
