using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Advice;

/// <summary>Hayashi's criteria and the Chinese hierarchical scheme, shown three-valued beside the assessment.</summary>
public sealed class Published_schemes_of_calciphylaxis
{
    private static readonly Lesion Ulcers = new()
    {
        Id = "L1",
        Sites = ["thighs"],
        Morphology = ["stellate purpura", "ulcer"],
        Count = LesionCount.Few,
        Pain = Pain.Severe,
        Ulcerated = true,
        NonHealing = true,
        Necrotic = true,
    };

    private static PatientStory Dialysis(string duration = "P6Y") => Woman(62).HasHad("haemodialysis", duration);

    [Fact]
    public void Three_clinical_items_complete_Hayashi()
    {
        var patient = Dialysis().Lesion(Ulcers);
        Result(patient, "hayashi-c1").Should().Be("met");
        Result(patient, "hayashi-c2").Should().Be("met");
        Result(patient, "hayashi-c3").Should().Be("met");
        Result(patient, "hayashi-clinical").Should().Be("met");
        Result(patient, "hayashi").Should().Be("met");
    }

    [Fact]
    public void Without_kidney_failure_the_biopsy_item_is_needed()
    {
        var patient = Woman(62).Normal("creatinine").Takes("warfarin", "P30M").Lesion(Ulcers);
        Result(patient, "hayashi-c1").Should().Be("unmet");
        Result(patient, "hayashi").Should().Be("unknown");
        Result(patient.Biopsy("calcified arterioles", "intimal hyperplasia"), "hayashi").Should().Be("met");
    }

    [Fact]
    public void Hands_and_feet_are_not_named_places() =>
        Result(Dialysis().Lesion(Ulcers with { Sites = ["fingers"] }), "hayashi-c3").Should().Be("unmet");

    [Theory]
    [InlineData(16, "unknown")] // dialysis was not asked for
    [InlineData(15, "met")]
    [InlineData(14, "met")]
    public void A_GFR_of_15_or_less_counts_as_dialysis(int egfr, string result) =>
        Result(Woman(62).Lab("egfr", egfr, "mL/min/1.73m2").Lesion(Ulcers), "hayashi-c1").Should().Be(result);

    [Fact]
    public void Typical_skin_with_any_risk_and_look_alikes_ruled_out_is_clinical_in_the_Chinese_scheme()
    {
        Result(Dialysis().Lesion(Ulcers).HasNo("calciphylaxis-mimic"), "chinese-clinical").Should().Be("met");
        Result(Dialysis().Lesion(Ulcers), "chinese-clinical").Should().Be("unknown", "nobody asked for look-alikes");
        Result(Dialysis().Lesion(Ulcers).MadeOut("vasculitis"), "chinese-clinical").Should().Be("unmet");
    }

    [Fact]
    public void Two_major_risks_with_early_skin_are_suspected()
    {
        var patient = Dialysis().Takes("warfarin", "P1Y").HasNo("calciphylaxis-mimic").Lesion(Ulcers);
        Result(patient, "chinese-suspected").Should().Be("met");
    }

    [Fact]
    public void One_major_and_three_minor_risks_with_early_skin_are_suspected()
    {
        var one = Dialysis().HasNo("calciphylaxis-mimic").Lesion(Ulcers).Has("obesity", "diabetes mellitus");
        Result(one, "chinese-suspected").Should().Be("unknown", "two minor risks are too few while others are open");
        Result(one.Low("albumin"), "chinese-suspected").Should().Be("met");
    }

    [Fact]
    public void A_positive_biopsy_confirms_in_the_Chinese_scheme() =>
        Result(Dialysis().HasNo("calciphylaxis-mimic").Lesion(Ulcers).Biopsy("calcified arterioles", "ischaemic necrosis"), "chinese-confirmed").Should().Be("met");

    [Fact]
    public void The_Chinese_scheme_is_for_dialysis_patients() =>
        Result(Woman(62).Normal("creatinine").Takes("warfarin", "P30M").HasNo("calciphylaxis-mimic").Lesion(Ulcers), "chinese-clinical").Should().Be("unmet");

    [Theory]
    [InlineData("P4Y", "CPX-170")]
    [InlineData("P6Y", "CPX-160")]
    public void Five_years_of_dialysis_divide_minor_from_major(string duration, string rule) => IsMet(Dialysis(duration).Lesion(Ulcers), rule).Should().BeTrue();

    [Theory]
    [InlineData(0.5, false)]
    [InlineData(0.75, true)]
    public void More_than_half_a_microgram_of_active_vitamin_D_a_day_is_a_major_risk(double dose, bool major) =>
        IsMet(Dialysis().Lesion(Ulcers).Exposed(new Exposure { Text = "calcitriol", Ongoing = true, Dose = new Dose((decimal)dose, "ug", "day") }), "CPX-163").Should().Be(major);

    [Theory]
    [InlineData(3.7, "P7M", false)] // 1.48 g elemental
    [InlineData(3.75, "P7M", true)] // 1.5 g elemental
    [InlineData(4.0, "P7M", true)]
    [InlineData(4.0, "P5M", false)]
    public void Much_calcium_for_more_than_six_months_is_a_major_risk(double grams, string duration, bool major) =>
        IsMet(Dialysis().Lesion(Ulcers).Exposed(new Exposure { Text = "calcium carbonate", Ongoing = true, Duration = Duration(duration), Dose = new Dose((decimal)grams, "g", "day") }), "CPX-162").Should().Be(major);

    [Theory]
    [InlineData("P6M", false)]
    [InlineData("P7M", true)]
    public void A_vitamin_K_antagonist_is_long_after_six_months(string duration, bool major) => IsMet(Dialysis().Lesion(Ulcers).Takes("warfarin", duration), "CPX-161").Should().Be(major);

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public void PTH_above_1000_is_a_major_risk(int pth, bool major) => IsMet(Dialysis().Lesion(Ulcers).Lab("pth-intact", pth, "pg/mL"), "CPX-166").Should().Be(major);

    [Theory]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void PTH_below_300_is_a_minor_risk(int pth, bool minor) => IsMet(Dialysis().Lesion(Ulcers).Lab("pth-intact", pth, "pg/mL"), "CPX-178").Should().Be(minor);

    private static string? Result(PatientStory patient, string name) => patient.Assess().Derived.Single(value => value.Name == name + ".L1").Result;

    private static bool IsMet(PatientStory patient, string rule) => patient.Verdict().IsMet(rule);
}
