using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Measurements;

/// <summary>
/// Age as an interval, because charts give years of birth and rounded ages. Days serve the bands of newborns, years all
/// others; a birthday is the first moment of the next year of age.
/// </summary>
/// <param name="MinDays">Least age in days, included.</param>
/// <param name="MaxDays">Greatest age in days, included.</param>
/// <param name="MinYears">Least age in years, included.</param>
/// <param name="MaxYears">Greatest age in years, included.</param>
internal readonly record struct Age(decimal MinDays, decimal MaxDays, decimal MinYears, decimal MaxYears)
{
    private const decimal OldestYears = 130;

    /// <summary>Nothing is known: every age.</summary>
    public static readonly Age Unknown = new(0, OldestYears * IsoDuration.DaysPerYear, 0, OldestYears);

    public bool IsKnown => this != Unknown;

    /// <summary>A stated number of years; whole numbers are completed years, so they reach almost to the next.</summary>
    public static Age OfYears(decimal years)
    {
        var least = years;
        var most = years == decimal.Truncate(years) ? years + 0.999m : years;
        return new Age(least * IsoDuration.DaysPerYear, most * IsoDuration.DaysPerYear, least, most);
    }

    /// <summary>A stated duration.</summary>
    public static Age Of(IsoDuration age)
    {
        var years = age.Years + (age.Months / 12m) + ((age.Days + (age.Hours / 24m)) / IsoDuration.DaysPerYear);
        return new Age(age.TotalDays, age.TotalDays, years, years);
    }

    /// <summary>Age on a day of somebody born on a date, both perhaps partial.</summary>
    public static Age Between(PartialDate birth, DateOnly earliest, DateOnly latest)
    {
        var min = earliest <= birth.Latest ? 0 : earliest.DayNumber - birth.Latest.DayNumber;
        var max = latest <= birth.Earliest ? 0 : latest.DayNumber - birth.Earliest.DayNumber;
        return new Age(min, max, YearsBetween(birth.Latest, earliest), YearsBetween(birth.Earliest, latest));
    }

    /// <summary>The same person some days earlier (negative: later); never below birth.</summary>
    public Age Earlier(decimal minDays, decimal maxDays)
    {
        var least = Math.Max(0, MinDays - maxDays);
        var most = Math.Max(0, MaxDays - minDays);
        return new Age(least, most, Math.Max(0, MinYears - (maxDays / IsoDuration.DaysPerYear)), Math.Max(0, MaxYears - (minDays / IsoDuration.DaysPerYear)));
    }

    /// <summary>On the side of an age limit: true, false, or null when the age is not known well enough.</summary>
    public bool? Is(Threshold limit) => limit.Unit == "d" ? limit.Holds(MinDays, MaxDays) : limit.Holds(MinYears, MaxYears);

    private static decimal YearsBetween(DateOnly birth, DateOnly day)
    {
        if (day <= birth)
            return 0;
        var years = day.Year - birth.Year;
        if (birth.AddYears(years) > day)
            years--;
        return years + ((day.DayNumber - birth.AddYears(years).DayNumber) / 366m);
    }
}
