using System.Security.Cryptography;
using System.Text;

namespace Calcinosis.Rules.Explanation.Rendering.Html;

/// <summary>
/// The assessment as one self-contained HTML file: red flags first, the five types as ladders of certainty, laboratory
/// values beside their intervals, a time line, what is missing, what to do next, sources. It needs no network, runs no
/// script, prints well, and whatever came from the record is text in it and never markup.
/// </summary>
public static class HtmlReport
{
    /// <summary>Renders the file; lines end with <c>\n</c>.</summary>
    /// <param name="chart">What to render.</param>
    /// <returns>The HTML; the same for the same chart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="chart"/> is null.</exception>
    public static string Render(AssessmentChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var title = chart.Assessment.Id is { Length: > 0 } id ? $"Calcinosis cutis: what the findings support ({id})" : "Calcinosis cutis: what the findings support";
        var css = StyleSheet.Text;
        var html = new HtmlWriter();
        html.Open("html", ("lang", "en")).Open("head")
            .Void("meta", ("charset", "utf-8"))
            .Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src '{HashOf(css)}'; base-uri 'none'; form-action 'none'"))
            .Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Void("meta", ("name", "color-scheme"), ("content", "light dark"))
            .Void("meta", ("name", "referrer"), ("content", "no-referrer"))
            .Leaf("title", title)
            .Style(css)
            .Close();
        html.Open("body").Open("main", ("class", "report-file")).Leaf("h1", title, ("class", "report-title"));
        Write(html, chart);
        html.Close().Close().Close();
        return $"<!DOCTYPE html>\n{html}\n";
    }

    /// <summary>The same report as a part of a page that answers clicks: its "what if" switches are buttons.</summary>
    internal static string RenderPart(AssessmentChart chart)
    {
        var html = new HtmlWriter { Interactive = true };
        Write(html, chart);
        return html.ToString();
    }

    private static void Write(HtmlWriter html, AssessmentChart chart)
    {
        var assessment = chart.Assessment;
        html.Open("article", ("class", "report"), ("data-key", "report"));
        HeadHtml.RedFlags(html, assessment);
        BlocksHtml.Section(html, "site", blocks => SiteSection.Add(blocks, assessment.SiteAdditions));
        HeadHtml.Suppositions(html, chart);
        HeadHtml.Verdict(html, assessment);
        BlocksHtml.Section(html, "issues", blocks => RecordSections.AddIssues(blocks, assessment.Issues));
        BlocksHtml.Section(html, "not-understood", blocks => RecordSections.AddNotUnderstood(blocks, assessment.NotUnderstood));
        // When the answer is "something else", what else comes before five types that it is not.
        var mimicFirst = assessment.Conclusion == Conclusion.Mimic;
        if (mimicFirst)
            BlocksHtml.Section(html, "cautions", blocks => CareSections.AddCautions(blocks, assessment.Cautions));
        foreach (var lesion in assessment.Lesions)
            new RankingHtml(html, chart, lesion).Write();
        LabsHtml.Write(html, chart.Labs);
        TimeLineHtml.Write(html, chart.TimeLine);
        if (!mimicFirst)
            BlocksHtml.Section(html, "cautions", blocks => CareSections.AddCautions(blocks, assessment.Cautions));
        BlocksHtml.Section(html, "workup", blocks => CareSections.AddWorkup(blocks, assessment.Workup));
        BlocksHtml.Section(html, "treatments", blocks => CareSections.AddTreatments(blocks, assessment.Treatments));
        BlocksHtml.Section(html, "risks", blocks => CareSections.AddRisks(blocks, assessment.Risks));
        BlocksHtml.Section(html, "derived", blocks => RecordSections.AddDerived(blocks, assessment.Derived));
        BlocksHtml.Section(html, "notes", blocks => RecordSections.AddNotes(blocks, assessment.Notes));
        SourcesHtml.Write(html);
        BlocksHtml.Section(html, "about", blocks => RecordSections.AddFoot(blocks, assessment));
        html.Close();
    }

    private static string HashOf(string css) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)));
}
