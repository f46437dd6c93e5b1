using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>Patients whom the rules judged wrongly until the check of the whole knowledge found it.</summary>
public sealed class What_the_check_brought_to_light
{
    [Fact]
    public void A_lesion_that_was_there_before_the_infusion_is_not_blamed_on_it()
    {
        var plaque = new Lesion { Id = "L1", Sites = ["left forearm"], Morphology = ["plaque"], OnsetOn = PartialDate.Day(2026, 9, 1) };
        var infusion = new Exposure { Code = "iv-calcium", Site = "left forearm", StartedOn = PartialDate.Day(2026, 10, 10), EndedOn = PartialDate.Day(2026, 10, 11) };

        PatientStory.Man(50).Lesion(plaque).Exposed(infusion).FilmOf("L1", "soft tissue calcification").Assess()
            .Of(CalcinosisType.Iatrogenic).Certainty.Should().Be(Certainty.Unlikely);
    }

    [Theory]
    [InlineData(true, Certainty.Established)]
    [InlineData(null, Certainty.Established)]
    [InlineData(false, Certainty.Possible)]
    public void An_ulcer_that_heals_is_not_hard_to_treat(bool? nonHealing, Certainty expected)
    {
        var ulcers = new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["purpura"], Count = LesionCount.Few, Ulcerated = true, Pain = Pain.Present, NonHealing = nonHealing, OnsetOn = PartialDate.Day(2026, 10, 1) };

        PatientStory.Woman(60).Has("haemodialysis").HasNo("calciphylaxis-mimic").Lesion(ulcers).Assess().Of(CalcinosisType.Calciphylaxis).Certainty.Should().Be(expected);
    }

    [Fact]
    public void A_suspected_cause_of_mineral_disturbance_keeps_metastatic_on_the_list() =>
        PatientStory.Man(45).Add(new Condition { Code = "sarcoidosis", Verification = Verification.Suspected }).Lesion(new Lesion { Id = "L1", Sites = ["elbow"], Morphology = ["nodule"] }).Assess()
            .Of(CalcinosisType.Metastatic).Certainty.Should().Be(Certainty.Possible);

    [Theory]
    [InlineData(7.0, false)]
    [InlineData(7.1, true)]
    public void A_phosphate_above_7_in_kidney_disease_asks_for_a_referral(double phosphate, bool flagged) =>
        PatientStory.Man(60).Has("haemodialysis").Lab("phosphate", (decimal)phosphate, "mg/dL").Lesion(new Lesion { Id = "L1", Sites = ["shoulder"], Morphology = ["mass"] }).Assess()
            .RedFlags.Any(flag => flag is { Rule: "RF-43", Urgency: Urgency.Weeks }).Should().Be(flagged);

    [Fact]
    public void An_agent_that_nobody_has_published_does_not_reach_the_highest_level()
    {
        var injection = new Exposure { Code = "calcium-injection", StartedOn = PartialDate.Day(2026, 10, 1), EndedOn = PartialDate.Day(2026, 10, 1), Lesions = [new LesionRelation("L1", SiteRelation.Confined)] };

        PatientStory.Man(40).Exposed(injection).Lesion(new Lesion { Id = "L1", Sites = ["fingers"], Morphology = ["plaque"], OnsetOn = PartialDate.Day(2026, 10, 10) }).FilmOf("L1", "soft tissue calcification").Assess()
            .Of(CalcinosisType.Iatrogenic).Certainty.Should().Be(Certainty.Probable);
    }

    [Theory]
    [InlineData(true, null, Certainty.Possible)]
    [InlineData(true, true, Certainty.Probable)]
    [InlineData(false, null, Certainty.Probable)]
    [InlineData(null, null, Certainty.Probable)]
    public void Calcium_that_an_adequate_biopsy_states_as_absent_was_looked_for_in_vain(bool? adequate, bool? decalcified, Certainty expected)
    {
        var biopsy = new HistologyReport { Adequate = adequate, Decalcified = decalcified, Findings = [new ReportFinding { Text = "calcium deposits", Status = PresenceStatus.Absent }] };

        PatientStory.Woman(50).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(PatientStory.LesionAt("fingers", "nodule")).Biopsy(biopsy).Assess()
            .Of(CalcinosisType.Dystrophic).Certainty.Should().Be(expected);
    }

    [Theory]
    [InlineData(Modality.XRay, "2026-10-20", Certainty.Possible)]
    [InlineData(Modality.Ct, "2026-10-20", Certainty.Possible)]
    [InlineData(Modality.Ultrasound, "2026-10-20", Certainty.Probable)]
    [InlineData(Modality.XRay, "2026-09-10", Certainty.Probable)]
    public void Calcification_that_a_late_film_states_as_absent_was_looked_for_in_vain(Modality modality, string takenOn, Certainty expected)
    {
        var study = new ImagingStudy { Modality = modality, TakenOn = PatientStory.Day(takenOn), Findings = [new ReportFinding { Text = "calcification", Status = PresenceStatus.Absent }] };

        PatientStory.Woman(50).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(PatientStory.LesionAt("fingers", "nodule") with { OnsetOn = PatientStory.Day("2026-09-01") }).Film(study).Assess()
            .Of(CalcinosisType.Dystrophic).Certainty.Should().Be(expected);
    }
}
