using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Calcinosis.Rules.Findings.Json;

/// <summary>What reading a document gave.</summary>
/// <param name="Document">The document, as far as it could be read; null when it is no JSON object at all.</param>
/// <param name="Issues">Everything wrong with it, in one pass.</param>
/// <param name="NotUnderstood">Words and properties that are not known; they took no part.</param>
public sealed record FindingsReadResult(FindingsDocument? Document, IReadOnlyList<Issue> Issues, IReadOnlyList<NotUnderstood> NotUnderstood);

/// <summary>Reads findings documents from JSON. Never throws on any input: what is wrong becomes an <see cref="Issue"/>.</summary>
public static class FindingsJson
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = 64;

    /// <summary>Largest document that is read, in bytes (64 MiB).</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Reads a document from UTF-8.</summary>
    public static FindingsReadResult Read(ReadOnlySpan<byte> utf8)
    {
        var issues = new List<Issue>();
        var notUnderstood = new List<NotUnderstood>();
        if (utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            utf8 = utf8[3..];
        if (utf8.Length > MaxBytes)
        {
            issues.Add(new Issue("too-large", IssueSeverity.Error, "", string.Create(CultureInfo.InvariantCulture, $"{utf8.Length} bytes"), string.Create(CultureInfo.InvariantCulture, $"at most {MaxBytes} bytes"), "The document is too large; give one patient a document."));
            return new FindingsReadResult(null, issues, notUnderstood);
        }

        FindingsDocument? document = null;
        var cursor = new JsonCursor(utf8, MaxDepth, issues, notUnderstood);
        try
        {
            if (cursor.Read())
            {
                document = Root(ref cursor);
                while (cursor.Read())
                {
                    // Anything behind the document makes the reader throw; that is told below.
                }
            }
        }
        catch (JsonException error)
        {
            issues.Add(Malformed(error, cursor.Path, cursor.Depth));
            return new FindingsReadResult(null, issues, notUnderstood);
        }
        catch (InvalidOperationException)
        {
            issues.Add(new Issue("malformed-json", IssueSeverity.Error, cursor.Path, "text that is no valid UTF-8", "UTF-8", "The document holds text that is no valid UTF-8; correct its encoding."));
            return new FindingsReadResult(null, issues, notUnderstood);
        }

        return new FindingsReadResult(document, issues, notUnderstood);
    }

    /// <summary>Reads a document from text.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static FindingsReadResult Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json));
    }

    private static FindingsDocument? Root(ref JsonCursor cursor)
    {
        if (cursor.Token == JsonTokenType.StartObject)
            return Shapes.Document.Read(ref cursor, new FindingsDocument());
        cursor.WrongType("a findings document (an object)");
        return null;
    }

    private static Issue Malformed(JsonException error, string path, int depth) =>
        depth >= MaxDepth
            ? new Issue("too-deep", IssueSeverity.Error, path, string.Create(CultureInfo.InvariantCulture, $"nesting beyond {MaxDepth}"), string.Create(CultureInfo.InvariantCulture, $"at most {MaxDepth} levels"), "The document is nested too deeply.")
            : new Issue("malformed-json", IssueSeverity.Error, path,
                string.Create(CultureInfo.InvariantCulture, $"line {(error.LineNumber ?? 0) + 1}, byte {(error.BytePositionInLine ?? 0) + 1}"), "JSON", "The document is no valid JSON from this place on.");
}
