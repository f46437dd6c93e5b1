using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>The textbook scenarios of the clinical specification, one patient each.</summary>
public sealed class TextbookScenarios
{
    [Fact]
    public void S01_Limited_scleroderma_with_chalky_thumbs_is_established_dystrophic() =>
        Woman(48).HasHad("limited systemic sclerosis", "P12Y").Has("Raynaud phenomenon").Flag("anti-centromere", LabInterpretation.Positive)
            .Calcium(9.3m).Lab("albumin", 4.1m, "g/dL").Phosphate(3.4m).Lab("egfr", 92, "mL/min/1.73m2").Normal("pth-intact")
            .Lesion(new Lesion { Id = "L1", Sites = ["both thumbs"], Morphology = ["nodule"], ChalkyDischarge = true }).Film("soft tissue calcification")
            .Assess().ShouldLeadWith(Dystrophic, "ctd.ssc_limited", Established);

    [Fact]
    public void S02_A_child_with_juvenile_dermatomyositis_and_a_phosphate_normal_for_age_is_established_dystrophic()
    {
        var assessment = Woman(9).HasHad("juvenile dermatomyositis", "P2Y").Flag("anti-nxp2", LabInterpretation.Positive).Calcium(9.6m).Phosphate(5.4m).Normal("creatine-kinase")
            .Lesion(new Lesion { Id = "L1", Sites = ["elbows", "buttocks"], Morphology = ["sheet"] }).Film("sheet-like calcification")
            .Assess();
        assessment.ShouldLeadWith(Dystrophic, "ctd.jdm", Established);
        assessment.Notes.Should().Contain(note => note.Code == "near-upper-limit", "5.4 mg/dL is above the strictest published limit of a girl of nine");
    }

    [Fact]
    public void S03_Lobulated_masses_on_dialysis_are_established_metastatic()
    {
        var assessment = Man(58).HasHad("haemodialysis", "P6Y").Calcium(10.1m).Phosphate(7.9m).Lab("pth-intact", 1100, "pg/mL")
            .Lesion(new Lesion { Id = "L1", Sites = ["shoulder", "hip"], Morphology = ["mass"], Pain = Pain.None, Depth = LesionDepth.Periarticular }).Film("sedimentation sign", "lobulated calcification")
            .Assess();
        assessment.ShouldLeadWith(Metastatic, "ckd_dialysis", Established);
        assessment.ShouldGive(Idiopathic, Excluded);
    }

    [Fact]
    public void S04_The_clinical_triad_on_dialysis_establishes_calciphylaxis_without_biopsy()
    {
        var assessment = Woman(62).Has("dialysis", "obesity").Takes("warfarin", "P3Y").Calcium(8.9m).Phosphate(5.0m).Measured(MeasurementKind.Bmi, 38, "kg/m2")
            .RuledOut("infection", "vasculitis", "cholesterol-emboli")
            .Lesion(new Lesion { Id = "L1", Sites = ["both thighs"], Morphology = ["ulcer", "stellate purpura", "eschar"], Number = 2, Pain = Pain.Severe, Ulcerated = true, Necrotic = true, Duration = Duration("P5W") })
            .Assess();
        assessment.ShouldLeadWith(Calciphylaxis, "uraemic.proximal", Established);
        assessment.RedFlags.Should().NotBeEmpty();
    }

    [Fact]
    public void S05_Warfarin_calciphylaxis_with_normal_kidneys_and_typical_biopsy_is_established()
    {
        var assessment = Woman(71).Takes("warfarin", "P30M").Lab("egfr", 78, "mL/min/1.73m2").Normal("calcium-total", "phosphate")
            .Lesion(new Lesion { Id = "L1", Sites = ["calf"], Morphology = ["retiform purpura", "ulcer"], Pain = Pain.Present, Ulcerated = true, Necrotic = true })
            .Biopsy(new HistologyReport { Adequate = true, Depth = SpecimenDepth.Subcutis, Findings = [new ReportFinding { Text = "calcified arterioles" }, new ReportFinding { Text = "thrombi" }] })
            .Assess();
        assessment.ShouldLeadWith(Calciphylaxis, "non_uraemic.distal", Established);
        assessment.RedFlags.Should().Contain(flag => flag.Rule == "RF-01");
        assessment.Cautions.Should().NotContain(caution => caution.Mimic == "warfarin-necrosis", "30 months are far from the first ten days");
    }

