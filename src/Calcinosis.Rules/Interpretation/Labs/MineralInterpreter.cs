using System.Globalization;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>
/// Calcium and phosphate at the time that matters: near onset; later values only while the lesion grows, or when nothing
/// else is known. A normal value after treatment must not hide the peak before it.
/// </summary>
internal sealed class MineralInterpreter(PatientContext patient, ResolvedDocument document, IReadOnlyList<LabReading> readings)
{
    public void Interpret(LesionTime lesion, PictureBuilder picture)
    {
        var calcium = readings.Where(reading => reading.Analyte.Id is "calcium-total" or "calcium-ionised" or "calcium-corrected" && !Disturbed(reading)).ToArray();
        var phosphate = readings.Where(reading => reading.Analyte.Id == "phosphate" && !Disturbed(reading)).ToArray();
        var products = readings.Where(reading => reading.Analyte.Id == "calcium-phosphate-product").ToArray();
        Peaks(lesion, [.. calcium, .. phosphate], picture);
        Calcium(lesion, calcium, picture);
        Phosphate(lesion, phosphate, picture);
        new ProductInterpreter(patient, CorrectedForProduct).Interpret(
            Relevant([.. calcium.Where(reading => reading.Analyte.Id == "calcium-total")], lesion), Relevant(phosphate, lesion), products, picture);
    }

    /// <summary>Haemolysis raises phosphate, gadolinium and wrong tubes lower calcium: such samples decide nothing.</summary>
    private static bool Disturbed(LabReading reading) =>
        reading.Analyte.Id == "phosphate"
            ? reading.Result.Quality.Any(quality => quality is SampleQuality.Haemolysed or SampleQuality.Lipaemic or SampleQuality.Icteric or SampleQuality.Paraprotein)
            : reading.Result.Quality.Any(quality => quality is SampleQuality.WrongTube or SampleQuality.Gadolinium);

    private static bool Near(LabReading reading, LesionTime lesion)
    {
        if (lesion.Onset is not { } onset || reading.Day is not { } day)
            return false;
        var (min, max) = day.DaysSince(onset);
        return TimeThresholds.NearOnset.Holds(-max) && TimeThresholds.NearOnset.Holds(min);
    }

    /// <summary>The results that speak for the lesion (near onset; else recent or undated; else all).</summary>
    private LabReading[] Relevant(IReadOnlyList<LabReading> all, LesionTime lesion)
    {
        var near = all.Where(reading => Near(reading, lesion)).ToList();
        if (near.Count > 0 && lesion.Growing != FindingState.Present && lesion.Onset is not null)
            return [.. near];
        near.AddRange(all.Where(reading => !Near(reading, lesion) && patient.IsRecent(reading.Day)));
        return near.Count > 0 ? [.. near] : [.. all];
    }

    private void Peaks(LesionTime lesion, LabReading[] all, PictureBuilder picture)
    {
        var treated = TreatedSince(lesion, all);
        var far = all.Length > 0 && lesion.Onset is not null && lesion.Growing == FindingState.Absent && !Array.Exists(all, reading => Near(reading, lesion));
        if (treated is not null)
        {
            picture.Open("lab.mineral-peak-before-treatment", treated.Value.Seen, treated.Value.Path);
            picture.Open("lab.mineral-peak-at-onset", treated.Value.Seen, treated.Value.Path);
            return;
        }

        picture.Absent("lab.mineral-peak-before-treatment", "no treatment of the minerals before the sample is recorded");
        if (HighAfterNormal(lesion, all) is { } later)
            picture.Open("lab.mineral-peak-at-onset", later.Seen + ": high only after normal values near onset", later.Path);
        else if (far)
            picture.Open("lab.mineral-peak-at-onset", "values were taken more than 3 months from onset");
        else
            picture.Absent("lab.mineral-peak-at-onset", all.Length > 0 ? "values speak for the time of onset" : "no value is recorded");
    }

    /// <summary>A value that rose only after normal ones near onset says nothing sure of the time of onset, either way.</summary>
    private static LabReading? HighAfterNormal(LesionTime lesion, LabReading[] all)
    {
        var near = Array.FindAll(all, reading => Near(reading, lesion));
        return lesion.Onset is not { } onset || near.Length == 0 || Array.Exists(near, reading => reading.IsHigh == FindingState.Present)
            ? null
            : Array.Find(all, reading => !Near(reading, lesion) && reading.IsHigh == FindingState.Present && reading.Day is { } day && onset.IsBefore(day) == true);
    }

