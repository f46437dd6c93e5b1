using System.Globalization;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation.Charts;
using Calcinosis.Rules.Explanation.Json;

namespace Calcinosis.Rules.Explanation.Rendering.Html;

/// <summary>One lesion group: the five types in their order, each with its level on the scale and, opened, everything behind it.</summary>
internal sealed class RankingHtml(HtmlWriter html, AssessmentChart chart, LesionAssessment lesion)
{
    private static readonly IReadOnlyList<Certainty> Scale = [Certainty.Unlikely, Certainty.Possible, Certainty.Probable, Certainty.Established];

    /// <summary>Where the details of a type stand; safe for any lesion id.</summary>
    public static string AnchorOf(string lesion, CalcinosisType type) => $"type-{Uri.EscapeDataString(lesion)}-{EnumNames.NameOf(type)}";

    public void Write()
    {
        html.Open("section", ("class", "lesion"), ("data-key", "lesion-" + lesion.Lesion)).Leaf("h2", $"Lesion {lesion.Lesion}: the five types").Open("ol", ("class", "types"));
        for (var rank = 0; rank < lesion.Suggestions.Count; rank++)
            Type(lesion.Suggestions[rank], rank);
        html.Close().Close();
    }

    private void Type(Suggestion suggestion, int rank)
    {
        var name = EnumNames.NameOf(suggestion.Type);
        var key = $"{lesion.Lesion}-{name}";
        var inFull = suggestion.Certainty >= (rank == 0 ? Certainty.Possible : Certainty.Probable);
        html.Open("li", ("class", $"type {EnumNames.NameOf(suggestion.Certainty)}"), ("data-key", "type-" + key), ("id", AnchorOf(lesion.Lesion, suggestion.Type)))
            .Open("details", ("data-key", "details-" + key), ("open", inFull ? "" : null))
            .Open("summary");
        html.Leaf("span", (rank + 1).ToString(CultureInfo.InvariantCulture), ("class", "rank"), ("aria-hidden", "true"));
        html.Open("h3").Text(Wording.TypeOf(suggestion.Type));
        if (suggestion.Subtype is { } subtype)
            html.Text(" ").Leaf("span", SubtypeLabels.Of(subtype), ("class", "subtype"));
        html.Close();
        Steps(html, suggestion);
        HeadHtml.Badge(html, suggestion.Certainty);
        html.Leaf("span", LesionSection.Reason(suggestion), ("class", "because")).Close();
        Body(suggestion, key);
        html.Close().Close();
    }

    /// <summary>Four steps: reached ones are filled, those that the unknowns leave open are outlined. Words beside it say the same.</summary>
    public static void Steps(HtmlWriter html, Suggestion suggestion)
    {
        html.Open("span", ("class", "scale"), ("aria-hidden", "true"));
        var most = suggestion.CouldBecome.Count > 0 ? suggestion.CouldBecome.Max() : suggestion.Certainty;
        foreach (var level in Scale)
        {
            html.Leaf("span", "", ("class", suggestion.Certainty >= level ? "step on" : most >= level ? "step may" : "step"));
        }

        html.Close();
    }

    private void Body(Suggestion suggestion, string key)
    {
        html.Open("div", ("class", "body"));
        if (suggestion.AlternativeLabel is { } label)
            html.Leaf("p", $"Other authors call it {Wording.Disease(label.Type, label.Subtype)}. {label.Text}");
        if (suggestion.Contributing.Count > 0)
            html.Leaf("p", $"Contributing: {Wording.List([.. suggestion.Contributing.Select(SubtypeLabels.Of)])}.");
        html.Open("div", ("class", "reasons"));
        Evidence("Why", "for", suggestion.Why.Where(line => line.Role != EvidenceRole.Also));
        Evidence("Supports it as well", "for also", suggestion.Why.Where(line => line.Role == EvidenceRole.Also));
        Evidence("Against", "against", suggestion.Against);
        Evidence(SuggestionSection.NotHigherTitle(suggestion.Certainty), "limit", suggestion.WhyNotHigher);
        html.Close();
        WhatIfHtml.Assumed(html, lesion.Lesion, suggestion, chart.Catalogue);
        WhatIfHtml.Missing(html, lesion.Lesion, suggestion);
        if (chart.Ladders.TryGetValue(lesion.Lesion, out var ladders))
            LadderHtml.Write(html, ladders.First(ladder => ladder.Type == suggestion.Type), key);
        html.Close();
    }

    private void Evidence(string title, string kind, IEnumerable<EvidenceLine> lines)
    {
        var all = lines.ToArray();
        if (all.Length == 0)
            return;
        html.Open("div", ("class", "reason " + kind)).Leaf("h4", title).Open("ul", ("class", "points"));
        foreach (var line in all)
        {
            html.Open("li", ("class", kind), ("data-from", line.From.Count == 0 ? null : string.Join(' ', line.From)), ("title", line.From.Count == 0 ? null : "from " + string.Join(", ", line.From)));
            BlocksHtml.Spans(html, EvidenceItems.Of('+', line, full: false).Spans);
            html.Close();
        }

        html.Close().Close();
    }
}
