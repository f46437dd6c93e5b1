using System.Globalization;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>What the calcium results that speak for a lesion say, draw by draw: ionised before corrected before total.</summary>
internal sealed class CalciumInterpreter(PatientContext patient, ReadingSpace space, KidneyInterpreter kidney, CalciumCorrection correction, ConditionFlags flags)
{
    private static readonly decimal IonisedEmergency = AnalyteCatalogue.CalciumIonised.Canonical(MineralThresholds.IonisedEmergency);
    private static readonly decimal IonisedVeryLow = AnalyteCatalogue.CalciumIonised.Canonical(MineralThresholds.IonisedVeryLow);
    private readonly LabSelections _selections = space.Selections;
    private Action<List<LabReading>>? _judge;
    private PictureBuilder _picture = space.Aside;

    public void Interpret(LesionTime lesion, PictureBuilder picture)
    {
        var draws = _selections.Draws;
        Draws(picture);
        foreach (var draw in draws)
        {
            if (draw.Contradictory)
                picture.Contradict(Finding.LabCalciumHigh, draw.Seen, draw.From);
            else if (draw.Suspected)
                Suspect(picture, draw);
            if (draw.Low != FindingState.Unknown && !draw.Contradictory)
                MineralInterpreter.Loudest(picture, Finding.LabCalciumLow, draw.Low, draw.Seen, draw.From);
        }

        Combine(draws, picture);
        flags.Interpret(Topics.Hypercalcaemia, Finding.LabCalciumHigh, _selections.Calcium, lesion, picture);
        if (picture.StateOf(Finding.LabCalciumHigh) != FindingState.Unknown && !picture.IsContradicted(Finding.LabCalciumHigh))
            picture.Decide(Finding.LabCalciumSuspectedHigh, FindingState.Absent, "calcium is decided", default);
        foreach (var reading in _selections.RelevantCalcium)
        {
            if (IsMeasuredIonised(reading))
                Ionised(reading, picture);
        }

        foreach (var reading in _selections.Calcium)
        {
            if (!reading.Is(AnalyteCatalogue.CalciumIonised))
                Urgencies(reading, picture);
        }
    }

    private static bool IsMeasuredIonised(LabReading reading) => reading.Is(AnalyteCatalogue.CalciumIonised) && reading.Result.Method != LabMethod.Calculated;

    private static void Ionised(LabReading reading, PictureBuilder picture)
    {
        var sure = reading.Contradictory || (reading.Extreme && reading.IsHigh == FindingState.Present) ? FindingState.Unknown : reading.IsHigh;
        MineralInterpreter.Loudest(picture, Finding.LabCalciumIonisedHigh, sure, reading);
        MineralInterpreter.Loudest(picture, Finding.LabCalciumIonisedAtLeast18, reading.Compare(MineralThresholds.IonisedEmergency, IonisedEmergency), reading);
        MineralInterpreter.Loudest(picture, Finding.LabCalciumIonisedAtMost08, reading.Compare(MineralThresholds.IonisedVeryLow, IonisedVeryLow), reading);
    }

    private static void Urgencies(LabReading reading, PictureBuilder picture)
    {
        if (reading.Extreme)
            picture.Present(Finding.LabCalciumExtreme, reading);
        if (reading.UpperLimit is { } limit && reading.Value is { } near)
            MineralInterpreter.Loudest(picture, Finding.LabCalciumNearLimit, near <= limit && MineralThresholds.NearLimit.Holds(limit - near) ? FindingState.Present : FindingState.Absent, reading);
        MineralInterpreter.Loudest(picture, Finding.LabCalciumAtLeast12, reading.Compare(MineralThresholds.CalciumSameDay), reading);
        MineralInterpreter.Loudest(picture, Finding.LabCalciumAtLeast14, reading.Compare(MineralThresholds.CalciumEmergency), reading);
        MineralInterpreter.Loudest(picture, Finding.LabCalciumAtMost65, reading.State == RangeState.Normal ? FindingState.Absent : reading.Compare(MineralThresholds.CalciumVeryLow), reading);
    }

