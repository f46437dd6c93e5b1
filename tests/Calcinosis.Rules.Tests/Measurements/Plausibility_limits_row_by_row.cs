using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Validation;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Measurements.PlausibilityVerdict;

namespace Calcinosis.Rules.Tests.Measurements;

/// <summary>The table of plausibility limits (A.5), copied by hand from the laboratory specification; every limit below, at and above.</summary>
public sealed class Plausibility_limits_row_by_row
{
    [Theory]
    [InlineData("calcium-ionised", "mmol/L", 0.20, 0.60, 2.2, 4.0)]
    [InlineData("calcium-ionised", "mg/dL", 0.8, 2.4, 8.8, 16.0)]
    [InlineData("calcium-ionised", "meq/L", 0.4, 1.2, 4.4, 8.0)]
    [InlineData("phosphate", "mg/dL", 0.1, 1.0, 15.0, 35.0)]
    [InlineData("phosphate", "mmol/L", 0.03, 0.32, 4.8, 11.0)]
    [InlineData("calcium-phosphate-product", "mg2/dL2", 1.0, 8.0, 150.0, 500.0)]
    [InlineData("pth-intact", "pg/mL", 0.0, 1.0, 3000.0, 15000.0)]
    [InlineData("pth-intact", "pmol/L", 0.0, 0.1, 320.0, 1600.0)]
    [InlineData("vitamin-d-25oh", "ng/mL", 0.0, 3.0, 200.0, 2000.0)]
    [InlineData("vitamin-d-25oh", "nmol/L", 0.0, 7.0, 500.0, 5000.0)]
    [InlineData("vitamin-d-1-25oh", "pg/mL", 0.0, 3.0, 250.0, 1500.0)]
    [InlineData("egfr", "mL/min/{1.73_m2}", 0.0, 1.0, 180.0, 300.0)]
    [InlineData("urea-nitrogen", "mg/dL", 0.5, 2.0, 200.0, 400.0)]
    [InlineData("urea", "mmol/L", 0.2, 0.7, 70.0, 145.0)]
    [InlineData("alkaline-phosphatase", "U/L", 0.0, 10.0, 3000.0, 30000.0)]
    [InlineData("magnesium", "mg/dL", 0.2, 0.7, 7.0, 25.0)]
    [InlineData("magnesium", "mmol/L", 0.08, 0.3, 2.9, 10.0)]
    [InlineData("bicarbonate", "mmol/L", 1.0, 5.0, 50.0, 70.0)]
    [InlineData("ace", "U/L", 0.0, null, 400.0, 2000.0)]
    [InlineData("creatine-kinase", "U/L", 0.0, null, 100000.0, 1000000.0)]
    [InlineData("aldolase", "U/L", 0.0, null, 200.0, 5000.0)]
    [InlineData("fgf23-intact", "pg/mL", 0.0, null, 5000.0, 100000.0)]
    [InlineData("protein-c", "%", 0.0, null, 250.0, 400.0)]
    [InlineData("protein-s", "%", 0.0, null, 250.0, 400.0)]
    [InlineData("urine-calcium-creatinine", "mg/mg", 0.0, null, 3.0, 20.0)]
    [InlineData("urine-calcium-24h", "mg/(24.h)", 0.0, null, 1200.0, 4000.0)]
    public void A5_rows_without_a_recognised_unit_slip(string analyte, string unit, double rejectBelow, double? warnBelow, double warnAbove, double rejectAbove)
    {
        const decimal step = 0.001m;
        var (floor, low, high, ceiling) = ((decimal)rejectBelow, (decimal?)warnBelow, (decimal)warnAbove, (decimal)rejectAbove);

        Judge(analyte, unit, floor - step).Should().Be(Reject, "below what is possible");
        Judge(analyte, unit, floor).Should().Be(low is null ? Use : UseButNotAlone, "at the lowest possible value");
        if (low is { } extreme)
        {
            Judge(analyte, unit, extreme - step).Should().Be(UseButNotAlone, "below what is usual");
            Judge(analyte, unit, extreme).Should().Be(Use, "at the lower warning limit");
        }

        Judge(analyte, unit, high).Should().Be(Use, "at the upper warning limit");
        Judge(analyte, unit, high + step).Should().Be(UseButNotAlone, "above what is usual");
        Judge(analyte, unit, ceiling).Should().Be(UseButNotAlone, "at the highest possible value");
        Judge(analyte, unit, ceiling + step).Should().Be(Reject, "above what is possible");
    }

    /// <summary>Where a slip can be recognised (A.2), it is looked for first: the value is set aside and the patient is kept (C46).</summary>
    [Theory]
    [InlineData("mg/dL", "0 0.99", "1.0 2.0 4.0", "4.01 4.99", "5.0 9.5 16", "16.01 25", "25.01")]
    [InlineData("mmol/L", "0 0.49", "6.21 9.6", "0.50 1.24", "1.25 2.4 4.0", "4.01 6.2", "")]
    public void A5_and_A2_for_total_calcium_when_a_low_value_is_explained(string unit, string rejectedLow, string aside, string extremeLow, string used, string extremeHigh, string rejectedHigh)
    {
        foreach (var analyte in new[] { "calcium-total", "calcium-corrected" })
            Table(analyte, unit, rejectedLow, aside, extremeLow, used, extremeHigh, rejectedHigh);
    }

