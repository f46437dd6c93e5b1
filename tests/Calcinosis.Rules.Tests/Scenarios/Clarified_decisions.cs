using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Tests.Support.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>The clarifications that change an answer, each by its number.</summary>
public sealed class Clarified_decisions
{
    private static readonly Lesion Thumbs = new() { Id = "L1", Sites = ["fingers"], Morphology = ["nodule"] };
    private static readonly Lesion ShoulderMass = new() { Id = "L1", Sites = ["shoulder"], Morphology = ["mass"], Depth = LesionDepth.Periarticular };

    [Fact]
    public void C2_a_metastatic_cause_that_is_not_known_absent_keeps_normal_minerals_at_unlikely() =>
        Woman(40).Normal("calcium-total", "phosphate", "pth-intact", "creatinine").Lesion(ShoulderMass).Assess().Of(Metastatic).Certainty.Should().Be(Unlikely);

    [Fact]
    public void C2_with_every_cause_asked_and_absent_it_is_excluded() =>
        Woman(40).Normal("calcium-total", "phosphate", "pth-intact", "creatinine").HasNo("mineral-disorder-cause", "kidney-disease").Lesion(ShoulderMass).Assess().Of(Metastatic).Certainty.Should().Be(Excluded);

    [Fact]
    public void C20_present_and_absent_at_once_is_unknown_and_caps_what_reads_it()
    {
        var assessment = Woman(50).Has("systemic sclerosis").HasNo("systemic-sclerosis").Normal("calcium-total", "phosphate").Lesion(Thumbs).Film("calcification").Assess();
        (assessment.Of(Dystrophic).Certainty < Probable).Should().BeTrue();
    }

    [Fact]
    public void C21_an_absent_umbrella_makes_its_members_absent_and_a_recorded_member_stands()
    {
        var patient = Man(27).Normal("calcium-total", "phosphate", "creatinine").HasNo("local-damage", "iatrogenic-exposure", "ctd-signs").Biopsy("dermal calcium deposits", "no cyst lining").Lesion(new Lesion { Id = "L1", Sites = ["scrotum"], Morphology = ["nodule"] });
        patient.Assess().Of(Idiopathic).Certainty.Should().Be(Established);
        patient.HasAt("scar", "L1", SiteRelation.At).Assess().Of(Idiopathic).Certainty.Should().NotBe(Established);
    }

    [Fact]
    public void C21_previously_healthy_denies_systemic_disease() =>
        Woman(30).Has("previously healthy").Normal("calcium-total", "phosphate", "pth-intact", "creatinine").Lesion(ShoulderMass).Assess().Of(Metastatic).Certainty.Should().Be(Excluded);

    [Fact]
    public void C22_a_suspected_diagnosis_gives_at_most_possible()
    {
        var assessment = Woman(50).Add(new Condition { Text = "systemic sclerosis", Verification = Verification.Suspected }).Normal("calcium-total", "phosphate").Lesion(Thumbs).Film("calcification").Assess();
        assessment.Of(Dystrophic).Certainty.Should().Be(Possible);
    }

    [Fact]
    public void C22_a_scar_of_the_past_still_counts() =>
        Woman(50).Add(new Condition { Text = "burn scar", Status = PresenceStatus.Past, Lesions = [new LesionRelation("L1", SiteRelation.In)] }).Normal("calcium-total", "phosphate").Film("calcification")
            .Lesion(new Lesion { Id = "L1", Sites = ["lower leg"], Morphology = ["plaque"] }).Assess().ShouldLeadWith(Dystrophic, "trauma.burn_scar", Established);

    [Fact]
    public void C25_what_the_chart_calls_it_is_shown_and_never_evidence()
    {
        var assessment = Woman(50).Has("calciphylaxis").Assess();
        assessment.RecordSays.Should().Equal("calciphylaxis");
        (assessment.Of(Calciphylaxis).Certainty < Possible).Should().BeTrue();
        assessment.RedFlags.Should().Contain(flag => flag.Urgency == Urgency.SameDay);
    }

    [Fact]
    public void C28_without_a_day_the_latest_date_is_taken_and_said()
    {
        var document = Woman(50).Lab("phosphate", 7.9m, "mg/dL", "2026-05-01").Lesion(ShoulderMass).Document() with { AsOf = null };
        new CalcinosisClassifier().Classify(document).Notes.Should().Contain(note => note.Code == "as-of-assumed");
    }

    [Fact]
    public void C30_the_other_arm_is_elsewhere() =>
        Woman(60).Exposed(new Exposure { Text = "calcium gluconate infusion", Site = "left forearm", BeforeLesion = Duration("P10D") }).Lesion(new Lesion { Id = "L1", Sites = ["right forearm"], Morphology = ["plaque"] })
            .Assess().Of(Iatrogenic).Certainty.Should().Be(Unlikely);

