using Calcinosis.Rules.Explanation.Charts;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Inference;

namespace Calcinosis.Rules.Explanation.Rendering.Html;

/// <summary>The ladder of one type: its levels from the highest down, each criterion met, unmet or unknown.</summary>
internal static class LadderHtml
{
    public static void Write(HtmlWriter html, TypeLadder ladder, string key)
    {
        html.Open("section", ("class", "ladder"), ("aria-label", $"Ladder of {Wording.Disease(ladder.Type)}")).Leaf("h4", "The ladder: what each level asks for").Open("ol");
        foreach (var rung in ladder.Rungs)
            Rung(html, rung, Wording.Of(rung.Level), $"{key}-{EnumNames.NameOf(rung.Level)}");
        html.Close();
        if (ladder.Caps.Count > 0)
        {
            html.Leaf("h4", "Limits that hold").Open("ol");
            foreach (var cap in ladder.Caps)
                Rung(html, cap, $"at most {Wording.Of(cap.Level)}", $"{key}-{cap.Rule}");
            html.Close();
        }

        html.Close();
    }

    private static void Rung(HtmlWriter html, LadderRung rung, string level, string key)
    {
        html.Open("li", ("class", $"rung {Class(rung.Outcome)}{(rung.Reached ? " reached" : "")}"), ("data-key", "rung-" + key))
            .Open("details", ("data-key", "rung-details-" + key), ("open", rung.Reached ? "" : null))
            .Open("summary");
        Mark(html, rung.Outcome);
        html.Leaf("strong", level).Text(" ").Leaf("span", Words(rung.Outcome), ("class", "outcome")).Text(" ").Leaf("span", rung.Title, ("class", "rung-title")).Close();
        html.Open("div", ("class", "criteria"));
        if (rung.Joint.Words is { Length: > 0 } words && rung.Criteria.Count + rung.Left > 1)
            html.Leaf("p", words + ":", ("class", "joint"));
        Criteria(html, rung.Criteria, rung.Left);
        html.Open("p", ("class", "refs")).Text(rung.Rule + " ");
        foreach (var source in rung.Sources)
            html.Source(source).Text(" ");
        html.Close().Close().Close().Close();
    }

    private static void Criteria(HtmlWriter html, IReadOnlyList<Criterion> criteria, int left)
    {
        html.Open("ul");
        foreach (var criterion in criteria)
        {
            html.Open("li", ("class", $"criterion {Class(criterion.Outcome)}{(criterion.Assumed ? " taken" : "")}"),
                ("data-from", criterion.From.Count == 0 ? null : string.Join(' ', criterion.From)));
            Mark(html, criterion.Outcome);
            html.Leaf("span", Words(criterion.Outcome) + ": ", ("class", "unseen")).Leaf("span", criterion.Text, ("class", "criterion-text"));
            if (criterion.Seen is { } seen)
                html.Text(" ").Leaf("span", seen, ("class", "seen"));
            if (criterion.Assumed)
                html.Text(" ").Leaf("span", "not recorded, taken as absent", ("class", "tag"));
            if (criterion.Parts.Count > 0)
            {
                if (criterion.Joint.Words is { Length: > 0 } words && words != criterion.Text && criterion.Parts.Count + criterion.Left > 1)
                    html.Text(" ").Leaf("span", words + ":", ("class", "joint"));
                Criteria(html, criterion.Parts, criterion.Left);
            }

            html.Close();
        }

        if (left > 0)
            html.Leaf("li", left == 1 ? "and 1 more that decides nothing here" : $"and {PlainNumber.Text(left)} more that decide nothing here", ("class", "left muted"));
        html.Close();
    }

    private static void Mark(HtmlWriter html, Outcome outcome) =>
        html.Leaf("span", outcome switch { Outcome.Met => "✓", Outcome.Unmet => "✕", _ => "?" }, ("class", "mark"), ("aria-hidden", "true"));

    private static string Words(Outcome outcome) => outcome switch
    {
        Outcome.Met => "met",
        Outcome.Unmet => "not met",
        _ => "not known",
    };

    private static string Class(Outcome outcome) => outcome switch
    {
        Outcome.Met => "met",
        Outcome.Unmet => "unmet",
        _ => "unknown",
    };
}
