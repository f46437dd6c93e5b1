using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Tests.Measurements;

public sealed class Ages_to_the_day
{
    private static readonly PartialDate Born = PartialDate.Day(2000, 3, 10);

    [Theory]
    [InlineData("2010-03-09", 3651, 9.9945355)] // the day before the birthday: 364 of 366 days into the tenth year
    [InlineData("2010-03-10", 3652, 10)] // the birthday is the first day of the next year of age
    [InlineData("2010-03-11", 3653, 10.0027322)]
    [InlineData("2000-03-10", 0, 0)]
    [InlineData("2000-03-09", 0, 0)] // before birth
    public void From_a_whole_date_of_birth(string day, int days, double years)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        var age = Age.Between(Born, on, on);

        (age.MinDays, age.MaxDays).Should().Be((days, days));
        age.MinYears.Should().BeApproximately((decimal)years, 0.000001m).And.Be(age.MaxYears);
    }

    [Fact]
    public void From_a_year_of_birth_it_is_an_interval()
    {
        var age = Age.Between(PartialDate.Year(2000), new DateOnly(2010, 7, 1), new DateOnly(2010, 7, 1));

        (age.MinDays, age.MaxDays).Should().Be((3469, 3834), "born between 1 January and 31 December 2000");
        ((int)age.MinYears, (int)age.MaxYears).Should().Be((9, 10));
    }

    [Fact]
    public void From_a_duration_years_months_days_and_hours_add_up()
    {
        var age = Age.Of(new IsoDuration(2, 6, 3, 12));

        age.MinDays.Should().Be((2.5m * 365.2425m) + 3.5m).And.Be(age.MaxDays);
        age.MinYears.Should().BeApproximately(2.5m + (3.5m / 365.2425m), 0.0000001m).And.Be(age.MaxYears);
    }

    [Fact]
    public void Earlier_by_an_uncertain_time_widens_the_interval_and_stops_at_birth()
    {
        var age = new Age(100, 200, 0.3m, 0.6m);

        var earlier = age.Earlier(10, 30);
        (earlier.MinDays, earlier.MaxDays).Should().Be((70, 190));
        earlier.MinYears.Should().BeApproximately(0.3m - (30 / 365.2425m), 0.0000001m);
        earlier.MaxYears.Should().BeApproximately(0.6m - (10 / 365.2425m), 0.0000001m);
        age.Earlier(500, 600).Should().Be(new Age(0, 0, 0, 0));
    }

    [Fact]
    public void Whole_years_reach_almost_to_the_next_and_parts_of_years_are_exact()
    {
        Age.OfYears(17).Should().Be(new Age(17 * 365.2425m, 17.999m * 365.2425m, 17, 17.999m));
        Age.OfYears(17.5m).Should().Be(new Age(17.5m * 365.2425m, 17.5m * 365.2425m, 17.5m, 17.5m));
        (Age.Unknown.IsKnown, Age.OfYears(17).IsKnown).Should().Be((false, true));
    }
}
