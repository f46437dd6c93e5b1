using System.Globalization;
using System.Text.Json;
using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir.Reading;

/// <summary>What the input holds before it is mapped: the resources in their order, and what is said of the whole.</summary>
internal sealed class FhirInput
{
    public List<ResourceRecord> Resources { get; } = [];

    public List<Issue> Issues { get; } = [];

    /// <summary>Day of Bundle.timestamp, or of the Composition of a document.</summary>
    public PartialDate? AsOf { get; set; }

    /// <summary>Bundle.identifier, when the input is one Bundle.</summary>
    public string? Id { get; set; }

    /// <summary>Type of the last text that was read whole; null when it named none.</summary>
    public string? Type { get; set; }

    /// <summary>Entries of the last Bundle that was read as a whole text.</summary>
    public int Entries { get; set; }

    /// <summary>Takes over what was read elsewhere, behind what is there.</summary>
    public void Append(FhirInput other)
    {
        foreach (var record in other.Resources)
            Add(record);
        Issues.AddRange(other.Issues);
        AsOf = other.AsOf ?? AsOf;
        Id = other.Id ?? Id;
    }

    public void Add(ResourceRecord record)
    {
        record.Position = Resources.Count;
        Resources.Add(record);
    }

    public void Error(string code, string? found, string expected, string message, string path = "") =>
        Issues.Add(new Issue(code, IssueSeverity.Error, path, found, expected, message));

    public void Warn(string code, string? found, string expected, string message, string path = "") =>
        Issues.Add(new Issue(code, IssueSeverity.Warning, path, found, expected, message));
}

/// <summary>Walks Bundles and loose resources. Whatever the bytes are, it ends with resources and issues.</summary>
internal static class FhirInputReader
{
    /// <summary>Code of the warning that a Bundle has further pages.</summary>
    public const string MorePages = "more-pages";
    private const string Json = "FHIR R4 in JSON";

