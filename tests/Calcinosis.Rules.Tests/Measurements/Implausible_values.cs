using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Tests.Measurements;

/// <summary>Unit slips first, then what is impossible, then what is extreme (C46, A.2, A.5).</summary>
public sealed class Implausible_values
{
    public static TheoryData<string, string, string> Limits()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var analyte in AnalyteCatalogue.All)
        {
            foreach (var limits in analyte.Limits)
                data.Add(analyte.Id, limits.Unit, analyte.Id + " in " + limits.Unit);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void C46_every_limit_is_tried_below_at_and_above(string id, string unit, string name)
    {
        var analyte = AnalyteCatalogue.Find(id)!;
        var limits = analyte.Limits.Single(limits => limits.Unit == unit);
        Judge(limits.RejectAbove).Should().NotBe(PlausibilityVerdict.Reject, name);
        Judge(limits.RejectAbove * 1.001m + 0.001m).Should().BeOneOf([PlausibilityVerdict.Reject, PlausibilityVerdict.SetAside], name);
        if (limits.RejectBelow > 0)
            Judge(limits.RejectBelow * 0.999m).Should().BeOneOf([PlausibilityVerdict.Reject, PlausibilityVerdict.SetAside], name);
        if (limits.WarnAbove is { } high)
        {
            Judge(high).Should().NotBe(PlausibilityVerdict.UseButNotAlone, name);
            Judge(high * 1.001m).Should().NotBe(PlausibilityVerdict.Use, name);
        }

        if (limits.WarnBelow is { } low)
            Judge(low * 0.999m).Should().NotBe(PlausibilityVerdict.Use, name);
        Judge(-0.1m).Should().Be(PlausibilityVerdict.Reject, name);
        if (limits.ZeroBarred)
            Judge(0).Should().BeOneOf([PlausibilityVerdict.Reject, PlausibilityVerdict.SetAside], name);

        PlausibilityVerdict Judge(decimal value) => Plausibility.Judge(analyte, value, unit, lowCalciumExplained: true).Verdict;
    }

    [Theory]
    [InlineData("calcium-total", 2.4, "mg/dL", "unit-suspected")]
    [InlineData("calcium-total", 4.0, "mg/dL", "unit-suspected")]
    [InlineData("calcium-total", 9.6, "mmol/L", "unit-suspected")]
    [InlineData("calcium-total", 6.3, "mmol/L", "unit-suspected")]
    [InlineData("calcium-total", 4.9, "mg/dL", "calcium-possibly-ionised")]
    [InlineData("calcium-total", 1.2, "mmol/L", "calcium-possibly-ionised")]
    [InlineData("albumin", 38, "g/dL", "unit-suspected")]
    [InlineData("albumin", 3.8, "g/L", "unit-suspected")]
    [InlineData("creatinine", 88, "mg/dL", "unit-suspected")]
    [InlineData("creatinine", 1.0, "umol/L", "unit-suspected")]
    [InlineData("inr", 21, "{INR}", "unit-suspected")]
    [InlineData("vitamin-d-25oh", 30, "pg/mL", "unit-suspected")]
    [InlineData("vitamin-d-1-25oh", 30, "ng/mL", "unit-suspected")]
    [InlineData("phosphate", 5.0, "", "unit-missing")]
    [InlineData("phosphate", 5.0, "furlongs", "unit-unknown")]
    [InlineData("calcium-total", 2.4, "Mmol/L", "unit-unknown")]
    public void C46_unit_slips_set_the_value_aside_and_never_convert_it(string id, decimal value, string unit, string code)
    {
        var finding = Plausibility.Judge(AnalyteCatalogue.Find(id)!, value, unit, lowCalciumExplained: false);
        finding.Verdict.Should().Be(PlausibilityVerdict.SetAside);
        finding.Code.Should().Be(code);
        finding.Message.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public void C46_a_low_calcium_with_a_known_reason_is_not_taken_for_ionised_calcium() =>
        Plausibility.Judge(AnalyteCatalogue.Find("calcium-total")!, 5.5m, "mg/dL", lowCalciumExplained: true).Verdict.Should().Be(PlausibilityVerdict.Use);

    [Theory]
    [InlineData("mg/dl")]
    [InlineData("MG/DL")]
    [InlineData("mg%")]
    [InlineData(" mg / dL ")]
    [InlineData("mg/dL")]
    public void Spellings_of_a_unit_are_one_unit(string spelling) => Units.Normalise(spelling).Should().Be("mg/dL");

    [Theory]
    [InlineData("µmol/L")]
    [InlineData("μmol/l")]
    [InlineData("mcmol/L")]
    public void All_three_micro_signs_are_one(string spelling) => Units.Normalise(spelling).Should().Be("umol/L");
}
