using Calcinosis.Rules.Knowledge;

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
            Line(html, source);
        html.Close().Close();
    }

    /// <summary>The citation, linked where it can be read; nobody is told from where the reader came.</summary>
    private static void Line(HtmlWriter html, string source)
    {
        html.Open("li", ("id", HtmlWriter.AnchorOf(source)), ("tabindex", "-1")).Leaf("span", source, ("class", "source")).Text(" ");
        var citation = Citations.Find(source);
        if (citation?.Link is { } link)
            html.Leaf("a", citation.Text, ("href", link.AbsoluteUri), ("rel", "noopener noreferrer"), ("target", "_blank"));
        else
            html.Text(citation?.Text ?? (source == SourceCatalogue.Policy ? "a decision of this project; see the rule book" : ""));
        html.Close();
    }
}
