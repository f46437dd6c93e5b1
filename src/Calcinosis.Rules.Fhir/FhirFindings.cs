using Calcinosis.Rules.Findings;

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
    public static FhirReadResult Read(ReadOnlySpan<byte> utf8Json, FhirReadOptions? options = null) => throw new NotSupportedException("not ready");

    /// <summary>
    /// Reads several JSON texts as one: loose resources and Bundles, as a prefetch or several pages give them. References
    /// between them are followed; an empty text or a JSON <c>null</c> is passed over.
    /// </summary>
    /// <param name="utf8Jsons">The JSON texts, UTF-8.</param>
    /// <param name="options">Settings; null is the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="utf8Jsons"/> is null.</exception>
    public static FhirReadResult Read(IReadOnlyList<ReadOnlyMemory<byte>> utf8Jsons, FhirReadOptions? options = null) => throw new NotSupportedException("not ready");

    /// <summary>True when the JSON is an object with a <c>resourceType</c> (or the text is FHIR XML): then <see cref="Read(ReadOnlySpan{byte}, FhirReadOptions?)"/> is the reader for it.</summary>
    public static bool IsFhir(ReadOnlySpan<byte> utf8Json) => throw new NotSupportedException("not ready");
}
