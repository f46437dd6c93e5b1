using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Calcinosis.Rules.Explanation.Rendering.Html;

/// <summary>
/// Writes HTML in which only this library makes markup: element and attribute names come from code, and every text and
/// every attribute value is encoded on its way out. There is no way to write a string as markup.
/// </summary>
internal sealed class HtmlWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new();
    private readonly Stack<string> _open = new();
    private readonly SortedSet<string> _sources = new(SourceOrder.Instance);

    /// <summary>True for a page that answers clicks; false for a file that is read or printed.</summary>
    public bool Interactive { get; init; }

    /// <summary>Ids of the sources that were cited so far.</summary>
    public IReadOnlyCollection<string> Sources => _sources;

    /// <summary>Opens an element; a null value leaves its attribute out.</summary>
    public HtmlWriter Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(element, attributes);
        _open.Push(element);
        return this;
    }

    public HtmlWriter Close()
    {
        _html.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    public HtmlWriter Text(string text)
    {
        _html.Append(Encoder.Encode(Printable.Of(text)));
        return this;
    }

    /// <summary>An element with text and nothing else in it.</summary>
    public HtmlWriter Leaf(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, attributes).Text(text).Close();

    /// <summary>An element that has no end tag, such as <c>meta</c>.</summary>
    public HtmlWriter Void(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(element, attributes);
        return this;
    }

    /// <summary>The library's own style sheet, which holds no text of a record.</summary>
    public HtmlWriter Style(string css)
    {
        _html.Append("<style>").Append(css).Append("</style>");
        return this;
    }

    /// <summary>A source that is cited here and listed at the end.</summary>
    public HtmlWriter Source(string id)
    {
        _sources.Add(id);
        return Leaf("a", id, ("class", "source"), ("href", "#" + AnchorOf(id)));
    }

    public static string AnchorOf(string source) => "source-" + source.Replace(':', '-');

    public override string ToString() => _open.Count == 0 ? _html.ToString() : throw new InvalidOperationException($"<{_open.Peek()}> was not closed.");

    private void Tag(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _html.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
                _html.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(Printable.Of(value))).Append('"');
        }

        _html.Append('>');
    }

    /// <summary>"ct:9" before "ct:10": by the words, then by the number.</summary>
    private sealed class SourceOrder : IComparer<string>
    {
        public static readonly SourceOrder Instance = new();

        public int Compare(string? x, string? y)
        {
            var (left, right) = (Parts(x!), Parts(y!));
            var byName = string.CompareOrdinal(left.Name, right.Name);
            return byName != 0 ? byName : left.Number != right.Number ? left.Number.CompareTo(right.Number) : string.CompareOrdinal(x, y);
        }

        private static (string Name, int Number) Parts(string id)
        {
            var colon = id.IndexOf(':', StringComparison.Ordinal);
            var digits = id[(colon + 1)..].TakeWhile(char.IsAsciiDigit).Count();
            return colon > 0 && digits is > 0 and < 9 ? (id[..colon], int.Parse(id.AsSpan(colon + 1, digits), System.Globalization.CultureInfo.InvariantCulture)) : (id, 0);
        }
    }
}