    [Fact]
    public void S06_A_newborn_plaque_ten_days_after_a_calcium_infusion_is_probable_iatrogenic_while_the_film_is_negative() =>
        Infant("P17D").Male().Exposed(new Exposure { Text = "calcium gluconate infusion", Site = "left ankle", BeforeLesion = Duration("P10D") })
            .Lesion(new Lesion { Id = "L1", Sites = ["left ankle"], Morphology = ["plaque"], Duration = Duration("P3D") }).Film("no calcification")
            .Assess().ShouldLeadWith(Iatrogenic, "iv_calcium", Probable);

    [Fact]
    public void S07_Heel_papules_after_heel_sticks_are_established_iatrogenic()
    {
        var assessment = Infant("P8M").Has("preterm birth").Exposed(new Exposure { Text = "heel sticks" }).Normal("calcium-total", "phosphate", "vitamin-d-25oh")
            .Lesion(new Lesion { Id = "L1", Sites = ["both heels"], Morphology = ["papule"], SizeMm = new SizeRange(2, 2), OnsetAgeYears = 0.37m, Count = LesionCount.Many }).Film("calcification")
            .Assess();
        assessment.ShouldLeadWith(Iatrogenic, "heel_stick", Established);
        assessment.Of(Iatrogenic).AlternativeLabel!.Type.Should().Be(Dystrophic, "P6: by mechanism dystrophic");
    }

    [Fact]
    public void S08_A_heel_papule_without_any_heel_stick_is_a_possible_subepidermal_nodule()
    {
        var assessment = Infant("P12M").Exposed(new Exposure { Code = "heel-stick", Status = PresenceStatus.Absent })
            .Lesion(new Lesion { Id = "L1", Sites = ["heel"], Morphology = ["papule"], Count = LesionCount.Single }).Assess();
        assessment.ShouldLeadWith(Idiopathic, "scn", Possible);
        assessment.Of(Iatrogenic).Certainty.Should().Be(Excluded, "C67: the heel stick is the only agent that could fit");
    }

    [Fact]
    public void S09_Painless_scrotal_nodules_with_everything_normal_are_established_idiopathic() =>
        Scrotal().Biopsy("dermal calcium deposits", "no cyst lining").Assess().ShouldLeadWith(Idiopathic, "scrotal", Established);

    [Fact]
    public void S10_Scrotal_nodules_of_which_nothing_is_known_are_possible_idiopathic() =>
        Man(33).Lesion(new Lesion { Id = "L1", Sites = ["scrotum"], Morphology = ["nodule"] }).Assess().ShouldLeadWith(Idiopathic, "scrotal", Possible);

    [Fact]
    public void S11_Scrotal_nodules_that_all_have_a_cyst_wall_are_dystrophic_by_convention_called_idiopathic()
    {
        var assessment = Scrotal().Biopsy(new HistologyReport { Specimens = 4, Findings = [new ReportFinding { Code = "cyst-wall", Extent = FindingExtent.All }, new ReportFinding { Code = "dermal-calcium" }] }).Assess();
        assessment.ShouldLeadWith(Dystrophic, "cyst.epidermoid", Established);
        assessment.Of(Dystrophic).AlternativeLabel!.Subtype.Should().Be("scrotal");
    }

