using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Documentation;

public sealed class Samples_are_understood
{
    [Theory]
    [InlineData("systemic-sclerosis-fingers", CalcinosisType.Dystrophic, Certainty.Established)]
    [InlineData("uraemic-shoulder-mass", CalcinosisType.Metastatic, Certainty.Established)]
    [InlineData("scrotal-nodules", CalcinosisType.Idiopathic, Certainty.Established)]
    [InlineData("infant-calcium-infusion", CalcinosisType.Iatrogenic, Certainty.Established)]
    [InlineData("dialysis-calciphylaxis", CalcinosisType.Calciphylaxis, Certainty.Probable)]
    public void Every_sample_is_read_without_an_issue_and_shows_its_type(string sample, CalcinosisType type, Certainty certainty)
    {
        var assessment = new CalcinosisClassifier().ClassifyJson(Repository.ReadBytes($"samples/patients/{sample}.json"));

        assessment.Issues.Should().BeEmpty();
        assessment.Lesions.Should().ContainSingle().Which.Suggestions[0].Should().Match<Suggestion>(first => first.Type == type && first.Certainty == certainty);
    }

    [Fact]
    public void Every_type_has_a_sample() => Directory.GetFiles(Repository.PathOf("samples/patients"), "*.json").Should().HaveCount(5);
}
