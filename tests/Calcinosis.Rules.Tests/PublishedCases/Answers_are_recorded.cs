using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.PublishedCases;

/// <summary>
/// The answer for every published patient, one line each: conclusion, the types of each lesion in their order with their
/// levels, and a digest of everything else that is said. No change of a rule, a word or a number goes unnoticed, and the
/// difference of the approved file is the list of patients for the clinicians' part of the change log.
/// </summary>
public sealed class Answers_are_recorded
{
    private static readonly CalcinosisClassifier Classifier = new();

    [Fact]
    public void No_answer_for_a_published_patient_changes_unnoticed()
    {
        var answers = new StringBuilder();
        foreach (var patient in PublishedCase.All().Concat(PublishedCase.Further()).Concat(PublishedCase.Third()).OrderBy(patient => patient.Id, StringComparer.Ordinal))
            answers.Append(CultureInfo.InvariantCulture, $"{patient.Id} | {Line(Classifier.ClassifyJson(patient.Json))}\n");

        Approved.Verify(answers.ToString(), "Answers");
    }

    private static string Line(Assessment assessment)
    {
        var lesions = assessment.Lesions.Select(lesion => $"{lesion.Lesion}: {string.Join(", ", lesion.Suggestions.Select(suggestion => $"{suggestion.Type} {suggestion.Certainty}"))}");
        return string.Join(" | ", [assessment.Conclusion.ToString(), .. lesions, Digest(assessment)]);
    }

    /// <summary>Of the whole document but for the version and fingerprint of the knowledge, which change with any rule.</summary>
    private static string Digest(Assessment assessment)
    {
        var document = JsonNode.Parse(assessment.ToJson())!.AsObject();
        document.Remove("knowledge");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.ToJsonString())))[..16];
    }
}
