using System.Globalization;
using System.Text;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>What a run tells at its end: on standard error, in plain lines, so that it can stand in a log.</summary>
internal static class Summary
{
    public static string Of(Totals totals, TimeSpan elapsed, long before)
    {
        var text = new StringBuilder();
        var inThisRun = totals.Patients - before;
        text.Append(CultureInfo.InvariantCulture, $"{totals.Patients} patients, {totals.Errors} not assessed because of errors\n");
        if (before > 0)
            text.Append(CultureInfo.InvariantCulture, $"{before} of them in an earlier run\n");
        Table(text, "answers (leading type, certainty)", totals.Answers);
        Table(text, "patients with red flags, by the most urgent", totals.RedFlags);
        text.Append(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:F1} s, {inThisRun / Math.Max(elapsed.TotalSeconds, 0.001):F0} patients a second\n");
        return text.ToString();
    }

    private static void Table(StringBuilder text, string title, SortedDictionary<string, long> counts)
    {
        if (counts.Count == 0)
            return;
        text.Append(title).Append(":\n");
        var width = counts.Keys.Max(name => name.Length);
        foreach (var (name, count) in counts.OrderByDescending(line => line.Value).ThenBy(line => line.Key, StringComparer.Ordinal))
            text.Append("  ").Append(name.PadRight(width)).Append("  ").Append(count.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
