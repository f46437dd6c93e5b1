using System.Text;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Inference;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>The decision ladder of a type as a Mermaid flow chart.</summary>
internal static class LadderDiagram
{
    public static string Of(TypeRules rules)
    {
        var text = new StringBuilder("flowchart TD\n  start([one lesion group])\n");
        var before = "start";
        var edge = "-->";
        foreach (var rung in TypeOrder.Rungs.Select(level => rules.Rungs[(int)level]).OfType<Rung>())
        {
            var level = Wording.Of(rung.Rule.Level!.Value);
            text.Append("  ").Append(before).Append(' ').Append(edge).Append(' ').Append("ask_").Append(level).Append("{\"").Append(Plain(rung.Rule.Title)).Append("\"}\n");
            text.Append("  ask_").Append(level).Append(" -- met --> ").Append(level).Append("[\"").Append(level).Append("\"]\n");
            (before, edge) = ($"ask_{level}", "-- not met, or unknown -->");
        }

        text.Append("  ").Append(before).Append(' ').Append(edge).Append(" none[\"not assessable\"]\n");
        if (rules.Caps.Length > 0)
        {
            foreach (var level in new[] { "established", "probable", "possible" })
                text.Append("  ").Append(level).Append(" -.-> caps\n");
            text.Append("  caps[/\"upper limits that are met lower the level\"/]\n");
        }

        return text.ToString();
    }

    private static string Plain(string text) => text.Replace('"', '\'').Replace(';', ',');
}
