using System.Text.Json.Serialization;

namespace Calcinosis.Rules.Workbench;

/// <summary>What the page asks.</summary>
/// <param name="Text">A findings document, or whatever else the host reads, as it was typed: its mistakes come back as issues.</param>
/// <param name="AsOf">The day of the question, for a document that names none; ISO 8601.</param>
/// <param name="Suppose">Unknowns that are answered to see what would follow.</param>
internal sealed record AssessRequest(string? Text, DateOnly? AsOf, IReadOnlyList<SupposedAnswer?>? Suppose);

/// <summary>One answer that is tried out.</summary>
internal sealed record SupposedAnswer(string? Lesion, string? Finding, string? State);

/// <summary>What the page shows.</summary>
/// <param name="Kind">What the text was: <c>findings</c>, or the kind that another reader gave it.</param>
/// <param name="Headline">The answer in one sentence, for the title bar and for screen readers.</param>
/// <param name="Leading">The leading type; null when there is none.</param>
/// <param name="Certainty">Its certainty.</param>
/// <param name="Urgency">The most urgent red flag; null when there is none.</param>
/// <param name="Html">The report, encoded by the library.</param>
/// <param name="Marks">Entries of the document with something to say beside them.</param>
internal sealed record AssessAnswer(
    string Kind, string Headline, string? Leading, string? Certainty, string? Urgency, string Html, IReadOnlyList<EntryMark> Marks);

/// <summary>Something to say beside an entry of the document.</summary>
/// <param name="Path">JSON Pointer.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>not-understood</c>.</param>
/// <param name="Text">For a reader.</param>
internal sealed record EntryMark(string Path, string Severity, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AssessRequest))]
[JsonSerializable(typeof(AssessAnswer))]
[JsonSerializable(typeof(VocabularyDocument))]
[JsonSerializable(typeof(List<SamplePatient>))]
internal sealed partial class WorkbenchJson : JsonSerializerContext;
