using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Tests.Measurements;

/// <summary>The conversion factors (A.1), copied by hand from the laboratory specification, both ways to 0.1 %.</summary>
public sealed class Unit_conversions_row_by_row
{
    [Theory]
    [InlineData("calcium-total", "mg/dL", "mmol/L", 0.2495, 4.008)]
    [InlineData("calcium-corrected", "mg/dL", "mmol/L", 0.2495, 4.008)]
    [InlineData("calcium-ionised", "mg/dL", "mmol/L", 0.2495, 4.008)]
    [InlineData("calcium-total", "meq/L", "mmol/L", 0.5, 2)]
    [InlineData("calcium-total", "meq/L", "mg/dL", 2.004, 0.4990)]
    [InlineData("phosphate", "mg/dL", "mmol/L", 0.3229, 3.097)]
    [InlineData("creatinine", "mg/dL", "umol/L", 88.42, 0.01131)]
    [InlineData("albumin", "g/dL", "g/L", 10, 0.1)]
    [InlineData("pth-intact", "pg/mL", "pmol/L", 0.1061, 9.425)]
    [InlineData("pth-intact", "pg/mL", "ng/L", 1, 1)]
    [InlineData("vitamin-d-25oh", "ng/mL", "nmol/L", 2.496, 0.4006)]
    [InlineData("vitamin-d-25oh", "ng/mL", "ug/L", 1, 1)]
    [InlineData("vitamin-d-1-25oh", "pg/mL", "pmol/L", 2.400, 0.4166)]
    [InlineData("urea-nitrogen", "mg/dL", "mmol/L", 0.3570, 2.801)]
    [InlineData("urea", "mg/dL", "mmol/L", 0.1665, 6.006)]
    [InlineData("magnesium", "mg/dL", "mmol/L", 0.4114, 2.431)]
    [InlineData("bicarbonate", "meq/L", "mmol/L", 1, 1)]
    [InlineData("alkaline-phosphatase", "U/L", "ukat/L", 0.01667, 60)]
    [InlineData("creatine-kinase", "U/L", "ukat/L", 0.01667, 60)]
    [InlineData("ace", "U/L", "ukat/L", 0.01667, 60)]
    [InlineData("aldolase", "U/L", "ukat/L", 0.01667, 60)]
    [InlineData("fgf23-intact", "pg/mL", "ng/L", 1, 1)]
    [InlineData("urine-calcium-24h", "mg/(24.h)", "mmol/(24.h)", 0.02495, 40.08)]
    [InlineData("urine-calcium-creatinine", "mg/mg", "mmol/mmol", 2.822, 0.3543)]
    [InlineData("protein-c", "U/mL", "%", 100, 0.01)]
    [InlineData("protein-s", "U/mL", "%", 100, 0.01)]
    [InlineData("calcium-phosphate-product", "mg2/dL2", "mmol2/L2", 0.08056, 12.41)]
    public void A1_factor_and_way_back(string analyte, string from, string to, double factor, double back)
    {
        Close(Convert(analyte, from, to), (decimal)factor);
        Close(Convert(analyte, to, from), (decimal)back);
    }

    [Theory]
    [InlineData("fgf23-intact", "{RU}/mL")] // C-terminal units cannot be turned into intact ones
    [InlineData("calcium-total", "mol/L")]
    [InlineData("phosphate", "meq/L")] // the valence of phosphate depends on pH
    [InlineData("albumin", "mg/dL")]
    [InlineData("creatinine", "mmol/L")]
    [InlineData("urea-nitrogen", "g/L")]
    public void A1_a_unit_that_is_not_in_the_table_is_never_guessed(string analyte, string unit) =>
        AnalyteCatalogue.Find(analyte)!.TryConvert(1, unit, out _).Should().BeFalse();

    [Fact]
    public void A1_urea_nitrogen_and_urea_stay_two_analytes()
    {
        // 20 mg/dL of urea nitrogen are 42.88 mg/dL of urea; both are 7.14 mmol/L of urea.
        Close(Convert("urea-nitrogen", "mg/dL", "mmol/L") * 20, 7.140m);
        Close(Convert("urea", "mg/dL", "mmol/L") * 42.88m, 7.140m);
    }

    private static decimal Convert(string analyte, string from, string to)
    {
        var known = AnalyteCatalogue.Find(analyte)!;
        known.TryConvert(1, from, out var value).Should().BeTrue($"{from} belongs to {analyte}");
        known.TryConvert(1, to, out var unit).Should().BeTrue($"{to} belongs to {analyte}");
        return value / unit;
    }

    private static void Close(decimal actual, decimal expected) => Math.Abs((actual - expected) / expected).Should().BeLessThan(0.001m, $"{actual} should be {expected}");
}
