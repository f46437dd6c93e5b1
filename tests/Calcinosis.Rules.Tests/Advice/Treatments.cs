using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Testing.PatientStory;
using static Calcinosis.Rules.Tests.Advice.TreatedPatients;

namespace Calcinosis.Rules.Tests.Advice;

/// <summary>What is offered to whom: only where the sources list the type, and specific measures only for their cause.</summary>
public sealed class Treatments
{
    private static readonly Stories Told = new()
    {
        { "TX-01", "dermatomyositis", Myositis }, { "TX-02", "any dystrophic deposit: injection", Burnt }, { "TX-03", "any dystrophic deposit: colchicine", Burnt },
        { "TX-04", "juvenile dermatomyositis: probenecid", () => Myositis(9) }, { "TX-05", "systemic sclerosis: bisphosphonate", Sclerosis }, { "TX-05Z", "systemic sclerosis: zoledronate", Sclerosis },
        { "TX-06", "any dystrophic deposit: etidronate", Burnt }, { "TX-07", "systemic sclerosis: diltiazem", Sclerosis }, { "TX-08", "juvenile dermatomyositis: antacid", () => Myositis(9) },
        { "TX-09", "any dystrophic deposit: low-dose warfarin", Burnt }, { "TX-10", "connective tissue disease: ceftriaxone", Sclerosis }, { "TX-11", "dermatomyositis: immunoglobulin", Myositis },
        { "TX-12", "systemic sclerosis: minocycline", Sclerosis }, { "TX-13", "small deposit: topical thiosulfate", Sclerosis }, { "TX-14", "any dystrophic deposit: surgery", Burnt },
        { "TX-15", "systemic sclerosis: stem cells", Sclerosis }, { "TX-16", "sand-like finger deposits: laser", Sclerosis }, { "TX-17", "any dystrophic deposit: shock waves", Burnt },
        { "TX-18", "small dystrophic deposit: observation", () => Sclerosis(new SizeRange(1, 3)) }, { "TX-55", "any dystrophic deposit: injected thiosulfate", Burnt },
        { "TX-70", "adult with sheets: specialist centre", () => Sclerosis("sheet") }, { "TX-71", "adult with a plaque", () => Sclerosis("plaque") },
        { "TX-72", "adult with nodules of 12 mm", () => Sclerosis(new SizeRange(8, 12)) }, { "TX-73", "adult with deposits of 3 mm", () => Sclerosis(new SizeRange(1, 3)) },
        { "TX-30", "calciphylaxis: triggers", Calciphylaxis }, { "TX-31", "calciphylaxis: thiosulfate", Calciphylaxis }, { "TX-32", "calciphylaxis: pain and wounds", Calciphylaxis },
        { "TX-33", "calciphylaxis on dialysis: more dialysis", Calciphylaxis }, { "TX-34", "calciphylaxis with PTH of 501", () => Calciphylaxis().Lab("pth-intact", 501, "pg/mL") },
        { "TX-35", "calciphylaxis: hyperbaric oxygen", Calciphylaxis }, { "TX-36", "calciphylaxis: phosphate and PTH", Calciphylaxis }, { "TX-37", "calciphylaxis: calcimimetic", Calciphylaxis },
        { "TX-38", "calciphylaxis on dialysis: the trial drug", Calciphylaxis }, { "TX-39", "calciphylaxis: vitamin K", Calciphylaxis },
        { "TX-50", "metastatic: the cause", Uraemic }, { "TX-56", "metastatic in kidney disease: phosphate", Uraemic },
        { "TX-57", "primary hyperparathyroidism", () => Mass().Has("primary hyperparathyroidism").Calcium(11.5m) }, { "TX-58", "vitamin D intoxication", () => Mass().Has("vitamin D intoxication").Calcium(12.5m) },
        { "TX-59", "sarcoidosis", () => Mass().Has("sarcoidosis").Calcium(11.5m) }, { "TX-60", "milk-alkali syndrome", () => Mass().Has("milk-alkali syndrome").Calcium(13m) },
        { "TX-61", "bone metastases", () => Mass().Has("bone metastases").Calcium(12.5m) }, { "TX-74", "sarcoidosis with high calcium", () => Mass().Has("sarcoidosis").Calcium(11.5m) },
        { "TX-75", "myeloma with high calcium", () => Mass().Has("multiple myeloma").Calcium(12.5m) }, { "TX-76", "bone metastases with high calcium", () => Mass().Has("bone metastases").Calcium(12.5m) },
        { "TX-52", "familial tumoral calcinosis: diet", Tumoral }, { "TX-62", "familial tumoral calcinosis: acetazolamide", Tumoral }, { "TX-63", "familial tumoral calcinosis: surgery", Tumoral },
        { "TX-64", "scrotal nodules", Scrotal }, { "TX-65", "subepidermal nodule of the lid", () => Man(7).Normal("calcium-total", "phosphate", "creatinine").Lesion(new Lesion { Id = "L1", Sites = ["upper eyelid"], Morphology = ["papule"], Count = LesionCount.Single, OnsetAgeYears = 6 }) },
        { "TX-66", "heel nodules of an infant", Heel }, { "TX-54", "calcium leak", Leak }, { "TX-67", "electrode paste", () => Man(8).Exposed(new Exposure { Text = "EEG electrode paste", Site = "scalp", BeforeLesion = Duration("P3D") }).Skin("scalp", "papule") },
        { "TX-53", "nadroparin nodules", () => Woman(35).Exposed(new Exposure { Text = "nadroparin", Site = "abdomen", Ongoing = true }).Skin("abdomen", "nodule") },
        { "TX-68", "papules after liver transplantation", () => Man(41).Exposed(new Exposure { Text = "liver transplant", BeforeLesion = Duration("P10D") }).Normal("calcium-total", "phosphate").Skin("upper arm", "papule") },
        { "TX-51", "connective tissue disease: the disease", Sclerosis }, { "TX-69", "venous leg: compression", VenousLeg },
    };