    [Fact]
    public void C30_the_neighbouring_region_of_the_same_arm_fits() =>
        Woman(60).Exposed(new Exposure { Text = "calcium gluconate infusion", Site = "left wrist", BeforeLesion = Duration("P10D") }).Lesion(new Lesion { Id = "L1", Sites = ["left forearm"], Morphology = ["plaque"] })
            .Assess().Of(Iatrogenic).Certainty.Should().Be(Probable);

    [Theory]
    [InlineData("P42D", Probable)]
    [InlineData("P43D", Possible)]
    [InlineData("P84D", Possible)]
    [InlineData("P85D", Unlikely)]
    public void C68_the_window_of_intravenous_calcium(string before, object certainty) =>
        Woman(60).Exposed(new Exposure { Text = "calcium gluconate infusion", Site = "left wrist", BeforeLesion = Duration(before) }).Lesion(new Lesion { Id = "L1", Sites = ["left wrist"], Morphology = ["plaque"] })
            .Assess().Of(Iatrogenic).Certainty.Should().Be((Certainty)certainty);

    [Fact]
    public void C68_a_newborn_of_27_days_is_inside_the_window_without_any_date() =>
        Infant("P27D").Exposed(new Exposure { Text = "calcium gluconate infusion", Site = "left wrist" }).Lesion(new Lesion { Id = "L1", Sites = ["left wrist"], Morphology = ["plaque"] })
            .Assess().Of(Iatrogenic).Certainty.Should().Be(Probable);

    [Fact]
    public void C34_an_adult_range_on_a_child_is_not_believed_when_it_disagrees()
    {
        var assessment = Man(6).Add(new LabResult { Analyte = "phosphate", Value = 5.2m, Unit = "mg/dL", ReferenceRange = new ReferenceRange(2.5m, 4.5m) }).Lesion(ShoulderMass).Assess();
        assessment.Notes.Should().Contain(note => note.Code == "adult-range-on-child");
        (assessment.Of(Metastatic).Certainty < Probable).Should().BeTrue();
    }

    [Fact]
    public void C38_the_product_is_of_the_measured_total_calcium()
    {
        var assessment = Man(60).Calcium(8.0m).Lab("albumin", 2.5m, "g/dL").Phosphate(8.0m).Lesion(ShoulderMass).Assess();
        assessment.Derived.Should().Contain(value => value.Name == "calcium-phosphate-product" && value.Value == 64.00m);
        assessment.Derived.Should().Contain(value => value.Name == "calcium-corrected" && value.Value == 9.2m);
    }

    [Fact]
    public void C39_values_of_different_days_make_no_product() =>
        Man(60).Lab("calcium-total", 10m, "mg/dL", "2026-10-01").Lab("phosphate", 8m, "mg/dL", "2026-10-02").Lesion(ShoulderMass).Assess().Derived.Should().NotContain(value => value.Name == "calcium-phosphate-product");

    [Fact]
    public void C42_normal_values_years_after_onset_of_a_lesion_that_does_not_grow_leave_the_peak_open()
    {
        var assessment = Woman(50).Has("dialysis").Lab("calcium-total", 9.2m, "mg/dL", "2026-10-20").Lab("phosphate", 4.0m, "mg/dL", "2026-10-20").Lesion(ShoulderMass with { OnsetOn = PartialDate.Year(2020), Growing = false }).Assess();
        assessment.Of(Metastatic).Certainty.Should().Be(Possible);
    }

    [Fact]
    public void C45_one_low_eGFR_is_reduced_and_two_over_ninety_days_are_chronic()
    {
        var once = Woman(60).Lab("egfr", 40, "mL/min/1.73m2", "2026-10-01").Phosphate(5.5m).Lesion(ShoulderMass).Assess();
        var twice = Woman(60).Lab("egfr", 40, "mL/min/1.73m2", "2026-10-01").Lab("egfr", 42, "mL/min/1.73m2", "2026-06-01").Phosphate(5.5m).Lesion(ShoulderMass).Assess();
        once.Of(Metastatic).Subtype.Should().NotBe("ckd");
        twice.Of(Metastatic).Subtype.Should().Be("ckd");
    }

    [Fact]
    public void C49_a_negative_film_in_the_first_weeks_only_leaves_calcium_unproven() =>
        Woman(60).Exposed(new Exposure { Text = "calcium gluconate infusion", Site = "left wrist", BeforeLesion = Duration("P10D") }).Film("no calcification").Lesion(new Lesion { Id = "L1", Sites = ["left wrist"], Morphology = ["plaque"] })
            .Assess().Of(Iatrogenic).Certainty.Should().Be(Probable);