    /// <summary>Judges every blood draw that speaks for the lesion, in document order.</summary>
    private void Draws(PictureBuilder picture)
    {
        _selections.Draws.Clear();
        _picture = picture;
        MineralInterpreter.EachDraw(_selections.RelevantCalcium, _selections.Draw, _judge ??= draw => _selections.Draws.Add(Judge(draw, _picture)));
    }

    private CalciumDraw Judge(List<LabReading> draw, PictureBuilder picture)
    {
        var seen = picture.KeepsWords ? string.Join("; ", draw.Select(reading => reading.Seen).Order(StringComparer.Ordinal)) : "";
        string[] from = picture.KeepsWords ? [.. draw.Select(reading => reading.Path)] : [];
        var some = _selections.Some;
        if (Pick(draw, static reading => IsMeasuredIonised(reading)))
            return Of(some, seen, from);
        if (!Pick(draw, static reading => reading.Is(AnalyteCatalogue.CalciumTotal)))
        {
            if (!Pick(draw, static reading => reading.Is(AnalyteCatalogue.CalciumCorrected)))
                return new CalciumDraw(FindingState.Unknown, seen, from, false, false, FindingState.Unknown);
            var corrected = Of(some, seen, from);
            return corrected.State == FindingState.Present && !kidney.KnownNormal(space.Aside) ? corrected with { State = FindingState.Unknown, Suspected = true } : corrected;
        }

        foreach (var measured in some)
        {
            if (correction.Of(measured) is var (corrected, albumin))
                Urgent(measured, corrected, albumin, picture);
        }

        var total = Of(some, seen, from);
        return total.State != FindingState.Absent || total.Contradictory ? total : Corrected(some[0], total, picture);
    }

    private bool Pick(List<LabReading> draw, Predicate<LabReading> which)
    {
        _selections.Some.Clear();
        foreach (var reading in draw)
        {
            if (which(reading))
                _selections.Some.Add(reading);
        }

        return _selections.Some.Count > 0;
    }

    /// <summary>Urgency reads the higher of measured and corrected calcium, even where the correction is of doubtful use.</summary>
    private static void Urgent(LabReading total, decimal corrected, LabReading albumin, PictureBuilder picture)
    {
        if (corrected <= total.Value || !MineralThresholds.CalciumSameDay.Holds(corrected))
            return;
        var seen = picture.KeepsWords ? string.Create(CultureInfo.InvariantCulture, $"{total.Seen}; {albumin.Seen}; corrected {Formulas.FourDigits(corrected)} mg/dL") : "";
        Origin from = picture.KeepsWords ? (string[])[total.Path, albumin.Path] : default(Origin);
        MineralInterpreter.Loudest(picture, Finding.LabCalciumAtLeast12, FindingState.Present, seen, from);
        if (MineralThresholds.CalciumEmergency.Holds(corrected))
            MineralInterpreter.Loudest(picture, Finding.LabCalciumAtLeast14, FindingState.Present, seen, from);
    }

    /// <summary>The state on which the results of a draw agree.</summary>
    private static CalciumDraw Of(List<LabReading> some, string seen, string[] from)
    {
        var (present, absent, unknown, contradiction) = (false, false, false, false);
        var low = some[0].IsLow;
        foreach (var reading in some)
        {
            var state = reading.Extreme ? FindingState.Unknown : reading.IsHigh;
            present |= state == FindingState.Present;
            absent |= state == FindingState.Absent;
            unknown |= state == FindingState.Unknown;
            contradiction |= reading.Contradictory;
            if (reading.IsLow != low)
                low = FindingState.Unknown;
        }

        contradiction |= present && absent;
        var agreed = contradiction ? FindingState.Unknown : present ? FindingState.Present : absent && !unknown ? FindingState.Absent : FindingState.Unknown;
        return new CalciumDraw(agreed, seen, from, false, contradiction, low);
    }

