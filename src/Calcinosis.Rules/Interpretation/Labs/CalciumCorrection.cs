using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>Total calcium corrected for albumin, and whether the correction holds.</summary>
internal sealed class CalciumCorrection(PatientContext patient, ResolvedDocument document)
{
    /// <summary>Corrected calcium with the albumin that it rests on; null where there is nothing to correct or the correction does not hold.</summary>
    public (decimal Corrected, LabReading Albumin)? Of(LabReading total) =>
        total.Value is { } mg && AlbuminOf(total) is { Value: { } grams } albumin && MineralThresholds.AlbuminCorrected.Holds(grams) && IsValid(total)
            ? (Formulas.CorrectedCalciumConventional(mg, grams), albumin)
            : null;

    /// <summary>Of an albumin that is very low the correction is no longer good enough for a product.</summary>
    public (decimal Corrected, LabReading Albumin)? ForProduct(LabReading total) =>
        Of(total) is { Albumin.Value: { } grams } correction && !MineralThresholds.AlbuminTooLow.Holds(grams) ? correction : null;

    /// <summary>Albumin of the same draw; else one where either is undated.</summary>
    public LabReading? AlbuminOf(LabReading total)
    {
        LabReading? undated = null;
        foreach (var reading in document.Readings)
        {
            if (!reading.Is(AnalyteCatalogue.Albumin))
                continue;
            if (reading.IsOfSameDraw(total))
                return reading;
            if (undated is null && (reading.Day is null || total.Day is null))
                undated = reading;
        }

        return undated;
    }

    /// <summary>The correction holds neither in the first year of life nor in pregnancy.</summary>
    public bool IsValid(LabReading total) => patient.AgeOn(total.Day).Is(MineralThresholds.CorrectionFromAge) != false && patient.Document.Patient.Pregnant != true;

    public bool LowAlbuminLikely() =>
        document.Find(Topics.LowAlbumin) is { Past: false } && patient.AgeNow.Is(MineralThresholds.LowAlbuminDiseases) != false;
}
