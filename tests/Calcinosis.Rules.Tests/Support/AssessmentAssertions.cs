using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Tests.Support;

internal static class AssessmentAssertions
{
    public static Suggestion Of(this Assessment assessment, CalcinosisType type, string lesion = "L1") =>
        assessment.Lesions.Single(entry => entry.Lesion == lesion).Suggestions.Single(suggestion => suggestion.Type == type);

    /// <summary>The level of a type for a lesion.</summary>
    public static Certainty Level(this Assessment assessment, CalcinosisType type, string lesion = "L1") => assessment.Of(type, lesion).Certainty;

    /// <summary>Asserts the level of one type; the message lists what every type got and why.</summary>
    public static void ShouldGive(this Assessment assessment, CalcinosisType type, Certainty certainty, string lesion = "L1") =>
        assessment.Level(type, lesion).Should().Be(certainty, Describe(assessment, lesion));

    public static void ShouldLeadWith(this Assessment assessment, CalcinosisType type, string? subtype, Certainty certainty, string lesion = "L1")
    {
        var first = assessment.Lesions.Single(entry => entry.Lesion == lesion).Suggestions[0];
        $"{first.Type} {first.Subtype} {first.Certainty}".Should().Be($"{type} {subtype} {certainty}", Describe(assessment, lesion));
    }

    public static string Describe(this Assessment assessment, string lesion = "L1") =>
        string.Join(" | ", assessment.Issues.Select(issue => issue.Code + issue.Path)) + string.Join("\n", assessment.Lesions.Where(entry => entry.Lesion == lesion).SelectMany(entry => entry.Suggestions)
            .Select(suggestion => $"{suggestion.Type} {suggestion.Subtype} {suggestion.Certainty} why[{string.Join(",", suggestion.Why.Select(line => $"{line.Rule}:{line.Finding}={line.State}"))}] not-higher[{string.Join(",", suggestion.WhyNotHigher.Select(line => $"{line.Rule}:{line.Finding}={line.State}"))}]"))
        + string.Join(";", assessment.NotUnderstood.Select(line => line.Text));
}
