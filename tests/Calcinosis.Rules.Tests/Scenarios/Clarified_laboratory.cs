using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>
/// Clarifications about single laboratory values: whose range, which flag, which calcium. The level shows how the value
/// was read: with dialysis, a high phosphate around a joint is probable, an open one possible, a normal one unlikely.
/// </summary>
public sealed class Clarified_laboratory
{
    private static PatientStory Dialysis(decimal years = 50) => Man(years).Has("dialysis").Lab("albumin", 4.0m, "g/dL").Lesion("shoulder", "mass");

    private static LabResult Phosphate(decimal value, LabInterpretation? flag = null, decimal? low = null, decimal? high = null) =>
        new() { Analyte = "phosphate", Value = value, Unit = "mg/dL", Interpretation = flag, ReferenceRange = high is null ? null : new ReferenceRange(low, high) };

    [Theory]
    [InlineData(4.6, 4.5, Probable)] // high by its own range, borderline by the table
    [InlineData(5.4, 5.5, Unlikely)] // normal by its own range, high by the table
    public void C1_the_laboratorys_own_range_goes_before_any_table(decimal value, decimal high, object certainty) =>
        Dialysis().Calcium(9.4m).Add(Phosphate(value, low: 2.5m, high: high)).Assess().ShouldGive(Metastatic, (Certainty)certainty);

    [Theory]
    [InlineData(9, false, 5.4, false)] // boys of 5 to 13: 5.4
    [InlineData(9, false, 5.5, true)]
    [InlineData(9, true, 5.2, false)] // girls of 8 to 13: 5.2
    [InlineData(9, true, 5.3, true)]
    [InlineData(7, true, 5.4, false)] // girls up to 7: 5.4
    [InlineData(14, false, 5.3, false)] // boys of 14 and 15: 5.3
    [InlineData(14, false, 5.4, true)]
    [InlineData(14, true, 4.9, false)] // girls of 14 and 15: 4.9
    [InlineData(14, true, 5.0, true)]
    public void C33_a_value_above_the_stricter_limit_for_age_and_sex_is_noted_as_near_the_limit(int years, bool girl, decimal phosphate, bool noted) =>
        (girl ? Woman(years) : Man(years)).Phosphate(phosphate).Lesion("elbow", "nodule").Assess().Notes.Any(note => note.Code == "near-upper-limit").Should().Be(noted);

    [Fact]
    public void C34_an_adult_range_on_a_child_is_not_believed_when_it_disagrees()
    {
        var assessment = Man(6).Add(Phosphate(5.2m, low: 2.5m, high: 4.5m)).Lesion("shoulder", "mass").Assess();

        assessment.Notes.Should().Contain(note => note.Code == "adult-range-on-child");
        (assessment.Level(Metastatic) < Probable).Should().BeTrue();
    }

    [Theory]
    [InlineData(11, 4.7, true)]
    [InlineData(11, 4.8, false)]
    [InlineData(12, 4.7, false)]
    public void C34_a_phosphate_limit_of_4_7_or_less_is_plainly_an_adults_under_twelve(int years, decimal limit, bool doubted) =>
        Man(years).Add(Phosphate(5.2m, low: 2.5m, high: limit)).Lesion("shoulder", "mass").Assess().Notes.Any(note => note.Code == "adult-range-on-child").Should().Be(doubted);

    [Fact]
    public void C35_a_flag_against_the_value_and_its_own_range_is_a_contradiction() =>
        Dialysis().Calcium(9.4m).Add(Phosphate(6.2m, LabInterpretation.Normal, 2.5m, 4.5m)).Assess().ShouldGive(Metastatic, Possible);

    [Theory]
    [InlineData(50, 4.4, LabInterpretation.High, Probable)] // the table says normal: in an adult the flag decides
    [InlineData(50, 4.7, LabInterpretation.High, Probable)] // borderline: the flag decides
    [InlineData(50, 4.7, LabInterpretation.Normal, Unlikely)] // borderline: the flag decides
    [InlineData(50, 6.2, LabInterpretation.Normal, Possible)] // the opposite side: open
    [InlineData(50, 2.0, LabInterpretation.High, Possible)] // the opposite side: open
    [InlineData(9, 5.0, LabInterpretation.High, Possible)] // under 18 against the table: open
    [InlineData(9, 5.8, LabInterpretation.High, Probable)] // under 18, borderline: the flag decides
    public void C35_a_flag_beside_a_value_without_a_range(int years, decimal value, LabInterpretation flag, object certainty) =>
        Dialysis(years).Calcium(9.4m).Add(Phosphate(value, flag)).Assess().ShouldGive(Metastatic, (Certainty)certainty);

