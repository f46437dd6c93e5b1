using Calcinosis.Rules.Fhir.Mapping;
using Calcinosis.Rules.Fhir.Reading;
using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir;

/// <summary>
/// Turns FHIR R4 JSON into findings documents, one a patient, in one forward pass over the bytes. Never throws on any
/// input: what is wrong becomes an issue, what takes no part is listed with its reason.
/// </summary>
public static class FhirFindings
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = 64;

    /// <summary>Reads one JSON text: a Bundle of any type, or a single resource.</summary>
    /// <param name="utf8Json">The JSON, UTF-8, with or without a byte order mark.</param>
    /// <param name="options">Settings; null is the defaults.</param>
    /// <returns>Every patient that the text speaks of, in order of first mention.</returns>
    public static FhirReadResult Read(ReadOnlySpan<byte> utf8Json, FhirReadOptions? options = null)
    {
        var input = new FhirInput();
        FhirInputReader.Read(utf8Json, input, new Utf8Pool());
        return Map(input, options ?? new FhirReadOptions());
    }

    /// <summary>
    /// Reads several JSON texts as one: loose resources and Bundles, as a prefetch or several pages give them. References
    /// between them are followed; an empty text or a JSON <c>null</c> is passed over.
    /// </summary>
    /// <param name="utf8Jsons">The JSON texts, UTF-8.</param>
    /// <param name="options">Settings; null is the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="utf8Jsons"/> is null.</exception>
    public static FhirReadResult Read(IReadOnlyList<ReadOnlyMemory<byte>> utf8Jsons, FhirReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(utf8Jsons);
        var input = new FhirInput();
        var pool = new Utf8Pool();
        foreach (var utf8 in utf8Jsons)
        {
            if (!utf8.Span.Trim(" \t\r\n"u8).IsEmpty)
                FhirInputReader.Read(utf8.Span, input, pool);
        }

        if (utf8Jsons.Count > 1)
            input.Id = null;
        return Map(input, options ?? new FhirReadOptions());
    }

    /// <summary>The same for what was read from a larger text already, and for texts that were not.</summary>
    internal static FhirReadResult Read(IReadOnlyList<FhirPart> parts, FhirReadOptions options)
    {
        if (parts is [{ Read: { } only }])
            return Map(only, options);
        var input = new FhirInput();
        var pool = new Utf8Pool();
        foreach (var part in parts)
        {
            if (part.Read is { } read)
                input.Append(read);
            else if (!part.Json.Span.Trim(" \t\r\n"u8).IsEmpty)
                FhirInputReader.Read(part.Json.Span, input, pool);
        }

        if (parts.Count > 1)
            input.Id = null;
        return Map(input, options);
    }

    /// <summary>True when the JSON is an object with a <c>resourceType</c> (or the text is FHIR XML): then <see cref="Read(ReadOnlySpan{byte}, FhirReadOptions?)"/> is the reader for it.</summary>
    public static bool IsFhir(ReadOnlySpan<byte> utf8Json) => FhirInputReader.IsFhir(utf8Json);

    /// <summary>Maps what any reader gathered: the one way from resources to findings.</summary>
    internal static FhirReadResult Map(FhirInput input, FhirReadOptions options)
    {
        var leftOut = new List<LeftOut>();
        foreach (var record in input.Resources)
        {
            if (record.Kind == ResourceKind.OperationOutcome)
                input.Warn("server-message", "an OperationOutcome", "no message", "The server sent a message with the data; some may be missing. Look at the OperationOutcome.", record.Reference);
        }

        var index = new ReferenceIndex(input.Resources);
        var records = PatientSplitter.Split(input, index, leftOut);
        if (options.Patient is { Length: > 0 } wanted)
            Keep(wanted, records, index, leftOut);
        var concepts = new ConceptReader(ClinicalVocabulary.Default);
        var asOf = options.AsOf is { } day ? PartialDate.Day(day) : input.AsOf;
        var patients = new List<FhirPatient>(records.Count);
        foreach (var record in records)
        {
            var id = records.Count == 1 && input.Id is not null ? input.Id : record.Patient?.Id ?? (record.Reference.Length == 0 ? null : record.Reference);
            // What is said of the input as a whole holds for every patient in it.
            record.Issues.InsertRange(0, input.Issues);
            patients.Add(new PatientMapper(record, index, concepts, asOf).Map(id));
        }

        if (patients.Count == 0 && !input.Issues.Exists(issue => issue.Severity == IssueSeverity.Error))
            input.Error("no-patient", null, "resources of a patient", "The input holds no patient and nothing about one.");
        return new FhirReadResult(patients, input.Issues, leftOut);
    }

    /// <summary>Keeps the one patient that was asked for; the others' resources are listed, not read.</summary>
    private static void Keep(string wanted, List<PatientRecord> records, ReferenceIndex index, List<LeftOut> leftOut)
    {
        var canonical = ReferenceIndex.Canonical(wanted);
        var name = index.Find(wanted, new ResourceRecord())?.Reference ?? (canonical.Contains('/', StringComparison.Ordinal) || canonical.StartsWith("urn:", StringComparison.Ordinal) ? canonical : "Patient/" + canonical);
        foreach (var other in records.Where(record => record.Reference.Length > 0 && record.Reference != name))
        {
            foreach (var record in other.Patient is { } person ? other.Resources.Prepend(person) : other.Resources)
                leftOut.Add(new LeftOut(new FhirSource(record.Reference, $"{record.TypeName}.subject"), LeftOutReason.OtherPatient, record.TypeName, "it belongs to another patient than the one asked for"));
        }

        records.RemoveAll(record => record.Reference.Length > 0 && record.Reference != name);
    }
}
