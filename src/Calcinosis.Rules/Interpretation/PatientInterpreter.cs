using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation;

/// <summary>What is the same for every lesion of a patient: sex, age, bedside measurements, family, genes.</summary>
internal static class PatientInterpreter
{
    private static readonly (Threshold Limit, int Finding)[] Ages =
    [
        (PatientThresholds.Adult, Finding.PatientAdult), (PatientThresholds.Infant, Finding.PatientInfant), (PatientThresholds.Under2, Finding.PatientUnder2Years),
        (PatientThresholds.Under8, Finding.PatientUnder8Years), (PatientThresholds.Under12, Finding.PatientUnder12Years), (PatientThresholds.Newborn, Finding.PatientNewborn),
    ];

    public static void Interpret(PatientContext patient, PictureBuilder picture)
    {
        var document = patient.Document;
        if (document.Patient.Sex is { } sex)
            picture.Say(Finding.PatientFemale, sex == Sex.Female ? FindingState.Present : FindingState.Absent, sex == Sex.Female ? "female" : "male", "/patient/sex");
        var age = patient.AgeNow;
        if (age.IsKnown)
        {
            foreach (var (limit, finding) in Ages)
            {
                if (age.Is(limit) is { } holds)
                    picture.Say(finding, holds ? FindingState.Present : FindingState.Absent, $"aged {decimal.Round(age.MinYears, 2)} years", "/patient");
            }
        }

        if (document.Patient.Pregnant is { } pregnant)
            picture.Say(Finding.PatientPregnant, pregnant ? FindingState.Present : FindingState.Absent, "pregnancy", "/patient");
        for (var i = 0; i < document.Measurements.Count; i++)
            Bedside(document, document.Measurements[i], Origin.Of(document.Measurements[i], "measurements", i), picture);
    }

    public static void Family(ResolvedDocument resolved, PictureBuilder picture)
    {
        foreach (var statement in resolved.Family)
        {
            if (statement.Meaning.IsNone)
            {
                picture.Absent(Finding.FamilyTumoralCalcinosis, statement);
                picture.Absent(Finding.FamilySimilarLesions, statement);
            }
            else
            {
                picture.Say(statement.Meaning.Own, statement.State, statement);
            }
        }
    }

    public static void Genes(FindingsDocument document, PictureBuilder picture)
    {
        for (var i = 0; i < document.Genetics.Count; i++)
        {
            var test = document.Genetics[i];
            var finding = test.Gene?.Trim().ToUpperInvariant() switch
            {
                "GNAS" => Finding.GeneGnas,
                "GALNT3" or "FGF23" or "KL" or "KLOTHO" => Finding.GeneHftc,
                "SAMD9" => Finding.GeneNftc,
                "ABCC6" => Finding.ConditionPseudoxanthomaElasticum,
                "WRN" => Finding.ConditionWernerSyndrome,
                _ => -1,
            };
            if (finding < 0 || test.Result is null)
                continue;
            var from = Origin.Of(test, "genetics", i);
            // GNAS acts in one copy, the genes of tumoral calcinosis only in both.
            if (test.Result == GeneResult.Biallelic || (finding == Finding.GeneGnas && test.Result == GeneResult.Monoallelic))
                picture.Decide(finding, FindingState.Present, $"{test.Gene} {test.Result.ToString()!.ToLowerInvariant()}", from);
            else if (test.Result == GeneResult.Negative && picture.StateOf(finding) == FindingState.Unknown)
                picture.Open(finding, $"{test.Gene} negative", from);
        }
    }

    private static void Bedside(FindingsDocument document, BedsideMeasurement measurement, Origin from, PictureBuilder picture)
    {
        if (measurement.Value is not { } value)
            return;
        (Threshold Limit, decimal Value)? measured = measurement.Kind switch
        {
            MeasurementKind.Bmi => (PatientThresholds.Obese, value),
            MeasurementKind.SystolicBp => (PatientThresholds.LowPressure, value),
            MeasurementKind.HeartRate => (PatientThresholds.SlowPulse, value),
            MeasurementKind.Lvef => (PatientThresholds.WeakHeart, value),
            MeasurementKind.Temperature => (PatientThresholds.Fever, value),
            MeasurementKind.Weight when Height(document) is { } metres && metres > 0 => (PatientThresholds.Obese, value / (metres * metres)),
            _ => null,
        };
        if (measurement.Kind == MeasurementKind.Height)
            picture.Present(Finding.MeasurementHeight, $"{measurement.Kind?.ToString().ToLowerInvariant()} {value} {measurement.Unit}", from);
        if (measured is var (limit, number))
            picture.Say(Finding.Of(limit.Finding!), limit.Holds(number) ? FindingState.Present : FindingState.Absent, $"{measurement.Kind?.ToString().ToLowerInvariant()} {value} {measurement.Unit}", from);
    }

    private static decimal? Height(FindingsDocument document) =>
        document.Measurements.FirstOrDefault(measurement => measurement.Kind == MeasurementKind.Height)?.Value is { } height ? PatientThresholds.HeightInMetres.Holds(height) ? height : height / 100m : null;
}