    public static TheoryData<string> Sentences => Told.Sentences();

    [Theory]
    [MemberData(nameof(Sentences))]
    public void It_is_offered(string story)
    {
        // One option may stand for several rules; the rule is met and its option is shown.
        var key = new CalcinosisClassifier().Knowledge.Rules.Single(rule => rule.Id == Told[story].Rule).Key;
        var options = Told[story].Patient().Assess().Treatments;
        options.Where(option => option.Option == key).Should().ContainSingle(because: string.Join(", ", options.Select(option => option.Rule))).Which.Rule.Should().Be(Told[story].Rule);
    }

    [Fact]
    public void Every_treatment_has_its_story() => Told.Untold(RuleKind.Treatment).Should().BeEmpty();

    [Theory]
    [InlineData("diltiazem")]
    [InlineData("minocycline")]
    [InlineData("probenecid")]
    [InlineData("stem-cell-transplantation")]
    [InlineData("treat-the-disease")]
    [InlineData("scrotal-excision")]
    [InlineData("heel-nodule-reassurance")]
    [InlineData("sodium-thiosulfate-iv")]
    [InlineData("treat-the-cause")]
    public void A_burn_scar_is_not_offered(string option) => Burnt().Assess().Treatments.Should().NotContain(treatment => treatment.Option == option);

    [Theory]
    [InlineData("colchicine")]
    [InlineData("diltiazem")]
    [InlineData("surgery")]
    [InlineData("warfarin-low")]
    [InlineData("sodium-thiosulfate-iv")]
    public void A_uraemic_mass_is_not_offered(string option) => Uraemic().Assess().Treatments.Should().NotContain(treatment => treatment.Option == option);

    [Fact]
    public void Nothing_is_offered_where_nothing_stands_at_possible() => Woman(40).Skin("thigh", "nodule").Assess().Treatments.Should().BeEmpty();

    [Fact]
    public void Milk_alkali_measures_are_for_milk_alkali_only()
    {
        Mass().Has("sarcoidosis").Calcium(11.5m).Assess().Treatments.Should().NotContain(treatment => treatment.Option == "stop-calcium-and-alkali");
        Mass().Has("milk-alkali syndrome").Calcium(13m).Assess().Treatments.Should().NotContain(treatment => treatment.Option == "treat-granulomas");
    }

    [Fact]
    public void Each_option_is_listed_once_and_names_the_types_that_stand() =>
        Sclerosis().Assess().Treatments.Should().OnlyHaveUniqueItems(treatment => treatment.Option).And.OnlyContain(treatment => treatment.For == "dystrophic");

    [Fact]
    public void Every_option_says_how_good_its_evidence_is() =>
        new CalcinosisClassifier().Knowledge.Rules.Where(rule => rule.Kind == RuleKind.Treatment).Should().OnlyContain(rule => !string.IsNullOrEmpty(rule.Remark));

    [Fact]
    public void The_negative_trial_of_warfarin_and_the_failed_end_points_of_the_trial_drug_are_said()
    {
        Sclerosis().Assess().Treatments.Single(option => option.Option == "warfarin-low").Evidence.Should().Contain("negative");
        Calciphylaxis().Assess().Treatments.Single(option => option.Option == "hexasodium-fytate").Evidence.Should().Contain("missed both");
    }

    [Theory]
    [InlineData(1.0, 5.0, "TX-73")]
    [InlineData(5.0, 5.1, "TX-72")]
    [InlineData(5.0, 20.0, "TX-72")]
    [InlineData(15.0, 20.1, "TX-71")]
    public void Size_decides_the_approach(double min, double max, string rule) =>
        Sclerosis(new SizeRange((decimal)min, (decimal)max)).Assess().Treatments.Single(option => option.Option == "approach-by-size").Rule.Should().Be(rule);

    [Fact]
    public void The_risks_of_the_brief_come_with_every_suggestion() =>
        Sclerosis().Assess().Risks.Select(risk => risk.Rule).Should().Contain(["RK-01", "RK-02", "RK-03", "RK-04", "RK-05", "RK-06"]);

    [Fact]
    public void Site_decides_what_is_said_of_the_course_of_calciphylaxis()
    {
        Calciphylaxis().Assess().Risks.Should().Contain(risk => risk.Rule == "RK-07");
        Man(60).Has("haemodialysis").Lesion(new Lesion { Id = "L1", Sites = ["penis"], Necrotic = true, Pain = Pain.Severe }).Assess().Risks.Should().Contain(risk => risk.Rule == "RK-08");
        Man(60).HasAt("burn scar", "L1", SiteRelation.In).Lesion(new Lesion { Id = "L1", Sites = ["knee"], Ulcerated = true }).Assess().Risks.Should().Contain(risk => risk.Rule == "RK-09");
    }
}
