using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Advice;

/// <summary>One patient a look-alike: a shared sign notes, the specific finding or the diagnosis caps.</summary>
public sealed class Look_alikes
{
    private static readonly Lesion Ulcer = new() { Id = "L1", Sites = ["lower leg"], Morphology = ["ulcer"], Ulcerated = true, Pain = Pain.Present };
    private static readonly Lesion Black = new() { Id = "L1", Sites = ["thigh"], Necrotic = true };

    private static readonly Stories Told = new()
    {
        { "MIM-01", "lamellar bone in the biopsy", () => Woman(45).Biopsy("lamellar bone").Skin("cheek", "papule") },
        { "MIM-02", "needle-shaped birefringent crystals", () => Man(60).Biopsy("negatively birefringent crystals").Skin("fingers", "nodule") },
        { "MIM-03", "silicone in the biopsy", () => Woman(45).Biopsy("silicone").Skin("breast", "nodule") },
        { "MIM-04", "xanthoma was diagnosed", () => Man(60).MadeOut("xanthoma").Skin("elbow", "papule") },
        { "MIM-05", "phlebolith was diagnosed", () => Man(60).MadeOut("phlebolith").Skin("lower leg", "nodule") },
        { "MIM-06", "calcium filler in the cheek", () => Woman(45).Exposed(new Exposure { Text = "Radiesse", Site = "cheek" }).Skin("cheek", "nodule") },
        { "MIM-07", "nephrogenic systemic fibrosis was diagnosed", () => Woman(45).MadeOut("nephrogenic-systemic-fibrosis").Skin("lower leg", "plaque") },
        { "MIM-08", "vasculitis was diagnosed", () => Woman(45).MadeOut("vasculitis").Lesion(Black) },
        { "MIM-20", "chalky finger nodule with high uric acid", () => Man(60).High("uric-acid").Lesion(new Lesion { Id = "L1", Sites = ["fingers"], Morphology = ["nodule"], ChalkyDischarge = true }) },
        { "MIM-21", "yellow papules with high triglycerides", () => Man(40).High("triglycerides").Skin("elbow", "papule") },
        { "MIM-22", "elbow nodule with positive rheumatoid factor", () => Man(60).Positive("rheumatoid-factor").Skin("elbow", "nodule") },
        { "MIM-23", "short child with plaques since infancy", () => Woman(11).Has("short stature", "round face").Skin("abdomen", "plaque") },
        { "MIM-23", "child with the laboratory pattern of pseudohypoparathyroidism", () => Woman(11).Calcium(7.0m).Phosphate(8.1m).High("pth-intact").Skin("abdomen", "plaque") },
        { "MIM-23", "altered GNAS in one copy", () => Woman(11).GeneOf("GNAS", GeneResult.Monoallelic).Skin("abdomen", "plaque") },
        { "MIM-24", "hard papules in acne scars", () => Woman(45).HasAt("acne", "L1", SiteRelation.In).Skin("cheek", "papule") },
        { "MIM-25", "woody plaque after gadolinium on dialysis", () => Man(50).Has("haemodialysis").Takes("gadolinium contrast").Skin("lower leg", "induration") },
        { "MIM-26", "breast necrosis on day 5 of warfarin", () => Woman(60).Exposed(new Exposure { Text = "warfarin", Ongoing = true, Duration = Duration("P5D") }).Lesion(new Lesion { Id = "L1", Sites = ["breast"], Necrotic = true }) },
        { "MIM-27", "livedo after coronary angiography", () => Man(70).Takes("coronary angiography").Skin("foot", "livedo") },
        { "MIM-27", "necrosis with blue toes", () => Man(70).Has("blue toes").Lesion(Black) },
        { "MIM-28", "livedo on dialysis with stones since youth", () => Man(40).Has("kidney stones", "haemodialysis").Skin("hand", "livedo") },
        { "MIM-29", "palpable purpura", () => Woman(60).Skin("lower leg", "palpable purpura") },
        { "MIM-29", "purpura with cryoglobulins", () => Woman(60).Positive("cryoglobulins").Skin("lower leg", "purpura") },
        { "MIM-30", "painful leg ulcer with high blood pressure", () => Woman(65).Has("hypertension").Lesion(Ulcer) },
        { "MIM-31", "leg ulcer with claudication", () => Man(70).Has("claudication").Lesion(Ulcer) },
        { "MIM-31", "leg ulcer with an abnormal ankle index", () => Man(70).Has("abnormal ankle index").Lesion(Ulcer) },
        { "MIM-32", "ankle ulcer under hydroxyurea", () => Man(70).Takes("hydroxyurea").Lesion(Ulcer) },
        { "MIM-33", "livedo with lupus anticoagulant", () => Woman(40).Positive("lupus-anticoagulant").Skin("lower leg", "livedo") },
        { "MIM-34", "red plaque with high CRP", () => Man(50).High("crp").Skin("forearm", "erythema") },
        { "MIM-35", "ulcer in a burn scar", () => Man(60).HasAt("burn scar", "L1", SiteRelation.In).Lesion(Ulcer) },
        { "MIM-36", "growing nodule of an adult's cheek", () => Man(60).Lesion(new Lesion { Id = "L1", Sites = ["cheek"], Morphology = ["nodule"], Growing = true }) },
        { "MIM-37", "very painful leg with venous disease", () => Woman(70).Has("chronic venous insufficiency").Lesion(Ulcer with { Pain = Pain.Severe }) },
        { "MIM-38", "white papule with a punctum", () => Man(30).Skin("back", "papule", "central punctum") },
        { "MIM-38", "thin-walled cyst on ultrasound", () => Man(30).Ultrasound("thin-walled cyst").Skin("back", "nodule") },
        { "MIM-39", "metal fragment on the film", () => Man(30).Film("metal fragments").Skin("thigh", "nodule") },
        { "MIM-40", "zonal ossification on the film", () => Man(30).Film("ossification").Skin("thigh", "mass") },
        { "MIM-41", "low platelets under heparin with black plaques", () => Man(60).Takes("heparin").Low("platelets").Lesion(new Lesion { Id = "L1", Sites = ["abdomen"], Morphology = ["plaque"], Necrotic = true }) },
        { "MIM-42", "ankle with stellate white scars", () => Woman(40).Skin("ankle", "ulcer", "white scar") },
        { "MIM-43", "purpura in septic shock", () => Man(60).Has("septic shock").Skin("hand", "purpura") },
        { "MIM-44", "indurated calf in lipodermatosclerosis", () => Woman(70).HasAt("lipodermatosclerosis", "L1", SiteRelation.In).Skin("lower leg", "induration") },
        { "MIM-45", "painless black eschar", () => Man(40).Lesion(Black with { Pain = Pain.None }) },
        { "MIM-46", "punched-out erosion beside a finger nodule", () => Man(60).Film("punched-out erosion").Skin("fingers", "nodule") },
        { "MIM-47", "child's cheek nodule with the tent sign", () => Woman(8).Lesion(new Lesion { Id = "L1", Sites = ["cheek"], Morphology = ["nodule", "tent sign"], OnsetAgeYears = 8 }) },
        { "MIM-48", "breast lump in a surgical scar", () => Woman(50).HasAt("surgical scar", "L1", SiteRelation.In).Skin("breast", "nodule") },
        { "MIM-49", "hard plaque in morphea, calcium not shown", () => Woman(50).HasAt("morphea", "L1", SiteRelation.In).Skin("thigh", "plaque") },
        { "MIM-50", "ulcer with an undermined border", () => Woman(50).Lesion(Ulcer with { Morphology = ["ulcer", "undermined border"] }) },
        { "MIM-51", "black scrotum", () => Man(60).Lesion(new Lesion { Id = "L1", Sites = ["scrotum"], Necrotic = true }) },
        { "MIM-52", "child with necrosis after a calcium salt", () => Man(3).HasAt("contact with calcium salts", "L1", SiteRelation.At).Lesion(Black) },
        { "MIM-53", "blue-black nodule under minocycline", () => Woman(50).Takes("minocycline").Skin("fingers", "blue-black nodule") },
    };

