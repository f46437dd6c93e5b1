using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Tests.Measurements;

/// <summary>The worked tables B1-B6 of the laboratory specification, to a relative tolerance of 5e-4.</summary>
public sealed class Worked_tables
{
    [Theory]
    [InlineData(9.5, 4.0, 9.500)]
    [InlineData(8.0, 2.0, 9.600)]
    [InlineData(10.2, 3.0, 11.00)]
    [InlineData(7.6, 2.5, 8.800)]
    [InlineData(11.4, 4.6, 10.92)]
    [InlineData(12.9, 3.4, 13.38)]
    [InlineData(9.0, 1.8, 10.76)]
    [InlineData(14.2, 2.9, 15.08)]
    public void B1_corrected_calcium_in_conventional_units(decimal calcium, decimal albumin, decimal corrected) =>
        Close(Formulas.CorrectedCalciumConventional(calcium, albumin), corrected);

    [Theory]
    [InlineData(2.40, 40, 2.400)]
    [InlineData(2.00, 20, 2.400)]
    [InlineData(2.55, 30, 2.750)]
    [InlineData(1.90, 25, 2.200)]
    [InlineData(1.83, 26, 2.110)]
    [InlineData(3.20, 34, 3.320)]
    [InlineData(2.25, 44, 2.170)]
    [InlineData(2.62, 36, 2.700)]
    public void B2_corrected_calcium_in_SI_units(decimal calcium, decimal albumin, decimal corrected) =>
        Close(Formulas.CorrectedCalciumSi(calcium, albumin), corrected);

    [Theory]
    [InlineData(9.5, 3.5, 33.25, 2.679)]
    [InlineData(10.0, 5.5, 55.00, 4.431)]
    [InlineData(9.8, 5.7, 55.86, 4.500)]
    [InlineData(10.4, 6.8, 70.72, 5.697)]
    [InlineData(8.6, 8.2, 70.52, 5.681)]
    [InlineData(11.8, 4.1, 48.38, 3.898)]
    [InlineData(9.2, 7.6, 69.92, 5.633)]
    [InlineData(12.6, 6.0, 75.60, 6.091)]
    [InlineData(9.0, 6.111, 55.00, 4.431)]
    public void B3_product(decimal calcium, decimal phosphate, decimal conventional, decimal si)
    {
        Close(Formulas.Product(calcium, phosphate), conventional);
        Close(Formulas.Product(calcium * 0.2495m, phosphate * 0.3229m), si);
    }

    [Theory]
    [InlineData("F", 55, 0.9, 75.50, "G2")]
    [InlineData("M", 50, 1.0, 91.69, "G1")]
    [InlineData("F", 50, 0.7, 105.3, "G1")]
    [InlineData("M", 50, 0.9, 104.0, "G1")]
    [InlineData("F", 30, 0.5, 129.3, "G1")]
    [InlineData("M", 25, 0.8, 126.0, "G1")]
    [InlineData("M", 70, 2.0, 35.24, "G3b")]
    [InlineData("F", 70, 2.0, 26.38, "G4")]
    [InlineData("F", 62, 6.5, 6.740, "G5")]
    [InlineData("M", 45, 9.8, 6.115, "G5")]
    [InlineData("F", 80, 1.1, 50.80, "G3a")]
    [InlineData("M", 18, 0.7, 137.0, "G1")]
    [InlineData("F", 65, 1.27, 46.93, "G3a")]
    [InlineData("M", 60, 5.0, 12.49, "G5")]
    public void B4_CKD_EPI_2021(string sex, decimal age, decimal creatinine, decimal egfr, string category)
    {
        var value = Formulas.EgfrCkdEpi2021(creatinine, age, sex == "F" ? Sex.Female : Sex.Male);
        Close(value, egfr);
        Formulas.GfrCategory(value).Should().Be(category);
    }

