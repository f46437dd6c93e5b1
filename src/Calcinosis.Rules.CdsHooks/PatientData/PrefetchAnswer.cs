using System.Runtime.InteropServices;
using System.Text.Json;
using Calcinosis.Rules.CdsHooks.Discovery;
using Calcinosis.Rules.CdsHooks.Requests;
using Calcinosis.Rules.Fhir.Reading;
using Calcinosis.Rules.Fhir.Resources;

namespace Calcinosis.Rules.CdsHooks.PatientData;

/// <summary>What became of one query. The three ways of having nothing mean three different things.</summary>
internal enum PrefetchState
{
    /// <summary>The key is missing: nobody has asked yet.</summary>
    NotProvided,

    /// <summary>A <c>null</c> or an empty list: it was asked, and there is nothing.</summary>
    NothingThere,

    /// <summary>An OperationOutcome, or something that is no answer: it was asked, and could not be read. It is not asked again.</summary>
    Failed,

    /// <summary>Resources.</summary>
    Provided,
}

/// <summary>The answer to one query.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Part">The resource or Bundle; empty unless provided.</param>
/// <param name="Next">Address of the next page; null when there is none.</param>
/// <param name="IsPartial">True: the Bundle says itself that something could not be read.</param>
internal readonly record struct PrefetchAnswer(PrefetchState State, FhirPart Part = default, string? Next = null, bool IsPartial = false)
{
    /// <summary>Tells what a value of <c>prefetch</c> is.</summary>
    /// <param name="value">The value; null when the key is missing.</param>
    /// <param name="template">The query that it answers.</param>
    public static PrefetchAnswer Of(PrefetchValue? value, PrefetchTemplate template)
    {
        if (value is null)
            return new PrefetchAnswer(PrefetchState.NotProvided);
        if (value.Read is not { } read)
            return new PrefetchAnswer(value.Kind == JsonTokenType.Null ? PrefetchState.NothingThere : PrefetchState.Failed);
        if (IsPlain(read, template))
            return new PrefetchAnswer(PrefetchState.Provided, new FhirPart(value.Json, read));
        using var document = JsonDocument.Parse(value.Json);
        return Of(document.RootElement, value.Json, template);
    }

    /// <summary>Resources and nothing else: no further page, and no server that reports a failure.</summary>
    private static bool IsPlain(FhirInput read, PrefetchTemplate template) =>
        read.Type == "Bundle"
            ? !template.IsRead && read.Entries > 0 && !read.Issues.Exists(issue => issue.Code == FhirInputReader.MorePages) && !read.Resources.Exists(resource => resource.Kind == ResourceKind.OperationOutcome)
            : read.Type == template.ResourceType;

    /// <summary>Tells what an answer is.</summary>
    /// <param name="element">The value; undefined when the key is missing.</param>
    /// <param name="document">The bytes that <paramref name="element"/> was parsed from.</param>
    /// <param name="template">The query that it answers.</param>
    public static PrefetchAnswer Of(JsonElement element, ReadOnlyMemory<byte> document, PrefetchTemplate template)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Undefined:
                return new PrefetchAnswer(PrefetchState.NotProvided);
            case JsonValueKind.Null:
                return new PrefetchAnswer(PrefetchState.NothingThere);
            case JsonValueKind.Object when TypeOf(element) is { } type:
                return type == "Bundle" && !template.IsRead ? OfBundle(element, document)
                    : type == template.ResourceType ? new PrefetchAnswer(PrefetchState.Provided, new FhirPart(RawOf(element, document)))
                    : new PrefetchAnswer(PrefetchState.Failed);
            default:
                return new PrefetchAnswer(PrefetchState.Failed);
        }
    }

    private static PrefetchAnswer OfBundle(JsonElement bundle, ReadOnlyMemory<byte> document)
    {
        var next = NextOf(bundle);
        if (!bundle.TryGetProperty("entry"u8, out var entries) || entries.ValueKind != JsonValueKind.Array || entries.GetArrayLength() == 0)
            return new PrefetchAnswer(PrefetchState.NothingThere, Next: next);
        var outcomes = entries.EnumerateArray().Count(IsFailure);
        return outcomes == entries.GetArrayLength()
            ? new PrefetchAnswer(PrefetchState.Failed)
            : new PrefetchAnswer(PrefetchState.Provided, new FhirPart(RawOf(bundle, document)), next, outcomes > 0);
    }

    private static string? NextOf(JsonElement bundle)
    {
        if (!bundle.TryGetProperty("link"u8, out var links) || links.ValueKind != JsonValueKind.Array)
            return null;
        foreach (var link in links.EnumerateArray())
        {
            if (link.ValueKind == JsonValueKind.Object && link.TryGetProperty("relation"u8, out var relation) && relation.ValueKind == JsonValueKind.String && relation.ValueEquals("next"u8)
                && link.TryGetProperty("url"u8, out var url) && url.ValueKind == JsonValueKind.String)
            {
                return url.GetString();
            }
        }

        return null;
    }

    private static string? TypeOf(JsonElement element) =>
        element.TryGetProperty("resourceType"u8, out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    /// <summary>An OperationOutcome among the entries that reports more than a remark.</summary>
    private static bool IsFailure(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("resource"u8, out var resource) && resource.ValueKind == JsonValueKind.Object
        && TypeOf(resource) == "OperationOutcome"
        && (!resource.TryGetProperty("issue"u8, out var issues) || issues.ValueKind != JsonValueKind.Array || issues.EnumerateArray().Any(IsError));

    private static bool IsError(JsonElement issue) =>
        issue.ValueKind != JsonValueKind.Object || !issue.TryGetProperty("severity"u8, out var severity) || severity.ValueKind != JsonValueKind.String
        || !(severity.ValueEquals("information"u8) || severity.ValueEquals("warning"u8) || severity.ValueEquals("success"u8));

    /// <summary>The bytes of an element, where they stand in the document: nothing is copied.</summary>
    public static ReadOnlyMemory<byte> RawOf(JsonElement element, ReadOnlyMemory<byte> document)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        return document.Span.Overlaps(raw, out var offset) ? document.Slice(offset, raw.Length) : raw.ToArray();
    }
}
