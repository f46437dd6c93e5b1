using Calcinosis.Rules.Explanation.Charts;
using Calcinosis.Rules.Interpretation.Labs;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Tests.Explanation.Charts;

public sealed class Laboratory_values_stand_beside_their_interval
{
    [Fact]
    public void The_laboratorys_own_range_goes_before_the_tables() =>
        Strip("""{ "analyte": "phosphate", "value": 4.6, "unit": "mg/dL", "referenceRange": { "low": 2.0, "high": 5.0 } }""", years: "40")
            .Should().BeEquivalentTo(new { Low = 2.0m, High = 5.0m, Origin = IntervalOrigin.Laboratory, State = RangeState.Normal });

    [Fact]
    public void A_childs_phosphate_stands_beside_the_interval_for_its_age_and_not_beside_an_adults()
    {
        var strip = Strip("""{ "analyte": "phosphate", "value": 5.4, "unit": "mg/dL", "referenceRange": { "low": 2.5, "high": 4.5 } }""", years: "9");

        strip.Origin.Should().Be(IntervalOrigin.Table);
        strip.High.Should().BeGreaterThanOrEqualTo(5.4m);
        strip.Sources.Should().NotBeEmpty();
    }

    [Fact]
    public void Limits_come_in_the_unit_in_which_the_value_was_entered()
    {
        var strip = Strip("""{ "analyte": "phosphate", "value": 1.1, "unit": "mmol/L" }""", years: "40");

        strip.Seen.Should().Be("1.1 mmol/L");
        strip.High.Should().Be(1.453m, "4.5 mg/dL by the factor of the table");
        strip.OuterHigh.Should().BeGreaterThan(strip.High!.Value, "the borderline band lies outside");
    }

    [Fact]
    public void Without_an_age_only_what_is_normal_at_every_age_is_shown_as_normal()
    {
        var strip = Strip("""{ "analyte": "alkaline-phosphatase", "value": 130, "unit": "U/L" }""", years: null);

        strip.Origin.Should().Be(IntervalOrigin.TableForSeveral);
        (strip.Low > strip.High).Should().BeTrue("an infant's lower limit is above an adult's upper one");
        strip.OuterLow.Should().BeLessThan(strip.OuterHigh!.Value);
    }

    [Theory]
    [InlineData("""{ "analyte": "pth-intact", "interpretation": "high" }""", "high", "High")]
    [InlineData("""{ "analyte": "pth-intact", "value": 5, "unit": "pg/mL", "comparator": "<" }""", "< 5 pg/mL", "Low")]
    public void A_flag_or_a_bound_is_shown_as_it_was_entered(string lab, string seen, string state)
    {
        var strip = Strip(lab, years: "40");

        strip.Seen.Should().Be(seen);
        strip.State.ToString().Should().Be(state);
    }

    private static LabStrip Strip(string lab, string? years) =>
        Chart.Of($$"""{ "patient": { {{(years is null ? "" : $"\"ageYears\": {years}")}} }, "labs": [ {{lab}} ], "lesions": [ { "id": "L1", "sites": ["fingers"], "morphology": ["nodule"] } ] }""").Labs.Single();
}