    public static void Read(ReadOnlySpan<byte> utf8, FhirInput input, Utf8Pool pool)
    {
        if (utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            utf8 = utf8[3..];
        var first = utf8.TrimStart(" \t\r\n"u8);
        if (first.IsEmpty)
        {
            input.Error("empty-input", "nothing", Json, "The input is empty; give a Bundle or a resource.");
            return;
        }

        if (first[0] == (byte)'<')
        {
            input.Error("xml-not-supported", "XML", Json, "FHIR in XML is not read; ask the server for JSON (application/fhir+json).");
            return;
        }

        var reader = new ResourceReader(utf8, pool);
        var before = input.Resources.Count;
        try
        {
            reader.Read();
            if (reader.Token == JsonTokenType.Null)
                return;
            Whole(ref reader, input);
            while (reader.Read())
            {
                // Anything behind the resource makes the reader throw; that is told below.
            }
        }
        catch (JsonException error)
        {
            // Half a record could hide what speaks against a finding: nothing of a broken text is used.
            input.Resources.RemoveRange(before, input.Resources.Count - before);
            Broken(error, reader.Depth, input);
        }
        catch (InvalidOperationException)
        {
            input.Resources.RemoveRange(before, input.Resources.Count - before);
            input.Error("malformed-json", "text that is no valid UTF-8", "UTF-8", "The input holds text that is no valid UTF-8; correct its encoding.");
        }
    }

    /// <summary>An object that names a resource type, or FHIR in XML, so that the reader can say what is wrong with it.</summary>
    public static bool IsFhir(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            utf8 = utf8[3..];
        var first = utf8.TrimStart(" \t\r\n"u8);
        if (first.IsEmpty)
            return false;
        if (first[0] == (byte)'<')
            return first[..Math.Min(first.Length, 2048)].IndexOf("http://hl7.org/fhir"u8) >= 0;
        try
        {
            var reader = new ResourceReader(utf8, new Utf8Pool());
            return reader.Read() && reader.Token == JsonTokenType.StartObject && reader.PeekType() is not null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Broken before any resourceType: nothing says that it is FHIR.
            return false;
        }
    }

    /// <summary>Reads the Bundle or resource that begins where the reader stands, up to its end.</summary>
    public static void Whole(ref ResourceReader reader, FhirInput input)
    {
        input.Type = reader.Token == JsonTokenType.StartObject ? reader.PeekType() : null;
        if (input.Type is not { } type)
        {
            input.Error("not-fhir", reader.Token == JsonTokenType.StartObject ? "an object without resourceType" : "no object", Json, "This is no FHIR resource; give a Bundle or a resource.");
            reader.Skip();
            return;
        }

        if (type == "Bundle")
            Bundle(ref reader, input, outermost: true);
        else
            Take(reader.Resource(type), null, input);
    }

    private static void Bundle(ref ResourceReader reader, FhirInput input, bool outermost)
    {
        while (reader.Read() && reader.Token == JsonTokenType.PropertyName)
        {
            var name = reader.Name();
            switch (name)
            {
                case ElementName.Entry when reader.Token == JsonTokenType.StartArray:
                    while (reader.Read() && reader.Token != JsonTokenType.EndArray)
                    {
                        Entry(ref reader, input);
                        input.Entries += outermost ? 1 : 0;
                    }

                    break;
                case ElementName.Entry:
                    input.Warn("wrong-type", "no list", "a list of entries", "Bundle.entry is no list; nothing in it was read.", "Bundle.entry");
                    reader.Skip();
                    break;
                case ElementName.Timestamp when outermost && reader.Token == JsonTokenType.String:
                    if (FhirTime.TryParse(reader.Text(name) ?? "", out var date, out _))
                        input.AsOf = date;
                    else
                        input.Warn("bad-date", null, "an instant", "Bundle.timestamp is no date; it was not read.", "Bundle.timestamp");
                    break;
                case ElementName.Identifier when outermost && reader.Token == JsonTokenType.StartObject:
                    input.Id = reader.Identifier().Value;
                    break;
                case ElementName.Link when reader.Token == JsonTokenType.StartArray:
                    Links(ref reader, input);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private static void Entry(ref ResourceReader reader, FhirInput input)
    {
        if (reader.Token != JsonTokenType.StartObject)
        {
            input.Warn("wrong-type", "no object", "an entry", "An entry of the Bundle is no object; it was passed over.", "Bundle.entry");
            reader.Skip();
            return;
        }

        ResourceRecord? record = null;
        string? fullUrl = null;
        while (reader.Read() && reader.Token == JsonTokenType.PropertyName)
        {
            var name = reader.Name();
            if (name == ElementName.FullUrl)
                fullUrl = reader.Unique(name);
            else if (name == ElementName.Resource && reader.Token == JsonTokenType.StartObject)
                record = Inner(ref reader, input);
            else
                reader.Skip();
        }

        if (record is not null)
            Take(record, fullUrl, input);
    }

    private static ResourceRecord? Inner(ref ResourceReader reader, FhirInput input)
    {
        if (reader.TakeType() is not { } type)
        {
            input.Warn("not-fhir", "an object without resourceType", "a resource", "An entry holds an object that names no resource type; it was passed over.", string.Create(CultureInfo.InvariantCulture, $"Bundle.entry[{input.Resources.Count}]"));
            reader.Skip();
            return null;
        }

        if (type != "Bundle")
            return reader.Resource(type);
        Bundle(ref reader, input, outermost: false);
        return null;
    }

    private static void Take(ResourceRecord record, string? fullUrl, FhirInput input)
    {
        record.FullUrl = fullUrl;
        input.Add(record);
        if (record.Kind == ResourceKind.Composition)
            input.AsOf ??= record.When?.Start;
    }

    private static void Links(ref ResourceReader reader, FhirInput input)
    {
        while (reader.Read() && reader.Token != JsonTokenType.EndArray)
        {
            if (reader.Token != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.Token == JsonTokenType.PropertyName)
            {
                var name = reader.Name();
                if (name == ElementName.Relation && reader.Text(name) == "next")
                    input.Warn(MorePages, "a link to a next page", "all pages", "The Bundle is one page of several; read all pages together, or findings are missing.", "Bundle.link");
                else if (name != ElementName.Relation)
                    reader.Skip();
            }
        }
    }

    private static void Broken(JsonException error, int depth, FhirInput input)
    {
        // The token that goes too deep is not counted yet.
        if (depth >= FhirFindings.MaxDepth - 1)
        {
            input.Error("too-deep", string.Create(CultureInfo.InvariantCulture, $"nesting beyond {FhirFindings.MaxDepth}"), string.Create(CultureInfo.InvariantCulture, $"at most {FhirFindings.MaxDepth} levels"), "The input is nested too deeply.");
            return;
        }

        input.Error("malformed-json", string.Create(CultureInfo.InvariantCulture, $"line {(error.LineNumber ?? 0) + 1}, byte {(error.BytePositionInLine ?? 0) + 1}"), "JSON", "The input is no valid JSON from this place on; nothing of it was used.");
    }
}