    [Fact]
    public void C35_a_flag_that_the_table_does_not_bear_out_is_told_to_the_reader() =>
        Dialysis(9).Add(Phosphate(5.0m, LabInterpretation.High)).Assess().Notes.Should().Contain(note => note.Code == "flag-against-table");

    [Fact]
    public void C35_a_flag_alone_counts_and_is_strong_for_ionised_calcium_only()
    {
        Dialysis().Flag("phosphate", LabInterpretation.High).Film("calcification").Assess().ShouldGive(Metastatic, Probable);
        Dialysis().Flag("calcium-total", LabInterpretation.High).Film("calcification").Assess().ShouldGive(Metastatic, Probable);
        Dialysis().Flag("calcium-ionised", LabInterpretation.High).Film("calcification").Assess().ShouldGive(Metastatic, Established);
    }

    [Fact]
    public void C35_hyperphosphataemia_on_the_problem_list_counts_as_a_flag() =>
        Dialysis().Has("hyperphosphataemia").Film("calcification").Assess().ShouldGive(Metastatic, Probable);

    [Fact]
    public void C36_an_albumin_below_2_makes_the_correction_invalid_and_still_a_suspicion()
    {
        PatientStory Story(decimal albumin) => Man(70).Has("bone metastases").Calcium(10.0m).Lab("albumin", albumin, "g/dL").Phosphate(4.3m).Lesion("shoulder", "nodule");

        var invalid = Story(1.9m).Assess();
        invalid.ShouldGive(Metastatic, Probable);
        invalid.Derived.Should().Contain(value => value.Name == "calcium-corrected" && value.Note != null && value.Note.StartsWith("invalid"));
        Story(2.0m).Assess().Derived.Should().Contain(value => value.Name == "calcium-corrected" && value.Note == null);
    }

    [Fact]
    public void C36_in_pregnancy_and_in_infants_a_low_albumin_leaves_calcium_open_and_suspects_nothing()
    {
        PatientStory Low(PatientStory patient) => patient.Has("bone metastases").Calcium(9.9m).Lab("albumin", 2.2m, "g/dL").Phosphate(3.9m).Lesion("shoulder", "nodule");

        Low(Woman(30)).Assess().ShouldGive(Metastatic, Probable);
        Low(Woman(30).Pregnant()).Assess().ShouldGive(Metastatic, Possible);
        Low(Infant("P8M")).Assess().ShouldGive(Metastatic, Possible);
    }

    [Fact]
    public void C36_where_only_a_corrected_calcium_is_reported_the_kidney_decides_what_it_says()
    {
        PatientStory Story(decimal corrected) => Man(60).Has("bone metastases").Lab("calcium-corrected", corrected, "mg/dL").Phosphate(3.5m).Lesion("forearm", "nodule");

        Story(11.0m).Lab("egfr", 90, "mL/min/1.73m2").Assess().ShouldGive(Metastatic, Probable);
        Story(11.0m).Assess().ShouldGive(Metastatic, Possible);
        Story(9.5m).Assess().ShouldGive(Metastatic, Unlikely);
    }

    [Fact]
    public void C36_a_calculated_ionised_calcium_never_overrules_a_measured_one_does()
    {
        PatientStory Story(LabMethod method) => Man(60).Has("bone metastases").Calcium(9.4m).Phosphate(3.5m)
            .Add(new LabResult { Analyte = "calcium-ionised", Value = 1.6m, Unit = "mmol/L", Method = method }).Lesion("forearm", "nodule");

        Story(LabMethod.Calculated).Assess().ShouldGive(Metastatic, Unlikely);
        Story(LabMethod.Measured).Assess().ShouldGive(Metastatic, Probable);
    }

    [Fact]
    public void C36_ionised_calcium_decides_for_its_own_draw_only()
    {
        PatientStory Story(string other) => Man(60).Has("bone metastases").Phosphate(3.5m)
            .Add(new LabResult { Analyte = "calcium-total", Value = 11.5m, Unit = "mg/dL", Specimen = "A" })
            .Add(new LabResult { Analyte = "calcium-ionised", Value = 1.2m, Unit = "mmol/L", Specimen = other }).Lesion("forearm", "nodule");

        Story("A").Assess().ShouldGive(Metastatic, Unlikely);
        Story("B").Assess().ShouldGive(Metastatic, Probable);
    }

