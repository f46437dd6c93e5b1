using System.Buffers;
using System.Text.Json;
using Calcinosis.Rules.CdsHooks.Discovery;
using Calcinosis.Rules.Fhir.Reading;

namespace Calcinosis.Rules.CdsHooks.Requests;

/// <summary>
/// The body of a call, read in one forward pass: prefetched resources go straight to the FHIR reader, the rest, which is
/// small, is kept as an envelope. What the pass finds wrong, or only suspects, is looked at once more by
/// <see cref="JsonBody"/>, which tells what it is.
/// </summary>
internal sealed class CallBody : IDisposable
{
    private readonly ArrayBufferWriter<byte> _envelope;

    private CallBody(ArrayBufferWriter<byte> envelope, Dictionary<string, PrefetchValue> prefetch) =>
        (_envelope, Envelope, Prefetch) = (envelope, JsonDocument.Parse(envelope.WrittenMemory), prefetch);

    /// <summary>The body without the values of <c>prefetch</c>.</summary>
    public JsonDocument Envelope { get; }

    /// <summary>The bytes that <see cref="Envelope"/> was parsed from.</summary>
    public ReadOnlyMemory<byte> Bytes => _envelope.WrittenMemory;

    /// <summary>The prefetched values that answer one of our queries.</summary>
    public IReadOnlyDictionary<string, PrefetchValue> Prefetch { get; }

    /// <param name="body">The body; the values refer to it.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>What it holds; null when it is no JSON that may be read.</returns>
    public static CallBody? Read(ReadOnlyMemory<byte> body, List<RequestProblem> problems)
    {
        var (envelope, prefetch) = Pass(body, new RepeatedNames());
        if (envelope is null || !JsonBody.IsText(body.Span))
        {
            using var whole = JsonBody.Parse(body, problems);
            if (whole is null)
                return null;
            // The pass only suspected a repeated name, or the body is no object.
            if (envelope is null)
                (envelope, prefetch) = Pass(body, names: null);
        }

        if (envelope is not null)
            return new CallBody(envelope, prefetch);
        problems.Add(new RequestProblem("structure", "", "The body must be a JSON object."));
        return null;
    }

    /// <summary>Reads the body once; null when it is no JSON object, or when a name may stand twice.</summary>
    private static (ArrayBufferWriter<byte>? Envelope, Dictionary<string, PrefetchValue> Prefetch) Pass(ReadOnlyMemory<byte> body, RepeatedNames? names)
    {
        var prefetch = new Dictionary<string, PrefetchValue>(PrefetchTemplates.All.Count, StringComparer.Ordinal);
        try
        {
            var pool = new Utf8Pool();
            var reader = new ResourceReader(body.Span, pool, names);
            var envelope = new ArrayBufferWriter<byte>(1024);
            if (!reader.Read() || reader.Token != JsonTokenType.StartObject)
                return (null, prefetch);
            envelope.Write("{"u8);
            while (reader.Read() && reader.Token == JsonTokenType.PropertyName)
                Property(ref reader, body, envelope, prefetch);
            envelope.Write("}"u8);
            while (reader.Read())
            {
                // Anything behind the object makes the reader throw.
            }

            return (names is { IsSuspected: true } ? null : envelope, prefetch);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or a string that is no text.
            return (null, prefetch);
        }
    }

    private static void Property(ref ResourceReader reader, ReadOnlyMemory<byte> body, ArrayBufferWriter<byte> envelope, Dictionary<string, PrefetchValue> prefetch)
    {
        var isPrefetch = reader.NameIs("prefetch"u8);
        if (envelope.WrittenCount > 1)
            envelope.Write(","u8);
        envelope.Write("\""u8);
        envelope.Write(reader.Written);
        envelope.Write("\":"u8);
        reader.Read();
        if (isPrefetch && reader.Token == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.Token == JsonTokenType.PropertyName)
                Prefetched(ref reader, body, prefetch);
            envelope.Write("{}"u8);
            return;
        }

        var start = reader.Start;
        reader.Skip();
        envelope.Write(body.Span[start..reader.End]);
    }

    private static void Prefetched(ref ResourceReader reader, ReadOnlyMemory<byte> body, Dictionary<string, PrefetchValue> prefetch)
    {
        var template = TemplateOf(ref reader);
        reader.Read();
        var start = reader.Start;
        if (template is null)
        {
            reader.Skip();
        }
        else if (reader.Token != JsonTokenType.StartObject)
        {
            var isNull = reader.Token == JsonTokenType.Null;
            reader.Skip();
            prefetch[template.Key] = new PrefetchValue(isNull ? JsonTokenType.Null : JsonTokenType.None, body[start..reader.End], null);
        }
        else
        {
            var input = new FhirInput();
            FhirInputReader.Whole(ref reader, input);
            prefetch[template.Key] = new PrefetchValue(JsonTokenType.StartObject, body[start..reader.End], input);
        }
    }

    private static PrefetchTemplate? TemplateOf(ref ResourceReader reader)
    {
        foreach (var template in PrefetchTemplates.All)
        {
            if (reader.NameIs(template.Utf8Key))
                return template;
        }

        return null;
    }

    /// <summary>The envelope names the patient; it is wiped.</summary>
    public void Dispose()
    {
        Envelope.Dispose();
        _envelope.Clear();
    }
}

/// <summary>One value of <c>prefetch</c>.</summary>
/// <param name="Kind"><see cref="JsonTokenType.StartObject"/>, <see cref="JsonTokenType.Null"/>, or <see cref="JsonTokenType.None"/> for anything else.</param>
/// <param name="Json">Its bytes.</param>
/// <param name="Read">What the FHIR reader made of it; null when it is no object.</param>
internal sealed record PrefetchValue(JsonTokenType Kind, ReadOnlyMemory<byte> Json, FhirInput? Read);