    [Theory]
    [InlineData("albumin", "g/dL", "0 0.29", "10 38 70", "0.30 0.99", "1.0 4.0 6.0", "6.01 8.0", "8.01 9.99 70.01")]
    [InlineData("albumin", "g/L", "0", "2.9 3.8 6.99", "7.0 9.99", "10 40 60", "60.01 80", "80.01")]
    [InlineData("creatinine", "mg/dL", "0 0.049", "30.01 88", "0.05 0.099", "0.1 1.0 20", "20.01 30", "")]
    [InlineData("creatinine", "umol/L", "0", "1.0 3.9 8.99", "", "9 88 1770", "1770.01 4000", "4000.01")]
    [InlineData("inr", "{INR}", "0 0.49", "20.01 35", "0.50 0.69", "0.7 1.0 12", "12.01 20", "")]
    public void A5_and_A2_for_albumin_creatinine_and_INR(string analyte, string unit, string rejectedLow, string aside, string extremeLow, string used, string extremeHigh, string rejectedHigh) =>
        Table(analyte, unit, rejectedLow, aside, extremeLow, used, extremeHigh, rejectedHigh);

    [Theory]
    [InlineData(3.19, "mg/dL", "unit-suspected")]
    [InlineData(4.01, "mg/dL", "calcium-possibly-ionised")]
    [InlineData(6.0, "mg/dL", "calcium-possibly-ionised")]
    [InlineData(6.01, "mg/dL", null)]
    [InlineData(0.79, "mmol/L", "value-extreme")]
    [InlineData(0.80, "mmol/L", "calcium-possibly-ionised")]
    [InlineData(1.50, "mmol/L", "calcium-possibly-ionised")]
    [InlineData(1.51, "mmol/L", null)]
    public void A2_C46_a_low_total_calcium_without_a_reason_may_be_ionised_calcium(double value, string unit, string? code) =>
        Plausibility.Judge(AnalyteCatalogue.Find("calcium-total")!, (decimal)value, unit, lowCalciumExplained: false).Code.Should().Be(code);

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(110, false, false)]
    [InlineData(110.5, true, false)]
    [InlineData(130, true, false)]
    [InlineData(130.5, false, true)]
    [InlineData(-0.1, false, true)]
    public void A5_age_in_years(double years, bool warned, bool rejected) =>
        Outcome(new FindingsDocument { Patient = new Patient { AgeYears = (decimal)years }, Lesions = [new Lesion { Id = "L1" }] }).Should().Be((warned, rejected));

    [Theory]
    [InlineData(MeasurementKind.Height, "cm", 20, 40, 220, 280)]
    [InlineData(MeasurementKind.Weight, "kg", 0.2, 0.4, 300, 700)]
    [InlineData(MeasurementKind.Bmi, "kg/m2", 5, 10, 70, 250)]
    public void A5_bedside_rows(MeasurementKind kind, string unit, double rejectBelow, double warnBelow, double warnAbove, double rejectAbove)
    {
        (bool Warned, bool Rejected) Of(double value) => Outcome(PatientStory.Man(40).Measured(kind, (decimal)value, unit).Lesion("elbow", "nodule").Document());

        Of(rejectBelow - 0.001).Should().Be((false, true));
        Of(rejectBelow).Should().Be((true, false));
        Of(warnBelow - 0.001).Should().Be((true, false));
        Of(warnBelow).Should().Be((false, false));
        Of(warnAbove).Should().Be((false, false));
        Of(warnAbove + 0.001).Should().Be((true, false));
        Of(rejectAbove).Should().Be((true, false));
        Of(rejectAbove + 0.001).Should().Be((false, true));
    }

    [Theory]
    [InlineData(0.049, false, true)]
    [InlineData(0.05, false, false)]
    [InlineData(300, false, false)]
    [InlineData(301, true, false)]
    [InlineData(2000, true, false)]
    [InlineData(2001, false, true)]
    public void A5_lesion_diameter_in_mm(double mm, bool warned, bool rejected) =>
        Outcome(PatientStory.Man(40).Lesion(PatientStory.LesionAt("elbow", "nodule") with { SizeMm = new SizeRange((decimal)mm, (decimal)mm) }).Document()).Should().Be((warned, rejected));

    private static (bool Warned, bool Rejected) Outcome(FindingsDocument document)
    {
        var issues = FindingsValidator.Check(document);
        return (issues.Any(issue => issue.Code == "value-extreme" && issue.Severity == IssueSeverity.Warning), issues.Any(issue => issue.Severity == IssueSeverity.Error));
    }

    private static void Table(string analyte, string unit, string rejectedLow, string aside, string extremeLow, string used, string extremeHigh, string rejectedHigh)
    {
        foreach (var (values, expected) in new[] { (rejectedLow, Reject), (aside, SetAside), (extremeLow, UseButNotAlone), (used, Use), (extremeHigh, UseButNotAlone), (rejectedHigh, Reject) })
        {
            foreach (var value in values.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Judge(analyte, unit, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(expected, $"{analyte} {value} {unit}");
        }
    }

    private static PlausibilityVerdict Judge(string analyte, string unit, decimal value) =>
        Plausibility.Judge(AnalyteCatalogue.Find(analyte)!, value, unit, lowCalciumExplained: true).Verdict;
}
