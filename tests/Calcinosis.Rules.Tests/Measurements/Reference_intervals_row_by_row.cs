using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Tests.Measurements;

/// <summary>The reference intervals of adults (A.3) and children (A.4), copied by hand from the laboratory specification.</summary>
public sealed class Reference_intervals_row_by_row
{
    private static readonly Age ADay = Age.Of(IsoDuration.OfDays(1));

    [Theory]
    [InlineData("calcium-total", 18, null, 8.6, 10.0)]
    [InlineData("calcium-total", 59, null, 8.6, 10.0)]
    [InlineData("calcium-total", 60, null, 8.8, 10.2)]
    [InlineData("calcium-corrected", 40, null, 8.6, 10.0)]
    [InlineData("calcium-ionised", 24, null, 4.57, 5.43)]
    [InlineData("albumin", 40, null, 3.5, 5.0)]
    [InlineData("phosphate", 40, null, 2.5, 4.5)]
    [InlineData("pth-intact", 40, null, 15.0, 65.0)]
    [InlineData("vitamin-d-1-25oh", 40, Sex.Male, 18.0, 64.0)]
    [InlineData("vitamin-d-1-25oh", 40, Sex.Female, 18.0, 78.0)]
    [InlineData("creatinine", 40, Sex.Male, 0.61, 1.24)]
    [InlineData("creatinine", 40, Sex.Female, 0.44, 1.00)]
    [InlineData("urea-nitrogen", 40, null, 7.0, 21.0)]
    [InlineData("alkaline-phosphatase", 40, Sex.Male, 40.0, 129.0)]
    [InlineData("alkaline-phosphatase", 40, Sex.Female, 35.0, 104.0)]
    [InlineData("magnesium", 40, null, 1.7, 2.4)]
    [InlineData("bicarbonate", 40, null, 22.0, 32.0)]
    [InlineData("ace", 40, null, 16.0, 85.0)]
    [InlineData("creatine-kinase", 40, Sex.Male, 39.0, 308.0)]
    [InlineData("creatine-kinase", 40, Sex.Female, 26.0, 192.0)]
    [InlineData("aldolase", 40, null, 1.2, 7.6)]
    [InlineData("fgf23-intact", 40, null, null, 59.0)]
    [InlineData("fgf23-c-terminal", 40, null, null, 180.0)]
    [InlineData("protein-c", 40, null, 83.0, 168.0)]
    [InlineData("protein-s", 40, Sex.Male, 74.0, 147.0)]
    [InlineData("protein-s", 40, Sex.Female, 55.0, 123.0)]
    [InlineData("inr", 40, null, 0.9, 1.1)]
    [InlineData("urine-calcium-24h", 40, null, 50.0, 300.0)]
    [InlineData("urine-calcium-creatinine", 40, null, null, 0.20)]
    public void A3_adults(string analyte, int years, Sex? sex, double? low, double? high) => Interval(analyte, Years(years), sex).Should().Be((low, high));

