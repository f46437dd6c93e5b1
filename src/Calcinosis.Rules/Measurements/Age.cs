using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Measurements;

/// <summary>
/// Age as an interval, because charts give years of birth and rounded ages. Days serve the bands of newborns, years all
/// others; a birthday is the first moment of the next year of age. An age is held against many limits and is mostly far
/// from them, so its ends are known roughly at once and are worked out to the last digit only for a limit that is near.
/// </summary>
internal readonly struct Age : IEquatable<Age>
{
    private const decimal OldestYears = 130;

    /// <summary>Rough numbers are good to far less than this, in days or in years; what is nearer to a limit is worked out exactly.</summary>
    private const double Near = 1e-6;

    private const double RoughDaysPerYear = (double)IsoDuration.DaysPerYear;

    /// <summary>Nothing is known: every age.</summary>
    public static readonly Age Unknown = new(0, OldestYears * IsoDuration.DaysPerYear, 0, OldestYears);

    private readonly double _minDays;
    private readonly double _maxDays;
    private readonly double _minYears;
    private readonly double _maxYears;

    /// <summary>The ends as they were given; null for an age that is counted from birth.</summary>
    private readonly Ends? _given;

    /// <summary>For an age counted from birth: the dates of birth. For an age that was moved: by how many days.</summary>
    private readonly int _first;
    private readonly int _last;

    /// <summary>For an age counted from birth: the days on which it holds.</summary>
    private readonly DateOnly _earliest;
    private readonly DateOnly _latest;

    /// <param name="minDays">Least age in days, included.</param>
    /// <param name="maxDays">Greatest age in days, included.</param>
    /// <param name="minYears">Least age in years, included.</param>
    /// <param name="maxYears">Greatest age in years, included.</param>
    public Age(decimal minDays, decimal maxDays, decimal minYears, decimal maxYears)
        : this(new Ends(minDays, maxDays, minYears, maxYears))
    {
    }

    private Age(Ends given)
    {
        _given = given;
        (_minDays, _maxDays, _minYears, _maxYears) = ((double)given.MinDays, (double)given.MaxDays, (double)given.MinYears, (double)given.MaxYears);
        IsKnown = given != Ends.OfAnyAge;
    }

    private Age(PartialDate birth, DateOnly earliest, DateOnly latest)
    {
        (_first, _last, _earliest, _latest) = (birth.Earliest.DayNumber, birth.Latest.DayNumber, earliest, latest);
        (_minDays, _minYears) = RoughlyBetween(birth.Latest, earliest);
        (_maxDays, _maxYears) = birth.IsDay && earliest == latest ? (_minDays, _minYears) : RoughlyBetween(birth.Earliest, latest);
        IsKnown = true;
    }

    private Age(Ends given, in Age now, int minDays, int maxDays)
    {
        (_given, _first, _last) = (given, minDays, maxDays);
        (_minDays, _maxDays) = (Math.Max(0, now._minDays - maxDays), Math.Max(0, now._maxDays - minDays));
        (_minYears, _maxYears) = (Math.Max(0, now._minYears - (maxDays / RoughDaysPerYear)), Math.Max(0, now._maxYears - (minDays / RoughDaysPerYear)));
        IsKnown = now.IsKnown;
    }

    public bool IsKnown { get; }

    public decimal MinDays => Exact.MinDays;

    public decimal MaxDays => Exact.MaxDays;

    public decimal MinYears => Exact.MinYears;

    public decimal MaxYears => Exact.MaxYears;

    private Ends Exact => _given is null ? Ends.Between(_first, _last, _earliest, _latest)
        : (_first | _last) == 0 ? _given
        : _given.Earlier(_first, _last);

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
    public static Age Between(PartialDate birth, DateOnly earliest, DateOnly latest) => new(birth, earliest, latest);

    /// <summary>The same person some days earlier (negative: later); never below birth.</summary>
    public Age Earlier(int minDays, int maxDays) => new(Exact, in this, minDays, maxDays);

    /// <inheritdoc cref="Earlier(int, int)"/>
    public Age Earlier(decimal minDays, decimal maxDays) => new(Exact.Earlier(minDays, maxDays));

    /// <summary>On the side of an age limit: true, false, or null when the age is not known well enough.</summary>
    public bool? Is(Threshold limit)
    {
        var (least, most) = limit.IsInDays ? (_minDays, _maxDays) : (_minYears, _maxYears);
        if (Math.Abs(least - limit.Rough) <= Near || Math.Abs(most - limit.Rough) <= Near)
            return limit.IsInDays ? limit.Holds(MinDays, MaxDays) : limit.Holds(MinYears, MaxYears);
        var (low, high) = (least > limit.Rough == limit.PointsUp, most > limit.Rough == limit.PointsUp);
        return low == high ? low : null;
    }

    /// <summary>Some age of the interval lies in a band, whose lower bound is included and whose upper one is not.</summary>
    public bool MayLieIn(ReferenceBand band)
    {
        var (least, most) = band.InDays ? (_minDays, _maxDays) : (_minYears, _maxYears);
        return (Math.Abs(least - band.RoughTo) > Near ? least < band.RoughTo : (band.InDays ? MinDays : MinYears) < band.To)
            && (Math.Abs(most - band.RoughFrom) > Near ? most > band.RoughFrom : (band.InDays ? MaxDays : MaxYears) >= band.From);
    }

    public bool Equals(Age other) => Exact == other.Exact;

    public override bool Equals(object? obj) => obj is Age other && Equals(other);

    public override int GetHashCode() => Exact.GetHashCode();

    public override string ToString() => Exact.ToString();

    private static (double Days, double Years) RoughlyBetween(DateOnly birth, DateOnly day)
    {
        if (day <= birth)
            return (0, 0);
        var (years, rest) = YearsAndDays(birth, day);
        return (day.DayNumber - birth.DayNumber, years + (rest / 366.0));
    }

    /// <summary>Whole years from birth to a later day, and the days since the last birthday.</summary>
    private static (int Years, int Days) YearsAndDays(DateOnly birth, DateOnly day)
    {
        var years = day.Year - birth.Year;
        var birthday = birth.AddYears(years);
        if (birthday > day)
            birthday = birth.AddYears(--years);
        return (years, day.DayNumber - birthday.DayNumber);
    }

    /// <summary>The ends to the last digit.</summary>
    private sealed record Ends(decimal MinDays, decimal MaxDays, decimal MinYears, decimal MaxYears)
    {
        public static readonly Ends OfAnyAge = new(0, OldestYears * IsoDuration.DaysPerYear, 0, OldestYears);

        public static Ends Between(int firstBirth, int lastBirth, DateOnly earliest, DateOnly latest)
        {
            var (first, last) = (DateOnly.FromDayNumber(firstBirth), DateOnly.FromDayNumber(lastBirth));
            return new Ends(DaysBetween(last, earliest), DaysBetween(first, latest), YearsBetween(last, earliest), YearsBetween(first, latest));
        }

        public Ends Earlier(decimal minDays, decimal maxDays) => new(
            Math.Max(0, MinDays - maxDays), Math.Max(0, MaxDays - minDays), Math.Max(0, MinYears - (maxDays / IsoDuration.DaysPerYear)), Math.Max(0, MaxYears - (minDays / IsoDuration.DaysPerYear)));

        private static decimal DaysBetween(DateOnly birth, DateOnly day) => day <= birth ? 0 : day.DayNumber - birth.DayNumber;

        private static decimal YearsBetween(DateOnly birth, DateOnly day)
        {
            if (day <= birth)
                return 0;
            var (years, days) = YearsAndDays(birth, day);
            return years + (days / 366m);
        }
    }
}
