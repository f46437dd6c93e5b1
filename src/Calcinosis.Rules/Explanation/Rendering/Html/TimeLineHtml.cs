using System.Globalization;
using Calcinosis.Rules.Explanation.Charts;

namespace Calcinosis.Rules.Explanation.Rendering.Html;

/// <summary>Lesions, exposures with their expected windows, and diseases on one line; every row says in words what it draws.</summary>
internal static class TimeLineHtml
{
    public static void Write(HtmlWriter html, TimeLine? line)
    {
        if (line is null)
            return;
        html.Open("section", ("class", "part timeline"), ("data-key", "timeline")).Leaf("h2", "In time");
        if (line.Rows.Any(row => row.Window is not null))
        {
            html.Open("p", ("class", "legend"));
            foreach (var (kind, words) in ((string, string)[])[("given", "given"), ("window", "a lesion would be expected"), ("late", "late but possible"), ("onset", "lesion first seen")])
                html.Open("span").Leaf("span", "", ("class", "key " + kind), ("aria-hidden", "true")).Text(" " + words).Close().Text(" ");
            html.Close();
        }

        html.Open("ul", ("class", "rows"));
        foreach (var row in line.Rows)
            Row(html, line, row);
        html.Close();
        Axis(html, line);
        html.Close();
    }

    private static void Row(HtmlWriter html, TimeLine line, TimeRow row)
    {
        var kind = row.Kind switch
        {
            TimeRowKind.Lesion => "lesion-row",
            TimeRowKind.Exposure => "exposure-row",
            _ => "condition-row",
        };
        html.Open("li", ("class", kind), ("data-from", row.Path), ("data-key", "time-" + row.Path + row.Label)).Open("p").Leaf("strong", row.Label).Text(" ").Leaf("span", row.Text, ("class", "muted")).Close();
        if ((row.Start ?? row.End) is { } from)
        {
            html.Open("svg", ("class", "time-strip"), ("width", "100%"), ("height", "20"), ("aria-hidden", "true"), ("focusable", "false"));
            Bar(html, line, "line", line.First, line.Last, 9, 2);
            if (row.Window is { } window)
            {
                if (window.LateLast is { } late)
                    Bar(html, line, "late", window.Last, late, 4, 12);
                Bar(html, line, "window", window.First, window.Last, 4, 12);
            }

            var end = row.End?.Last ?? (row.GoesOn ? line.Now ?? line.Last : from.Last);
            Bar(html, line, "given", from.First, end, 6, 8);
            foreach (var onset in line.Onsets)
                Bar(html, line, row.Kind == TimeRowKind.Lesion && !row.Label.StartsWith($"Lesion {onset.Lesion}", StringComparison.Ordinal) ? "onset other" : "onset", onset.First, onset.Last, 0, 20);
            html.Close();
        }

        html.Close();
    }

    private static void Axis(HtmlWriter html, TimeLine line)
    {
        html.Open("svg", ("class", "time-axis"), ("width", "100%"), ("height", "24"), ("aria-hidden", "true"), ("focusable", "false"));
        if (line.Now is { } now)
            Bar(html, line, "now", now, now, 0, 7);
        foreach (var tick in line.Ticks)
        {
            var at = At(line, tick.Day);
            html.Open("line", ("x1", Percent(at)), ("x2", Percent(at)), ("y1", "0"), ("y2", "6")).Close();
            html.Leaf("text", tick.Label, ("x", Percent(at)), ("y", "19"), ("text-anchor", at < 6 ? "start" : at > 94 ? "end" : "middle"));
        }

        html.Close();
    }

    /// <summary>At least a sliver, so that a single day can be seen on a line of years.</summary>
    private static void Bar(HtmlWriter html, TimeLine line, string kind, int first, int last, int top, int height)
    {
        if (last < line.First || first > line.Last)
            return;
        var from = At(line, Math.Max(first, line.First));
        var to = At(line, Math.Min(last, line.Last));
        html.Open("rect", ("class", kind), ("x", Percent(from)), ("width", Percent(Math.Max(0.6m, to - from))),
            ("y", top.ToString(CultureInfo.InvariantCulture)), ("height", height.ToString(CultureInfo.InvariantCulture)), ("rx", "2")).Close();
    }

    private static decimal At(TimeLine line, int day) => (decimal)(day - line.First) / Math.Max(1, line.Last - line.First) * 100m;

    private static string Percent(decimal value) => decimal.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