    /// <summary>Treatment of the mineral disorder that is not known to lie before onset or after the sample.</summary>
    private (string Seen, string Path)? TreatedSince(LesionTime lesion, LabReading[] all)
    {
        if (all.FirstOrDefault(reading => reading.Result.AfterTreatment == true) is { } after)
            return (after.Seen + " after treatment", after.Path);
        foreach (var statement in document.Statements.Where(statement => statement.IsPresent))
        {
            var treats = statement.Term.Code is "parathyroidectomy" or "calcimimetic" or "calcium-binder" or "non-calcium-binder"
                || (statement.Term.Code is "vitamin-d" or "active-vitamin-d" or "calcium-oral" && statement.Until is not null);
            if (!treats)
                continue;
            var begun = statement.Term.Code is "vitamin-d" or "active-vitamin-d" or "calcium-oral" ? statement.Until : statement.Since;
            var beforeOnset = begun is { } start && lesion.Onset is { } onset && start.IsBefore(onset) == true;
            var afterSamples = begun is { } late && all.Length > 0 && Array.TrueForAll(all, reading => reading.Day is { } day && day.IsBefore(late) == true);
            if (!beforeOnset && !afterSamples)
                return (statement.Seen, statement.Path);
        }

        return document.Statements
            .Where(statement => statement.IsPresent && statement.Term.Code is "haemodialysis" or "dialysis" or "peritoneal-dialysis")
            .Where(statement => statement.Since is { } begun && lesion.Onset is { } onset && onset.IsBefore(begun) == true
                && Array.Exists(all, reading => reading.Day is { } day && begun.IsBefore(day) == true))
            .Select(statement => ((string, string)?)(statement.Seen, statement.Path))
            .FirstOrDefault();
    }

    private void Calcium(LesionTime lesion, LabReading[] calcium, PictureBuilder picture)
    {
        var draws = Relevant(calcium, lesion).GroupBy(DrawOf).Select(draw => CalciumDraw([.. draw], picture)).ToList();
        foreach (var (_, seen, from, suspected, contradictory, low) in draws)
        {
            if (contradictory)
                picture.Contradict("lab.calcium.high", seen, from);
            else if (suspected)
                Suspect(picture, seen, from);
            if (low != FindingState.Unknown && !contradictory)
                Loudest(picture, "lab.calcium.low", low, seen, from);
        }

        Combine(picture, "lab.calcium.high", [.. draws.Where(draw => !draw.Contradictory).Select(draw => (draw.State, draw.Seen, draw.From))]);
        ConditionFlag(picture, lesion, "hypercalcaemia", "lab.calcium.high", calcium);
        if (picture.StateOf("lab.calcium.high") != FindingState.Unknown && !picture.IsContradicted("lab.calcium.high"))
            picture.Decide("lab.calcium.suspected-high", FindingState.Absent, "calcium is decided");
        foreach (var reading in Relevant(calcium, lesion).Where(reading => reading.Analyte.Id == "calcium-ionised" && reading.Result.Method != LabMethod.Calculated))
        {
            Loudest(picture, "lab.calcium-ionised.high", Sure(reading), reading.Seen, [reading.Path]);
            Loudest(picture, "lab.calcium-ionised.at-least-1-8", reading.Compare(MineralThresholds.IonisedEmergency), reading.Seen, [reading.Path]);
            Loudest(picture, "lab.calcium-ionised.at-most-0-8", reading.Compare(MineralThresholds.IonisedVeryLow), reading.Seen, [reading.Path]);
        }

        foreach (var reading in calcium.Where(reading => reading.Analyte.Id is "calcium-total" or "calcium-corrected"))
        {
            if (reading.Extreme)
                picture.Present("lab.calcium.extreme", reading.Seen, reading.Path);
            if (reading.UpperLimit is { } limit && reading.Value is { } near)
                Loudest(picture, "lab.calcium.near-limit", near <= limit && MineralThresholds.NearLimit.Holds(limit - near) ? FindingState.Present : FindingState.Absent, reading.Seen, [reading.Path]);
            Loudest(picture, "lab.calcium.at-least-12", reading.Compare(MineralThresholds.CalciumSameDay), reading.Seen, [reading.Path]);
            Loudest(picture, "lab.calcium.at-least-14", reading.Compare(MineralThresholds.CalciumEmergency), reading.Seen, [reading.Path]);
            Loudest(picture, "lab.calcium.at-most-6-5", reading.State == RangeState.Normal ? FindingState.Absent : reading.Compare(MineralThresholds.CalciumVeryLow), reading.Seen, [reading.Path]);
        }
    }

