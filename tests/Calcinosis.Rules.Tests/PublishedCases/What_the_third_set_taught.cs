using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Testing;
using Calcinosis.Rules.Tests.Support;
using Calcinosis.Rules.Vocabulary;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.PublishedCases;

/// <summary>What was not read, or not thought of, in the first run of the third set.</summary>
public sealed class What_the_third_set_taught
{
    private static readonly ClinicalVocabulary Vocabulary = ClinicalVocabulary.Default;

    [Fact]
    public void Painful_blisters_on_dialysis_may_be_calciphylaxis_that_begins()
    {
        var assessment = Blisters(Pain.Present).Assess();

        assessment.Of(Calciphylaxis).Certainty.Should().Be(Possible);
        assessment.RedFlags.Should().NotBeEmpty();
    }

    [Fact]
    public void Painless_blisters_on_dialysis_are_not() =>
        (Blisters(Pain.None).Assess().Of(Calciphylaxis).Certainty < Possible).Should().BeTrue();

    [Fact]
    public void Both_skin_signs_of_dermatomyositis_make_it_a_suspected_cause() =>
        Woman(30).Has("heliotrope rash").Has("Gottron papules").Lesion("elbow", "nodule").Assess().Of(Dystrophic).Certainty.Should().Be(Possible);

    [Fact]
    public void One_skin_sign_alone_does_not() =>
        (Woman(30).Has("Gottron papules").Lesion("elbow", "nodule").Assess().Of(Dystrophic).Certainty < Possible).Should().BeTrue();

    [Theory]
    [InlineData("chronic renal failure receiving dialysis for the past one year")]
    [InlineData("renal failure of unknown etiology for 10 years")]
    [InlineData("two spontaneous deep venous thromboses")]
    public void How_and_how_long_are_passed_over(string phrase)
    {
        var resolution = Vocabulary.Resolve(TermKind.Condition, null, null, phrase);

        resolution.Terms.Should().NotBeEmpty();
        resolution.Leftover.Should().BeEmpty();
    }

    private static PatientStory Blisters(Pain pain) => Woman(43).Has("haemodialysis").Lesion(LesionAt("lower leg", "bullae") with { Pain = pain });
}
