using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation.Json;

namespace Calcinosis.Rules.Explanation.Rendering.Html;

/// <summary>What a reader must see first: red flags, what is only supposed, the answer in one sentence.</summary>
internal static class HeadHtml
{
    public static void RedFlags(HtmlWriter html, Assessment assessment)
    {
        if (assessment.RedFlags.Count == 0)
            return;
        html.Open("section", ("class", "flags"), ("data-key", "flags")).Leaf("h2", assessment.RedFlags.Count == 1 ? "Red flag" : "Red flags").Open("ul");
        foreach (var flag in assessment.RedFlags.OrderByDescending(flag => flag.Urgency))
        {
            html.Open("li", ("class", "flag " + EnumNames.NameOf(flag.Urgency)), ("data-key", "flag-" + flag.Rule));
            var item = HeadSection.Flag(flag);
            html.Leaf("strong", Wording.Of(flag.Urgency), ("class", "urgency")).Open("div");
            html.Open("p");
            BlocksHtml.Spans(html, [.. item.Spans.Skip(1)]);
            html.Close();
            if (item.Children.Count > 0)
                BlocksHtml.Items(html, item.Children);
            html.Close().Close();
        }

        html.Close().Close();
    }

    public static void Suppositions(HtmlWriter html, AssessmentChart chart)
    {
        if (chart.Suppositions.Count == 0)
            return;
        html.Open("section", ("class", "supposed"), ("data-key", "supposed")).Leaf("h2", "What if: this is not the record");
        html.Leaf("p", "The assessment below takes these unknowns as answered.");
        html.Open("ul");
        foreach (var supposition in chart.Suppositions)
        {
            var definition = chart.Catalogue![chart.Catalogue.IndexOf(supposition.Finding)];
            html.Open("li").Leaf("strong", EvidenceText.Label(definition, supposition.State)).Text($" ({Wording.Of(supposition.State)})");
            if (html.Interactive)
                WhatIfHtml.Button(html, supposition.Lesion, supposition.Finding, supposition.State, pressed: true, "take back", $"take back ({EvidenceText.Label(definition, supposition.State)})");
            html.Close();
        }

        html.Close().Close();
    }

    public static void Verdict(HtmlWriter html, Assessment assessment)
    {
        html.Open("section", ("class", "verdict " + (assessment.Leading is { } shown ? EnumNames.NameOf(shown.Certainty) : "none")), ("data-key", "verdict"))
            .Open("div", ("class", "answer"))
            .Leaf("p", assessment.Leading is null ? "Conclusion" : "Leading suggestion", ("class", "eyebrow"))
            .Leaf("h2", HeadSection.Sentence(assessment), ("id", "verdict"));
        if (assessment.Leading is { } leading)
        {
            html.Open("p", ("class", "standing"));
            if (assessment.Conclusion is Conclusion.Mixed or Conclusion.Several or Conclusion.Mimic)
                html.Text($"Foremost: {Wording.Disease(leading.Type, leading.Subtype)} ");
            Badge(html, leading.Certainty);
            html.Text($" {Wording.Meaning(leading.Certainty)}; lesion {leading.Lesion}").Close();
        }

        if (assessment.RecordSays.Count > 0)
            html.Leaf("p", $"The record already says: {Wording.List(assessment.RecordSays)}. That is not used as evidence.");
        html.Leaf("p", assessment.Notice, ("class", "notice")).Close();
        foreach (var lesion in assessment.Lesions)
            Overview(html, lesion, assessment.Lesions.Count > 1);
        html.Close();
    }

    /// <summary>The five types at a glance; each leads to what is behind it.</summary>
    private static void Overview(HtmlWriter html, LesionAssessment lesion, bool several)
    {
        html.Open("nav", ("class", "overview"), ("aria-label", $"The five types for lesion {lesion.Lesion}"), ("data-key", "overview-" + lesion.Lesion));
        if (several)
            html.Leaf("p", $"Lesion {lesion.Lesion}", ("class", "eyebrow"));
        html.Open("ol");
        foreach (var suggestion in lesion.Suggestions)
        {
            html.Open("li", ("class", EnumNames.NameOf(suggestion.Certainty))).Open("a", ("href", "#" + RankingHtml.AnchorOf(lesion.Lesion, suggestion.Type)));
            html.Leaf("span", Wording.TypeOf(suggestion.Type), ("class", "name"));
            RankingHtml.Steps(html, suggestion);
            html.Leaf("span", Wording.Of(suggestion.Certainty), ("class", "level")).Close().Close();
        }

        html.Close().Close();
    }

    public static void Badge(HtmlWriter html, Certainty certainty) =>
        html.Leaf("span", Wording.Of(certainty), ("class", "badge " + EnumNames.NameOf(certainty)));
}
