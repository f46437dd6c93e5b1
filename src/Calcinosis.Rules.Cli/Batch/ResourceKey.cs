using System.Text.Json;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>Where a resource belongs, read in one pass without building it.</summary>
/// <param name="Patient">Reference of its patient (<c>Patient/123</c>); null when it names none.</param>
/// <param name="IsPatient">It is the Patient itself.</param>
/// <param name="Reference">Its own reference, such as <c>Medication/5</c>; null without an id.</param>
/// <param name="Links">References to what belongs to no patient itself and is needed to read it, such as a Medication.</param>
internal sealed record ResourceKey(string? Patient, bool IsPatient, string? Reference, IReadOnlyList<string> Links)
{
    private const int MaxDepth = 64;

    /// <summary>The key of a resource; null when the bytes are no FHIR resource in JSON.</summary>
    public static ResourceKey? Of(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Read(utf8);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ResourceKey? Read(ReadOnlySpan<byte> utf8)
    {
        string? type = null, id = null, patient = null;
        List<string>? links = null;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("resourceType"u8))
                type = Text(ref reader);
            else if (reader.ValueTextEquals("id"u8))
                id = Text(ref reader);
            else if (reader.ValueTextEquals("subject"u8) || reader.ValueTextEquals("patient"u8))
                patient = PatientOf(ReferenceIn(ref reader)) ?? patient;
            else if (reader.ValueTextEquals("medicationReference"u8))
                Add(ref links, ReferenceIn(ref reader));
            else
                Pass(ref reader);
        }

        // Anything behind the resource makes the reader throw.
        while (reader.Read())
        {
        }

        if (type is null)
            return null;
        var own = id is null ? null : $"{type}/{id}";
        return type == "Patient" ? new ResourceKey(own, IsPatient: true, own, []) : new ResourceKey(patient, IsPatient: false, own, links ?? []);
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    /// <summary>The <c>reference</c> of the object that follows.</summary>
    private static string? ReferenceIn(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        string? reference = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("reference"u8))
                reference = Text(ref reader);
            else
                Pass(ref reader);
        }

        return reference;
    }

    private static void Pass(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    /// <summary><c>Patient/123</c> out of any spelling of a reference to it; null when it is about no patient.</summary>
    private static string? PatientOf(string? reference)
    {
        if (reference is null)
            return null;
        if (reference.StartsWith("urn:", StringComparison.Ordinal))
            return reference;
        var at = reference.LastIndexOf("Patient/", StringComparison.Ordinal);
        return at < 0 ? null : Plain(reference[at..]);
    }

    private static void Add(ref List<string>? links, string? reference)
    {
        if (reference is null || reference.StartsWith('#'))
            return;
        var parts = Plain(reference).Split('/');
        if (parts.Length >= 2)
            (links ??= []).Add($"{parts[^2]}/{parts[^1]}");
    }

    private static string Plain(string reference)
    {
        var version = reference.IndexOf("/_history/", StringComparison.Ordinal);
        return version < 0 ? reference : reference[..version];
    }
}