    [Fact]
    public void C51_gout_on_the_problem_list_notes_and_urate_in_the_biopsy_caps()
    {
        var note = Woman(60).Has("systemic sclerosis", "gout").Normal("calcium-total", "phosphate").Lesion(Thumbs).Film("calcification").Assess();
        note.Of(Dystrophic).Certainty.Should().Be(Established);
        note.Cautions.Should().Contain(caution => caution.Mimic == "gout" && caution.Action == CautionAction.Note);
        var shown = Woman(60).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(Thumbs).Film("calcification").Biopsy("negatively birefringent crystals").Assess();
        shown.Of(Dystrophic).Certainty.Should().Be(Possible);
        shown.Cautions.Should().Contain(caution => caution.Mimic == "gout" && caution.Action == CautionAction.CapPossible);
    }

    [Fact]
    public void C52_bone_in_a_scar_beside_calcium_is_metaplastic_and_caps_nothing() =>
        Woman(60).HasAt("scar", "L1", SiteRelation.In).Normal("calcium-total", "phosphate").Biopsy("dermal calcium deposits", "bone").Lesion(new Lesion { Id = "L1", Sites = ["abdomen"], Morphology = ["plaque"] })
            .Assess().ShouldLeadWith(Dystrophic, "trauma.scar", Established);

    [Fact]
    public void C53_dermatomyositis_that_began_in_childhood_is_the_juvenile_form() =>
        Woman(25).Add(new Condition { Text = "dermatomyositis", OnsetAgeYears = 7 }).Normal("calcium-total", "phosphate").Film("calcification").Lesion(new Lesion { Id = "L1", Sites = ["elbows"], Morphology = ["nodule"] })
            .Assess().ShouldLeadWith(Dystrophic, "ctd.jdm", Established);

    [Fact]
    public void C53_varicose_veins_without_skin_change_are_only_a_suspicion() =>
        Woman(70).Add(new Condition { Text = "varicose veins", Stage = "C2" }).Lesion(new Lesion { Id = "L1", Sites = ["lower leg"], Morphology = ["plaque"] }).Assess().Of(Dystrophic).Certainty.Should().Be(Possible);

    [Fact]
    public void C55_ANA_alone_is_no_cause() =>
        (Woman(40).Flag("ana", LabInterpretation.Positive).Lesion(new Lesion { Id = "L1", Sites = ["buttock"], Morphology = ["nodule"] }).Assess().Of(Dystrophic).Certainty < Possible).Should().BeTrue();

    [Fact]
    public void C55_an_antibody_with_a_sign_is_a_suspicion() =>
        Woman(40).Flag("anti-centromere", LabInterpretation.Positive).Has("Raynaud phenomenon").Lesion(new Lesion { Id = "L1", Sites = ["buttock"], Morphology = ["nodule"] }).Assess().Of(Dystrophic).Certainty.Should().Be(Possible);

    [Fact]
    public void C56_the_lance_of_a_heel_stick_is_only_a_suspected_injury()
    {
        var assessment = Infant("P8M").Exposed(new Exposure { Text = "heel sticks" }).Lesion(new Lesion { Id = "L1", Sites = ["heel"], Morphology = ["papule"], AtPriorInjury = true, OnsetAgeYears = 0.4m }).Assess();
        assessment.ShouldLeadWith(Iatrogenic, "heel_stick", Probable);
        assessment.Of(Dystrophic).Certainty.Should().Be(Possible);
    }

    [Fact]
    public void C58_scrotal_nodules_in_lupus_stay_possible_idiopathic_and_lead()
    {
        var assessment = Man(40).Has("SLE").Normal("calcium-total", "phosphate", "creatinine").Lesion(new Lesion { Id = "L1", Sites = ["scrotum"], Morphology = ["nodule"] }).Assess();
        assessment.Of(Idiopathic).Certainty.Should().Be(Possible, assessment.Describe());
        assessment.Lesions[0].Suggestions[0].Type.Should().Be(Idiopathic);
    }

    [Fact]
    public void C65_scrotal_nodules_with_reduced_kidneys_and_normal_minerals_stay_possible() =>
        Man(40).Normal("calcium-total", "phosphate").Has("CKD stage 3").Lesion(new Lesion { Id = "L1", Sites = ["scrotum"], Morphology = ["nodule"] }).Assess().Of(Idiopathic).Certainty.Should().Be(Possible);

    [Fact]
    public void C66_some_lined_nodules_leave_scrotal_calcinosis_at_most_probable()
    {
        var assessment = Man(40).Normal("calcium-total", "phosphate", "creatinine").EverythingElseAskedAndAbsent().Lesion(new Lesion { Id = "L1", Sites = ["scrotum"], Morphology = ["nodule"] })
            .Biopsy(new HistologyReport { Findings = [new ReportFinding { Code = "dermal-calcium" }, new ReportFinding { Code = "cyst-wall", Extent = FindingExtent.Some }] }).Assess();
        assessment.Of(Idiopathic).Certainty.Should().Be(Probable, assessment.Describe());
        assessment.Of(Dystrophic).Certainty.Should().Be(Possible);
    }

