using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Calcinosis.Rules.CdsHooks.Requests;

/// <summary>Parses a body: no comments, no trailing commas, no name twice in one object (two patient ids must not be two meanings), bounded depth.</summary>
internal static class JsonBody
{
    /// <summary>FHIR resources in a Bundle in a prefetch in a body need about 20.</summary>
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    private static readonly RequestProblem NoText = new("structure", "", "The body holds a string that is no text: bytes that are not UTF-8, or half of a surrogate pair.");

    public static JsonDocument? Parse(ReadOnlyMemory<byte> body, List<RequestProblem> problems)
    {
        try
        {
            var document = JsonDocument.Parse(body, Options);
            if (IsText(body.Span))
                return document;
            document.Dispose();
            problems.Add(NoText);
            return null;
        }
        catch (InvalidOperationException)
        {
            // To compare names the parser reads them, and falls over one that is no text.
            problems.Add(NoText);
            return null;
        }
        catch (JsonException exception)
        {
            // The message of the exception may quote the body; the place alone does not.
            problems.Add(new RequestProblem("structure", "", exception.LineNumber is { } line
                ? string.Create(CultureInfo.InvariantCulture, $"The body is no JSON that can be read (line {line + 1}, byte {exception.BytePositionInLine}): syntax, a name twice in one object, or nesting deeper than {MaxDepth}.")
                : $"The body is no JSON that can be read: syntax, a name twice in one object, or nesting deeper than {MaxDepth}."));
            return null;
        }
    }

    /// <summary>Whether every string can be read: the parser looks at the syntax alone, and a string that is no text would fall over where it is read.</summary>
    public static bool IsText(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
            return false;
        if (body.IndexOf("\\u"u8) < 0)
            return true;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    reader.GetString();
            }
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return true;
    }
}
