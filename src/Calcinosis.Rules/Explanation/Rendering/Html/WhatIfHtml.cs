using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Explanation.Rendering.Html;

/// <summary>What is not known, and what each answer would do; on a page that answers clicks, each answer can be tried in place.</summary>
internal static class WhatIfHtml
{
    private const int AtAGlance = 6;

    public static void Missing(HtmlWriter html, string lesion, Suggestion suggestion)
    {
        var single = suggestion.Missing.Where(missing => missing.Together.Count == 0)
            .OrderByDescending(missing => Raises(missing, suggestion.Certainty)).ToArray();
        if (single.Length > 0)
        {
            html.Leaf("h4", "Missing, and what each answer would do").Open("ul", ("class", "whatifs"));
            foreach (var missing in single.Take(AtAGlance))
                Line(html, lesion, missing, suggestion.Certainty);
            html.Close();
            More(html, lesion, suggestion, single);
        }

        Together(html, lesion, suggestion);
        if (SuggestionSection.OpenLevels(suggestion) is { Length: > 0 } open)
            html.Leaf("p", $"With what is still unknown it could become {open}.", ("class", "muted"));
    }

    public static void Assumed(HtmlWriter html, string lesion, Suggestion suggestion, FindingCatalogue? catalogue)
    {
        if (suggestion.Assumed.Count == 0)
            return;
        html.Leaf("h4", "Taken as absent or normal because it is not recorded").Open("ul", ("class", "whatifs"));
        foreach (var assumption in suggestion.Assumed)
        {
            html.Open("li").Leaf("span", assumption.Text, ("class", "what"));
            // An assumption about several findings at once has a name of its own, which cannot be answered.
            if (html.Interactive && catalogue?.Contains(assumption.Finding) == true)
                Button(html, lesion, assumption.Finding, FindingState.Present, pressed: false, "what if present?", $"what if present? ({assumption.Text})");
            html.Close();
        }

        html.Close();
    }

    /// <summary>A switch for one answer. Its name begins with what is seen on it and says it without the words around it.</summary>
    public static void Button(HtmlWriter html, string? lesion, string finding, FindingState state, bool pressed, string text, string? name = null) =>
        html.Open("button", ("type", "button"), ("class", "whatif"), ("aria-pressed", pressed ? "true" : "false"), ("aria-label", name),
                ("data-lesion", lesion), ("data-finding", finding), ("data-state", EnumNames.NameOf(state)))
            .Text(text).Close();

    private static void More(HtmlWriter html, string lesion, Suggestion suggestion, MissingFinding[] single)
    {
        if (single.Length <= AtAGlance)
            return;
        html.Open("details", ("data-key", $"{lesion}-{EnumNames.NameOf(suggestion.Type)}-more")).Leaf("summary", $"and {PlainNumber.Text(single.Length - AtAGlance)} more").Open("ul", ("class", "whatifs"));
        foreach (var missing in single.Skip(AtAGlance))
            Line(html, lesion, missing, suggestion.Certainty);
        html.Close().Close();
    }

    private static void Together(HtmlWriter html, string lesion, Suggestion suggestion)
    {
        var together = suggestion.Missing.Where(missing => missing.Together.Count > 0).ToArray();
        if (together.Length == 0)
            return;
        var level = MissingItems.LevelTogether(suggestion) is { } reached ? $"for {Wording.Of(reached)}" : "for a higher level";
        html.Leaf("h4", $"Missing, needed together {level}").Open("ul", ("class", "whatifs"));
        foreach (var missing in together)
        {
            html.Open("li").Leaf("span", missing.Text, ("class", "what"));
            if (html.Interactive && missing.Needed is { } needed)
                Button(html, lesion, missing.Finding, needed, pressed: false, $"what if {Wording.Of(needed)}?", $"what if {Wording.Of(needed)}? ({missing.Text})");
            html.Close();
        }

        html.Close();
    }

    private static void Line(HtmlWriter html, string lesion, MissingFinding missing, Certainty now)
    {
        html.Open("li").Leaf("span", missing.Text, ("class", "what")).Open("span", ("class", "answers"));
        Answer(html, lesion, missing, FindingState.Present, missing.IfPresent, now);
        Answer(html, lesion, missing, FindingState.Absent, missing.IfAbsent, now);
        html.Close().Close();
    }

    private static void Answer(HtmlWriter html, string lesion, MissingFinding missing, FindingState state, Certainty? level, Certainty now)
    {
        if (level is not { } then || then == now)
            return;
        var text = $"if {Wording.Of(state)}: {Wording.Of(then)}";
        if (html.Interactive)
            Button(html, lesion, missing.Finding, state, pressed: false, text, $"{text} ({missing.Text})");
        else
            html.Leaf("span", text, ("class", "answer"));
    }

    private static bool Raises(MissingFinding missing, Certainty now) =>
        (missing.IfPresent is { } present && present > now) || (missing.IfAbsent is { } absent && absent > now);
}
