namespace Calcinosis.Rules.Explanation.Rendering.Html;

/// <summary>The blocks of a report as HTML, with the words that all forms share.</summary>
internal static class BlocksHtml
{
    /// <summary>A section made of the blocks that <paramref name="add"/> gives; nothing when it gives none.</summary>
    public static void Section(HtmlWriter html, string name, Action<List<ReportBlock>> add)
    {
        var blocks = new List<ReportBlock>();
        add(blocks);
        if (blocks.Count == 0)
            return;
        html.Open("section", ("class", "part " + name), ("data-key", name));
        foreach (var block in blocks)
            Write(html, block);
        html.Close();
    }

    public static void Spans(HtmlWriter html, IReadOnlyList<ReportSpan> spans)
    {
        foreach (var span in spans)
            Span(html, span);
    }

    public static void Items(HtmlWriter html, IReadOnlyList<ReportItem> items)
    {
        html.Open("ul", ("class", "points"));
        foreach (var item in items)
        {
            html.Open("li", ("class", Kind(item.Marker)));
            Spans(html, item.Spans);
            if (item.Children.Count > 0)
                Items(html, item.Children);
            html.Close();
        }

        html.Close();
    }

    private static void Write(HtmlWriter html, ReportBlock block)
    {
        switch (block)
        {
            case ReportHeading heading:
                html.Leaf(heading.Level <= 2 ? "h2" : "h3", heading.Text.Text, ("class", Tone(heading.Text.Tone)));
                break;
            case ReportParagraph paragraph:
                html.Open("p");
                Spans(html, paragraph.Spans);
                html.Close();
                break;
            case ReportList list:
                Items(html, list.Items);
                break;
            case ReportTable table:
                Table(html, table);
                break;
        }
    }

    private static void Table(HtmlWriter html, ReportTable table)
    {
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", table.Columns.Count > 0 ? string.Join(", ", table.Columns) : "values")).Open("table");
        if (table.Columns.Count > 0)
        {
            html.Open("thead").Open("tr");
            foreach (var column in table.Columns)
                html.Leaf("th", column, ("scope", "col"));
            html.Close().Close();
        }

        html.Open("tbody");
        foreach (var row in table.Rows)
        {
            html.Open("tr");
            for (var i = 0; i < row.Count; i++)
            {
                html.Open(i == 0 ? "th" : "td", ("scope", i == 0 ? "row" : null));
                Span(html, row[i]);
                html.Close();
            }

            html.Close();
        }

        html.Close().Close().Close();
    }

    private static void Span(HtmlWriter html, ReportSpan span)
    {
        if (span.Sources.Count > 0)
            References(html, span);
        else if (span.Tone == ReportTone.Normal)
            html.Text(span.Text);
        else
            html.Leaf(span.Tone == ReportTone.Muted ? "span" : "strong", span.Text, ("class", Tone(span.Tone)));
    }

    /// <summary>" [ct:11, ct:12; policy]" with each source a link to its line at the end.</summary>
    private static void References(HtmlWriter html, ReportSpan span)
    {
        var listed = string.Join(", ", span.Sources);
        var start = span.Text.IndexOf(listed, StringComparison.Ordinal);
        html.Open("span", ("class", "refs")).Text(span.Text[..start]);
        for (var i = 0; i < span.Sources.Count; i++)
        {
            if (i > 0)
                html.Text(", ");
            html.Source(span.Sources[i]);
        }

        html.Text(span.Text[(start + listed.Length)..]).Close();
    }

    private static string? Tone(ReportTone tone) => tone switch
    {
        ReportTone.Muted => "muted",
        ReportTone.Favourable => "favourable",
        ReportTone.Caution => "caution",
        ReportTone.Danger => "danger",
        _ => null,
    };

    private static string Kind(char marker) => marker switch
    {
        '+' => "for",
        '-' => "against",
        '~' => "assumed",
        '?' => "open",
        '!' => "beware",
        'x' => "blocked",
        '^' => "limit",
        '>' => "then",
        _ => "plain",
    };
}
