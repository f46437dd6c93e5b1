namespace Calcinosis.Rules.Explanation.Rendering.Html;

/// <summary>The list of what was cited.</summary>
internal static class SourcesHtml
{
    public static void Write(HtmlWriter html)
    {
        if (html.Sources.Count == 0)
            return;
        html.Open("section", ("class", "part sources"), ("data-key", "sources")).Leaf("h2", "Sources").Open("ul");
        foreach (var source in html.Sources)
            html.Open("li", ("id", HtmlWriter.AnchorOf(source)), ("tabindex", "-1")).Leaf("span", source, ("class", "source")).Close();
        html.Close().Close();
    }
}