    /// <summary>A normal total calcium with a low albumin is only as good as its correction.</summary>
    private CalciumDraw Corrected(LabReading total, CalciumDraw asIs, PictureBuilder picture)
    {
        var albumin = correction.AlbuminOf(total);
        if (albumin is null)
            return correction.LowAlbuminLikely() ? asIs with { State = FindingState.Unknown, Seen = asIs.Seen + "; albumin unknown in a disease that lowers it" } : asIs;
        var lowAlbumin = albumin.Value is { } value ? MineralThresholds.AlbuminNormal.Holds(value) : albumin.IsLow == FindingState.Present;
        if (!lowAlbumin)
            return asIs;
        if (!correction.IsValid(total) || albumin.Value is not { } grams || total.Value is not { } mg)
            return asIs with { State = FindingState.Unknown, Seen = asIs.Seen + "; albumin low, correction not valid" };
        var corrected = Formulas.CorrectedCalciumConventional(mg, grams);
        var valid = !MineralThresholds.AlbuminTooLow.Holds(grams);
        var state = StateOf(corrected, total);
        if (picture.KeepsWords)
        {
            picture.Derived.Add(new DerivedValue("calcium-corrected", Formulas.FourDigits(corrected), "mg/dL", null, [total.Path, albumin.Path], "total + 0.8 x (4.0 - albumin)",
                valid ? null : "invalid: albumin below 2.0 g/dL; ionised calcium would decide"));
            asIs = asIs with { Seen = string.Create(CultureInfo.InvariantCulture, $"{asIs.Seen}; {albumin.Seen}; corrected {Formulas.FourDigits(corrected)} mg/dL"), From = [.. asIs.From, albumin.Path] };
        }

        var open = asIs with { State = FindingState.Unknown, Suspected = false, Contradictory = false, Low = FindingState.Unknown };
        return state switch
        {
            RangeState.High => open with { Suspected = true },
            RangeState.BorderlineHigh or RangeState.Unknown => open,
            _ when !valid => open,
            _ => open with { State = FindingState.Absent, Low = FindingState.Absent },
        };
    }

    private RangeState StateOf(decimal corrected, LabReading total)
    {
        var own = total.Result.ReferenceRange;
        return own?.High is { } high && total.Analyte.TryConvert(high, own.Unit ?? total.Result.Unit, out var limit)
            ? corrected > limit ? RangeState.High : RangeState.Normal
            : ReferenceIntervals.StateOf(AnalyteCatalogue.CalciumTotal, corrected, patient.AgeOn(total.Day), patient.Sex);
    }

    private static void Suspect(PictureBuilder picture, CalciumDraw draw)
    {
        picture.Present(Finding.LabCalciumSuspectedHigh, draw.Seen, draw.From);
        picture.MarkAsAssumed(Finding.LabCalciumSuspectedHigh, $"{draw.Seen}: suspected to be high; ionised calcium may take this back");
    }

    /// <summary>Any draw that says so makes it present; all draws absent make it absent; else it stays open.</summary>
    private static void Combine(List<CalciumDraw> draws, PictureBuilder picture)
    {
        if (picture.IsContradicted(Finding.LabCalciumHigh))
            return;
        var (present, absent) = (false, true);
        foreach (var draw in draws)
        {
            if (draw.Contradictory)
                continue;
            present |= draw.State == FindingState.Present;
            absent &= draw.State == FindingState.Absent;
        }

        foreach (var draw in draws)
        {
            if (draw.Contradictory)
                continue;
            if (!present)
                picture.Say(Finding.LabCalciumHigh, absent ? FindingState.Absent : FindingState.Unknown, draw.Seen, draw.From);
            else if (draw.State == FindingState.Present)
                picture.Present(Finding.LabCalciumHigh, draw.Seen, draw.From);
        }
    }
}
