using System.Globalization;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Explanation.Charts;

/// <summary>
/// Draws what is dated: lesions, exposures with the window in which a lesion of theirs would be expected, diseases. When
/// no lesion has a date, exposures that say how long before the lesion they were given are drawn against its first sight.
/// </summary>
internal sealed class TimeLineBuilder(PatientPicture patient)
{
    /// <summary>A window that is open for longer than this tells nothing on a line.</summary>
    private const int LongestWindow = 1100;

    private readonly bool _dated = patient.Cases.Any(lesion => lesion.Time.Onset is not null) || patient.Statements.Any(statement => statement.IsPresent && statement.Since is not null);

    /// <summary>Null when nothing can be placed in time.</summary>
    public TimeLine? Build()
    {
        List<TimeRow> rows = [.. patient.Cases.Select(Lesion), .. Exposures(), .. Conditions()];
        var onsets = patient.Cases.Select(lesion => Seen(lesion) is { } seen ? new Onset(lesion.Id, seen.First, seen.Last) : null).OfType<Onset>().ToArray();
        // Without a lesion in time there is nothing to compare with.
        if (onsets.Length == 0 || rows.TrueForAll(row => row.Kind == TimeRowKind.Lesion || row.Start is null && row.End is null))
            return null;
        var (first, last) = Range(rows, onsets);
        return new TimeLine(first, last, TimeAxis.Ticks(first, last, _dated), Now, onsets, rows);
    }

    private (int First, int Last)? Seen(LesionCase lesion) =>
        lesion.Time.Onset is { } onset ? (onset.First.DayNumber, onset.Last.DayNumber) : _dated ? null : (0, 0);

    private (int First, int Last) Range(List<TimeRow> rows, Onset[] onsets)
    {
        var main = rows.Where(row => row.Kind == TimeRowKind.Exposure && (row.Start ?? row.End) is not null).ToArray();
        List<int> days = [.. onsets.SelectMany(onset => new[] { onset.First, onset.Last })];
        foreach (var row in main)
        {
            days.Add((row.Start ?? row.End)!.Value.First);
            days.Add((row.End ?? row.Start)!.Value.Last);
            if (row.Window is { } window)
                days.Add(window.LateLast ?? window.Last);
        }

        if (main.Length == 0)
            days.AddRange(rows.Where(row => row.Start is not null).Select(row => row.Start!.Value.First));
        if (Now is { } now)
            days.Add(now);
        var (first, last) = (days.Min(), days.Max());
        var margin = Math.Max(1, (last - first) / 25);
        return (Math.Max(_dated ? 0 : int.MinValue, first - margin), last + margin);
    }

    private int? Now => _dated ? patient.Context.AsOf?.DayNumber : null;

    private TimeRow Lesion(LesionCase lesion)
    {
        var places = lesion.Lesion.Sites.Count == 0 ? "" : $", {string.Join(", ", lesion.Lesion.Sites)}";
        var seen = lesion.Time.Onset is { } onset ? $"first seen {Words(onset)}" : "first seen on an unknown day";
        return new TimeRow(TimeRowKind.Lesion, $"Lesion {lesion.Id}{places}", seen, lesion.Path) { Start = Seen(lesion), GoesOn = Seen(lesion) is not null };
    }

    private IEnumerable<TimeRow> Exposures()
    {
        foreach (var use in patient.Statements.Where(statement => statement.Term.Kind == TermKind.Exposure && statement.IsPresent).DistinctBy(statement => (statement.Path, statement.Term.Code)))
        {
            var agent = IatrogenicAgents.All.FirstOrDefault(agent => agent.Codes.Contains(use.Term.Code));
            var (start, end) = (Days(use.Since), Days(use.Until) ?? Before(use));
            var goesOn = use.Exposure?.Ongoing == true && end is null;
            var text = string.Join("; ", ((string?[])[When(use), Expected(agent), .. agent is null ? [] : patient.Lesions.Select(lesion => Fit(agent, lesion))]).OfType<string>());
            yield return new TimeRow(TimeRowKind.Exposure, Name(use), text, use.Path) { Start = start, End = end, GoesOn = goesOn, Window = Window(agent, start, end, goesOn) };
        }
    }

