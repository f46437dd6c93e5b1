using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Testing.PatientStory;
using static Calcinosis.Rules.Tests.Advice.TreatedPatients;

namespace Calcinosis.Rules.Tests.Advice;

/// <summary>One patient a block, caution or note, with the numbers below, at and above their limits.</summary>
public sealed class What_speaks_against_a_treatment
{
    private static readonly Stories Told = new()
    {
        { "BL-01", "warfarin for calcinosis, possible calciphylaxis elsewhere", () => TwoLesions() }, { "BL-02", "warfarin on dialysis", () => Burnt().Has("haemodialysis") },
        { "BL-03", "zoledronate at eGFR 34", () => Sclerosis().Lab("egfr", 34, "mL/min/1.73m2") }, { "BL-50", "bisphosphonate at eGFR 29", () => Sclerosis().Lab("egfr", 29, "mL/min/1.73m2") },
        { "BL-04", "bisphosphonate with low calcium", () => Woman(48).Has("systemic sclerosis").Low("calcium-total").Skin("fingers", "nodule") },
        { "BL-05", "colchicine in CKD stage 4", () => Burnt().Has("CKD stage 4") }, { "BL-06", "colchicine with clarithromycin in liver disease", () => Burnt().Has("liver disease").Takes("clarithromycin") },
        { "BL-07", "probenecid at eGFR 30", () => Myositis().Lab("egfr", 30, "mL/min/1.73m2") }, { "BL-08", "probenecid with uric-acid stones", () => Myositis().Has("uric-acid stones") },
        { "BL-09", "antacid at eGFR 34", () => Myositis().Lab("egfr", 34, "mL/min/1.73m2") }, { "BL-51", "antacid with high magnesium", () => Myositis().High("magnesium") },
        { "BL-10", "diltiazem with heart block", () => Sclerosis().Has("AV block") }, { "BL-10", "diltiazem at a pulse of 49", () => Sclerosis().Measured(MeasurementKind.HeartRate, 49, "/min") },
        { "BL-54", "diltiazem with allergy", () => Sclerosis().Has("diltiazem hypersensitivity") },
        { "BL-11", "ceftriaxone in a newborn with calcium in a vein", () => Newborn("P20D").CalciumInto("left hand", 2) }, { "BL-12", "ceftriaxone in a jaundiced newborn", () => Newborn("P20D").Has("neonatal jaundice") },
        { "BL-12", "ceftriaxone with cephalosporin allergy", () => Sclerosis().Has("cephalosporin allergy") },
        { "BL-37", "ceftriaxone while calcium runs", () => Sclerosis().Exposed(new Exposure { Text = "calcium gluconate infusion", Ongoing = true }) },
        { "BL-65", "ceftriaxone after calcium in a vein", () => Sclerosis().Exposed(new Exposure { Text = "calcium gluconate infusion" }) },
        { "BL-13", "injection into a lesion, possible calciphylaxis elsewhere", () => TwoLesions() }, { "BL-14", "observation of a painful deposit", () => Hurting(new SizeRange(1, 3), Pain.Present) },
        { "BL-14", "observation of an infected deposit", () => Sclerosis(new SizeRange(1, 3)).Has("pus") }, { "BL-15", "minocycline under 8 years", () => ChildWithSclerosis(7) },
        { "BL-16", "calcimimetic with low PTH", () => Calciphylaxis().Low("pth-intact") }, { "BL-17", "injection into an infected lesion", () => Sclerosis().Has("pus") },
        { "BL-52", "bisphosphonate in vitamin D deficiency", () => Sclerosis().Has("vitamin D deficiency") },
        { "BL-55", "hyperbaric oxygen with a pneumothorax", () => Calciphylaxis().Has("pneumothorax") }, { "BL-56", "compression in arterial disease", () => VenousLeg().Has("peripheral arterial disease") },
        { "BL-57", "warfarin in protein C deficiency", () => Burnt().Has("protein C deficiency") }, { "BL-58", "infected heel nodule", () => Heel().Has("pus") }, { "BL-59", "colchicine with neutropenia", () => Burnt().Has("neutropenia") },
        { "BL-30", "steroid for myositis, possible calciphylaxis elsewhere", () => TwoLesions() }, { "BL-31", "colchicine under diltiazem", () => Burnt().Takes("diltiazem") },
        { "BL-32", "diltiazem under colchicine", () => Sclerosis().Takes("colchicine") }, { "BL-33", "diltiazem under a beta-blocker", () => Sclerosis().Takes("bisoprolol") },
        { "BL-34", "probenecid under methotrexate", () => Myositis().Takes("methotrexate") }, { "BL-35", "thiosulfate at bicarbonate 17", () => Calciphylaxis().Lab("bicarbonate", 17, "mmol/L") },
        { "BL-36", "surgery, possible calciphylaxis elsewhere", () => TwoLesions() }, { "BL-38", "minocycline under calcium tablets", () => Sclerosis().Takes("calcium supplement") },
        { "BL-39", "bisphosphonate with reflux", () => Sclerosis().Has("gastro-oesophageal reflux disease") }, { "BL-40", "bisphosphonate in milk-alkali syndrome", () => Mass().Has("milk-alkali syndrome").Calcium(13m) },
        { "BL-41", "colchicine, kidney function not known", Burnt }, { "BL-42", "binder while calcium is high", () => Uraemic().High("calcium-ionised").Takes("calcium acetate") },
        { "BL-43", "steroid in diabetes", () => Myositis().Has("diabetes mellitus") }, { "BL-60", "bisphosphonate, calcium not known", () => Woman(48).Has("systemic sclerosis").Skin("fingers", "nodule") },
        { "BL-61", "calcimimetic, PTH not known", Calciphylaxis }, { "BL-62", "thiosulfate, route not recorded", () => Calciphylaxis().Takes("sodium thiosulfate") },
        { "BL-63", "colchicine under a statin", () => Burnt().Takes("simvastatin") }, { "BL-64", "probenecid under amoxicillin", () => Myositis().Takes("amoxicillin") },
        { "BL-66", "antacid under minocycline", () => Myositis().Takes("minocycline") }, { "BL-67", "minocycline under isotretinoin", () => Sclerosis().Takes("isotretinoin") },
        { "BL-68", "antacid under citrate", () => Myositis().Takes("potassium citrate") }, { "BL-69", "bisphosphonate in kidney disease with low PTH", () => Sclerosis().Has("CKD stage 3").Low("pth-intact") },
        { "BL-70", "bisphosphonate for a child", () => Myositis(9) }, { "BL-71", "bisphosphonate with dental disease", () => Sclerosis().Has("poor dentition") }, { "BL-72", "etidronate in osteomalacia", () => Burnt().Has("osteomalacia") },
        { "BL-73", "antacid for a child with kidney disease", () => Myositis(9).Has("CKD stage 3") }, { "BL-74", "immunoglobulin in IgA deficiency", () => Myositis().Has("IgA deficiency") },
        { "BL-75", "minocycline in lupus", () => Sclerosis().Has("SLE") }, { "BL-76", "thiosulfate with low pressure", () => Calciphylaxis().Measured(MeasurementKind.SystolicBp, 85, "mm[Hg]") },
        { "BL-77", "opioids on dialysis", Calciphylaxis }, { "BL-78", "acetazolamide with sulfonamide allergy", () => Tumoral().Has("sulfa allergy") }, { "BL-79", "thiosulfate in peritoneal dialysis", () => Calciphylaxis().Has("peritoneal dialysis") },
        { "BL-80", "warfarin for calcinosis", Burnt }, { "BL-81", "surgery with digital ulcers", () => Sclerosis().Has("digital ulcers") }, { "BL-82", "surgery of masses with high phosphate", Tumoral },
        { "BL-83", "laser with keloids", () => Sclerosis().Has("keloid former") }, { "BL-84", "shock waves with a pacemaker", () => Burnt().Has("pacemaker") }, { "BL-85", "topical thiosulfate with sulfite allergy", () => Sclerosis().Has("sulfite allergy") },
        { "BL-86", "topical thiosulfate on an ulcer", () => Woman(48).Has("systemic sclerosis").Lesion(new Lesion { Id = "L1", Sites = ["fingers"], Morphology = ["nodule"], Ulcerated = true, ChalkyDischarge = true }) },
        { "BL-87", "topical thiosulfate, possible calciphylaxis elsewhere", () => TwoLesions() }, { "BL-88", "probenecid with kidney stones", () => Myositis().Has("kidney stones") },
        { "BL-90", "surgery: start small", Burnt }, { "BL-91", "stem cells: not for calcinosis alone", Sclerosis }, { "BL-92", "minocycline: blue-black", Sclerosis }, { "BL-93", "immunoglobulin: serology", Myositis },
        { "BL-94", "antacid: long use", () => Myositis(9) }, { "BL-95", "thiosulfate: sodium", Calciphylaxis }, { "BL-96", "granulomas: no vitamin D", () => Mass().Has("sarcoidosis").Calcium(11.5m) },
    };

