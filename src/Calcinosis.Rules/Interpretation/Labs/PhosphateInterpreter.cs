using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>What the phosphate results that speak for a lesion say.</summary>
internal sealed class PhosphateInterpreter(PatientContext patient, ReadingSpace space, ConditionFlags flags)
{
    private Action<List<LabReading>>? _contradiction;
    private PictureBuilder _picture = space.Aside;

    public void Interpret(LesionTime lesion, PictureBuilder picture)
    {
        var relevant = space.Selections.RelevantPhosphate;
        _picture = picture;
        MineralInterpreter.EachDraw(relevant, space.Selections.Draw, _contradiction ??= draw => Contradiction(draw, _picture));
        Combine(relevant, picture);
        flags.Interpret(Topics.Hyperphosphataemia, Finding.LabPhosphateHigh, space.Selections.Phosphate, lesion, picture);
        foreach (var reading in relevant)
        {
            var high = reading.IsHigh == FindingState.Present;
            MineralInterpreter.Loudest(picture, Finding.LabPhosphateLow, reading.IsLow, reading);
            MineralInterpreter.Loudest(picture, Finding.LabPhosphateBorderline, reading.State == RangeState.BorderlineHigh ? FindingState.Present : reading.State == RangeState.Unknown ? FindingState.Unknown : FindingState.Absent, reading);
            MineralInterpreter.Loudest(picture, Finding.LabPhosphateAbove7, reading.Compare(MineralThresholds.PhosphateSoon), reading);
            if (high && reading.UpperLimit is { } limit && !reading.Extreme)
                MineralInterpreter.Loudest(picture, Finding.LabPhosphateAbove15x, reading.Compare(MineralThresholds.PhosphateStrong, limit * MineralThresholds.PhosphateStrong.Value), reading);
            if (high)
                MineralInterpreter.Loudest(picture, Finding.LabPhosphateAbove9, reading.Compare(MineralThresholds.PhosphateSameDay), reading);
            if (picture.KeepsWords)
                NearLimit(reading, picture);
        }
    }

    /// <summary>Value and flag of one result, or two results of one draw, say opposite things.</summary>
    private static void Contradiction(List<LabReading> draw, PictureBuilder picture)
    {
        var (present, absent, contradictory) = (false, false, false);
        foreach (var reading in draw)
        {
            contradictory |= reading.Contradictory;
            present |= reading.IsHigh == FindingState.Present;
            absent |= reading.IsHigh == FindingState.Absent;
        }

        if (contradictory || (present && absent))
            picture.Contradict(Finding.LabPhosphateHigh, $"{string.Join("; ", draw.Select(reading => reading.Seen).Order(StringComparer.Ordinal))}", picture.KeepsWords ? draw.Select(reading => reading.Path).ToArray() : default(Origin));
    }

    /// <summary>Any result that says so makes it present; all results absent make it absent; else it stays open.</summary>
    private static void Combine(List<LabReading> relevant, PictureBuilder picture)
    {
        if (picture.IsContradicted(Finding.LabPhosphateHigh))
            return;
        var (present, absent) = (false, true);
        foreach (var reading in relevant)
        {
            present |= Sure(reading) == FindingState.Present;
            absent &= Sure(reading) == FindingState.Absent;
        }

        foreach (var reading in relevant)
        {
            if (!present)
                picture.Say(Finding.LabPhosphateHigh, absent ? FindingState.Absent : FindingState.Unknown, reading);
            else if (Sure(reading) == FindingState.Present)
                picture.Present(Finding.LabPhosphateHigh, reading);
        }
    }

    /// <summary>Not high, but above the stricter published limit of another laboratory: said, never used.</summary>
    private void NearLimit(LabReading reading, PictureBuilder picture)
    {
        if (reading.State != RangeState.Normal || reading.Value is not { } value || reading.Result.ReferenceRange is not null)
            return;
        var strict = ReferenceIntervals.StrictPhosphateLimit(patient.AgeOn(reading.Day), patient.Sex);
        if (value > strict)
            picture.Notes.Add(new ReadingNote("near-upper-limit", $"{reading.Seen}: normal for age, near the upper limit in some laboratories", [reading.Path]));
    }

    private static FindingState Sure(LabReading reading) => reading.Contradictory || (reading.Extreme && reading.IsHigh == FindingState.Present) ? FindingState.Unknown : reading.IsHigh;
}