    [Fact]
    public void C37_a_calcium_that_is_only_suspected_to_be_high_does_not_lower_dystrophic_and_is_assumed_not_high()
    {
        var suggestion = Woman(50).Has("systemic sclerosis").Calcium(10.0m).Lab("albumin", 2.5m, "g/dL").Phosphate(3.5m).Lesion("fingers", "nodule").Film("calcification").Assess().Of(Dystrophic);

        suggestion.Certainty.Should().Be(Established);
        suggestion.Assumed.Should().Contain(line => line.Finding == "lab.calcium.high" && line.As == Interpretation.FindingState.Absent);
    }

    [Fact]
    public void C37_it_holds_idiopathic_at_unlikely() =>
        Man(27).Calcium(10.0m).Lab("albumin", 2.5m, "g/dL").Normal("phosphate", "creatinine").EverythingElseAskedAndAbsent().Lesion("scrotum", "nodule").Assess().ShouldGive(Idiopathic, Unlikely);

    [Fact]
    public void C38_the_product_is_of_the_measured_total_calcium()
    {
        var assessment = Man(60).Calcium(8.0m).Lab("albumin", 2.5m, "g/dL").Phosphate(8.0m).Lesion("shoulder", "mass").Assess();

        assessment.Derived.Should().Contain(value => value.Name == "calcium-phosphate-product" && value.Value == 64.00m);
        assessment.Derived.Should().Contain(value => value.Name == "calcium-corrected" && value.Value == 9.2m);
    }

    [Fact]
    public void C38_the_product_with_corrected_calcium_is_shown_beside_it_and_unused()
    {
        // 9.2 x 8.0 = 73.6 would be strong; the measured 8.0 x 6.5 = 52 is not.
        var assessment = Man(60).Has("dialysis").Calcium(8.0m).Lab("albumin", 2.5m, "g/dL").Phosphate(6.5m).Lesion("shoulder", "mass").Film("calcification").Assess();

        assessment.Derived.Should().Contain(value => value.Name == "calcium-phosphate-product-corrected" && value.Value == 59.8m);
        assessment.ShouldGive(Metastatic, Probable);
    }

    [Fact]
    public void C39_values_of_different_days_make_no_product() =>
        Man(60).Lab("calcium-total", 10m, "mg/dL", "2026-10-01").Lab("phosphate", 8m, "mg/dL", "2026-10-02").Lesion("shoulder", "mass").Assess().Derived.Should().NotContain(value => value.Name == "calcium-phosphate-product");

    [Fact]
    public void C39_values_of_two_specimens_of_one_day_make_none_either()
    {
        PatientStory Story(string second) => Man(60)
            .Add(new LabResult { Analyte = "calcium-total", Value = 10m, Unit = "mg/dL", Specimen = "A", TakenOn = Day("2026-10-01") })
            .Add(new LabResult { Analyte = "phosphate", Value = 8m, Unit = "mg/dL", Specimen = second, TakenOn = Day("2026-10-01") }).Lesion("shoulder", "mass");

        Story("B").Assess().Derived.Should().NotContain(value => value.Name == "calcium-phosphate-product");
        Story("A").Assess().Derived.Should().Contain(value => value.Name == "calcium-phosphate-product" && value.Value == 80m);
    }

    [Fact]
    public void C39_two_values_without_a_day_are_taken_as_one_draw_and_this_is_written_down()
    {
        var suggestion = Dialysis().Calcium(11.2m).Phosphate(6.3m).Film("calcification").Assess().Of(Metastatic);

        suggestion.Certainty.Should().Be(Established);
        suggestion.Assumed.Should().Contain(line => line.Finding == "lab.product.above-70");
    }

    [Theory]
    [InlineData(18, Established)]
    [InlineData(17, Possible)]
    public void C39_a_reported_product_without_its_components_counts_from_18_years(int years, object certainty) =>
        Dialysis(years).Lab("calcium-phosphate-product", 76, "mg2/dL2").Film("calcification").Assess().ShouldGive(Metastatic, (Certainty)certainty);
}