    [Theory]
    [InlineData("calcium-total", 0, 2, 6.2, 11.0)]
    [InlineData("calcium-total", 3, 13, 8.3, 10.9)]
    [InlineData("calcium-total", 14, 364, 8.7, 11.0)]
    [InlineData("calcium-ionised", 0, 1, 4.40, 5.44)]
    [InlineData("calcium-ionised", 14, 364, 5.21, 5.99)]
    [InlineData("phosphate", 0, 7, 4.6, 8.0)]
    [InlineData("phosphate", 8, 364, 3.9, 8.2)]
    [InlineData("creatinine", 0, 2, 0.79, 1.58)]
    [InlineData("creatinine", 3, 14, 0.30, 0.90)]
    [InlineData("creatinine", 15, 700, 0.10, 0.30)]
    [InlineData("alkaline-phosphatase", 0, 14, 83.0, 248.0)]
    [InlineData("alkaline-phosphatase", 15, 364, 122.0, 469.0)]
    [InlineData("pth-intact", 0, 29, 7.0, 59.0)]
    [InlineData("pth-intact", 31, 364, 8.0, 61.0)]
    [InlineData("albumin", 0, 364, 2.5, 4.6)]
    [InlineData("aldolase", 0, 30, 6.0, 32.0)]
    [InlineData("aldolase", 31, 180, 3.0, 12.0)]
    [InlineData("protein-c", 1, 4, 17.0, 53.0)]
    [InlineData("protein-c", 5, 29, 20.0, 64.0)]
    [InlineData("protein-c", 30, 89, 21.0, 65.0)]
    [InlineData("protein-c", 90, 179, 28.0, 80.0)]
    [InlineData("protein-c", 180, 364, 37.0, 81.0)]
    [InlineData("protein-s", 1, 89, 15.0, 55.0)]
    [InlineData("protein-s", 90, 179, 35.0, 92.0)]
    [InlineData("protein-s", 180, 364, 45.0, 115.0)]
    public void A4_and_C32_bands_of_days_hold_from_their_first_to_their_last_day(string analyte, int firstDay, int lastDay, double? low, double? high)
    {
        Interval(analyte, Age.Of(IsoDuration.OfDays(firstDay)), null).Should().Be((low, high));
        Interval(analyte, Age.Of(IsoDuration.OfDays(lastDay)), null).Should().Be((low, high));
    }

    [Theory]
    [InlineData("calcium-total", 1, 17, null, 8.8, 10.6)]
    [InlineData("calcium-ionised", 1, 1, null, 5.04, 5.84)]
    [InlineData("calcium-ionised", 2, 2, null, 4.87, 5.67)]
    [InlineData("calcium-ionised", 3, 23, null, 4.83, 5.52)]
    [InlineData("phosphate", 1, 3, null, 3.8, 6.5)]
    [InlineData("phosphate", 4, 6, null, 4.0, 5.4)]
    [InlineData("phosphate", 7, 11, null, 3.7, 5.6)]
    [InlineData("phosphate", 12, 13, null, 3.3, 5.4)]
    [InlineData("phosphate", 14, 15, null, 2.9, 5.4)]
    [InlineData("phosphate", 16, 17, null, 2.7, 4.7)]
    [InlineData("phosphate", 18, 18, null, 2.5, 4.5)]
    [InlineData("creatinine", 2, 4, null, 0.20, 0.40)]
    [InlineData("creatinine", 5, 11, null, 0.30, 0.60)]
    [InlineData("creatinine", 12, 14, null, 0.40, 0.80)]
    [InlineData("creatinine", 15, 18, Sex.Male, 0.60, 1.00)]
    [InlineData("creatinine", 15, 18, Sex.Female, 0.50, 0.80)]
    [InlineData("alkaline-phosphatase", 1, 9, null, 142.0, 335.0)]
    [InlineData("alkaline-phosphatase", 10, 12, null, 129.0, 417.0)]
    [InlineData("alkaline-phosphatase", 13, 14, Sex.Male, 116.0, 468.0)]
    [InlineData("alkaline-phosphatase", 13, 14, Sex.Female, 57.0, 254.0)]
    [InlineData("alkaline-phosphatase", 15, 16, Sex.Male, 82.0, 331.0)]
    [InlineData("alkaline-phosphatase", 15, 16, Sex.Female, 50.0, 117.0)]
    [InlineData("alkaline-phosphatase", 17, 18, Sex.Male, 55.0, 149.0)]
    [InlineData("alkaline-phosphatase", 17, 18, Sex.Female, 35.0, 104.0)]
    [InlineData("pth-intact", 1, 10, null, 11.0, 59.0)]
    [InlineData("pth-intact", 11, 17, null, 15.0, 68.0)]
    [InlineData("vitamin-d-1-25oh", 1, 15, null, 24.0, 86.0)]
    [InlineData("vitamin-d-1-25oh", 16, 17, Sex.Male, 18.0, 64.0)]
    [InlineData("albumin", 1, 17, null, 3.5, 5.0)]
    [InlineData("bicarbonate", 1, 1, null, 19.0, 24.0)]
    [InlineData("bicarbonate", 2, 17, null, 18.0, 25.0)]
    [InlineData("aldolase", 3, 6, null, 2.7, 8.8)]
    [InlineData("aldolase", 7, 17, null, 3.3, 9.7)]
    [InlineData("ace", 1, 17, null, null, 128.0)]
    [InlineData("creatine-kinase", 1, 17, Sex.Male, 39.0, 308.0)]
    [InlineData("creatine-kinase", 1, 17, Sex.Female, 26.0, 192.0)]
    [InlineData("fgf23-intact", 1, 17, null, null, 52.0)]
    [InlineData("fgf23-c-terminal", 1, 17, null, null, 230.0)]
    [InlineData("protein-c", 1, 6, null, 40.0, 92.0)]
    [InlineData("protein-c", 7, 9, null, 70.0, 142.0)]
    [InlineData("protein-c", 10, 11, null, 68.0, 143.0)]
    [InlineData("protein-c", 12, 13, null, 66.0, 162.0)]
    [InlineData("protein-c", 14, 15, null, 69.0, 170.0)]
    [InlineData("protein-c", 16, 17, null, 70.0, 171.0)]
    [InlineData("protein-s", 1, 5, null, 62.0, 120.0)]
    [InlineData("protein-s", 6, 9, null, 62.0, 130.0)]
    [InlineData("protein-s", 10, 17, null, 60.0, 140.0)]
    [InlineData("urine-calcium-creatinine", 1, 1, null, null, 0.40)]
    [InlineData("urine-calcium-creatinine", 2, 4, null, null, 0.38)]
    [InlineData("urine-calcium-creatinine", 5, 9, null, null, 0.29)]
    [InlineData("urine-calcium-creatinine", 10, 14, null, null, 0.26)]
    public void A4_bands_of_years_hold_from_their_first_to_the_last_day_of_their_last_year(string analyte, int first, int last, Sex? sex, double? low, double? high)
    {
        Interval(analyte, Years(first), sex).Should().Be((low, high));
        Interval(analyte, Years(last + 0.999m), sex).Should().Be((low, high));
    }

