using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>Turns the laboratory readings of a patient into findings about one lesion group.</summary>
internal sealed class LabInterpreter
{
    private readonly PatientContext _patient;
    private readonly IReadOnlyList<LabReading> _readings;
    private readonly Dictionary<string, List<LabReading>> _byAnalyte = new(StringComparer.Ordinal);
    private readonly ResolvedDocument _document;

    private readonly IReadOnlyList<LabReading> _possiblyIonised;

    public LabInterpreter(PatientContext patient, ResolvedDocument document, IReadOnlyList<LabReading> readings, IReadOnlyList<LabReading> possiblyIonised)
    {
        _possiblyIonised = possiblyIonised;
        _patient = patient;
        _document = document;
        _readings = readings;
        foreach (var reading in readings)
        {
            if (!_byAnalyte.TryGetValue(reading.Analyte.Id, out var same))
                _byAnalyte[reading.Analyte.Id] = same = [];
            same.Add(reading);
        }
    }

    public void Interpret(LesionTime lesion, PictureBuilder picture)
    {
        new MineralInterpreter(_patient, _document, _readings).Interpret(lesion, picture);
        new KidneyInterpreter(_patient, _document, _readings).Interpret(picture);
        foreach (var analyte in (ReadOnlySpan<string>)["pth-intact", "vitamin-d-1-25oh"])
        {
            Say(picture, analyte, "high", reading => reading.IsHigh);
            Say(picture, analyte, "low", reading => reading.IsLow);
        }

        foreach (var analyte in (ReadOnlySpan<string>)["bicarbonate", "creatinine", "ace", "pthrp", "alkaline-phosphatase", "uric-acid", "creatine-kinase", "lipase", "amylase", "fgf23-c-terminal", "tubular-phosphate-reabsorption", "triglycerides", "cholesterol", "tsh", "crp", "magnesium"])
            Say(picture, analyte, "high", reading => reading.IsHigh);
        foreach (var analyte in (ReadOnlySpan<string>)["albumin", "fgf23-intact", "platelets", "magnesium", "protein-c", "protein-s"])
            Say(picture, analyte, "low", reading => reading.IsLow);
        Say(picture, "vitamin-d-25oh", "above-150", reading => reading.Compare(LaboratoryThresholds.VitaminDToxic));
        Say(picture, "vitamin-d-25oh", "above-80", reading => reading.Compare(LaboratoryThresholds.VitaminDHigh));
        Say(picture, "bicarbonate", "below-18", reading => reading.Compare(LaboratoryThresholds.BicarbonateLow));
        Say(picture, "creatinine", "above-3", reading => reading.Compare(LaboratoryThresholds.CreatinineAbove3));
        Say(picture, "pth-intact", "above-1000", reading => reading.Compare(LaboratoryThresholds.PthVeryHigh));
        Say(picture, "pth-intact", "above-500", reading => reading.Compare(LaboratoryThresholds.PthSurgery));
        Say(picture, "pth-intact", "below-300", reading => reading.Compare(LaboratoryThresholds.PthLowInDialysis));
        Say(picture, "albumin", "below-2", reading => reading.Compare(MineralThresholds.AlbuminTooLow));
        Measured(picture, "calcium-total", "lab.calcium.total-measured");
        Measured(picture, "calcium-ionised", "lab.calcium-ionised.measured");
        Measured(picture, "albumin", "lab.albumin.measured");
        Measured(picture, "creatinine", "lab.creatinine.measured");
        foreach (var reading in _possiblyIonised)
            picture.Present("lab.calcium.possibly-ionised", reading.Seen, reading.Path);
        foreach (var (test, _, _) in InterpretedFindings.QualitativeTests)
            Antibody(picture, test);
    }

    /// <summary>That a test was done at all, so that nobody is asked to repeat it.</summary>
    private void Measured(PictureBuilder picture, string analyte, string finding)
    {
        foreach (var reading in _readings.Where(reading => reading.Analyte.Id == analyte && Recent(reading)))
            picture.Present(finding, reading.Seen, reading.Path);
    }

    /// <summary>The newest result within 12 months, or undated, decides; several of one day that differ are a contradiction.</summary>
    private void Say(PictureBuilder picture, string analyte, string what, Func<LabReading, FindingState> state)
    {
        if (!_byAnalyte.TryGetValue(analyte, out var readings))
            return;
        var finding = $"lab.{(analyte == "pth-intact" ? "pth" : analyte)}.{what}";
        var recent = Newest(readings.Where(reading => !Disturbed(reading)));
        foreach (var reading in recent)
        {
            if (reading.Contradictory)
                picture.Contradict(finding, reading.Seen, reading.Path);
            else if (reading.Extreme && state(reading) == FindingState.Present)
                picture.Open(finding, reading.Seen + ": extreme, verify", reading.Path);
            else
                picture.Say(finding, state(reading), reading.Seen, reading.Path);
        }
    }

    /// <summary>Biotin disturbs the assays of PTH and of other hormones either way.</summary>
    private static bool Disturbed(LabReading reading) =>
        reading.Analyte.Id is "pth-intact" or "tsh" or "vitamin-d-25oh" && reading.Result.Quality.Contains(SampleQuality.Biotin);

    private void Antibody(PictureBuilder picture, string test)
    {
        if (!_byAnalyte.TryGetValue(test, out var readings))
            return;
        // Antibodies stay: any positive result counts, whatever its date.
        var positive = readings.Where(reading => reading.IsHigh == FindingState.Present).ToArray();
        foreach (var reading in positive.Length > 0 ? positive : [.. readings])
            picture.Say($"lab.{test}.positive", reading.IsHigh, reading.Seen, reading.Path);
    }

    private IEnumerable<LabReading> Newest(IEnumerable<LabReading> readings)
    {
        var usable = readings.Where(Recent).ToArray();
        var dated = usable.Where(reading => reading.Day is not null).ToArray();
        if (dated.Length == 0)
            return usable;
        var last = dated.Max(reading => reading.Day!.Value.Last);
        return dated.Where(reading => reading.Day!.Value.Last == last);
    }

    private bool Recent(LabReading reading) => _patient.IsRecent(reading.Day);
}
