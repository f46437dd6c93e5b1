using System.Globalization;
using System.Text;

namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>Breaks toned text into lines of a width, at spaces; a word that is longer than a line is cut.</summary>
internal static class TextWrap
{
    public static IReadOnlyList<IReadOnlyList<ReportSpan>> Wrap(IReadOnlyList<ReportSpan> spans, int width)
    {
        var lines = new List<IReadOnlyList<ReportSpan>>();
        var line = new List<ReportSpan>();
        var used = 0;
        foreach (var word in Words(spans, width))
        {
            var length = word.Sum(piece => WidthOf(piece.Text));
            if (used > 0 && used + 1 + length > width)
            {
                lines.Add(line);
                line = [];
                used = 0;
            }

            if (used > 0)
            {
                line.Add(new ReportSpan(" ", line[^1].Tone == word[0].Tone ? word[0].Tone : ReportTone.Normal));
                used++;
            }

            line.AddRange(word);
            used += length;
        }

        if (line.Count > 0 || lines.Count == 0)
            lines.Add(line);
        return lines;
    }

    /// <summary>Columns that a text takes; marks that sit on the letter before them take none.</summary>
    public static int WidthOf(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 1;
        return width;
    }

    /// <summary>Words, each of one or more pieces, since a tone may change within a word.</summary>
    private static IEnumerable<List<ReportSpan>> Words(IReadOnlyList<ReportSpan> spans, int width)
    {
        var word = new List<ReportSpan>();
        foreach (var span in spans)
        {
            var parts = span.Text.Split(' ');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0 && word.Count > 0)
                {
                    yield return word;
                    word = [];
                }

                var rest = parts[i];
                while (WidthOf(rest) > width)
                {
                    var cut = CutAt(rest, width);
                    word.Add(new ReportSpan(rest[..cut], span.Tone));
                    yield return word;
                    word = [];
                    rest = rest[cut..];
                }

                if (rest.Length > 0)
                    word.Add(new ReportSpan(rest, span.Tone));
            }
        }

        if (word.Count > 0)
            yield return word;
    }

    private static int CutAt(string text, int width)
    {
        var used = 0;
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (used == width)
                break;
            used++;
            index += rune.Utf16SequenceLength;
        }

        return index;
    }
}