    [Fact]
    public void S12_A_boy_with_GALNT3_and_high_phosphate_has_established_familial_tumoral_calcinosis()
    {
        var assessment = Man(14).Phosphate(7.6m).Calcium(9.7m).Normal("creatinine", "pth-intact").Flag("vitamin-d-1-25oh", LabInterpretation.High)
            .FamilyOf("brother same").Gene("GALNT3").EverythingElseAskedAndAbsent().Film("calcification")
            .Lesion(new Lesion { Id = "L1", Sites = ["elbow", "hip"], Morphology = ["mass"], Depth = LesionDepth.Periarticular }).Assess();
        assessment.ShouldLeadWith(Idiopathic, "ftc_hyperphosphataemic", Established);
        assessment.Of(Idiopathic).AlternativeLabel!.Type.Should().Be(Metastatic, "P3");
    }

    [Fact]
    public void S13_A_boy_with_SAMD9_and_normal_phosphate_has_the_normophosphataemic_form()
    {
        var assessment = Man(6).Normal("calcium-total", "phosphate", "pth-intact", "creatinine").Gene("SAMD9").Has("gingivitis", "conjunctivitis").EverythingElseAskedAndAbsent().Film("calcification")
            .Lesion(new Lesion { Id = "L1", Sites = ["limbs"], Morphology = ["nodule", "ulcer"], ChalkyDischarge = true, Ulcerated = true }).Assess();
        assessment.ShouldLeadWith(Idiopathic, "ftc_normophosphataemic", Established);
        assessment.RedFlags.Should().Contain(flag => flag.Rule == "RF-33", "ulcers of the familial form get infected");
    }

    [Fact]
    public void S14_Lupus_scars_and_a_shoulder_mass_on_dialysis_are_split_by_lesion()
    {
        var assessment = Woman(34).Has("SLE", "dialysis", "lupus nephritis").Calcium(9.9m).Phosphate(7.2m).Lab("pth-intact", 890, "pg/mL")
            .HasAt("lupus panniculitis", "a", SiteRelation.In)
            .Lesion(new Lesion { Id = "a", Sites = ["thighs"], Morphology = ["nodule"] }).Lesion(new Lesion { Id = "b", Sites = ["left shoulder"], Morphology = ["mass"], Depth = LesionDepth.Periarticular })
            .FilmOf("a", "calcification").FilmOf("b", "lobulated calcification").Assess();
        assessment.ShouldLeadWith(Dystrophic, "ctd.lupus_panniculitis", Probable, "a");
        assessment.ShouldLeadWith(Metastatic, "ckd_dialysis", Established, "b");
        assessment.Conclusion.Should().Be(Conclusion.Mixed);
    }

    [Fact]
    public void S15_Necrosis_confined_to_a_fresh_calcium_infusion_on_dialysis_is_probable_iatrogenic_with_calciphylaxis_flagged()
    {
        var assessment = Man(66).Has("dialysis", "hyperkalaemia").Lab("calcium-phosphate-product", 76, "mg2/dL2")
            .Exposed(new Exposure { Text = "calcium gluconate", Site = "right forearm", BeforeLesion = Duration("P4D"), Lesions = [new LesionRelation("L1", SiteRelation.Confined)] })
            .Lesion(new Lesion { Id = "L1", Sites = ["right forearm"], Morphology = ["blister", "eschar", "white plaque"], Necrotic = true }).Assess();
        assessment.ShouldLeadWith(Iatrogenic, "iv_calcium", Probable);
        assessment.Of(Calciphylaxis).Certainty.Should().Be(Possible, "R4");
        assessment.RedFlags.Should().Contain(flag => flag.Rule.StartsWith("RF-01", StringComparison.Ordinal));
        assessment.Of(Iatrogenic).Why.Should().Contain(line => line.Text.Contains("predisposes"), "R3");
    }

