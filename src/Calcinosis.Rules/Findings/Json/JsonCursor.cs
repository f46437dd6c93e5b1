using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Calcinosis.Rules.Findings.Json;

/// <summary>
/// A forward-only walk over a document that knows where it stands and collects problems instead of stopping at the
/// first. What has the wrong type is skipped whole, so that reading goes on behind it.
/// </summary>
internal ref struct JsonCursor
{
    private const int Shown = 60;
    private readonly List<Issue> _issues;
    private readonly List<NotUnderstood> _notUnderstood;
    private readonly List<string> _path;
    private Utf8JsonReader _reader;

    public JsonCursor(ReadOnlySpan<byte> utf8, int maxDepth, List<Issue> issues, List<NotUnderstood> notUnderstood)
    {
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth, CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = false });
        _issues = issues;
        _notUnderstood = notUnderstood;
        _path = [];
    }

    public readonly JsonTokenType Token => _reader.TokenType;

    public readonly int Depth => _reader.CurrentDepth;

    public readonly string Path => _path.Count == 0 ? "" : "/" + string.Join('/', _path);

    public bool Read() => _reader.Read();

    public readonly void Enter(string name) => _path.Add(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));

    public readonly void Enter(int index) => _path.Add(index.ToString(CultureInfo.InvariantCulture));

    public readonly void Leave() => _path.RemoveAt(_path.Count - 1);

    public readonly string PropertyName() => _reader.GetString()!;

    public readonly bool NameIs(ReadOnlySpan<byte> utf8) => _reader.ValueTextEquals(utf8);

    public readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    public string? Text()
    {
        if (IsNull)
            return null;
        if (Token == JsonTokenType.String)
            return _reader.GetString();
        WrongType("a string");
        return null;
    }

    public bool? Bool()
    {
        if (Token is JsonTokenType.True or JsonTokenType.False)
            return Token == JsonTokenType.True;
        if (!IsNull)
            WrongType("true or false");
        return null;
    }

    public decimal? Number()
    {
        if (IsNull)
            return null;
        if (Token != JsonTokenType.Number)
        {
            WrongType("a number");
            return null;
        }

        if (_reader.TryGetDecimal(out var number))
            return number;
        Error("number-out-of-range", Raw(), "a number of at most 28 digits", "The number is too large; correct it.");
        return null;
    }

    public int? Integer()
    {
        if (Number() is not { } number)
            return null;
        if (number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue)
            return (int)number;
        Error("wrong-type", Raw(), "a whole number", "A whole number is expected here.");
        return null;
    }

    public PartialDate? Date()
    {
        if (Text() is not { } text)
            return null;
        if (PartialDate.TryParse(text, out var date))
            return date;
        Error("bad-date", text, "yyyy, yyyy-MM, yyyy-MM-dd or a date-time", "The date is not in ISO 8601 form or does not exist.");
        return null;
    }

    public IsoDuration? Duration()
    {
        if (Text() is not { } text)
            return null;
        if (IsoDuration.TryParse(text, out var duration))
            return duration;
        Error("bad-duration", text, "an ISO 8601 duration such as P13D", "The duration is not in ISO 8601 form.");
        return null;
    }

    public T? Word<T>(string kind)
        where T : struct, Enum
    {
        if (Text() is not { } text)
            return null;
        if (EnumWords<T>.TryParse(text, out var value))
            return value;
        _notUnderstood.Add(new NotUnderstood(Path, kind, Short(text), $"expected one of: {string.Join(", ", EnumWords<T>.All)}"));
        return null;
    }

    public readonly void NotUnderstood(string kind, string text, string reason) => _notUnderstood.Add(new NotUnderstood(Path, kind, Short(text), reason));

    public void WrongType(string expected)
    {
        Error("wrong-type", Found(), expected, $"Expected {expected} here.");
        _reader.TrySkip();
    }

    public readonly void Error(string code, string? found, string expected, string message) =>
        _issues.Add(new Issue(code, IssueSeverity.Error, Path, found is null ? null : Short(found), expected, message));

    public readonly void Warn(string code, string? found, string expected, string message) =>
        _issues.Add(new Issue(code, IssueSeverity.Warning, Path, found is null ? null : Short(found), expected, message));

    public void Skip() => _reader.TrySkip();

    private readonly string Found() => Token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "the string \"" + Short(_reader.GetString()!) + "\"",
        JsonTokenType.Number => "the number " + Raw(),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };

    private readonly string Raw() => Short(Encoding.UTF8.GetString(_reader.ValueSpan));

    private static string Short(string text) => text.Length <= Shown ? text : text[..(Shown - 3)] + "...";
}
