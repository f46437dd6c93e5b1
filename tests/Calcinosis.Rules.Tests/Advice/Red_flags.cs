using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Advice;

/// <summary>One patient a red flag. They fire whatever leads the ranking.</summary>
public sealed class Red_flags
{
    private static readonly Lesion DyingThigh = new() { Id = "L1", Sites = ["thigh"], Morphology = ["stellate purpura"], Pain = Pain.Severe, Necrotic = true };
    private static readonly Lesion ShoulderMass = new() { Id = "L1", Sites = ["shoulder"], Morphology = ["mass"], Depth = LesionDepth.Periarticular };
    private static readonly Lesion Forearm = new() { Id = "L1", Sites = ["left forearm"], Morphology = ["plaque"] };

    private static PatientStory Dialysis() => Woman(62).Has("haemodialysis").Lesion(DyingThigh);

    private static readonly Stories Told = new()
    {
        { "RF-01", "dialysis, painful stellate purpura and eschar of the thigh", Dialysis },
        { "RF-02", "the same with fever", () => Dialysis().Has("fever") },
        { "RF-02", "the same with low pressure", () => Dialysis().Has("hypotension") },
        { "RF-02", "the same, spreading by the hour", () => Woman(62).Has("haemodialysis").Lesion(DyingThigh with { Course = LesionCourse.RapidlyGrowing }) },
        { "RF-03", "the same with gastrointestinal bleeding", () => Dialysis().Has("GI bleeding") },
        { "RF-03", "the same with breathlessness", () => Dialysis().Has("breathlessness") },
        { "RF-04", "black glans, nothing else known", () => Man(50).Lesion(new Lesion { Id = "L1", Sites = ["glans penis"], Necrotic = true }) },
        { "RF-05", "dying skin under warfarin", () => Woman(70).Takes("warfarin", "P30M").Lesion(DyingThigh) },
        { "RF-06", "alcoholic liver disease with a painful rash of the thighs", () => Woman(37).Has("alcoholic hepatitis").Lesion(new Lesion { Id = "L1", Sites = ["thighs"], Morphology = ["rash"], Pain = Pain.Present }) },
        { "RF-07", "kidney graft with a painless purple patch", () => Man(55).Has("kidney transplant").Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["purple macule"], Pain = Pain.None }) },
        { "RF-10", "calcium 14.0", () => Man(60).Calcium(14.0m).Lesion(ShoulderMass) },
        { "RF-11", "calcium 11.5 and confused", () => Man(60).Calcium(11.5m).Has("confusion").Lesion(ShoulderMass) },
        { "RF-11", "calcium 11.5 and acute kidney injury", () => Man(60).Calcium(11.5m).Has("acute kidney injury").Lesion(ShoulderMass) },
        { "RF-12", "calcium 12.0 without symptoms", () => Man(60).Calcium(12.0m).Lesion(ShoulderMass) },
        { "RF-13", "phosphate 9.1", () => Man(60).Phosphate(9.1m).Lesion(ShoulderMass) },
        { "RF-14", "tumour lysis syndrome", () => Man(60).Has("tumour lysis syndrome").Skin("buttock", "nodule") },
        { "RF-15", "calcium 6.5 with low albumin", () => Man(60).Calcium(6.5m).Lab("albumin", 3.0m, "g/dL").Lesion(ShoulderMass) },
        { "RF-15", "low calcium with a seizure", () => Man(60).Low("calcium-total").Has("seizure").Lesion(ShoulderMass) },
        { "RF-15V", "total calcium 4.9 that looks like ionised calcium", () => Man(60).Calcium(4.9m).Lesion(ShoulderMass) },
        { "RF-16", "high calcium with low PTH in an adult", () => Man(60).Calcium(11.5m).Low("pth-intact").Lesion(ShoulderMass) },
        { "RF-17", "calcium 11.0", () => Man(60).Calcium(11.0m).Lesion(ShoulderMass) },
        { "RF-18", "mass that presses on the ulnar nerve", () => Man(60).Has("ulnar nerve compression").Skin("elbow", "mass") },
        { "RF-18", "mass with pus", () => Man(60).Has("pus").Lesion(ShoulderMass) },
        { "RF-19", "calcium 17, beyond what is seen", () => Man(60).Calcium(17m).Lesion(ShoulderMass) },
        { "RF-20", "juvenile dermatomyositis with trouble swallowing", () => Woman(9).Has("JDM", "difficulty swallowing").Skin("elbow", "nodule") },
        { "RF-20", "dermatomyositis with rapidly progressive weakness", () => Woman(40).Has("dermatomyositis", "rapidly progressive weakness").Skin("elbow", "nodule") },
        { "RF-21", "anti-MDA5 with cough", () => Woman(40).Positive("anti-mda5").Has("cough").Skin("fingers", "nodule") },
        { "RF-22", "systemic sclerosis with new digital gangrene", () => Woman(50).Has("systemic sclerosis", "digital gangrene").Skin("fingers", "nodule") },
        { "RF-22", "systemic sclerosis with severe hypertension, kidney function not known", () => Woman(50).Has("systemic sclerosis", "hypertensive crisis").Skin("fingers", "nodule") },
        { "RF-23", "newborn fat necrosis", () => Infant("P14D").Has("subcutaneous fat necrosis of the newborn").Skin("back", "plaque") },
        { "RF-24", "pancreatic panniculitis", () => Man(60).Has("pancreatic panniculitis").Skin("lower leg", "nodule") },
        { "RF-24", "red leg nodules with high lipase", () => Man(60).High("lipase").Skin("lower leg", "nodule") },
        { "RF-25", "ulcer in an old burn scar", () => Man(60).HasAt("burn scar", "L1", SiteRelation.In).Lesion(new Lesion { Id = "L1", Sites = ["lower leg"], Ulcerated = true }) },
        { "RF-26", "pus over a deposit", () => Woman(50).Has("systemic sclerosis", "pus").Skin("fingers", "nodule") },
        { "RF-27", "child with sheets of calcium and no diagnosis", () => Woman(7).Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["sheet"], OnsetAgeYears = 6 }) },
        { "RF-28", "suspected juvenile dermatomyositis with weakness", () => Woman(9).Suspects("juvenile dermatomyositis").Has("proximal muscle weakness").Skin("elbow", "nodule") },
        { "RF-29", "calcium running while the arm swells", () => Man(60).Exposed(new Exposure { Text = "calcium gluconate infusion", Site = "left forearm", Ongoing = true }).Lesion(Forearm with { Morphology = ["swelling"] }) },
        { "RF-30", "calcium leak with blisters", () => Man(60).CalciumInto("left forearm").Lesion(Forearm with { Morphology = ["blister"] }) },
        { "RF-30", "calcium leak with a numb limb", () => Man(60).CalciumInto("left forearm").Has("numb limb").Lesion(Forearm) },
        { "RF-31", "newborn with a plaque and fever", () => Infant("P17D").Has("fever").Skin("left ankle", "plaque") },
        { "RF-32", "papules ten days after liver transplantation", () => Man(41).Exposed(new Exposure { Text = "liver transplant", BeforeLesion = Duration("P10D") }).Skin("upper arm", "papule") },
        { "RF-33", "tumoral calcinosis with an ulcer", () => Man(14).Phosphate(7.6m).Calcium(9.7m).Normal("creatinine", "pth-intact").Lesion(ShoulderMass with { Ulcerated = true, OnsetAgeYears = 12 }) },
        { "RF-34", "hard mass that grows fast", () => Man(40).Lesion(ShoulderMass with { Course = LesionCourse.RapidlyGrowing }) },
        { "RF-35", "suspected child abuse", () => Man(3).Has("suspected non-accidental injury").Skin("thigh", "necrosis") },
        { "RF-36", "necrosis with PF4 antibodies", () => Man(60).Positive("pf4-antibody").Lesion(new Lesion { Id = "L1", Sites = ["abdomen"], Necrotic = true }) },
        { "RF-37", "gas in the tissue", () => Man(60).Film("gas in soft tissue").Skin("thigh", "erythema") },
        { "RF-38", "purpura in septic shock", () => Man(60).Has("septic shock").Skin("lower leg", "purpura") },
        { "RF-39", "necrosis under heparin with low platelets", () => Man(60).Takes("heparin").Low("platelets").Lesion(new Lesion { Id = "L1", Sites = ["abdomen"], Necrotic = true }) },
        { "RF-40", "red hot swelling with fever", () => Man(60).Has("fever").Skin("forearm", "erythema", "swelling") },
        { "RF-41", "black scrotum with gas", () => Man(60).Film("gas in soft tissue").Lesion(new Lesion { Id = "L1", Sites = ["scrotum"], Necrotic = true }) },
        { "RF-42", "newborn whose necrosis spreads", () => Infant("P10D").Lesion(new Lesion { Id = "L1", Sites = ["back"], Necrotic = true, Growing = true }) },
        { "RF-43", "kidney disease with phosphate 7.1", () => Man(60).Has("chronic kidney disease").Phosphate(7.1m).Lesion(ShoulderMass) },
        { "RF-44", "new deposits with Raynaud phenomenon", () => Woman(40).Has("Raynaud phenomenon").Lesion(new Lesion { Id = "L1", Sites = ["fingers"], Morphology = ["nodule"], Course = LesionCourse.New }) },
        { "RF-45", "ulcer that drains chalk", () => Woman(40).Lesion(new Lesion { Id = "L1", Sites = ["elbow"], Ulcerated = true, ChalkyDischarge = true }) },
        { "RF-46", "suspected sarcoidosis", () => Woman(40).Suspects("sarcoidosis").Lesion(ShoulderMass) },
        { "RF-47", "shoulder mass that limits movement", () => Woman(40).Has("loss of movement").Lesion(ShoulderMass) },
    };

    public static TheoryData<string> Sentences => Told.Sentences();

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_flag_fires(string story) =>
        Told[story].Patient().Assess().RedFlags.Select(flag => flag.Rule).Should().Contain(Told[story].Rule);

    [Fact]
    public void Every_flag_has_its_story() => Told.Untold(RuleKind.RedFlag).Should().BeEmpty();

    [Fact]
    public void A_quiet_patient_raises_none() =>
        Woman(48).Has("systemic sclerosis").Normal("calcium-total", "phosphate", "creatinine").Skin("fingers", "nodule").Film("calcification").Assess().RedFlags.Should().BeEmpty();

    [Theory]
    [InlineData(13.9, Urgency.SameDay)]
    [InlineData(14.0, Urgency.Emergency)]
    [InlineData(14.1, Urgency.Emergency)]
    [InlineData(12.0, Urgency.SameDay)]
    [InlineData(11.9, Urgency.Weeks)]
    public void Calcium_decides_how_soon(double mgDl, Urgency urgency) =>
        Man(60).Calcium((decimal)mgDl).Lesion(ShoulderMass).Assess().RedFlags[0].Urgency.Should().Be(urgency);

    [Theory]
    [InlineData(1.79, false)]
    [InlineData(1.80, true)]
    [InlineData(1.81, true)]
    public void Ionised_calcium_of_1_8_is_an_emergency(double mmolL, bool emergency) =>
        Man(60).Lab("calcium-ionised", (decimal)mmolL, "mmol/L").Lesion(ShoulderMass).Assess().RedFlags.Any(flag => flag.Rule == "RF-10").Should().Be(emergency);

    [Theory]
    [InlineData(13.1, Urgency.SameDay)] // 13.9 corrected
    [InlineData(13.2, Urgency.Emergency)] // 14.0 corrected
    [InlineData(13.3, Urgency.Emergency)]
    public void The_higher_of_total_and_corrected_calcium_counts(double total, Urgency urgency) =>
        Man(60).Calcium((decimal)total).Lab("albumin", 3.0m, "g/dL").Lesion(ShoulderMass).Assess().RedFlags[0].Urgency.Should().Be(urgency);

    [Theory]
    [InlineData(6.6, false)]
    [InlineData(6.5, true)]
    [InlineData(6.4, true)]
    public void Calcium_of_6_5_is_an_emergency(double mgDl, bool emergency) =>
        Man(60).Calcium((decimal)mgDl).Lab("albumin", 3.9m, "g/dL").Lesion(ShoulderMass).Assess().RedFlags.Any(flag => flag.Rule == "RF-15").Should().Be(emergency);

    [Fact]
    public void A_low_calcium_within_the_range_of_a_newborn_is_none() =>
        Infant("P1D").Calcium(6.4m).Skin("left hand", "plaque").Assess().RedFlags.Should().NotContain(flag => flag.Rule == "RF-15");

    [Theory]
    [InlineData(9.0, false)]
    [InlineData(9.1, true)]
    public void Phosphate_above_9_is_for_the_same_day(double mgDl, bool fires) =>
        Man(60).Phosphate((decimal)mgDl).Lesion(ShoulderMass).Assess().RedFlags.Any(flag => flag.Rule == "RF-13").Should().Be(fires);

    [Fact]
    public void A_negative_biopsy_does_not_take_the_flag_away() =>
        Dialysis().Biopsy(new HistologyReport { Adequate = true, Depth = SpecimenDepth.Subcutis, Findings = [new ReportFinding { Text = "panniculitis" }] })
            .Assess().RedFlags.Should().Contain(flag => flag.Rule == "RF-01");

    [Fact]
    public void A_look_alike_does_not_take_the_flag_away() =>
        Dialysis().MadeOut("vasculitis").Assess().RedFlags.Should().Contain(flag => flag.Rule == "RF-01");
}
