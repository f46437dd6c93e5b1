using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Testing;

/// <summary>Entry to the assertions on an assessment.</summary>
public static class AssertionExtensions
{
    /// <summary>Begins assertions on an assessment: <c>assessment.Should().Suggest(CalcinosisType.Dystrophic).With(Certainty.Probable)</c>.</summary>
    /// <param name="assessment">What the classifier said; null fails every assertion but <c>BeNull</c>.</param>
    public static AssessmentAssertions Should(this Assessment? assessment) => new(assessment!);
}
