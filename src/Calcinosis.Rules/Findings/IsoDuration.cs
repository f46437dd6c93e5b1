using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Calcinosis.Rules.Findings;

/// <summary>
/// An ISO 8601 duration such as <c>P13D</c>, <c>P2W</c>, <c>P1Y6M</c> or <c>PT6H</c>. Never negative.
/// The default value is no time at all (<c>P0D</c>).
/// </summary>
public readonly record struct IsoDuration(decimal Years, decimal Months, decimal Days, decimal Hours = 0)
{
    /// <summary>Mean length of a year in days (Gregorian).</summary>
    public const decimal DaysPerYear = 365.2425m;

    /// <summary>Mean length of a month in days (Gregorian).</summary>
    public const decimal DaysPerMonth = DaysPerYear / 12m;

    internal const decimal LongestInDays = 73_000m;

    /// <summary>Length in days, with mean years and months.</summary>
    public decimal TotalDays => (Years * DaysPerYear) + (Months * DaysPerMonth) + Days + (Hours / 24m);

    /// <summary>No part is longer than 200 years: more is a slip of whoever wrote it, and would leave the numbers that can be reckoned with.</summary>
    internal bool IsPlausible => Years <= 200 && Months <= 2400 && Days <= LongestInDays && Hours <= LongestInDays * 24;

    /// <summary>A number of days.</summary>
    public static IsoDuration OfDays(decimal days) => new(0, 0, days);

    /// <summary>A number of weeks.</summary>
    public static IsoDuration OfWeeks(decimal weeks) => new(0, 0, weeks * 7);

    /// <summary>A number of months.</summary>
    public static IsoDuration OfMonths(decimal months) => new(0, months, 0);

    /// <summary>A number of years.</summary>
    public static IsoDuration OfYears(decimal years) => new(years, 0, 0);

    /// <summary>The day that lies this long before another; fractions of a unit are counted in days. Never before year 1.</summary>
    public DateOnly Before(DateOnly day)
    {
        var months = (decimal.Truncate(Years) * 12) + decimal.Truncate(Months);
        var rest = ((Years - decimal.Truncate(Years)) * DaysPerYear) + ((Months - decimal.Truncate(Months)) * DaysPerMonth) + Days + (Hours / 24m);
        var monthsLeft = ((day.Year - 1) * 12) + day.Month - 1;
        if (months > monthsLeft)
            return DateOnly.MinValue;
        var start = day.AddMonths(-(int)months);
        var days = decimal.Round(rest, 0, MidpointRounding.AwayFromZero);
        return days > start.DayNumber ? DateOnly.MinValue : start.AddDays(-(int)days);
    }

    /// <summary>Reads an ISO 8601 duration; weeks become days, minutes and seconds become hours.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IsoDuration duration)
    {
        duration = default;
        if (text is null || text.Length is < 3 or > 40 || text[0] != 'P')
            return false;
        decimal years = 0, months = 0, days = 0, hours = 0;
        var time = false;
        var parts = 0;
        for (var i = 1; i < text.Length; parts++)
        {
            if (text[i] == 'T')
            {
                if (time || ++i == text.Length)
                    return false;
                time = true;
                parts--;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] == '.'))
                i++;
            if (i == start || i == text.Length || i - start > 9
                || !decimal.TryParse(text.AsSpan(start, i - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return false;
            switch ((text[i++], time))
            {
                case ('Y', false): years += number; break;
                case ('M', false): months += number; break;
                case ('W', false): days += number * 7; break;
                case ('D', false): days += number; break;
                case ('H', true): hours += number; break;
                case ('M', true): hours += number / 60m; break;
                case ('S', true): hours += number / 3600m; break;
                default: return false;
            }
        }

        var read = new IsoDuration(years, months, days, hours);
        if (parts == 0 || !read.IsPlausible)
            return false;
        duration = read;
        return true;
    }

    /// <summary>The ISO 8601 form.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("P");
        Append(text, Years, 'Y');
        Append(text, Months, 'M');
        if (Days != 0 || text.Length == 1 && Hours == 0)
            text.Append(Number(Days)).Append('D');
        if (Hours != 0)
            text.Append('T').Append(Number(Hours)).Append('H');
        return text.ToString();
    }

    private static void Append(StringBuilder text, decimal number, char unit)
    {
        if (number != 0)
            text.Append(Number(number)).Append(unit);
    }

    private static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
