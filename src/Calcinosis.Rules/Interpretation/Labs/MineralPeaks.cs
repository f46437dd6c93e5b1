namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>Whether the values may have missed a peak: taken after treatment, far from onset, or high only later.</summary>
internal sealed class MineralPeaks(ResolvedDocument document)
{
    public void Interpret(LesionTime lesion, List<LabReading> all, PictureBuilder picture)
    {
        if (Treated(lesion, all, picture))
            return;
        picture.Absent(Finding.LabMineralPeakBeforeTreatment, "no treatment of the minerals before the sample is recorded", default);
        var near = AnyNear(all, lesion);
        if (near && HighAfterNormal(lesion, all) is { } later)
            picture.Open(Finding.LabMineralPeakAtOnset, $"{later.Seen}: high only after normal values near onset", later);
        else if (!near && all.Count > 0 && lesion.Onset is not null && lesion.Growing == FindingState.Absent)
            picture.Open(Finding.LabMineralPeakAtOnset, "values were taken more than 3 months from onset", default);
        else
            picture.Absent(Finding.LabMineralPeakAtOnset, all.Count > 0 ? "values speak for the time of onset" : "no value is recorded", default);
    }

    private static bool AnyNear(List<LabReading> all, LesionTime lesion)
    {
        foreach (var reading in all)
        {
            if (MineralInterpreter.Near(reading, lesion))
                return true;
        }

        return false;
    }

    /// <summary>A value that rose only after normal ones near onset says nothing sure of the time of onset, either way.</summary>
    private static LabReading? HighAfterNormal(LesionTime lesion, List<LabReading> all)
    {
        if (lesion.Onset is not { } onset)
            return null;
        LabReading? later = null;
        foreach (var reading in all)
        {
            if (reading.IsHigh != FindingState.Present)
                continue;
            if (MineralInterpreter.Near(reading, lesion))
                return null;
            if (later is null && reading.Day is { } day && onset.IsBefore(day) == true)
                later = reading;
        }

        return later;
    }

    /// <summary>Treatment of the mineral disorder that is not known to lie before onset or after the sample leaves both peaks open.</summary>
    private bool Treated(LesionTime lesion, List<LabReading> all, PictureBuilder picture)
    {
        foreach (var reading in all)
        {
            if (reading.Result.AfterTreatment == true)
            {
                picture.Open(Finding.LabMineralPeakBeforeTreatment, $"{reading.Seen} after treatment", reading);
                picture.Open(Finding.LabMineralPeakAtOnset, $"{reading.Seen} after treatment", reading);
                return true;
            }
        }

        if (Treatment(lesion, all) is not { } treatment)
            return false;
        picture.Open(Finding.LabMineralPeakBeforeTreatment, treatment);
        picture.Open(Finding.LabMineralPeakAtOnset, treatment);
        return true;
    }

    private Statement? Treatment(LesionTime lesion, List<LabReading> all)
    {
        if (!document.SpeaksOf(Topics.MineralTreatment | Topics.MineralIntake | Topics.Dialysis))
            return null;
        foreach (var statement in document.Statements)
        {
            if (!statement.IsPresent)
                continue;
            var intake = statement.IsAbout(Topics.MineralIntake);
            if (!statement.IsAbout(Topics.MineralTreatment) && !(intake && statement.Until is not null))
                continue;
            var begun = intake ? statement.Until : statement.Since;
            var beforeOnset = begun is { } start && lesion.Onset is { } onset && start.IsBefore(onset) == true;
            if (!beforeOnset && !(begun is { } late && AllBefore(all, late)))
                return statement;
        }

        foreach (var statement in document.Statements)
        {
            if (statement.IsPresent && statement.IsAbout(Topics.Dialysis) && statement.Since is { } begun && lesion.Onset is { } onset && onset.IsBefore(begun) == true && AnyAfter(all, begun))
                return statement;
        }

        return null;
    }

    private static bool AllBefore(List<LabReading> all, DaySpan late)
    {
        foreach (var reading in all)
        {
            if (reading.Day is not { } day || day.IsBefore(late) != true)
                return false;
        }

        return all.Count > 0;
    }

    private static bool AnyAfter(List<LabReading> all, DaySpan begun)
    {
        foreach (var reading in all)
        {
            if (reading.Day is { } day && begun.IsBefore(day) == true)
                return true;
        }

        return false;
    }
}