    /// <summary>Urgency reads the higher of measured and corrected calcium, even where the correction is of doubtful use.</summary>
    private static void Urgent(LabReading total, decimal corrected, string seen, string[] from, PictureBuilder picture)
    {
        if (corrected <= total.Value)
            return;
        if (MineralThresholds.CalciumSameDay.Holds(corrected))
            Loudest(picture, "lab.calcium.at-least-12", FindingState.Present, seen, from);
        if (MineralThresholds.CalciumEmergency.Holds(corrected))
            Loudest(picture, "lab.calcium.at-least-14", FindingState.Present, seen, from);
    }

    private DrawState CalciumDraw(LabReading[] draw, PictureBuilder picture)
    {
        var from = draw.Select(reading => reading.Path).ToArray();
        var seen = string.Join("; ", draw.Select(reading => reading.Seen).Order(StringComparer.Ordinal));
        var ionised = draw.Where(reading => reading.Analyte.Id == "calcium-ionised" && reading.Result.Method != LabMethod.Calculated).ToArray();
        if (ionised.Length > 0)
            return Of(ionised);
        var totals = draw.Where(reading => reading.Analyte.Id == "calcium-total").ToArray();
        if (totals.Length == 0)
        {
            var corrected = draw.Where(reading => reading.Analyte.Id == "calcium-corrected").ToArray();
            if (corrected.Length == 0)
                return new DrawState(FindingState.Unknown, seen, from, false, false, FindingState.Unknown);
            var (state, _, _, _, contradictory, low) = Of(corrected);
            var kidneyNormal = KidneyInterpreter.KnownNormal(patient, document, readings);
            return state == FindingState.Present && !kidneyNormal
                ? new DrawState(FindingState.Unknown, seen, from, true, contradictory, low)
                : new DrawState(state, seen, from, false, contradictory, low);
        }

        foreach (var measured in totals)
        {
            if (CorrectionOf(measured) is var (corrected, albumin))
            {
                Urgent(measured, corrected, string.Create(CultureInfo.InvariantCulture, $"{measured.Seen}; {albumin.Seen}; corrected {Formulas.FourDigits(corrected)} mg/dL"), [measured.Path, albumin.Path], picture);
            }
        }

        var total = Of(totals);
        if (total.State != FindingState.Absent || total.Contradictory)
            return total;
        return Corrected(totals[0], total, picture);

        DrawState Of(LabReading[] some)
        {
            var states = some.Select(reading => reading.Extreme ? FindingState.Unknown : reading.IsHigh).Distinct().ToArray();
            var contradiction = some.Any(reading => reading.Contradictory) || (states.Contains(FindingState.Present) && states.Contains(FindingState.Absent));
            var lows = some.Select(reading => reading.IsLow).Distinct().ToArray();
            return new DrawState(contradiction || states.Length != 1 ? states.Contains(FindingState.Present) && !contradiction ? FindingState.Present : FindingState.Unknown : states[0],
                seen, from, false, contradiction, lows.Length == 1 ? lows[0] : FindingState.Unknown);
        }
    }

    /// <summary>A normal total calcium with a low albumin is only as good as its correction.</summary>
    private DrawState Corrected(
        LabReading total, DrawState asIs, PictureBuilder picture)
    {
        var albumin = AlbuminOf(total);
        if (albumin is null)
            return LowAlbuminLikely() ? asIs with { State = FindingState.Unknown, Seen = asIs.Seen + "; albumin unknown in a disease that lowers it" } : asIs;
        var age = patient.AgeOn(total.Day);
        var lowAlbumin = albumin.Value is { } value ? MineralThresholds.AlbuminNormal.Holds(value) : albumin.IsLow == FindingState.Present;
        if (!lowAlbumin)
            return asIs;
        if (!CorrectionValid(total) || albumin.Value is not { } grams || total.Value is not { } mg)
            return asIs with { State = FindingState.Unknown, Seen = asIs.Seen + "; albumin low, correction not valid" };
        var corrected = Formulas.CorrectedCalciumConventional(mg, grams);
        var valid = !MineralThresholds.AlbuminTooLow.Holds(grams);
        var own = total.Result.ReferenceRange?.High is { } high && total.Analyte.TryConvert(high, total.Result.ReferenceRange.Unit ?? total.Result.Unit, out var limit) ? limit : (decimal?)null;
        var state = own is { } top ? corrected > top ? RangeState.High : RangeState.Normal : ReferenceIntervals.StateOf("calcium-total", corrected, age, patient.Sex);
        picture.Derived.Add(new DerivedValue("calcium-corrected", Formulas.FourDigits(corrected), "mg/dL", null, [total.Path, albumin.Path], "total + 0.8 x (4.0 - albumin)",
            valid ? null : "invalid: albumin below 2.0 g/dL; ionised calcium would decide"));
        var seen = string.Create(CultureInfo.InvariantCulture, $"{asIs.Seen}; {albumin.Seen}; corrected {Formulas.FourDigits(corrected)} mg/dL");
        string[] from = [.. asIs.From, albumin.Path];
        return state switch
        {
            RangeState.High => new DrawState(FindingState.Unknown, seen, from, true, false, FindingState.Unknown),
            RangeState.BorderlineHigh or RangeState.Unknown => new DrawState(FindingState.Unknown, seen, from, false, false, FindingState.Unknown),
            _ when !valid => new DrawState(FindingState.Unknown, seen, from, false, false, FindingState.Unknown),
            _ => new DrawState(FindingState.Absent, seen, from, false, false, FindingState.Absent),
        };
    }

