using System.Globalization;
using Calcinosis.Rules.Explanation.Charts;
using Calcinosis.Rules.Interpretation.Labs;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Explanation.Rendering.Html;

/// <summary>
/// Laboratory values beside their intervals. The normal interval has the same place in every row, so that the eye
/// compares marks and not numbers; every row says in words what it draws.
/// </summary>
internal static class LabsHtml
{
    private const decimal NormalFrom = 36m;
    private const decimal NormalTo = 64m;
    private const decimal Edge = 2.5m;

    public static void Write(HtmlWriter html, IReadOnlyList<LabStrip> labs)
    {
        if (labs.Count == 0)
            return;
        html.Open("section", ("class", "part labs"), ("data-key", "labs")).Leaf("h2", "Laboratory values beside the interval for this age")
            .Open("table").Open("thead").Open("tr");
        foreach (var column in (string[])["Test", "Value", "Against its interval", "Normal", "Read as"])
            html.Leaf("th", column, ("scope", "col"), ("class", column == "Against its interval" ? "strip" : null));
        html.Close().Close().Open("tbody");
        foreach (var lab in labs)
            Row(html, lab);
        html.Close().Close().Close();
    }

    private static void Row(HtmlWriter html, LabStrip lab)
    {
        html.Open("tr", ("class", Class(lab)), ("data-from", lab.Path), ("data-key", "lab-" + lab.Path + lab.Label))
            .Leaf("th", lab.Label, ("scope", "row"))
            .Open("td", ("class", "value")).Text(lab.Seen);
        if (lab.TakenOn is { } day)
            html.Text(" ").Leaf("span", day, ("class", "muted"));
        html.Close().Open("td", ("class", "strip"));
        if (lab.Value is { } value && (lab.OuterLow ?? lab.OuterHigh) is not null)
            Strip(html, lab, value);
        html.Close().Open("td", ("class", "normal")).Text(Normal(lab));
        if (Origin(lab) is { } origin)
            html.Text(" ").Open("span", ("class", "muted")).Text(origin);
        if (lab.Origin is not null)
        {
            foreach (var source in lab.Sources)
                html.Text(" ").Source(source);
            html.Close();
        }

        html.Close().Open("td", ("class", "read")).Leaf("strong", Words(lab));
        if (lab.Remark is { } remark)
            html.Text(" ").Leaf("span", remark, ("class", "muted"));
        html.Close().Close();
    }

    private static void Strip(HtmlWriter html, LabStrip lab, decimal value)
    {
        html.Open("svg", ("class", "lab-strip"), ("width", "100%"), ("height", "22"), ("aria-hidden", "true"), ("focusable", "false"));
        Bar(html, "line", 0, 100);
        var scale = new Placing(lab);
        Bar(html, "open", scale.At(lab.OuterLow ?? 0), lab.OuterHigh is { } outer ? scale.At(outer) : 100m);
        if (scale.HasNormal)
            Bar(html, "normal", lab.Low is null ? 0 : NormalFrom, lab.High is null ? 100m : NormalTo);
        var at = scale.At(value);
        var beyond = at <= Edge || at >= 100 - Edge;
        html.Open("circle", ("class", beyond ? "mark beyond" : "mark"), ("cx", Percent(at)), ("cy", "11"), ("r", "5.5")).Close();
        html.Close();
    }

    private static void Bar(HtmlWriter html, string kind, decimal from, decimal to) =>
        html.Open("rect", ("class", kind), ("x", Percent(from)), ("width", Percent(Math.Max(0, to - from))), ("y", kind == "line" ? "10" : "5"), ("height", kind == "line" ? "2" : "12"), ("rx", kind == "line" ? "1" : "3")).Close();

    private static string Percent(decimal value) => decimal.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Normal(LabStrip lab) => (lab.Low, lab.High) switch
    {
        _ when lab.Origin is null => "",
        _ when lab.Low > lab.High => "depends on age and sex",
        ({ } low, { } high) => $"{PlainNumber.Text(low)} to {PlainNumber.Text(high)}",
        (null, { } high) => $"up to {PlainNumber.Text(high)}",
        ({ } low, null) => $"from {PlainNumber.Text(low)}",
        _ => "",
    };

    private static string? Origin(LabStrip lab) => lab.Origin switch
    {
        IntervalOrigin.Laboratory => "the laboratory's own",
        IntervalOrigin.Table => "for this age",
        IntervalOrigin.TableForSeveral => "for every age and sex that it may be",
        _ => null,
    };

    private static string Words(LabStrip lab) => lab.State switch
    {
        RangeState.High when lab.Qualitative => "positive",
        RangeState.Normal when lab.Qualitative => "negative",
        RangeState.Low => "low",
        RangeState.BorderlineLow => "low borderline, left open",
        RangeState.Normal => "within",
        RangeState.BorderlineHigh => "high borderline, left open",
        RangeState.High => "high",
        _ => "left open",
    };

    private static string Class(LabStrip lab) => lab.State switch
    {
        RangeState.Low or RangeState.High => lab.Qualitative ? "lab positive" : "lab out",
        RangeState.Normal => "lab in",
        _ => "lab borderline",
    };

    /// <summary>Puts a value on the strip: the normal interval in the middle third, the rest in proportion, the ends cut.</summary>
    private readonly struct Placing
    {
        private readonly decimal _low;
        private readonly decimal _width;

        public Placing(LabStrip lab)
        {
            HasNormal = (lab.Low ?? lab.High) is not null && !(lab.Low > lab.High);
            var high = (HasNormal ? lab.High : lab.OuterHigh) ?? ((HasNormal ? lab.Low : lab.OuterLow) * 2) ?? 1m;
            _low = (HasNormal ? lab.Low : lab.OuterLow) ?? 0m;
            _width = high > _low ? high - _low : 1m;
        }

        public bool HasNormal { get; }

        public decimal At(decimal value) => Math.Clamp(NormalFrom + ((value - _low) / _width * (NormalTo - NormalFrom)), Edge, 100 - Edge);
    }
}
