using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Tests.Measurements;

/// <summary>An age is compared roughly where it is far from a limit; at every limit that there is this must decide as exact numbers do.</summary>
public sealed class Ages_near_a_limit
{
    private const decimal DaysPerYear = IsoDuration.DaysPerYear;
    private static readonly decimal[] Nudges = [0, 0.0000000001m, -0.0000000001m, 0.0000005m, -0.0000005m, 0.000002m, -0.000002m, 0.1m, -0.1m, 1, -1];
    private static readonly PartialDate[] Births = [PartialDate.Day(1960, 2, 29), PartialDate.Day(2000, 3, 10), PartialDate.Day(1999, 12, 31), PartialDate.Month(2010, 2), PartialDate.Year(1970)];

    [Fact]
    public void Every_age_limit_decides_as_exact_numbers_do()
    {
        var compared = 0;
        foreach (var limit in Thresholds.All.Where(limit => limit.Unit is "a" or "d"))
        {
            foreach (var age in Around(limit.Unit == "d" ? limit.Value / DaysPerYear : limit.Value))
            {
                age.Is(limit).Should().Be(limit.Unit == "d" ? limit.Holds(age.MinDays, age.MaxDays) : limit.Holds(age.MinYears, age.MaxYears), $"{age} against {limit.Id}");
                compared++;
            }
        }

        compared.Should().BeGreaterThan(9_000);
    }

    [Fact]
    public void Every_band_of_every_reference_interval_holds_as_exact_numbers_say()
    {
        foreach (var band in ReferenceBands.All.Concat(ReferenceBands.Preterm).Concat(ReferenceBands.StrictPhosphate))
        {
            foreach (var edge in (decimal[])[band.From, band.To])
            {
                foreach (var age in Around(band.InDays ? edge / DaysPerYear : edge))
                {
                    var (least, most) = band.InDays ? (age.MinDays, age.MaxDays) : (age.MinYears, age.MaxYears);
                    age.MayLieIn(band).Should().Be(least < band.To && most >= band.From, $"{age} in {band}");
                }
            }
        }
    }

    [Fact]
    public void Whole_days_earlier_are_the_same_as_any_other_number_of_days_earlier()
    {
        foreach (var age in Around(18))
        {
            foreach (var (least, most) in new[] { (0, 0), (3, 10), (-400, -30), (0, 365), (6000, 7000), (100_000, 100_000) })
                age.Earlier(least, most).Should().Be(age.Earlier((decimal)least, (decimal)most));
        }
    }

    /// <summary>Ages that were stated, counted from birth or counted back, at a number of years and next to it.</summary>
    private static IEnumerable<Age> Around(decimal years)
    {
        foreach (var nudge in Nudges)
        {
            var stated = Math.Max(0, years + nudge);
            yield return Age.OfYears(stated);
            yield return new Age(stated * DaysPerYear, stated * DaysPerYear, stated, stated);
            yield return Age.Of(IsoDuration.OfDays(Math.Max(0, decimal.Round(years * DaysPerYear) + nudge)));
            yield return Age.Of(IsoDuration.OfYears(stated)).Earlier(-1, 1);
            yield return Age.OfYears(stated + 2).Earlier(730, 731);
        }

        foreach (var birth in Births)
        {
            var day = birth.Latest.AddDays((int)Math.Min(60_000, decimal.Round(years * DaysPerYear)));
            for (var around = -3; around <= 3; around++)
            {
                yield return Age.Between(birth, day.AddDays(around), day.AddDays(around));
                yield return Age.Between(birth, day.AddDays(around), day.AddDays(around + 30));
            }
        }
    }
}
