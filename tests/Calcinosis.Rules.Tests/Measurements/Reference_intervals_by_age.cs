using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Tests.Measurements;

public sealed class Reference_intervals_by_age
{
    [Theory]
    [InlineData(40, 4.5, RangeState.Normal)]
    [InlineData(40, 4.51, RangeState.BorderlineHigh)]
    [InlineData(40, 4.8, RangeState.BorderlineHigh)]
    [InlineData(40, 4.81, RangeState.High)]
    [InlineData(40, 2.5, RangeState.Normal)]
    [InlineData(40, 2.2, RangeState.BorderlineLow)]
    [InlineData(40, 2.19, RangeState.Low)]
    [InlineData(9, 5.4, RangeState.Normal)]
    [InlineData(9, 5.6, RangeState.Normal)]
    [InlineData(9, 6.0, RangeState.BorderlineHigh)]
    [InlineData(9, 6.01, RangeState.High)]
    [InlineData(0.5, 8.2, RangeState.Normal)]
    [InlineData(0.5, 8.5, RangeState.BorderlineHigh)]
    [InlineData(0.5, 8.51, RangeState.High)]
    public void C33_phosphate_is_high_only_beyond_every_published_set(decimal years, decimal value, object expected) =>
        ReferenceIntervals.StateOf(AnalyteCatalogue.Find("phosphate")!, value, new Age(years * 365.2425m, years * 365.2425m, years, years), null).Should().Be((RangeState)expected);

    [Theory]
    [InlineData(10.0, RangeState.Normal)]
    [InlineData(10.2, RangeState.BorderlineHigh)]
    [InlineData(10.21, RangeState.High)]
    [InlineData(8.6, RangeState.Normal)]
    [InlineData(8.4, RangeState.BorderlineLow)]
    [InlineData(8.39, RangeState.Low)]
    public void C33_calcium_of_an_adult(decimal value, object expected) =>
        ReferenceIntervals.StateOf(AnalyteCatalogue.Find("calcium-total")!, value, Age.OfYears(45), Sex.Female).Should().Be((RangeState)expected);

    [Theory]
    [InlineData(7, 8.0, RangeState.Normal)]
    [InlineData(8, 8.2, RangeState.Normal)]
    [InlineData(7, 4.5, RangeState.BorderlineLow)]
    [InlineData(8, 4.5, RangeState.Normal)]
    public void C32_day_bands_include_their_last_day(decimal days, decimal phosphate, object expected) =>
        ReferenceIntervals.StateOf(AnalyteCatalogue.Find("phosphate")!, phosphate, Age.Of(IsoDuration.OfDays(days)), null).Should().Be((RangeState)expected);

    [Fact]
    public void C32_ionised_calcium_between_2_and_13_days_has_no_default() =>
        ReferenceIntervals.StateOf(AnalyteCatalogue.Find("calcium-ionised")!, 7m, Age.Of(IsoDuration.OfDays(5)), null).Should().Be(RangeState.Unknown);

    [Theory]
    [InlineData(4.5, RangeState.Normal)]
    [InlineData(6.0, RangeState.Unknown)]
    [InlineData(9.5, RangeState.High)]
    public void C33_without_an_age_phosphate_is_open_between_the_limits_of_all_ages(decimal value, object expected)
    {
        // 4.5 lies in the range of adults and below that of newborns, so even it decides nothing alone for "low"; it is not high at any age.
        var state = ReferenceIntervals.StateOf(AnalyteCatalogue.Find("phosphate")!, value, Age.Unknown, null);
        if ((RangeState)expected == RangeState.Normal)
            state.Should().NotBe(RangeState.High);
        else
            state.Should().Be((RangeState)expected);
    }

    [Theory]
    [InlineData(11.99, 5.6)]
    [InlineData(12.0, 5.4)]
    [InlineData(13.99, 5.4)]
    [InlineData(16.0, 4.7)]
    [InlineData(18.0, 4.5)]
    public void The_upper_phosphate_limit_changes_on_the_birthday(decimal years, decimal limit) =>
        ReferenceIntervals.UpperLimit(AnalyteCatalogue.Find("phosphate")!, new Age(years * 365.2425m, years * 365.2425m, years, years), null).Should().Be(limit);

    [Fact]
    public void Adult_limits_are_never_used_for_a_child() =>
        ReferenceIntervals.StateOf(AnalyteCatalogue.Find("creatinine")!, 0.7m, Age.OfYears(3), null).Should().Be(RangeState.High, "0.7 mg/dL is normal for an adult and high for a toddler");

    [Fact]
    public void Every_band_names_its_source() => ReferenceBands.All.Should().OnlyContain(band => band.Source.Length > 0);
}