    [Theory]
    [InlineData(100, 0.4, 103.2, "G1")]
    [InlineData(100, 0.5, 82.60, "G2")]
    [InlineData(140, 0.6, 96.37, "G1")]
    [InlineData(120, 1.8, 27.53, "G4")]
    [InlineData(85, 0.3, 117.0, "G1")]
    [InlineData(160, 3.9, 16.94, "G4")]
    [InlineData(110, 2.2, 20.65, "G4")]
    [InlineData(172, 0.95, 74.77, "G2")]
    public void B5_bedside_Schwartz(decimal height, decimal creatinine, decimal egfr, string category)
    {
        Close(Formulas.EgfrSchwartz(height, creatinine), egfr);
        Formulas.GfrCategory(Formulas.EgfrSchwartz(height, creatinine)).Should().Be(category);
    }

    [Theory]
    [InlineData("calcium-total", 10.0, "mg/dL", "mmol/L", 2.495)]
    [InlineData("calcium-total", 2.5, "mmol/L", "mg/dL", 10.02)]
    [InlineData("calcium-ionised", 1.25, "mmol/L", "mg/dL", 5.010)]
    [InlineData("calcium-total", 4.8, "meq/L", "mmol/L", 2.400)]
    [InlineData("phosphate", 4.5, "mg/dL", "mmol/L", 1.453)]
    [InlineData("phosphate", 2.0, "mmol/L", "mg/dL", 6.194)]
    [InlineData("creatinine", 1.2, "mg/dL", "umol/L", 106.1)]
    [InlineData("creatinine", 150, "umol/L", "mg/dL", 1.696)]
    [InlineData("albumin", 3.6, "g/dL", "g/L", 36.00)]
    [InlineData("pth-intact", 65, "pg/mL", "pmol/L", 6.896)]
    [InlineData("pth-intact", 30, "pmol/L", "pg/mL", 282.8)]
    [InlineData("vitamin-d-25oh", 30, "ng/mL", "nmol/L", 74.88)]
    [InlineData("vitamin-d-25oh", 100, "nmol/L", "ng/mL", 40.06)]
    [InlineData("vitamin-d-1-25oh", 60, "pg/mL", "pmol/L", 144.0)]
    [InlineData("urea-nitrogen", 20, "mg/dL", "mmol/L", 7.140)]
    [InlineData("magnesium", 2.0, "mg/dL", "mmol/L", 0.8228)]
    [InlineData("magnesium", 1.0, "mmol/L", "mg/dL", 2.431)]
    [InlineData("uric-acid", 7.0, "mg/dL", "umol/L", 416.4)]
    [InlineData("urine-calcium-creatinine", 0.2, "mg/mg", "mmol/mmol", 0.5644)]
    [InlineData("urine-calcium-24h", 250, "mg/(24.h)", "mmol/(24.h)", 6.238)]
    public void B6_unit_conversions(string analyte, decimal value, string from, string to, decimal expected)
    {
        var known = AnalyteCatalogue.Find(analyte)!;
        known.TryConvert(value, from, out var canonical).Should().BeTrue();
        known.TryConvert(1, to, out var factor).Should().BeTrue();
        Close(canonical / factor, expected);
    }

    [Theory]
    [InlineData(59.5, "G2")]
    [InlineData(59.49, "G3a")]
    [InlineData(14.5, "G4")]
    [InlineData(14.49, "G5")]
    public void An_eGFR_is_rounded_to_an_integer_before_it_is_staged(decimal egfr, string category) => Formulas.GfrCategory(egfr).Should().Be(category);

    [Theory]
    [InlineData(79.7976, "79.80")]
    [InlineData(30.9400, "30.94")]
    [InlineData(1234567, "1235000")]
    [InlineData(0.00123456, "0.001235")]
    [InlineData(55, "55")]
    public void C84_derived_values_have_four_digits_without_trailing_zeros(decimal value, string shown) =>
        Formulas.FourDigits(value).Should().Be(decimal.Parse(shown, System.Globalization.CultureInfo.InvariantCulture));

    private static void Close(decimal actual, decimal expected) => Math.Abs((actual - expected) / expected).Should().BeLessThan(0.0005m, $"{actual} should be {expected}");
}
