using System.Text.Json;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Cli.Tests;

/// <summary>Answers from the document's id alone: "wrong" has an error, "crash" breaks, anything else is dystrophic.</summary>
internal sealed class FakeAssessor : IAssessor
{
    public List<DateOnly?> DaysAsked { get; } = [];

    public List<string?> TextsSought { get; } = [];

    public Assessment Assess(ReadOnlyMemory<byte> utf8, DateOnly? asOf)
    {
        DaysAsked.Add(asOf);
        var id = IdIn(utf8);
        return id switch
        {
            null => Refused(null, new Issue("json-malformed", IssueSeverity.Error, "", null, "a JSON object", "The document is no JSON object: correct it at line 1.")),
            "wrong" => Refused(id, new Issue("value-not-positive", IssueSeverity.Error, "/labs/0/value", "-9.1", "a number above 0", "Calcium cannot be negative: correct it.")),
            "crash" => throw new InvalidOperationException("something broke"),
            _ => Answer(id),
        };
    }

    public AssessmentChart Chart(ReadOnlyMemory<byte> utf8, DateOnly? asOf) => new(Assess(utf8, asOf));

    public IReadOnlyList<VocabularyEntry> SearchVocabulary(string? text)
    {
        TextsSought.Add(text);
        IReadOnlyList<VocabularyEntry> all =
        [
            new("systemic-sclerosis-limited", "condition", "limited systemic sclerosis", ["CREST syndrome", "lcSSc"], ["ICD-10-CM M34.1"]),
            new("fingers", "site", "fingers", [], []),
        ];
        return text is null ? all : [.. all.Where(entry => entry.Label.Contains(text, StringComparison.OrdinalIgnoreCase))];
    }

    private static readonly KnowledgeReference Knowledge = new("1.0.0", "0123456789abcdef");

    private static string? IdIn(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.GetProperty("id").GetString();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Assessment Refused(string? id, Issue issue) =>
        new() { Id = id, Knowledge = Knowledge, Conclusion = Conclusion.NotAssessed, Issues = [issue] };

    private static Assessment Answer(string id) => new()
    {
        Id = id,
        Knowledge = Knowledge,
        Conclusion = Conclusion.Suggested,
        Types = [CalcinosisType.Dystrophic],
        Leading = new LeadingSuggestion(CalcinosisType.Dystrophic, "ctd.ssc_limited", Certainty.Probable, "L1"),
        Lesions =
        [
            new LesionAssessment("L1",
            [
                new Suggestion { Type = CalcinosisType.Dystrophic, Subtype = "ctd.ssc_limited", Certainty = Certainty.Probable },
                new Suggestion { Type = CalcinosisType.Metastatic, Certainty = Certainty.Excluded },
            ]),
        ],
    };
}