    private IEnumerable<TimeRow> Conditions() =>
        patient.Statements
            .Where(statement => statement.Term.Kind != TermKind.Exposure && statement.IsPresent && statement.Since is not null && !statement.Term.Is("names-type"))
            .DistinctBy(statement => (statement.Path, statement.Term.Code))
            .OrderBy(statement => statement.Since!.Value.First)
            .Select(statement => new TimeRow(TimeRowKind.Condition, Name(statement), When(statement), statement.Path)
            {
                Start = Days(statement.Since),
                End = Days(statement.Until),
                GoesOn = statement.Until is null,
            });

    private static (int First, int Last)? Days(DaySpan? span) => span is { } known ? (known.First.DayNumber, known.Last.DayNumber) : null;

    /// <summary>"Thirteen days before the lesion" is a day once the lesion has one.</summary>
    private (int First, int Last)? Before(Statement use)
    {
        foreach (var lesion in patient.Cases)
        {
            if (use.Since is null && (use.RelationTo(lesion.Id)?.BeforeLesion ?? use.Exposure?.BeforeLesion) is { } before && Seen(lesion) is { } seen && before.TotalDays < 36500)
            {
                var days = (int)decimal.Round(before.TotalDays);
                return (seen.First - days, seen.Last - days);
            }
        }

        return null;
    }

    /// <summary>Lower bound from the first dose, upper ones from the last, as the rules count.</summary>
    private ExpectedWindow? Window(IatrogenicAgent? agent, (int First, int Last)? start, (int First, int Last)? end, bool goesOn)
    {
        if (agent is null || agent.MaxDays > LongestWindow || (start ?? end) is not { } from)
            return null;
        var upto = end?.Last ?? (goesOn ? Now ?? from.Last : from.Last);
        return new ExpectedWindow(from.First + (int)agent.MinDays, upto + (int)agent.MaxDays, agent.LateDays is { } late and <= LongestWindow ? upto + (int)late : null);
    }

    private static string Name(Statement statement) => (statement.Exposure?.Text ?? statement.Condition?.Text) is { Length: > 0 } words ? words : statement.Term.Label;

    private string When(Statement statement)
    {
        var parts = new List<string>();
        if (statement.Since is { } since)
            parts.Add($"{(statement.Until is null && statement.Exposure is null ? "since" : "from")} {Words(since)}");
        if (statement.Until is { } until)
            parts.Add($"until {Words(until)}");
        else if (statement.Exposure?.Ongoing == true)
            parts.Add("going on");
        if (parts.Count == 0 && Before(statement) is not null)
            parts.Add($"{statement.Exposure!.BeforeLesion?.ToString() ?? "some time"} before the lesion");
        return parts.Count == 0 ? "date not recorded" : string.Join(" ", parts);
    }

    private static string? Expected(IatrogenicAgent? agent) => agent switch
    {
        null => null,
        { MaxDays: > LongestWindow } => null,
        { LateDays: { } late } => string.Create(CultureInfo.InvariantCulture, $"a lesion would be expected {agent.MinDays} to {agent.MaxDays} days after it, late until {late}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"a lesion would be expected {agent.MinDays} to {agent.MaxDays} days after it"),
    };

    /// <summary>What the interpretation made of place and time; the drawing adds no judgement of its own.</summary>
    private static string? Fit(IatrogenicAgent agent, LesionPicture lesion)
    {
        FindingState State(string what) => lesion.Picture.Catalogue.TryIndexOf($"exposure.{agent.Id}.{what}", out var finding) ? lesion.Picture[finding] : FindingState.Unknown;
        var time = State("in-window") == FindingState.Present ? "the time fits"
            : State("late") == FindingState.Present ? "late but possible"
            : State("out-of-window") == FindingState.Present ? "outside the expected time"
            : "the time is open";
        var place = !agent.Local ? "" : State("at-site") switch
        {
            FindingState.Present => ", the place fits",
            FindingState.Absent => ", another place",
            _ => ", the place is open",
        };
        return $"lesion {lesion.Lesion}: {time}{place}";
    }

    private static string Words(DaySpan span)
    {
        var first = span.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return span.First == span.Last ? first
            : span.First is { Day: 1, Month: 1 } && span.Last is { Day: 31, Month: 12 } && span.First.Year == span.Last.Year ? span.First.ToString("yyyy", CultureInfo.InvariantCulture)
            : span.First.Day == 1 && span.Last == span.First.AddMonths(1).AddDays(-1) ? span.First.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : $"between {first} and {span.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
    }
}