    /// <summary>Of an albumin that is very low the correction is no longer good enough for a product.</summary>
    private (decimal Corrected, LabReading Albumin)? CorrectedForProduct(LabReading total) =>
        CorrectionOf(total) is { Albumin.Value: { } grams } correction && !MineralThresholds.AlbuminTooLow.Holds(grams) ? correction : null;

    /// <summary>Corrected calcium with the albumin that it rests on; null where there is nothing to correct or the correction does not hold.</summary>
    private (decimal Corrected, LabReading Albumin)? CorrectionOf(LabReading total) =>
        CorrectionValid(total) && total.Value is { } mg && AlbuminOf(total) is { Value: { } grams } albumin && MineralThresholds.AlbuminCorrected.Holds(grams)
            ? (Formulas.CorrectedCalciumConventional(mg, grams), albumin)
            : null;

    private static void Suspect(PictureBuilder picture, string seen, string[] from)
    {
        picture.Present("lab.calcium.suspected-high", seen, from);
        picture.MarkAsAssumed("lab.calcium.suspected-high", $"{seen}: suspected to be high; ionised calcium may take this back");
    }

    /// <summary>Albumin of the same draw; else one where either is undated.</summary>
    private LabReading? AlbuminOf(LabReading total) =>
        readings.FirstOrDefault(reading => reading.Analyte.Id == "albumin" && DrawOf(reading) == DrawOf(total))
        ?? readings.FirstOrDefault(reading => reading.Analyte.Id == "albumin" && (reading.Day is null || total.Day is null));

    /// <summary>The correction holds neither in the first year of life nor in pregnancy.</summary>
    private bool CorrectionValid(LabReading total) => patient.AgeOn(total.Day).Is(MineralThresholds.CorrectionFromAge) != false && patient.Document.Patient.Pregnant != true;

    private bool LowAlbuminLikely() =>
        patient.AgeNow.Is(MineralThresholds.LowAlbuminDiseases) != false
        && document.Statements.Any(statement => statement.IsPresent && !statement.Past
            && statement.Term.Code is "malnutrition" or "nephrotic-syndrome" or "cirrhosis" or "sepsis" or "haemodialysis" or "dialysis" or "peritoneal-dialysis");

