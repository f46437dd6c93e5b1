using System.Text;
using Calcinosis.Rules.CdsHooks.PatientData;
using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.CdsHooks.Cards;

/// <summary>The texts of a card.</summary>
internal static class CardText
{
    /// <summary>Longest summary, inclusive: the specification asks for fewer than 140 characters.</summary>
    public const int LongestSummary = 139;

    /// <summary>The first wording that is short enough; the last one is cut if it has to be.</summary>
    public static string Summary(params ReadOnlySpan<string> wordings)
    {
        foreach (var wording in wordings)
        {
            if (wording.Length <= LongestSummary)
                return wording;
        }

        return string.Concat(wordings[^1].AsSpan(0, LongestSummary - 1), "\u2026");
    }

    /// <summary>What could not be read; empty when everything could.</summary>
    public static string Gaps(IReadOnlyList<RecordGap> gaps)
    {
        if (gaps.Count == 0)
            return "";
        var text = new StringBuilder("\n**Not read, so without a part in this**\n\n");
        foreach (var gap in gaps)
            text.Append("- ").Append(gap.Label).Append(": ").Append(ReasonOf(gap.Reason)).Append('\n');
        return text.ToString();
    }

    /// <summary>How urgent a card is: by the most urgent red flag alone, whatever leads.</summary>
    public static Indicator IndicatorOf(IEnumerable<RedFlag> flags) => flags.Select(flag => (Urgency?)flag.Urgency).Max() switch
    {
        Urgency.Emergency or Urgency.SameDay => Indicator.Critical,
        Urgency.Days => Indicator.Warning,
        _ => Indicator.Info,
    };

    private static string ReasonOf(GapReason reason) => reason switch
    {
        GapReason.NotProvided => "the record system did not send it",
        GapReason.Failed => "the record system reported that it could not be read",
        _ => "only a part of it could be read",
    };
}
