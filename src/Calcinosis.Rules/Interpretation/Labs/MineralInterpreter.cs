using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>
/// Calcium and phosphate at the time that matters: near onset; later values only while the lesion grows, or when nothing
/// else is known. A normal value after treatment must not hide the peak before it.
/// </summary>
internal sealed class MineralInterpreter
{
    /// <summary>Up to so many readings are compared one by one: one bit each.</summary>
    private const int MostCompared = 64;

    private readonly LabSelections _selections;
    private readonly ResolvedDocument _document;
    private readonly MineralPeaks _peaks;
    private readonly CalciumInterpreter _calcium;
    private readonly PhosphateInterpreter _phosphate;
    private readonly ProductInterpreter _product;

    public MineralInterpreter(PatientContext patient, ReadingSpace space, KidneyInterpreter kidney)
    {
        _selections = space.Selections;
        _document = space.Document;
        var correction = new CalciumCorrection(patient, space.Document);
        var flags = new ConditionFlags(space.Document);
        _peaks = new MineralPeaks(space.Document);
        _calcium = new CalciumInterpreter(patient, space, kidney, correction, flags);
        _phosphate = new PhosphateInterpreter(patient, space, flags);
        _product = new ProductInterpreter(patient, correction);
    }

    /// <summary>Sorts the readings of the next patient.</summary>
    public void Begin()
    {
        foreach (var reading in _document.Readings)
            Sort(reading, _selections);
        _selections.Minerals.AddRange(_selections.Calcium);
        _selections.Minerals.AddRange(_selections.Phosphate);
    }

    public void Interpret(LesionTime lesion, PictureBuilder picture)
    {
        _peaks.Interpret(lesion, _selections.Minerals, picture);
        Relevant(_selections.Calcium, lesion, _selections.RelevantCalcium);
        _calcium.Interpret(lesion, picture);
        Relevant(_selections.Phosphate, lesion, _selections.RelevantPhosphate);
        _phosphate.Interpret(lesion, picture);
        Relevant(_selections.CalciumTotal, lesion, _selections.RelevantTotals);
        _product.Interpret(_selections, picture);
    }

    public static bool Near(LabReading reading, LesionTime lesion)
    {
        if (lesion.Onset is not { } onset || reading.Day is not { } day)
            return false;
        var (min, max) = day.DaysSince(onset);
        return TimeThresholds.NearOnset.Holds(-max) && TimeThresholds.NearOnset.Holds(min);
    }

    private static void Sort(LabReading reading, LabSelections selections)
    {
        if (reading.Is(AnalyteCatalogue.Product))
        {
            selections.Products.Add(reading);
        }
        else if (reading.Is(AnalyteCatalogue.Phosphate))
        {
            if (!Disturbed(reading))
                selections.Phosphate.Add(reading);
        }
        else if ((reading.Is(AnalyteCatalogue.CalciumTotal) || reading.Is(AnalyteCatalogue.CalciumIonised) || reading.Is(AnalyteCatalogue.CalciumCorrected)) && !Disturbed(reading))
        {
            selections.Calcium.Add(reading);
            if (reading.Is(AnalyteCatalogue.CalciumTotal))
                selections.CalciumTotal.Add(reading);
        }
    }

    /// <summary>Haemolysis raises phosphate, gadolinium and wrong tubes lower calcium: such samples decide nothing.</summary>
    private static bool Disturbed(LabReading reading)
    {
        for (var i = 0; i < reading.Result.Quality.Count; i++)
        {
            var quality = reading.Result.Quality[i];
            var disturbs = reading.Is(AnalyteCatalogue.Phosphate)
                ? quality is SampleQuality.Haemolysed or SampleQuality.Lipaemic or SampleQuality.Icteric or SampleQuality.Paraprotein
                : quality is SampleQuality.WrongTube or SampleQuality.Gadolinium;
            if (disturbs)
                return true;
        }

        return false;
    }

    /// <summary>Picks the results that speak for the lesion (near onset; else recent or undated; else all).</summary>
    private static void Relevant(List<LabReading> all, LesionTime lesion, List<LabReading> relevant)
    {
        relevant.Clear();
        if (lesion.Onset is not null)
        {
            foreach (var reading in all)
            {
                if (Near(reading, lesion))
                    relevant.Add(reading);
            }

            if (relevant.Count > 0 && lesion.Growing != FindingState.Present)
                return;
        }

        var near = relevant.Count;
        foreach (var reading in all)
        {
            if (reading.IsRecent && (near == 0 || !Near(reading, lesion)))
                relevant.Add(reading);
        }

        if (relevant.Count == 0)
            relevant.AddRange(all);
    }

    /// <summary>Present outweighs absent, absent outweighs unknown; several results are no contradiction here.</summary>
    internal static void Loudest(PictureBuilder picture, int finding, FindingState state, LabReading reading)
    {
        switch (Loud(picture, finding, state))
        {
            case true:
                picture.Decide(finding, state, reading);
                break;
            case false:
                picture.Say(finding, state, reading);
                break;
        }
    }

    /// <inheritdoc cref="Loudest(PictureBuilder, int, FindingState, LabReading)"/>
    internal static void Loudest(PictureBuilder picture, int finding, FindingState state, string seen, Origin from)
    {
        switch (Loud(picture, finding, state))
        {
            case true:
                picture.Decide(finding, state, seen, from);
                break;
            case false:
                picture.Say(finding, state, seen, from);
                break;
        }
    }

    /// <summary>Calls back for every draw, in document order. Few results are compared with each other; many are sorted first.</summary>
    internal static void EachDraw(List<LabReading> readings, List<LabReading> draw, Action<List<LabReading>> found)
    {
        if (readings.Count > MostCompared)
        {
            foreach (var group in readings.GroupBy(reading => (reading.Result.Specimen, reading.Draw)))
                found([.. group]);
            return;
        }

        var seen = 0UL;
        for (var i = 0; i < readings.Count; i++)
        {
            if ((seen >> i & 1) != 0)
                continue;
            draw.Clear();
            for (var j = i; j < readings.Count; j++)
            {
                if (!readings[i].IsOfSameDraw(readings[j]))
                    continue;
                seen |= 1UL << j;
                draw.Add(readings[j]);
            }

            found(draw);
        }
    }

    /// <summary>True: replaces what was said; false: is said beside it; null: adds nothing.</summary>
    private static bool? Loud(PictureBuilder picture, int finding, FindingState state)
    {
        var known = picture.StateOf(finding);
        if (state == FindingState.Unknown || picture.IsContradicted(finding) || (known == FindingState.Present && state == FindingState.Absent))
            return null;
        return known == FindingState.Absent && state == FindingState.Present;
    }
}
