using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Tests.Support;

/// <summary>Short forms of the package's assertions for the many scenarios, which name the lesion L1.</summary>
internal static class AssessmentShorthand
{
    public static Suggestion Of(this Assessment assessment, CalcinosisType type, string lesion = "L1") =>
        assessment.Lesions.Single(entry => entry.Lesion == lesion).Suggestions.Single(suggestion => suggestion.Type == type);

    /// <summary>The level of a type for a lesion.</summary>
    public static Certainty Level(this Assessment assessment, CalcinosisType type, string lesion = "L1") => assessment.Of(type, lesion).Certainty;

    /// <summary>Asserts the level of one type.</summary>
    public static void ShouldGive(this Assessment assessment, CalcinosisType type, Certainty certainty, string lesion = "L1") =>
        assessment.Should().Rate(type, lesion).With(certainty);

    /// <summary>Asserts the first of the ranking, whatever its level.</summary>
    public static void ShouldLeadWith(this Assessment assessment, CalcinosisType type, string? subtype, Certainty certainty, string lesion = "L1")
    {
        assessment.Should().Rate(type, lesion).With(certainty).WithSubtype(subtype);
        assessment.Lesions.Single(entry => entry.Lesion == lesion).Suggestions[0].Type.Should().Be(type, "it should stand first");
    }
}
