using System.Globalization;
using System.Text;

namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>
/// The assessment as Markdown (CommonMark with tables), in the same order and words as <see cref="TextReport"/>.
/// Whatever came from the record is escaped: it can make no markup and no HTML.
/// </summary>
public static class MarkdownReport
{
    /// <summary>Renders the assessment; lines end with <c>\n</c>.</summary>
    /// <param name="assessment">What to render.</param>
    /// <returns>The Markdown; the same for the same assessment.</returns>
    public static string Render(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return Render(AssessmentReport.Build(assessment));
    }

    internal static string Render(ReportDocument document)
    {
        var text = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            if (text.Length > 0)
                text.Append('\n');
            Append(text, block);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ReportBlock block)
    {
        switch (block)
        {
            case ReportHeading { Level: 4 } label:
                text.Append("**").Append(Escape(label.Text.Text)).Append("**\n");
                break;
            case ReportHeading { Anchor: { } anchor } heading:
                text.Append("<a id=\"").Append(anchor).Append("\"></a>\n\n");
                text.Append('#', heading.Level).Append(' ').Append(Escape(heading.Text.Text)).Append('\n');
                break;
            case ReportHeading heading:
                text.Append('#', heading.Level).Append(' ').Append(Escape(heading.Text.Text)).Append('\n');
                break;
            case ReportParagraph paragraph:
                text.Append(Inline(paragraph.Spans)).Append('\n');
                break;
            case ReportList list:
                foreach (var item in list.Items)
                    AppendItem(text, item, depth: 0);
                break;
            case ReportDiagram diagram:
                text.Append("```mermaid\n").Append(diagram.Mermaid).Append("```\n");
                break;
            case ReportTable { Columns.Count: 0 } pairs:
                foreach (var row in pairs.Rows)
                    text.Append("- ").Append(Escape(row[0].Text)).Append(": ").Append(Inline([.. row.Skip(1)])).Append('\n');
                break;
            case ReportTable table:
                AppendTable(text, table);
                break;
        }
    }

    private static void AppendItem(StringBuilder text, ReportItem item, int depth)
    {
        text.Append(' ', depth * 2).Append("- ").Append(Inline(item.Spans)).Append('\n');
        foreach (var child in item.Children)
            AppendItem(text, child, depth + 1);
    }

    private static void AppendTable(StringBuilder text, ReportTable table)
    {
        text.Append("| ").AppendJoin(" | ", table.Columns.Select(Escape)).Append(" |\n");
        text.Append('|').Append(string.Concat(Enumerable.Repeat(" --- |", table.Columns.Count))).Append('\n');
        foreach (var row in table.Rows)
            text.Append("| ").AppendJoin(" | ", row.Select(cell => Inline([cell]))).Append(" |\n");
    }

    private static string Inline(IReadOnlyList<ReportSpan> spans) => string.Concat(spans.Select(Inline)).Trim();

    /// <summary>Emphasis must hug its words, so spaces at the ends of a span stay outside.</summary>
    private static string Inline(ReportSpan span)
    {
        if (span.Link is { } link)
            return $"[{Escape(span.Text)}]({link})";
        if (span.Tone is ReportTone.Normal or ReportTone.Muted || string.IsNullOrWhiteSpace(span.Text))
            return Escape(span.Text);
        var core = span.Text.Trim();
        var start = span.Text.IndexOf(core, StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{span.Text[..start]}**{Escape(core)}**{span.Text[(start + core.Length)..]}");
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '~' or '&')
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
