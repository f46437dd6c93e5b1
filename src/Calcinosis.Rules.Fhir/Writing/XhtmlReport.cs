using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Calcinosis.Rules.Explanation.Rendering;

namespace Calcinosis.Rules.Fhir.Writing;

/// <summary>The report as the XHTML that FHIR allows in a narrative: headings, paragraphs, lists and tables, nothing active.</summary>
internal static class XhtmlReport
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(ReportDocument report)
    {
        var text = new StringBuilder();
        foreach (var block in report.Blocks)
            Block(text, block);
        return text.ToString();
    }

    public static string Encode(string text) => Encoder.Encode(Clean(text));

    private static void Block(StringBuilder text, ReportBlock block)
    {
        switch (block)
        {
            case ReportHeading heading:
                text.Append(CultureInfo.InvariantCulture, $"<h{heading.Level + 1}>{Encode(heading.Text.Text)}</h{heading.Level + 1}>");
                break;
            case ReportParagraph paragraph:
                text.Append("<p>");
                Spans(text, paragraph.Spans);
                text.Append("</p>");
                break;
            case ReportList list:
                Items(text, list.Items);
                break;
            case ReportTable table:
                Table(text, table);
                break;
        }
    }

    private static void Items(StringBuilder text, IReadOnlyList<ReportItem> items)
    {
        if (items.Count == 0)
            return;
        text.Append("<ul>");
        foreach (var item in items)
        {
            text.Append("<li>");
            Spans(text, item.Spans);
            Items(text, item.Children);
            text.Append("</li>");
        }

        text.Append("</ul>");
    }

    private static void Table(StringBuilder text, ReportTable table)
    {
        text.Append("<table>");
        if (table.Columns.Count > 0)
            text.Append("<tr>").AppendJoin("", table.Columns.Select(column => $"<th>{Encode(column)}</th>")).Append("</tr>");
        foreach (var row in table.Rows)
            text.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Encode(cell.Text)}</td>")).Append("</tr>");
        text.Append("</table>");
    }

    private static void Spans(StringBuilder text, IReadOnlyList<ReportSpan> spans)
    {
        foreach (var span in spans)
        {
            var strong = span.Tone is ReportTone.Strong or ReportTone.Danger or ReportTone.Caution or ReportTone.Favourable;
            text.Append(strong ? "<b>" : "").Append(Encode(span.Text)).Append(strong ? "</b>" : "");
        }
    }

    /// <summary>XML has no place for control characters, whatever a record holds.</summary>
    private static string Clean(string text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character) || char.IsSurrogate(character))
                return string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF)).Select(rune => rune.ToString()));
        }

        return text;
    }
}