    private void Phosphate(LesionTime lesion, LabReading[] phosphate, PictureBuilder picture)
    {
        var relevant = Relevant(phosphate, lesion);
        foreach (var draw in relevant.GroupBy(DrawOf))
        {
            var states = draw.Select(reading => reading.IsHigh).Distinct().ToArray();
            if (draw.Any(reading => reading.Contradictory) || (states.Contains(FindingState.Present) && states.Contains(FindingState.Absent)))
                picture.Contradict("lab.phosphate.high", string.Join("; ", draw.Select(reading => reading.Seen).Order(StringComparer.Ordinal)), [.. draw.Select(reading => reading.Path)]);
        }

        Combine(picture, "lab.phosphate.high", [.. relevant.Select(reading => (Sure(reading), reading.Seen, new[] { reading.Path }))]);
        ConditionFlag(picture, lesion, "hyperphosphataemia", "lab.phosphate.high", phosphate);
        foreach (var reading in relevant)
        {
            Loudest(picture, "lab.phosphate.low", reading.IsLow, reading.Seen, [reading.Path]);
            Loudest(picture, "lab.phosphate.borderline", reading.State == RangeState.BorderlineHigh ? FindingState.Present : reading.State == RangeState.Unknown ? FindingState.Unknown : FindingState.Absent, reading.Seen, [reading.Path]);
            Loudest(picture, "lab.phosphate.above-7", reading.Compare(MineralThresholds.PhosphateSoon), reading.Seen, [reading.Path]);
            if (reading.IsHigh == FindingState.Present && reading.UpperLimit is { } limit && !reading.Extreme)
                Loudest(picture, "lab.phosphate.above-1-5x", reading.Compare(MineralThresholds.PhosphateStrong, limit * MineralThresholds.PhosphateStrong.Value), reading.Seen, [reading.Path]);
            if (reading.IsHigh == FindingState.Present)
                Loudest(picture, "lab.phosphate.above-9", reading.Compare(MineralThresholds.PhosphateSameDay), reading.Seen, [reading.Path]);
            NearLimit(reading, picture);
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

    /// <summary>A diagnosis such as hypercalcaemia counts as a flag of its day; against a value of the same day it is a contradiction.</summary>
    private void ConditionFlag(PictureBuilder picture, LesionTime lesion, string code, string finding, LabReading[] values)
    {
        foreach (var statement in document.Statements.Where(statement => statement.Term.Code == code && !statement.Suspected))
        {
            if (statement.State == FindingState.Present && statement.Past && lesion.Onset is not null && statement.Until is { } until && until.IsBefore(lesion.Onset.Value) == true)
                continue;
            var sameTime = values.Where(value => value.Result.TakenOn is { } taken
                ? statement.Since is { } since && since == DaySpan.Of(taken)
                : statement.Since is null).Where(value => value.Value is not null || value.FlagOnly).ToArray();
            var against = statement.State == FindingState.Present ? FindingState.Absent : FindingState.Present;
            if (sameTime.Length > 0 && Array.TrueForAll(sameTime, value => value.IsHigh == against))
                picture.Contradict(finding, $"{statement.Seen}; {string.Join("; ", sameTime.Select(value => value.Seen))}", [statement.Path, .. sameTime.Select(value => value.Path)]);
            else if (!statement.Past || picture.StateOf(finding) == FindingState.Unknown)
                Loudest(picture, finding, statement.State, statement.Seen, [statement.Path]);
        }
    }

    /// <summary>Any result that says so makes it present; all results absent make it absent; else it stays open.</summary>
    private static void Combine(PictureBuilder picture, string finding, IReadOnlyList<(FindingState State, string Seen, string[] From)> results)
    {
        if (picture.IsContradicted(finding) || results.Count == 0)
            return;
        var present = results.Where(result => result.State == FindingState.Present).ToArray();
        if (present.Length > 0)
        {
            foreach (var (_, seen, from) in present)
                picture.Present(finding, seen, from);
        }
        else if (results.All(result => result.State == FindingState.Absent))
        {
            foreach (var (_, seen, from) in results)
                picture.Absent(finding, seen, from);
        }
        else
        {
            foreach (var (_, seen, from) in results)
                picture.Open(finding, seen, from);
        }
    }

    /// <summary>Present outweighs absent, absent outweighs unknown; several results are no contradiction here.</summary>
    internal static void Loudest(PictureBuilder picture, string finding, FindingState state, string seen, string[] from)
    {
        var known = picture.StateOf(finding);
        if (picture.IsContradicted(finding) || state == FindingState.Unknown || known == FindingState.Present && state == FindingState.Absent)
            return;
        if (known == FindingState.Absent && state == FindingState.Present)
            picture.Decide(finding, state, seen, from);
        else
            picture.Say(finding, state, seen, from);
    }

    private static FindingState Sure(LabReading reading) => reading.Contradictory || (reading.Extreme && reading.IsHigh == FindingState.Present) ? FindingState.Unknown : reading.IsHigh;

    /// <summary>Results of one draw share specimen, else day and time, else are both undated.</summary>
    internal static (string? Specimen, PartialDate? Day, TimeOnly? Minute) DrawOf(LabReading reading) =>
        reading.Result.Specimen is { } specimen ? (specimen, null, null)
        : reading.Result.TakenOn is { } day ? (null, day, reading.Result.TakenAt is { } time ? new TimeOnly(time.Hour, time.Minute) : null)
        : default;

    /// <summary>What one blood draw says of calcium.</summary>
    private sealed record DrawState(FindingState State, string Seen, string[] From, bool Suspected, bool Contradictory, FindingState Low);
}
