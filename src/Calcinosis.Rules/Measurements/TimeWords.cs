using System.Globalization;

namespace Calcinosis.Rules.Measurements;

/// <summary>Lengths of time as people say them.</summary>
internal static class TimeWords
{
    private const decimal DaysInMonth = 30.4375m;
    private const decimal DaysInYear = 365.25m;

    /// <summary>Days up to three months, then months up to two years, then years; whole ones, never more than is known.</summary>
    public static string AtLeast(decimal days) => days switch
    {
        < 3 * DaysInMonth => Count(days, "day"),
        < 2 * DaysInYear => Count(days / DaysInMonth, "month"),
        _ => Count(days / DaysInYear, "year"),
    };

    private static string Count(decimal number, string unit)
    {
        var whole = decimal.Floor(number);
        return string.Create(CultureInfo.InvariantCulture, $"{whole} {unit}{(whole == 1m ? "" : "s")}");
    }
}
