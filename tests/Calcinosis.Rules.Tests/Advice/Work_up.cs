using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Testing.PatientStory;
using static Calcinosis.Rules.Tests.Advice.TreatedPatients;

namespace Calcinosis.Rules.Tests.Advice;

/// <summary>What to ask and measure next, how soon, and what it would change.</summary>
public sealed class Work_up
{
    private static readonly Stories Told = new()
    {
        { "WU-01", "calcium today on dialysis", () => Mass().Has("haemodialysis") }, { "WU-01", "calcium today when confused", () => Mass().Has("confusion") }, { "WU-02", "calcium of anybody", Mass },
        { "WU-28", "albumin today when calcium is close to its limit", () => Uraemic(9.8m) }, { "WU-29", "albumin when calcium is far from its limit", () => Mass().Calcium(8.8m).Phosphate(3.5m) },
        { "WU-03", "ionised calcium on dialysis", () => Uraemic(9.8m) }, { "WU-03", "ionised calcium when only the correction is high", () => Mass().Has("bone metastases").Calcium(10.0m).Lab("albumin", 1.9m, "g/dL") },
        { "WU-04", "phosphate today in advanced kidney disease", () => Mass().Has("CKD stage 4").Calcium(9m) }, { "WU-05", "phosphate of anybody", Mass }, { "WU-06", "creatinine today with necrosis", () => Woman(60).Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Necrotic = true, Pain = Pain.Present }) },
        { "WU-06", "creatinine today with high calcium", () => Mass().Calcium(11.5m) }, { "WU-07", "creatinine of anybody", Mass }, { "WU-30", "height of a child with creatinine", () => Man(10).High("creatinine").Phosphate(8m).Calcium(9.5m).Lesion(new Lesion { Id = "L1", Sites = ["shoulder"], Morphology = ["mass"], Depth = LesionDepth.Periarticular }) },
        { "WU-08", "PTH in kidney disease", () => Mass().Has("CKD stage 3") }, { "WU-09", "PTH when nothing is abnormal", () => Mass().Normal("calcium-total", "phosphate", "creatinine").HasNo("mineral-disorder-cause") },
        { "WU-10", "vitamin D when calcium is high and PTH low", () => Mass().Calcium(11.5m).Low("pth-intact") }, { "WU-31", "vitamin D before a bisphosphonate", Sclerosis },
        { "WU-11", "calcitriol when phosphate is high", () => Mass().Calcium(11.5m).Low("pth-intact").Has("granulomatous disease") }, { "WU-32", "FGF23 in tumoral calcinosis", () => Man(14).Phosphate(7.6m).Calcium(9.7m).Normal("creatinine", "pth-intact").Lesion(YoungMass) },
        { "WU-12", "bicarbonate under calcium carbonate", () => Mass().Calcium(13.1m).High("creatinine").Takes("calcium carbonate") }, { "WU-33", "alkaline phosphatase with bone pain", () => Mass().Calcium(11.5m).Has("bone pain") }, { "WU-34", "alkaline phosphatase with high calcium", () => Mass().Calcium(11.5m) },
        { "WU-35", "magnesium under an antacid", () => Myositis().Takes("aluminium hydroxide") }, { "WU-36", "ACE when calcitriol is high", () => Mass().Calcium(11.5m).Low("pth-intact").High("vitamin-d-1-25oh") }, { "WU-13", "ACE when calcium is high", () => Mass().Calcium(11.5m) },
        { "WU-14", "search for cancer when calcium is high and PTH low", () => Mass().Calcium(11.5m).Low("pth-intact") }, { "WU-15", "antibodies when fingers calcify", () => Woman(40).Normal("calcium-total", "phosphate").Skin("fingers", "nodule") },
        { "WU-37", "myositis antibodies today when swallowing fails", () => Woman(9).Has("muscle weakness", "difficulty swallowing").Skin("elbow", "nodule") }, { "WU-16", "myositis antibodies of a child", () => Woman(9).Lesion(new Lesion { Id = "L1", Sites = ["elbow"], Morphology = ["nodule"], OnsetAgeYears = 8 }) },
        { "WU-27", "clotting in possible calciphylaxis", () => Woman(60).Normal("creatinine").Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["stellate purpura"], Necrotic = true, Pain = Pain.Severe }) },
        { "WU-38", "lipase for leg nodules with belly pain", () => Man(60).Has("abdominal pain").Skin("lower leg", "nodule") }, { "WU-39", "porphyrins for hard skin of the scalp", () => Man(60).Has("skin thickening").Skin("scalp", "plaque") },
        { "WU-40", "uric acid for a chalky finger", () => Woman(50).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(new Lesion { Id = "L1", Sites = ["fingers"], Morphology = ["nodule"], ChalkyDischarge = true }) },
        { "WU-41", "vasculitis screen for painful purpura", Calciphylaxis }, { "WU-17", "exposures of anybody", Mass }, { "WU-18", "date of an infusion", () => Man(60).Exposed(new Exposure { Text = "calcium gluconate infusion", Site = "left forearm" }).Lesion(new Lesion { Id = "L1", Sites = ["left forearm"], Morphology = ["plaque"] }) },
        { "WU-19", "injuries of anybody", () => Man(27).Normal("calcium-total", "phosphate", "creatinine").Skin("scrotum", "nodule") }, { "WU-20", "signs of connective tissue disease", () => Woman(40).Skin("fingers", "nodule") },
        { "WU-21", "drugs today with necrosis", () => Woman(60).Normal("creatinine").Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Necrotic = true, Pain = Pain.Severe, Morphology = ["stellate purpura"] }) }, { "WU-42", "drugs of anybody with an ulcer", () => Woman(60).Normal("creatinine").Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Ulcerated = true, NonHealing = true }) },
        { "WU-22", "skin today on dialysis", () => Mass().Has("haemodialysis") }, { "WU-43", "skin of anybody", Mass }, { "WU-44", "look-alikes of calciphylaxis", Hayashi }, { "WU-23", "family of a boy with a mass", () => Man(15).Phosphate(7.6m).Calcium(9.7m).Normal("creatinine", "pth-intact").Lesion(YoungMass) },
        { "WU-45", "family of anybody", () => Man(50).Skin("neck", "papule") }, { "WU-46", "film in possible calciphylaxis", () => TwoPlaces() }, { "WU-47", "ultrasound of a child", () => Woman(9).Has("juvenile dermatomyositis").Normal("calcium-total", "phosphate").Skin("elbow", "nodule") },
        { "WU-24", "film of an adult", () => Woman(48).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Skin("fingers", "nodule") }, { "WU-25", "biopsy in possible calciphylaxis", Calciphylaxis }, { "WU-26", "biopsy where doubt remains", Mass },
        { "WU-48", "chemistry of chalk", () => Woman(50).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(new Lesion { Id = "L1", Sites = ["fingers"], Morphology = ["nodule"], ChalkyDischarge = true }) },
        { "WU-50", "deposits years after a stem-cell transplant", () => Man(40).Takes("stem cell transplant").Normal("calcium-total", "phosphate").Skin("thigh", "plaque") },
        { "WU-49", "genes of tumoral calcinosis", () => Man(14).Phosphate(7.6m).Calcium(9.7m).Normal("creatinine", "pth-intact").Lesion(YoungMass) },
    };

    private static Lesion YoungMass => new() { Id = "L1", Sites = ["elbow"], Morphology = ["mass"], Depth = LesionDepth.Periarticular, OnsetAgeYears = 13 };

    public static TheoryData<string> Sentences => Told.Sentences();

    [Theory]
    [MemberData(nameof(Sentences))]
    public void It_is_asked_for(string story)
    {
        var items = Told[story].Patient().Assess().Workup;
        items.Select(item => item.Rule).Should().Contain(Told[story].Rule, because: string.Join(", ", items.Select(item => $"{item.Rule} {item.Test}")));
    }

    [Fact]
    public void Every_test_has_its_story() => Told.Untold(RuleKind.Test).Should().BeEmpty();

    [Fact]
    public void A_test_says_which_types_it_would_raise_or_lower() =>
        Mass().Calcium(9.4m).Assess().Workup.Single(item => item.Test == "phosphate").Raises.Should().Contain(CalcinosisType.Metastatic);

    [Fact]
    public void A_test_that_changes_nothing_is_not_asked_for() =>
        Woman(48).Has("systemic sclerosis").Normal("calcium-total", "phosphate", "creatinine").Skin("fingers", "nodule").Film("calcification").Assess().Workup
            .Should().NotContain(item => item.Test == "phosphate" || item.Test == "lesion-x-ray" || item.Test == "ace");

    [Fact]
    public void A_typical_heel_nodule_needs_no_film() => Heel().Assess().Workup.Should().NotContain(item => item.Test == "lesion-x-ray");

    [Fact]
    public void The_caution_about_biopsy_stands_with_it_in_possible_calciphylaxis_only()
    {
        Calciphylaxis().Assess().Workup.Single(item => item.Test == "lesion-biopsy").Caution.Should().Contain("non-healing ulcer").And.Contain("penile");
        Mass().Assess().Workup.Single(item => item.Test == "lesion-biopsy").Caution.Should().BeNull();
    }

    [Fact]
    public void Ionised_calcium_can_lower_what_the_total_raised() =>
        Uraemic(11.0m).Assess().Workup.Single(item => item.Test == "ionised-calcium").Lowers.Should().Contain(CalcinosisType.Metastatic);

    [Fact]
    public void What_was_measured_is_not_asked_for_again() =>
        Uraemic(9.8m).Lab("calcium-ionised", 1.2m, "mmol/L").Lab("albumin", 4.0m, "g/dL").Assess().Workup.Should().NotContain(item => item.Test == "ionised-calcium" || item.Test == "albumin");

    [Fact]
    public void The_most_pressing_comes_first() => Calciphylaxis().Assess().Workup.Select(item => item.Priority).Should().BeInAscendingOrder();

    private static PatientStory Uraemic(decimal calcium) => Mass().Has("haemodialysis").Calcium(calcium).Phosphate(4.0m);

    private static PatientStory Hayashi() => Woman(62).Has("haemodialysis").Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["stellate purpura", "ulcer"], Count = LesionCount.Few, Pain = Pain.Severe, Ulcerated = true, NonHealing = true });

    private static PatientStory TwoPlaces() => Woman(62).Has("haemodialysis").Calcium(10.1m).Phosphate(7.9m).Lesion(new Lesion { Id = "L1", Sites = ["shoulder"], Morphology = ["mass"], Depth = LesionDepth.Periarticular, Pain = Pain.Severe });
}
