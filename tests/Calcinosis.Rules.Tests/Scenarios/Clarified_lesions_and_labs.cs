using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Tests.Support.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>Clarifications about lesion groups, laboratory values and calciphylaxis subtypes, each by its number.</summary>
public sealed class Clarified_lesions_and_labs
{
    private static Lesion On(string id, string site, string look = "nodule") => new() { Id = id, Sites = [site], Morphology = [look] };

    [Fact]
    public void C26_an_image_that_names_no_lesion_shows_calcium_for_all_of_them()
    {
        var both = Woman(50).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(On("L1", "fingers")).Lesion(On("L2", "toes")).Film("soft-tissue-calcification").Assess();

        both.Lesions.Should().HaveCount(2).And.OnlyContain(lesion => CertaintyOf(lesion, Dystrophic) == Established);
    }

    [Fact]
    public void C26_an_image_that_names_a_lesion_shows_calcium_for_that_one_only()
    {
        var one = Woman(50).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(On("L1", "fingers")).Lesion(On("L2", "toes")).FilmOf("L1", "soft-tissue-calcification").Assess();

        one.Lesions.Select(lesion => CertaintyOf(lesion, Dystrophic)).Should().Equal(Established, Probable);
    }

    [Fact]
    public void C26_a_laboratory_value_counts_for_every_lesion() =>
        Man(50).Has("dialysis").Phosphate(8.2m).Lesion(On("L1", "shoulder", "mass")).Lesion(On("L2", "hip", "mass")).Film("soft-tissue-calcification").Assess()
            .Lesions.Should().HaveCount(2).And.OnlyContain(lesion => CertaintyOf(lesion, Metastatic) >= Probable);

    [Fact]
    public void C41_one_high_phosphate_among_normal_ones_is_a_disturbance() =>
        UraemicMass("2026-08-01", "2026-09-01").Certainty.Should().Be(Established);

    [Fact]
    public void C20_a_high_and_a_normal_phosphate_both_without_a_date_are_a_contradiction() => UraemicMass(null, null).Certainty.Should().Be(Possible);

    [Fact]
    public void C41_normal_values_alone_are_none() =>
        Man(50).Has("dialysis").Calcium(9.2m).Phosphate(3.4m).Phosphate(3.6m).Lesion(On("L1", "shoulder", "mass")).Film("soft-tissue-calcification").Assess()
            .Of(Metastatic).Certainty.Should().BeOneOf(Unlikely, Possible);

    [Theory]
    [InlineData("thigh", "uraemic.proximal")]
    [InlineData("shin", "uraemic.distal")]
    [InlineData("penis", "uraemic.penile")]
    public void C80_the_place_names_the_form_of_uraemic_calciphylaxis(string site, string subtype) =>
        Man(60).Has("dialysis").Lesion(Dying(site)).Assess().Of(Calciphylaxis).Subtype.Should().Be(subtype);

    [Fact]
    public void C80_of_two_places_the_worse_prognosis_is_named() =>
        Man(60).Has("dialysis").Lesion(Dying("shin", "thigh")).Assess().Of(Calciphylaxis).Subtype.Should().Be("uraemic.proximal");

    [Fact]
    public void C80_without_kidney_failure_it_is_non_uraemic_and_unspecified_when_nobody_asked()
    {
        Woman(60).Has("warfarin", "obesity").HasNo("kidney-disease").Lesion(Dying("thigh")).Assess().Of(Calciphylaxis).Subtype.Should().Be("non_uraemic.proximal");
        Woman(60).Has("obesity").Lesion(Dying("thigh")).Assess().Of(Calciphylaxis).Subtype.Should().Be("unspecified.proximal");
    }

    private static Suggestion UraemicMass(string? normalOn, string? highOn) =>
        Man(50).Has("dialysis").Lab("phosphate", 3.4m, "mg/dL", normalOn).Lab("phosphate", 8.2m, "mg/dL", highOn)
            .Lesion(On("L1", "shoulder", "mass")).Film("soft-tissue-calcification").Assess().Of(Metastatic);

    private static Certainty CertaintyOf(LesionAssessment lesion, CalcinosisType type) => lesion.Suggestions.Single(suggestion => suggestion.Type == type).Certainty;

    private static Lesion Dying(params string[] sites) =>
        new() { Id = "L1", Sites = sites, Morphology = ["plaque"], PainScore = 9, IschaemicPattern = true, Ulcerated = true, Necrotic = true };
}
