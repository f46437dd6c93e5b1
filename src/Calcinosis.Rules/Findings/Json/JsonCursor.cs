using System.Globalization;
using System.Runtime.CompilerServices;
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
    private readonly List<Step> _path;
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

    public readonly string Path
    {
        get
        {
            var text = new DefaultInterpolatedStringHandler(_path.Count, _path.Count, CultureInfo.InvariantCulture, stackalloc char[128]);
            foreach (var step in _path)
            {
                text.AppendLiteral("/");
                if (step.Name is null)
                    text.AppendFormatted(step.Index);
                else
                    text.AppendLiteral(step.Name.Contains('~', StringComparison.Ordinal) || step.Name.Contains('/', StringComparison.Ordinal) ? Escaped(step.Name) : step.Name);
            }

            return text.ToStringAndClear();
        }
    }

    public bool Read() => _reader.Read();

    public readonly void Enter(string name) => _path.Add(new Step(name, 0));

    public readonly void Enter(int index) => _path.Add(new Step(null, index));

    public readonly void Leave() => _path.RemoveAt(_path.Count - 1);

    public readonly string PropertyName() => _reader.GetString()!;

    public readonly bool NameIs(ReadOnlySpan<byte> utf8) => _reader.ValueIsEscaped ? _reader.ValueTextEquals(utf8) : _reader.ValueSpan.SequenceEqual(utf8);

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

        if (PlainText.TryNumber(_reader.ValueSpan, out var number) || _reader.TryGetDecimal(out number))
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

    /// <summary>A whole day in plain letters, as nearly all dates are.</summary>
    public readonly bool TryDay(out PartialDate day)
    {
        day = default;
        return Token == JsonTokenType.String && PlainText.TryDay(_reader.ValueSpan, out day);
    }

    public PartialDate? Date()
    {
        if (TryDay(out var day))
            return day;
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
        if (Token == JsonTokenType.String && EnumWords<T>.TryParse(_reader.ValueSpan, out var plain))
            return plain;
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

    /// <summary>A name as a JSON pointer writes it.</summary>
    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Short(string text) => text.Length <= Shown ? text : text[..(Shown - 3)] + "...";

    /// <summary>A property, or an element of a list.</summary>
    private readonly record struct Step(string? Name, int Index);
}
