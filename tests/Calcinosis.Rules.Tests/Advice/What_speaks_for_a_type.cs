using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Testing.PatientStory;
using static Calcinosis.Rules.Tests.Advice.TreatedPatients;

namespace Calcinosis.Rules.Tests.Advice;

/// <summary>Symptoms, places, problems and risk factors: lines of the explanation that move no level.</summary>
public sealed class What_speaks_for_a_type
{
    private static readonly Stories Told = new()
    {
        { "CPX-F01", "net-like vessels on the film", () => Calciphylaxis().Film("net-like calcification") }, { "CPX-F02", "uptake on the bone scan", () => Calciphylaxis().BoneScan("soft tissue uptake") },
        { "CPX-F03", "diffuse dermal angiomatosis", () => Calciphylaxis().Biopsy("diffuse dermal angiomatosis") }, { "CPX-F04", "calcium around sweat glands", () => Calciphylaxis().Biopsy("perieccrine calcification") },
        { "CPX-F05", "thigh", Calciphylaxis }, { "CPX-F06", "lower leg", () => Woman(62).Has("haemodialysis").Lesion(new Lesion { Id = "L1", Sites = ["lower leg"], Morphology = ["stellate purpura"], Pain = Pain.Severe }) },
        { "CPX-F07", "penis on dialysis", () => Man(62).Has("haemodialysis").Lesion(new Lesion { Id = "L1", Sites = ["penis"], Necrotic = true, Pain = Pain.Severe }) },
        { "CPX-F10", "warfarin", () => Biopsied().Takes("warfarin") }, { "CPX-F11", "low albumin", () => Calciphylaxis().Low("albumin") }, { "CPX-F12", "obesity", () => Calciphylaxis().Has("obesity") },
        { "CPX-F13", "weight loss", () => Calciphylaxis().Has("weight loss") }, { "CPX-F14", "lupus anticoagulant", () => Biopsied().Positive("lupus-anticoagulant") }, { "CPX-F20", "woman", Calciphylaxis },
        { "CPX-F21", "diabetes", () => Calciphylaxis().Has("diabetes mellitus") }, { "CPX-F22", "phosphate", () => Calciphylaxis().High("phosphate") }, { "CPX-F23", "calcium", () => Calciphylaxis().High("calcium-total") },
        { "CPX-F24", "PTH", () => Calciphylaxis().High("pth-intact") }, { "CPX-F25", "alkaline phosphatase", () => Calciphylaxis().High("alkaline-phosphatase") }, { "CPX-F26", "insulin", () => Calciphylaxis().Takes("insulin") },
        { "CPX-F27", "prednisone", () => Calciphylaxis().Takes("prednisone") }, { "CPX-F28", "iron", () => Calciphylaxis().Takes("intravenous iron") }, { "CPX-F29", "albumin infusion", () => Calciphylaxis().Takes("albumin infusion") },
        { "CPX-F30", "injury", () => Calciphylaxis().HasAt("local trauma", "L1", SiteRelation.At) }, { "CPX-F31", "low pressure", () => Calciphylaxis().Has("hypotension") }, { "CPX-F32", "CRP", () => Calciphylaxis().High("crp") },
        { "CPX-F33", "cirrhosis", () => Calciphylaxis().Has("cirrhosis") }, { "CPX-F34", "aluminium", () => Calciphylaxis().Takes("aluminium hydroxide") }, { "CPX-F35", "calcium acetate", () => Calciphylaxis().Takes("calcium acetate") },
        { "CPX-F36", "cinacalcet", () => Calciphylaxis().Takes("cinacalcet") }, { "CPX-F37", "dialysis for six years", () => Woman(62).HasHad("haemodialysis", "P6Y").Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["stellate purpura"], Pain = Pain.Severe, Necrotic = true }).Biopsy("calcified arterioles", "thrombosis") },
        { "CPX-F38", "cancer", () => Biopsied().Has("cancer") }, { "CPX-F39", "Crohn disease", () => Calciphylaxis().Has("Crohn disease") }, { "CPX-F40", "lupus", () => Biopsied().Has("SLE") }, { "CPX-F41", "primary hyperparathyroidism", () => Biopsied().Has("primary hyperparathyroidism") },
        { "CPX-F15", "kidney failure beside a decisive biopsy", Biopsied },
        { "BRG-01", "slow painless mass", () => Slow(Uraemic(), Pain.None) }, { "BRG-02", "slow painless deposits in scleroderma", () => Woman(48).Has("systemic sclerosis").Lesion(SlowFingers(Pain.None)) },
        { "BRG-03", "very painful fingertip in scleroderma", () => Woman(48).Has("systemic sclerosis").Lesion(SlowFingers(Pain.Severe)) }, { "BRG-04", "very painful infected deposit", () => Man(60).HasAt("burn scar", "L1", SiteRelation.In).Lesion(new Lesion { Id = "L1", Sites = ["abdomen"], Morphology = ["plaque", "erythema"], Pain = Pain.Severe }) },
        { "BRG-05", "tender leak", () => Man(60).CalciumInto("left forearm").Lesion(new Lesion { Id = "L1", Sites = ["left forearm"], Morphology = ["plaque"], Pain = Pain.Present }) }, { "BRG-06", "youth without pain", () => Man(12).Normal("calcium-total", "phosphate", "creatinine").Lesion(new Lesion { Id = "L1", Sites = ["scrotum"], Morphology = ["nodule"], OnsetAgeYears = 11, Pain = Pain.None }) },
        { "BRG-07", "leak in kidney failure", () => Man(60).Has("haemodialysis").CalciumInto("left forearm").Lesion(new Lesion { Id = "L1", Sites = ["left forearm"], Morphology = ["plaque"], Pain = Pain.Present }) },
        { "BRG-10", "cleared after an infusion", () => Man(60).CalciumInto("left forearm").Lesion(new Lesion { Id = "L1", Sites = ["left forearm"], Morphology = ["plaque"], Course = LesionCourse.Cleared }) }, { "BRG-11", "milia-like papules that cleared", () => Woman(9).Normal("calcium-total", "phosphate", "creatinine").Lesion(new Lesion { Id = "L1", Sites = ["dorsal hands"], Morphology = ["milia-like papules"], Count = LesionCount.Many, OnsetAgeYears = 5, Course = LesionCourse.Cleared }) },
        { "BRG-12", "masses that went under prednisone in sarcoidosis", () => Mass().Has("sarcoidosis").Calcium(11.3m).Exposed(new Exposure { Text = "prednisone", Response = [new LesionResponse("L1", ResponseEffect.Cleared)] }) },
        { "BRG-13", "masses that shrank under sevelamer", () => Uraemic().Exposed(new Exposure { Text = "sevelamer", Response = [new LesionResponse("L1", ResponseEffect.Shrunk)] }) },
        { "BRG-20", "fingers with Raynaud", () => Sclerosis().Has("Raynaud phenomenon") }, { "BRG-21", "fingers", Sclerosis }, { "BRG-22", "hand nodules on dialysis", () => Man(60).Has("haemodialysis").Phosphate(8m).Calcium(9.5m).Skin("hand", "nodule") }, { "BRG-23", "forearm in scleroderma", () => Woman(48).Has("systemic sclerosis").Skin("forearm", "nodule") },
        { "BRG-24", "forearm with a cannula", Leak }, { "BRG-25", "elbow in myositis", Myositis }, { "BRG-26", "shoulder on dialysis, minerals not known", () => Mass().Has("haemodialysis") }, { "BRG-27", "elbow in dermatomyositis", Myositis }, { "BRG-28", "infant's heel", Heel },
        { "BRG-30", "child's lid", () => Man(7).Normal("calcium-total", "phosphate", "creatinine").Lesion(new Lesion { Id = "L1", Sites = ["upper eyelid"], Morphology = ["papule"], Count = LesionCount.Single, OnsetAgeYears = 6 }) }, { "BRG-31", "lid in hyperparathyroidism", () => Woman(30).Has("primary hyperparathyroidism").Calcium(11.5m).Skin("lower eyelid", "papule") },
        { "BRG-32", "child's scalp", () => Infant("P5M").Calcium(10.0m).Phosphate(6.0m).Lesion(new Lesion { Id = "L1", Sites = ["scalp"], Morphology = ["papule"], Count = LesionCount.Single, OnsetAgeYears = 0.3m }) }, { "BRG-33", "scalp after electrodes", () => Man(8).Exposed(new Exposure { Text = "EEG electrode paste", Site = "scalp", BeforeLesion = Duration("P3D") }).Skin("scalp", "papule") },
        { "BRG-34", "buttock in lupus", () => Woman(30).Has("SLE").Skin("buttock", "nodule") }, { "BRG-35", "under lupus lesions", () => Woman(30).HasAt("discoid lupus", "L1", SiteRelation.In).Skin("cheek", "plaque") },
        { "BRG-40", "shoulder mass that limits movement", () => Uraemic().Has("loss of movement") }, { "BRG-41", "stiff sheets", () => Woman(9).Has("juvenile dermatomyositis", "joint stiffness").Skin("thigh", "sheet") }, { "BRG-42", "rigid muscles in myositis", () => Myositis().Has("rigid muscles") },
        { "BRG-43", "walking hurts in dying skin", () => Calciphylaxis().Has("difficulty walking") }, { "BRG-44", "chalk from a finger ulcer", () => Woman(48).Has("systemic sclerosis").Lesion(new Lesion { Id = "L1", Sites = ["fingers"], Morphology = ["ulcer"], Ulcerated = true, ChalkyDischarge = true }) },
    };

    public static TheoryData<string> Sentences => Told.Sentences();

    [Theory]
    [MemberData(nameof(Sentences))]
    public void It_speaks_and_decides_nothing_by_itself(string story)
    {
        var told = Told[story];
        var assessment = told.Patient().Assess();
        var rule = new CalcinosisClassifier().Knowledge.Rules.Single(rule => rule.Id == told.Rule);
        assessment.Lesions.SelectMany(lesion => lesion.Suggestions).Where(suggestion => rule.Types.Contains(suggestion.Type)).SelectMany(suggestion => suggestion.Why)
            .Where(line => line.Rule == told.Rule).Should().NotBeEmpty().And.OnlyContain(line => line.Role == EvidenceRole.Also && line.Weight == rule.Weight);
    }

    [Fact]
    public void Every_such_line_has_its_story() => Told.Untold(RuleKind.For).Should().BeEmpty();

    [Fact]
    public void A_hard_yellow_lump_that_comes_back_after_surgery_says_nothing_about_the_type()
    {
        var plain = Woman(48).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(SlowFingers(Pain.Present)).Assess();
        var told = Woman(48).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(SlowFingers(Pain.Present) with { Morphology = ["nodule", "chalky", "hard nodule"], Course = LesionCourse.Recurrent }).Assess();
        told.Lesions[0].Suggestions.Select(suggestion => (suggestion.Type, suggestion.Certainty)).Should().Equal(plain.Lesions[0].Suggestions.Select(suggestion => (suggestion.Type, suggestion.Certainty)));
    }

    [Fact]
    public void Chalk_speaks_weakly_against_calciphylaxis_and_for_none_of_the_others()
    {
        var lines = Woman(62).Has("haemodialysis").Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["stellate purpura"], Pain = Pain.Severe, ChalkyDischarge = true }).Assess().Lesions[0].Suggestions.SelectMany(suggestion => suggestion.Against.Select(line => (suggestion.Type, line.Rule, line.Weight)));
        lines.Should().Contain((CalcinosisType.Calciphylaxis, "CPX-A02", EvidenceWeight.Weak));
    }

    [Fact]
    public void What_speaks_against_calciphylaxis_is_said()
    {
        Against(Man(66).Has("haemodialysis").CalciumInto("left forearm").Lesion(new Lesion { Id = "L1", Sites = ["left forearm"], Necrotic = true, Pain = Pain.Severe })).Should().Contain("CPX-A07");
        Against(Calciphylaxis().Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["palpable purpura"] })).Should().Contain("CPX-A08");
        Against(Calciphylaxis().Has("shock").MadeOut("dic")).Should().Contain("CPX-A09");
        Against(Calciphylaxis().MadeOut("vasculitis").Biopsy(new HistologyReport { Adequate = true, Depth = SpecimenDepth.Subcutis, Findings = [new ReportFinding { Text = "vasculitis" }] })).Should().Contain(["CPX-A06", "CPX-A10"]);
        Against(Calciphylaxis().Has("claudication")).Should().Contain("CPX-A04");
    }

    private static IEnumerable<string> Against(PatientStory patient) => patient.Assess().Of(CalcinosisType.Calciphylaxis).Against.Select(line => line.Rule);

    /// <summary>Tissue decides here, so that the host is told beside it.</summary>
    private static PatientStory Biopsied() => Calciphylaxis().Biopsy("calcified arterioles", "thrombosis");

    private static Lesion SlowFingers(Pain pain) => new() { Id = "L1", Sites = ["fingers"], Morphology = ["nodule"], Pain = pain, Duration = Duration("P2Y") };

    private static PatientStory Slow(PatientStory patient, Pain pain) => patient.Lesion(new Lesion { Id = "L1", Sites = ["shoulder"], Morphology = ["mass"], Depth = LesionDepth.Periarticular, Pain = pain, Duration = Duration("P2Y") });
}