    [Fact]
    public void S16_Scleroderma_fingers_and_warfarin_leg_ulcers_are_two_diseases()
    {
        var assessment = Woman(61).Has("systemic sclerosis").Flag("anti-centromere", LabInterpretation.Positive).Normal("calcium-total", "phosphate").Lab("egfr", 70, "mL/min/1.73m2").Takes("warfarin", "P30M")
            .Lesion(new Lesion { Id = "fingers", Sites = ["fingers"], Morphology = ["nodule"], Duration = Duration("P10Y") })
            .Lesion(new Lesion { Id = "legs", Sites = ["lower legs"], Morphology = ["stellate purpura", "ulcer"], Pain = Pain.Severe, Necrotic = true, Ulcerated = true })
            .FilmOf("fingers", "calcification").Assess();
        assessment.ShouldLeadWith(Dystrophic, "ctd.ssc", Established, "fingers");
        assessment.ShouldLeadWith(Calciphylaxis, "non_uraemic.distal", Probable, "legs");
        assessment.Conclusion.Should().Be(Conclusion.Several);
    }

    [Fact]
    public void S17_A_calcium_that_is_high_only_after_correction_leaves_metastatic_probable_and_blocks_idiopathic()
    {
        var assessment = Man(70).Has("bone metastases").Calcium(10.0m).Lab("albumin", 1.9m, "g/dL").Phosphate(4.3m).Lab("egfr", 65, "mL/min/1.73m2")
            .Lesion(new Lesion { Id = "L1", Sites = ["shoulder", "hip"], Morphology = ["nodule"], Depth = LesionDepth.Periarticular }).Assess();
        assessment.ShouldLeadWith(Metastatic, "malignancy_bone", Probable);
        assessment.Of(Idiopathic).Certainty.Should().BeOneOf(Unlikely, Excluded);
        assessment.Workup.Should().Contain(item => item.Test == "ionised-calcium");
    }

    [Fact]
    public void S18_Two_buttock_nodules_and_nothing_else_stay_undetermined()
    {
        var assessment = Woman(29).Lesion(new Lesion { Id = "L1", Sites = ["buttock"], Morphology = ["nodule"], Number = 2 }).Assess();
        assessment.Conclusion.Should().Be(Conclusion.Undetermined);
        assessment.Leading.Should().BeNull();
        assessment.Workup.Should().NotBeEmpty("R18");
        (assessment.Level(Idiopathic) < Possible).Should().BeTrue("never idiopathic because nothing is known");
    }

    [Fact]
    public void S19_Sarcoidosis_with_high_calcium_and_phosphate_is_established_metastatic()
    {
        var assessment = Man(43).Calcium(11.3m).Phosphate(6.8m).Lab("creatinine", 7.5m, "mg/dL").Lab("pth-intact", 4, "pg/mL").Lab("ace", 104, "U/L").Has("lung granulomas")
            .Lesion(new Lesion { Id = "L1", Sites = ["elbow", "finger", "trochanters"], Morphology = ["mass"] }).Biopsy("calcium deposits").Assess();
        assessment.ShouldLeadWith(Metastatic, "sarcoidosis", Established);
        assessment.Of(Metastatic).Contributing.Should().Contain("ckd");
    }

    [Fact]
    public void S20_The_milk_alkali_triad_without_imaging_is_probable_metastatic()
    {
        var assessment = Woman(67).Takes("calcium carbonate").Calcium(13.1m).Phosphate(3.8m).Lab("bicarbonate", 36, "mmol/L").Lab("creatinine", 2.4m, "mg/dL").Lab("pth-intact", 5, "pg/mL")
            .Lesion(new Lesion { Id = "L1", Morphology = ["white papule"] }).Assess();
        assessment.ShouldLeadWith(Metastatic, "milk_alkali", Probable);
        assessment.RedFlags.Should().Contain(flag => flag.Rule == "RF-12" && flag.Urgency == Urgency.SameDay);
    }

    [Fact]
    public void S21_Milia_like_papules_in_Down_syndrome_are_established_idiopathic() =>
        Woman(6).Has("Down syndrome").Normal("calcium-total", "phosphate", "pth-intact", "creatinine").EverythingElseAskedAndAbsent().Biopsy("calcium deposits in the upper dermis")
            .Lesion(new Lesion { Id = "L1", Sites = ["dorsum of both hands"], Morphology = ["papule"], Number = 12, SizeMm = new SizeRange(1, 3) }).Assess().ShouldLeadWith(Idiopathic, "milia_like", Established);

