using System.Globalization;
using System.Text.Json;

namespace Calcinosis.Rules.CdsHooks.Requests;

/// <summary>Parses a body: no comments, no trailing commas, no name twice in one object (two patient ids must not be two meanings), bounded depth.</summary>
internal static class JsonBody
{
    /// <summary>FHIR resources in a Bundle in a prefetch in a body need about 20.</summary>
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    public static JsonDocument? Parse(ReadOnlyMemory<byte> body, List<RequestProblem> problems)
    {
        try
        {
            return JsonDocument.Parse(body, Options);
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
}