    [Theory]
    [InlineData("calcium-ionised", 2)]
    [InlineData("calcium-ionised", 13)]
    [InlineData("creatine-kinase", 30)]
    [InlineData("fgf23-c-terminal", 30)]
    public void A4_where_the_table_says_not_established_there_is_no_interval(string analyte, int days) =>
        ReferenceIntervals.Bands(AnalyteCatalogue.Find(analyte)!, Age.Of(IsoDuration.OfDays(days)), Sex.Male).Should().BeEmpty();

    [Fact]
    public void A4_calcium_of_a_preterm_baby_in_its_first_week()
    {
        Interval("calcium-total", ADay, null, preterm: true).Should().Be((6.0, 10.0));
        Interval("calcium-total", Age.Of(IsoDuration.OfDays(7)), null, preterm: true).Should().Be((6.0, 10.0));
        Interval("calcium-total", Age.Of(IsoDuration.OfDays(8)), null, preterm: true).Should().Be((8.3, 10.9));
    }

    private static Age Years(decimal years) => new(years * IsoDuration.DaysPerYear, years * IsoDuration.DaysPerYear, years, years);

    private static (double? Low, double? High) Interval(string analyte, Age age, Sex? sex, bool preterm = false)
    {
        var band = ReferenceIntervals.Bands(AnalyteCatalogue.Find(analyte)!, age, sex, preterm).Should().ContainSingle($"one interval of {analyte} holds").Subject;
        return ((double?)band.Low, (double?)band.High);
    }
}