    [Fact]
    public void C72_pain_without_a_degree_counts_as_severe_only_in_dying_skin()
    {
        var dying = Man(60).Has("dialysis").Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["eschar"], Pain = Pain.Present }).Assess().Of(Calciphylaxis);
        dying.Certainty.Should().Be(Probable);
        dying.Assumed.Should().Contain(line => line.Finding == "lesion.pain.mild");
        Man(60).Has("dialysis").Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["eschar"], Pain = Pain.Mild }).Assess().Of(Calciphylaxis).Certainty.Should().Be(Possible);
    }

    [Theory]
    [InlineData(3, Excluded)]
    [InlineData(4, Possible)]
    [InlineData(7, Possible)]
    public void C73_a_tender_nodule_on_dialysis_is_possible_from_pain_4(decimal score, object certainty) =>
        Man(60).Has("dialysis").Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["nodule"], PainScore = score, IschaemicPattern = false, Ulcerated = false, Necrotic = false }).Assess().Of(Calciphylaxis).Certainty.Should().Be((Certainty)certainty);

    [Fact]
    public void C74_livedo_reticularis_alone_is_no_ischaemic_pattern() =>
        Man(60).Has("dialysis").Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["livedo reticularis"] }).Assess().Of(Calciphylaxis).Certainty.Should().Be(Unlikely);

    [Fact]
    public void C75_a_finger_ulcer_of_scleroderma_is_no_necrosis_of_calciphylaxis()
    {
        var assessment = Woman(60).Has("systemic sclerosis").Lesion(new Lesion { Id = "L1", Sites = ["fingers"], Morphology = ["ulcer"], Ulcerated = true, Pain = Pain.Severe, NonHealing = true, ChalkyDischarge = null }).Assess();
        assessment.Of(Calciphylaxis).Certainty.Should().Be(Unlikely, "R19");
    }

    [Fact]
    public void C76_one_minor_condition_makes_no_host_and_two_of_different_groups_do()
    {
        Lesion Ulcer() => new() { Id = "L1", Sites = ["thigh"], Morphology = ["eschar"] };
        Woman(60).Has("obesity", "weight loss").Lesion(Ulcer()).Assess().Of(Calciphylaxis).Certainty.Should().Be(Unlikely);
        Woman(60).Has("obesity", "diabetes mellitus").Lesion(Ulcer()).Assess().Of(Calciphylaxis).Certainty.Should().Be(Possible);
    }

    [Fact]
    public void C79_an_adequate_biopsy_without_vessels_lowers_by_one_and_keeps_the_red_flag()
    {
        var assessment = Woman(60).Has("dialysis").Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["retiform purpura", "eschar"], Pain = Pain.Severe })
            .Biopsy(new HistologyReport { Adequate = true, Depth = SpecimenDepth.Subcutis, Findings = [new ReportFinding { Text = "inflammation" }] }).Assess();
        assessment.Of(Calciphylaxis).Certainty.Should().Be(Possible);
        assessment.RedFlags.Should().Contain(flag => flag.Rule == "RF-01");
    }

    [Theory]
    [InlineData(11.9, null)]
    [InlineData(12.0, Urgency.SameDay)]
    [InlineData(13.9, Urgency.SameDay)]
    [InlineData(14.0, Urgency.Emergency)]
    public void C81_the_urgency_of_a_high_calcium(decimal calcium, object? urgency)
    {
        var flags = Woman(60).Calcium(calcium).Lesion(ShoulderMass).Assess().RedFlags.Where(flag => flag.Rule is "RF-10" or "RF-12").ToArray();
        if (urgency is null)
            flags.Should().BeEmpty();
        else
            flags.Should().ContainSingle().Which.Urgency.Should().Be((Urgency)urgency);
    }

    [Fact]
    public void C83_a_treatment_is_blocked_by_what_the_findings_show()
    {
        var assessment = Woman(60).Has("systemic sclerosis", "dialysis").Lesion(Thumbs).Assess();
        assessment.Treatments.Single(option => option.Option == "colchicine").BlockedBy.Should().NotBeEmpty();
        assessment.Treatments.Single(option => option.Option == "minocycline").BlockedBy.Should().BeEmpty();
    }

    [Fact]
    public void C83_warfarin_is_blocked_where_calciphylaxis_is_possible()
    {
        var assessment = Woman(60).Has("systemic sclerosis", "dialysis").Lesion(new Lesion { Id = "L1", Sites = ["fingers", "thigh"], Morphology = ["eschar"] }).Assess();
        assessment.Treatments.Single(option => option.Option == "warfarin-low").BlockedBy.Should().Contain(block => block.Rule == "BL-01");
    }
}
