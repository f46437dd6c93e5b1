using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Calcinosis.Rules.Explanation.Json;

/// <summary>
/// Writes an <see cref="Assessment"/> as the document <c>calcinosis-assessment/1</c>: camelCase names, enumerations in
/// kebab-case, decimals without trailing zeros. Lists are always written, even when empty; a member that is null is left
/// out, except <c>leading</c>, <c>subtype</c> and <c>alternativeLabel</c>, where null is an answer.
/// </summary>
public static class AssessmentJson
{
    // The line ending and the encoder are fixed here, because the defaults differ between systems and releases.
    // Readers are JSON parsers and people at a terminal, so "<" and accents stay as they are; whoever puts the text
    // into a web page has to encode it there, as with any other data.
    internal static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n", SkipValidation = true };
    private static readonly JsonWriterOptions Indented = Compact with { Indented = true, IndentCharacter = ' ', IndentSize = 2 };

    /// <summary>Writes the assessment as one JSON object. Escaping, indentation and line endings are the writer's.</summary>
    /// <param name="assessment">What to write.</param>
    /// <param name="writer">Where to; it is neither flushed nor disposed here.</param>
    public static void Write(Assessment assessment, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(writer);
        AssessmentWriter.Write(writer, assessment);
    }

    /// <summary>Writes the assessment as one line of UTF-8, without a line end: the same bytes as <see cref="ToJson"/> gives.</summary>
    /// <param name="assessment">What to write.</param>
    /// <param name="output">Where to.</param>
    public static void WriteLine(Assessment assessment, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, Compact);
        Write(assessment, writer);
    }

    /// <summary>Gives the assessment as JSON text. The same assessment gives the same text on every machine and culture.</summary>
    /// <param name="assessment">What to write.</param>
    /// <param name="indented">True for reading: two spaces a level and <c>\n</c>. False: one line, without a line end.</param>
    /// <returns>The JSON text.</returns>
    public static string ToJson(Assessment assessment, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, indented ? Indented : Compact))
            Write(assessment, writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