    public static TheoryData<string> Sentences => Told.Sentences();

    [Theory]
    [MemberData(nameof(Sentences))]
    public void It_is_said(string story) => Said(Told[story].Patient()).Select(line => line.Rule).Should().Contain(Told[story].Rule);

    [Fact]
    public void Every_block_has_its_story() => Told.Untold(RuleKind.Block).Should().BeEmpty();

    [Theory]
    [InlineData(36, null, null)]
    [InlineData(35, null, null)]
    [InlineData(34, TreatmentSeverity.Block, null)]
    [InlineData(30, TreatmentSeverity.Block, null)]
    [InlineData(29, TreatmentSeverity.Block, TreatmentSeverity.Block)]
    public void Bisphosphonates_stop_at_35_and_30(int egfr, TreatmentSeverity? zoledronate, TreatmentSeverity? any)
    {
        var patient = Sclerosis().Lab("egfr", egfr, "mL/min/1.73m2");
        Severity(patient, "zoledronate-or-alendronate", "BL-03").Should().Be(zoledronate);
        Severity(patient, "bisphosphonate", "BL-50").Should().Be(any);
        Severity(patient, "bisphosphonate", "BL-41").Should().BeNull("eGFR is known");
    }

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, TreatmentSeverity.Block)]
    [InlineData(29, TreatmentSeverity.Block)]
    public void Probenecid_has_no_effect_at_30_or_less(int egfr, TreatmentSeverity? severity) =>
        Severity(Myositis().Lab("egfr", egfr, "mL/min/1.73m2"), "probenecid", "BL-07").Should().Be(severity);

    [Theory]
    [InlineData(30, null)]
    [InlineData(29, TreatmentSeverity.Block)]
    public void Colchicine_stops_below_30(int egfr, TreatmentSeverity? severity) =>
        Severity(Burnt().Lab("egfr", egfr, "mL/min/1.73m2"), "colchicine", "BL-05").Should().Be(severity);

    [Theory]
    [InlineData(35, null)]
    [InlineData(34, TreatmentSeverity.Block)]
    public void Magnesium_and_aluminium_stop_below_35(int egfr, TreatmentSeverity? severity) =>
        Severity(Myositis().Lab("egfr", egfr, "mL/min/1.73m2"), "antacid-mg-al", "BL-09").Should().Be(severity);

    [Theory]
    [InlineData(17.9, true)]
    [InlineData(18.0, false)]
    [InlineData(18.1, false)]
    public void Thiosulfate_warns_below_bicarbonate_18(double bicarbonate, bool warns) =>
        (Severity(Calciphylaxis().Lab("bicarbonate", (decimal)bicarbonate, "mmol/L"), "sodium-thiosulfate-iv", "BL-35") is TreatmentSeverity.Warn).Should().Be(warns);

    [Theory]
    [InlineData(7.9, true)]
    [InlineData(8.0, false)]
    [InlineData(8.1, false)]
    public void Minocycline_below_8_years_is_a_caution_because_nobody_has_checked_it(double years, bool warns) =>
        (Severity(ChildWithSclerosis((decimal)years), "minocycline", "BL-15") is TreatmentSeverity.Warn).Should().Be(warns);

    [Theory]
    [InlineData("P27D", true)]
    [InlineData("P28D", true)]
    [InlineData("P29D", false)]
    public void Ceftriaxone_with_calcium_is_contraindicated_up_to_28_days(string age, bool blocks) =>
        (Severity(Newborn(age).CalciumInto("left hand", 2), "ceftriaxone", "BL-11") is TreatmentSeverity.Block).Should().Be(blocks);

    [Theory]
    [InlineData(1.9, true)]
    [InlineData(2.0, false)]
    public void Probenecid_is_not_for_children_under_2(double years, bool blocks) =>
        (Severity(Myositis((decimal)years), "probenecid", "BL-08") is TreatmentSeverity.Block).Should().Be(blocks);

    [Theory]
    [InlineData(MeasurementKind.SystolicBp, 89, "mm[Hg]", true)]
    [InlineData(MeasurementKind.SystolicBp, 90, "mm[Hg]", false)]
    [InlineData(MeasurementKind.HeartRate, 49, "/min", true)]
    [InlineData(MeasurementKind.HeartRate, 50, "/min", false)]
    [InlineData(MeasurementKind.Lvef, 39, "%", true)]
    [InlineData(MeasurementKind.Lvef, 40, "%", false)]
    public void Diltiazem_needs_pressure_pulse_and_heart(MeasurementKind kind, int value, string unit, bool blocks) =>
        (Severity(Sclerosis().Measured(kind, value, unit), "diltiazem", "BL-10") is TreatmentSeverity.Block).Should().Be(blocks);

    [Fact]
    public void A_pacemaker_lifts_the_block_of_heart_block() =>
        Severity(Sclerosis().Has("AV block", "pacemaker"), "diltiazem", "BL-10").Should().BeNull();

    [Fact]
    public void A_block_names_the_findings_that_block() =>
        Sclerosis().Lab("egfr", 24, "mL/min/1.73m2").Assess().Treatments.Single(option => option.Option == "bisphosphonate").BlockedBy
            .Single(block => block.Rule == "BL-50").Why.Should().Contain(line => line.Finding.StartsWith("renal.", StringComparison.Ordinal) && line.Seen!.Contains("24", StringComparison.Ordinal));

    [Fact]
    public void What_rests_on_general_knowledge_alone_never_blocks() =>
        new CalcinosisClassifier().Knowledge.Rules.Where(rule => rule.Kind is RuleKind.Block or RuleKind.Medication && rule.Status == RuleStatus.Unverified)
            .Should().NotBeEmpty().And.OnlyContain(rule => rule.ShownSeverity != TreatmentSeverity.Block);

    [Fact]
    public void Steroids_warn_and_do_not_block_in_calciphylaxis() =>
        TwoLesions().Assess().Treatments.Single(option => option.Option == "corticosteroid-systemic").Cautions.Should().Contain(line => line.Rule == "BL-30" && line.Severity == TreatmentSeverity.Warn);

    private static IEnumerable<TreatmentBlock> Said(PatientStory patient) => patient.Assess().Treatments.SelectMany(option => option.BlockedBy.Concat(option.Cautions));

    private static TreatmentSeverity? Severity(PatientStory patient, string option, string rule)
    {
        var treatment = patient.Assess().Treatments.Single(treatment => treatment.Option == option);
        treatment.BlockedBy.Should().NotContain(line => line.Severity != TreatmentSeverity.Block);
        treatment.Cautions.Should().NotContain(line => line.Severity == TreatmentSeverity.Block);
        return treatment.BlockedBy.Concat(treatment.Cautions).SingleOrDefault(line => line.Rule == rule)?.Severity;
    }

    private static PatientStory Hurting(SizeRange size, Pain pain) =>
        Woman(48).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(new Lesion { Id = "L1", Sites = ["fingers"], Morphology = ["nodule"], SizeMm = size, Pain = pain });

    private static PatientStory ChildWithSclerosis(decimal years) => Woman(years).Has("systemic sclerosis").Skin("fingers", "nodule");

    /// <summary>Ceftriaxone is tried in connective tissue disease only, so the newborn has one.</summary>
    private static PatientStory Newborn(string age) => Infant(age).Has("juvenile dermatomyositis").Skin("left hand", "plaque");

    /// <summary>Fingers of myositis and painful dying thighs: what speaks against a treatment at one place holds for the patient.</summary>
    private static PatientStory TwoLesions() =>
        Woman(62).Has("dermatomyositis", "haemodialysis").Lesion(new Lesion { Id = "L1", Sites = ["elbow"], Morphology = ["nodule"] })
            .Lesion(new Lesion { Id = "L2", Sites = ["thigh"], Morphology = ["stellate purpura"], Pain = Pain.Severe, Necrotic = true });
}