    public static TheoryData<string> Sentences => Told.Sentences();

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_look_alike_comes_to_mind(string story) =>
        Told[story].Patient().Assess().Cautions.Select(caution => caution.Rule).Should().Contain(Told[story].Rule);

    [Fact]
    public void Every_look_alike_has_its_story() => Told.Untold(RuleKind.Caution).Should().BeEmpty();

    [Fact]
    public void A_quiet_patient_calls_none_to_mind() =>
        Woman(48).Has("systemic sclerosis").Normal("calcium-total", "phosphate", "creatinine").Skin("fingers", "nodule").Film("calcification").Assess().Cautions.Should().BeEmpty();

    public static TheoryData<string> LookAlikesOfCalciphylaxis => [.. MimicRules.CalciphylaxisLookAlikes];

    [Theory]
    [MemberData(nameof(LookAlikesOfCalciphylaxis))]
    public void A_look_alike_of_calciphylaxis_caps_that_type_alone(string diagnosis)
    {
        var patient = Woman(62).Has("haemodialysis").Phosphate(8m).Calcium(9m).Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["stellate purpura"], Pain = Pain.Severe, Necrotic = true });
        patient.Assess().Of(CalcinosisType.Calciphylaxis).Certainty.Should().Be(Certainty.Probable);
        patient.MadeOut(diagnosis).Assess().Of(CalcinosisType.Calciphylaxis).Certainty.Should().Be(Certainty.Possible);
    }

    [Theory]
    [InlineData("martorell-ulcer", true)]
    [InlineData("vasculitis", false)]
    [InlineData("antiphospholipid-syndrome", false)]
    public void Typical_tissue_lifts_the_cap_except_where_the_tissue_is_the_same(string diagnosis, bool stays)
    {
        var assessment = Woman(62).Has("haemodialysis").Lesion(new Lesion { Id = "L1", Sites = ["lower leg"], Morphology = ["stellate purpura"], Pain = Pain.Severe, Necrotic = true })
            .Biopsy("calcified arterioles", "thrombosis").MadeOut(diagnosis).Assess();
        assessment.Of(CalcinosisType.Calciphylaxis).Certainty.Should().Be(stays ? Certainty.Possible : Certainty.Established);
    }

    [Fact]
    public void Marjolin_ulcer_caps_nothing() =>
        Woman(60).HasAt("burn scar", "L1", SiteRelation.In).MadeOut("marjolin-ulcer").Normal("calcium-total", "phosphate").Film("calcification").Lesion(Ulcer)
            .Assess().Of(CalcinosisType.Dystrophic).Certainty.Should().Be(Certainty.Established);

    [Fact]
    public void Tiny_facial_densities_found_by_chance_make_no_lesion_and_prove_nothing()
    {
        Woman(40).Film("incidental facial densities").Assess().Conclusion.Should().Be(Conclusion.NoLesion);
        Woman(40).Film("incidental facial densities").Skin("cheek", "papule").Assess().Of(CalcinosisType.Idiopathic).Why.Should().NotContain(line => line.Finding == "lesion.calcification-proven");
    }

    [Fact]
    public void Warfarin_begun_days_ago_without_dying_skin_says_nothing() =>
        Woman(60).Exposed(new Exposure { Text = "warfarin", Ongoing = true, Duration = Duration("P5D") }).Skin("fingers", "nodule").Assess().Cautions.Should().NotContain(caution => caution.Rule == "MIM-26");
}
