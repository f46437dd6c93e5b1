using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>Clarifications of iatrogenic calcinosis: asked and absent, windows, transplants, stays, other injections.</summary>
public sealed class Clarified_iatrogenic
{
    private static Exposure Infusion(string site = "left wrist", string? before = "P10D") =>
        new() { Text = "calcium gluconate infusion", Site = site, BeforeLesion = before is null ? null : Duration(before) };

    private static PatientStory LiverTransplant() =>
        Man(41).Exposed(new Exposure { Text = "liver transplantation", BeforeLesion = Duration("P10D") }).Film("calcification").Lesion("upper arm", "papule");

    private static PatientStory KidneyTransplant() =>
        Man(41).Exposed(new Exposure { Code = "transplant-other", BeforeLesion = Duration("P10D") }).Film("calcification").Lesion("upper arm", "papule");

    [Fact]
    public void C67_for_a_heel_papule_of_an_infant_the_heel_stick_alone_has_to_be_denied()
    {
        PatientStory NoHeelStick(string site) => Infant("P12M").Exposed(new Exposure { Code = "heel-stick", Status = PresenceStatus.Absent }).Lesion(LesionAt(site, "papule") with { Count = LesionCount.Single });

        NoHeelStick("heel").Assess().ShouldGive(Iatrogenic, Excluded);
        NoHeelStick("forearm").Assess().Level(Iatrogenic).Should().NotBe(Excluded);
    }

    [Fact]
    public void C67_elsewhere_every_exposure_has_to_be_denied()
    {
        Man(50).Exposed(Infusion() with { Status = PresenceStatus.Absent }).Lesion("left wrist", "plaque").Assess().Level(Iatrogenic).Should().NotBe(Excluded);
        Man(50).HasNo("iatrogenic-exposure").Lesion("left wrist", "plaque").Assess().ShouldGive(Iatrogenic, Excluded);
    }

    [Theory]
    [InlineData("P42D", Probable)]
    [InlineData("P43D", Possible)]
    [InlineData("P84D", Possible)]
    [InlineData("P85D", Unlikely)]
    public void C68_the_window_of_intravenous_calcium(string before, object certainty) => Woman(60).Exposed(Infusion(before: before)).Lesion("left wrist", "plaque").Assess().ShouldGive(Iatrogenic, (Certainty)certainty);

    /// <summary>Table of agents: last day that fits, first late day, last late day, first day too late.</summary>
    [Theory]
    [InlineData("phosphate infusion", "left wrist", "left wrist", 42, 84)]
    [InlineData("EEG", null, "scalp", 42, 90)]
    [InlineData("nadroparin calcium", "abdomen", "abdomen", 60, 120)]
    [InlineData("calcium alginate dressing", "thigh", "thigh", 60, 90)]
    [InlineData("liver transplantation", null, "upper arm", 90, 180)]
    [InlineData("para-aminosalicylic acid with intravenous calcium", "left wrist", "left wrist", 180, 365)]
    [InlineData("calcium gluconate injection", "finger", "finger", 42, 84)]
    public void C68_the_window_of_every_other_agent(string agent, string? at, string lesion, int max, int late)
    {
        Certainty After(int days) => Man(60).Exposed(new Exposure { Text = agent, Site = at, BeforeLesion = Duration($"P{days}D") }).Lesion(lesion, "plaque").Assess().Level(Iatrogenic);

        new[] { After(max), After(max + 1), After(late), After(late + 1) }.Should().Equal(Probable, Possible, Possible, Unlikely);
    }

    [Theory]
    [InlineData("calcium alginate dressing", "thigh", "P2D", Unlikely)]
    [InlineData("calcium alginate dressing", "thigh", "P3D", Probable)]
    [InlineData("nadroparin calcium", "abdomen", "P1D", Unlikely)]
    [InlineData("nadroparin calcium", "abdomen", "P2D", Probable)]
    public void C68_the_lower_bound_counts_from_the_first_dose(string agent, string site, string before, object certainty)
    {
        var first = new Exposure { Text = agent, Site = site, StartedOn = Day("2026-10-01"), EndedOn = Day("2026-10-01") };
        var onset = Day("2026-10-01").Earliest.AddDays((int)Duration(before).TotalDays);

        Man(60).Exposed(first).Lesion(LesionAt(site, "plaque") with { OnsetOn = PartialDate.Day(onset.Year, onset.Month, onset.Day) }).Assess().ShouldGive(Iatrogenic, (Certainty)certainty);
    }

    [Fact]
    public void C68_an_exposure_that_runs_at_onset_fits_whenever_it_began() =>
        Man(60).Exposed(new Exposure { Text = "nadroparin calcium", Site = "abdomen", Ongoing = true }).Lesion("abdomen", "nodule").Assess().ShouldGive(Iatrogenic, Probable);

    [Fact]
    public void C68_a_newborn_of_27_days_is_inside_the_window_without_any_date_and_this_is_written_down()
    {
        var suggestion = Infant("P27D").Exposed(Infusion(before: null)).Lesion("left wrist", "plaque").Assess().Of(Iatrogenic);

        suggestion.Certainty.Should().Be(Probable);
        suggestion.Assumed.Should().Contain(line => line.Finding == "exposure.iv-calcium.in-window");
    }