    [Fact]
    public void S22_One_warty_lid_nodule_of_a_boy_is_an_established_subepidermal_nodule() =>
        Man(7).Normal("calcium-total", "phosphate", "creatinine").EverythingElseAskedAndAbsent().Biopsy("upper dermal calcium", "no cyst lining")
            .Lesion(new Lesion { Id = "L1", Sites = ["upper eyelid"], Morphology = ["warty nodule"], Count = LesionCount.Single, SizeMm = new SizeRange(4, 4) }).Assess().ShouldLeadWith(Idiopathic, "scn", Established);

    [Fact]
    public void S23_Bone_in_the_biopsy_is_a_mimic_and_all_types_are_unlikely()
    {
        var assessment = Woman(11).Has("short stature", "round face", "short 4th metacarpals").Calcium(7.0m).Phosphate(8.1m).Lab("pth-intact", 300, "pg/mL").Normal("creatinine").Biopsy("lamellar bone")
            .Lesion(new Lesion { Id = "L1", Morphology = ["plaque"], OnsetAgeYears = 0.5m }).Assess();
        assessment.Conclusion.Should().Be(Conclusion.Mimic);
        assessment.Lesions[0].Suggestions.Should().OnlyContain(suggestion => suggestion.Certainty == Unlikely, "C52");
        assessment.Cautions.Should().Contain(caution => caution.Mimic == "osteoma-cutis" && caution.Action == CautionAction.CapUnlikely && caution.Text.Contains("pseudohypoparathyroidism"));
    }

    [Fact]
    public void S24_Papules_ten_days_after_a_liver_transplant_are_probable_iatrogenic()
    {
        var assessment = Man(41).Exposed(new Exposure { Text = "liver transplantation", BeforeLesion = Duration("P10D") }).Normal("calcium-total", "phosphate", "pth-intact", "creatinine").Biopsy("calcium deposits")
            .Lesion(new Lesion { Id = "L1", Sites = ["upper arm"], Morphology = ["papule"] }).Assess();
        assessment.ShouldLeadWith(Iatrogenic, "transplant_liver", Probable);
        assessment.Of(Metastatic).Certainty.Should().Be(Unlikely);
        assessment.Of(Iatrogenic).Why.Should().Contain(line => line.Text.Contains("peaks of calcium and phosphate"), "the transient peak is named");
    }

    [Fact]
    public void S25_Contradictory_calcium_and_pain_leave_metastatic_probable_on_phosphate_and_site()
    {
        var assessment = Man(55).Has("dialysis").Add(new Condition { Text = "hypercalcaemia", Since = PartialDate.Day(2026, 10, 1) }).Lab("calcium-total", 9.4m, "mg/dL", "2026-10-01").Lab("phosphate", 6.1m, "mg/dL", "2026-10-01")
            .Lesion(new Lesion { Id = "L1", Morphology = ["nodule"], Pain = Pain.Present, Depth = LesionDepth.Periarticular }).Lesion(new Lesion { Id = "L1", Pain = Pain.None })
            .Film("calcification").Assess();
        assessment.ShouldLeadWith(Metastatic, "ckd_dialysis", Probable);
        assessment.Of(Calciphylaxis).Certainty.Should().Be(Unlikely);
        assessment.Notes.Where(note => note.Code == "contradiction").Select(note => note.Text).Should().Contain([
            "calcium high: stated both ways (hypercalcaemia since 2026-10-01; total calcium 9.4 mg/dL on 2026-10-01); it counts as unknown",
            "painful: stated both ways (painful in one report, not in another); it counts as unknown"]);
    }

    private static PatientStory Scrotal() =>
        Man(27).Normal("calcium-total", "phosphate", "pth-intact", "creatinine").EverythingElseAskedAndAbsent()
            .Lesion(new Lesion { Id = "L1", Sites = ["scrotum"], Morphology = ["nodule"], Number = 30, SizeMm = new SizeRange(2, 20), Pain = Pain.None, Duration = Duration("P6Y") });
}