    [Fact]
    public void C68_undated_heel_sticks_belong_to_the_newborn_period_and_this_is_written_down()
    {
        PatientStory Heel(decimal onset) => Man(8).Exposed(new Exposure { Text = "heel sticks" }).Lesion(LesionAt("heel", "papule") with { OnsetAgeYears = onset });

        Heel(0.4m).Assess().ShouldGive(Iatrogenic, Probable);
        Heel(0.4m).Assess().Of(Iatrogenic).Assumed.Should().Contain(line => line.Finding == "exposure.heel-stick.in-window");
        Heel(2m).Assess().ShouldGive(Iatrogenic, Possible);
    }

    [Fact]
    public void C68_dates_win_over_the_stated_delay() =>
        Woman(60).Exposed(Infusion(before: "P10D") with { StartedOn = Day("2026-01-01"), EndedOn = Day("2026-01-02") }).Lesion(LesionAt("left wrist", "plaque") with { OnsetOn = Day("2026-10-01") }).Assess().ShouldGive(Iatrogenic, Unlikely);

    [Fact]
    public void C68_a_lesion_that_was_there_before_the_exposure_is_not_its_doing() =>
        Woman(60).Exposed(Infusion(before: null) with { StartedOn = Day("2026-10-01") }).Lesion(LesionAt("left wrist", "plaque") with { OnsetOn = Day("2026-09-01") }).HasNo("iatrogenic-exposure").Assess().ShouldGive(Iatrogenic, Excluded);

    [Fact]
    public void C69_after_a_transplantation_it_is_probable_at_most_and_only_without_a_lasting_mineral_disorder()
    {
        LiverTransplant().Normal("calcium-total", "phosphate", "creatinine").Assess().ShouldGive(Iatrogenic, Probable);
        LiverTransplant().Assess().ShouldGive(Iatrogenic, Probable);
        LiverTransplant().Flag("calcium-total", LabInterpretation.High).Assess().ShouldGive(Iatrogenic, Possible);
    }

    [Fact]
    public void C69_other_transplants_need_calcium_and_phosphate_known_normal()
    {
        KidneyTransplant().Assess().ShouldGive(Iatrogenic, Possible);
        KidneyTransplant().Normal("calcium-total", "phosphate").Assess().ShouldGive(Iatrogenic, Probable);
    }

    [Fact]
    public void C69_of_several_exposures_the_best_one_speaks()
    {
        Woman(60).Exposed(Infusion("right forearm")).Exposed(Infusion("left wrist")).Lesion("left wrist", "plaque").Assess().ShouldGive(Iatrogenic, Probable);
        Woman(60).Exposed(Infusion("left wrist", "P200D")).Exposed(Infusion("left wrist")).Lesion("left wrist", "plaque").Assess().ShouldGive(Iatrogenic, Probable);
    }

    [Theory]
    [InlineData("left wrist", "2026-06-26", Possible)] // 84 days before onset
    [InlineData("left wrist", "2026-06-25", NotAssessable)] // 85 days
    [InlineData("thigh", "2026-08-01", NotAssessable)]
    [InlineData("scalp", "2026-08-01", Possible)]
    public void C70_intensive_care_that_ended_shortly_before_onset_at_a_usual_place_of_a_line(string site, string until, object certainty) =>
        Man(60).Add(new Condition { Text = "intensive care stay", Until = Day(until) }).Lesion(LesionAt(site, "plaque") with { OnsetOn = Day("2026-09-18") }).Assess().ShouldGive(Iatrogenic, (Certainty)certainty);

    [Theory]
    [InlineData(7, Possible)]
    [InlineData(8, NotAssessable)]
    public void C70_newborn_intensive_care_counts_for_a_heel_up_to_seven_years_and_is_no_documented_cause(int years, object certainty)
    {
        var assessment = Man(years).Has("neonatal intensive care").Lesion(LesionAt("heel", "papule") with { Count = LesionCount.Single, OnsetAgeYears = years }).Assess();

        assessment.ShouldGive(Iatrogenic, (Certainty)certainty);
        assessment.ShouldGive(Idiopathic, Possible);
    }

    [Fact]
    public void C71_an_injection_at_the_place_is_a_dystrophic_cause_and_iatrogenic_only_possible()
    {
        var assessment = Woman(40).Exposed(new Exposure { Text = "intramuscular injections", Lesions = [new LesionRelation("L1", SiteRelation.At)] }).Lesion("buttock", "nodule").Assess();

        assessment.ShouldLeadWith(Dystrophic, "trauma.injection", Probable);
        assessment.ShouldGive(Iatrogenic, Possible);
    }

    [Fact]
    public void C71_an_injection_somewhere_else_is_none() =>
        (Woman(40).Exposed(new Exposure { Text = "intramuscular injections", Site = "left upper arm" }).Lesion("right buttock", "nodule").Assess().Level(Dystrophic) < Possible).Should().BeTrue();

    [Fact]
    public void C71_calcium_filler_is_a_mimic_and_possible_at_most()
    {
        var assessment = Woman(40).Exposed(new Exposure { Text = "Radiesse", Site = "cheek", BeforeLesion = Duration("P30D") }).Film("calcification").Lesion("cheek", "nodule").Assess();

        assessment.ShouldGive(Iatrogenic, Possible);
        assessment.Cautions.Should().Contain(caution => caution.Mimic == "calcium-filler" && caution.Action == CautionAction.CapPossible);
    }
}
