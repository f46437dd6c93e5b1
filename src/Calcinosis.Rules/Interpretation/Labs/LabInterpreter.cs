using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>Turns the laboratory readings of a patient into findings about one lesion group.</summary>
internal sealed class LabInterpreter
{
    /// <summary>By analyte: what its newest results are asked, in the order in which they are asked.</summary>
    private static readonly Question[]?[] Questions = ByAnalyte(Asked());

    /// <summary>By analyte: that it was measured at all, so that nobody is asked to repeat it.</summary>
    private static readonly int[] Measured = MeasuredFindings();

    /// <summary>By analyte: the finding of a positive antibody; -1 for other tests.</summary>
    private static readonly int[] Positive = PositiveFindings();

    /// <summary>By analyte: the last day of a result that counts; the first day of all where none is dated.</summary>
    private readonly DateOnly[] _last = new DateOnly[AnalyteCatalogue.All.Count];

    /// <summary>By analyte: some result is high or positive.</summary>
    private readonly bool[] _anyPositive = new bool[AnalyteCatalogue.All.Count];
    private readonly ResolvedDocument _document;
    private readonly MineralInterpreter _minerals;
    private readonly KidneyInterpreter _kidney;

    public LabInterpreter(PatientContext patient, ReadingSpace space)
    {
        _document = space.Document;
        _kidney = new KidneyInterpreter(patient, _document, space.KeepsWords);
        _minerals = new MineralInterpreter(patient, space, _kidney);
    }

    /// <summary>Looks at the readings of the next patient.</summary>
    public void Begin()
    {
        MarkNewest(_document.Readings);
        _kidney.Begin();
        _minerals.Begin();
    }

    public void Interpret(LesionTime lesion, PictureBuilder picture)
    {
        _minerals.Interpret(lesion, picture);
        _kidney.Interpret(picture);
        foreach (var reading in _document.Readings)
        {
            if (reading.IsNewest && Questions[reading.Analyte.Number] is { } questions)
            {
                foreach (var question in questions)
                    Say(picture, question, reading);
            }

            if (Measured[reading.Analyte.Number] >= 0 && reading.IsRecent)
                picture.Present(Measured[reading.Analyte.Number], reading);
            if (Positive[reading.Analyte.Number] >= 0)
                Antibody(picture, reading);
        }

        foreach (var reading in _document.PossiblyIonised)
            picture.Present(Finding.LabCalciumPossiblyIonised, reading);
    }

    /// <summary>
    /// The newest result within 12 months decides, an undated one where none has a date; several of one day that differ are
    /// a contradiction. Two passes, however many results there are.
    /// </summary>
    private void MarkNewest(List<LabReading> readings)
    {
        Array.Clear(_last);
        Array.Clear(_anyPositive);
        foreach (var reading in readings)
        {
            var number = reading.Analyte.Number;
            _anyPositive[number] |= reading.IsHigh == FindingState.Present;
            if (reading.Day is { } day && day.Last > _last[number] && Counts(reading))
                _last[number] = day.Last;
        }

        foreach (var reading in readings)
            reading.IsNewest = Counts(reading) && (reading.Day?.Last ?? DateOnly.MinValue) == _last[reading.Analyte.Number];
    }

    private static bool Counts(LabReading reading) => reading.IsRecent && !Disturbed(reading);

    /// <summary>Biotin disturbs the assays of PTH and of other hormones either way.</summary>
    private static bool Disturbed(LabReading reading) =>
        reading.Result.Quality.Count > 0 && reading.Analyte.Id is "pth-intact" or "tsh" or "vitamin-d-25oh" && reading.Result.Quality.Contains(SampleQuality.Biotin);

    private static void Say(PictureBuilder picture, Question question, LabReading reading)
    {
        if (reading.Contradictory)
        {
            picture.Contradict(question.Finding, reading);
            return;
        }

        var state = question.Of(reading);
        if (reading.Extreme && state == FindingState.Present)
            picture.Open(question.Finding, $"{reading.Seen}: extreme, verify", reading);
        else
            picture.Say(question.Finding, state, reading);
    }

    /// <summary>Antibodies stay: any positive result counts, whatever its date; without one, all say what they say.</summary>
    private void Antibody(PictureBuilder picture, LabReading reading)
    {
        if (reading.IsHigh == FindingState.Present || !_anyPositive[reading.Analyte.Number])
            picture.Say(Positive[reading.Analyte.Number], reading.IsHigh, reading);
    }

    private static IEnumerable<(string Analyte, Question Question)> Asked()
    {
        foreach (var analyte in (string[])["pth-intact", "vitamin-d-1-25oh", "bicarbonate", "creatinine", "ace", "pthrp", "alkaline-phosphatase", "uric-acid", "creatine-kinase", "lipase", "amylase", "fgf23-c-terminal", "tubular-phosphate-reabsorption", "triglycerides", "cholesterol", "tsh", "crp", "magnesium"])
            yield return Of(analyte, "high", High: true);
        foreach (var analyte in (string[])["pth-intact", "vitamin-d-1-25oh", "albumin", "fgf23-intact", "platelets", "magnesium", "protein-c", "protein-s"])
            yield return Of(analyte, "low", High: false);
        yield return Of("vitamin-d-25oh", "above-150", High: null, LaboratoryThresholds.VitaminDToxic);
        yield return Of("vitamin-d-25oh", "above-80", High: null, LaboratoryThresholds.VitaminDHigh);
        yield return Of("bicarbonate", "below-18", High: null, LaboratoryThresholds.BicarbonateLow);
        yield return Of("creatinine", "above-3", High: null, LaboratoryThresholds.CreatinineAbove3);
        yield return Of("pth-intact", "above-1000", High: null, LaboratoryThresholds.PthVeryHigh);
        yield return Of("pth-intact", "above-500", High: null, LaboratoryThresholds.PthSurgery);
        yield return Of("pth-intact", "below-300", High: null, LaboratoryThresholds.PthLowInDialysis);
        yield return Of("albumin", "below-2", High: null, MineralThresholds.AlbuminTooLow);

        static (string, Question) Of(string analyte, string what, bool? High, Threshold? limit = null) =>
            (analyte, new Question(Finding.Find($"lab.{(analyte == "pth-intact" ? "pth" : analyte)}.{what}"), High, limit, limit is null ? 0 : AnalyteCatalogue.Find(analyte)!.Canonical(limit)));
    }

    private static Question[]?[] ByAnalyte(IEnumerable<(string Analyte, Question Question)> questions)
    {
        var table = new Question[]?[AnalyteCatalogue.All.Count];
        foreach (var group in questions.GroupBy(question => question.Analyte, StringComparer.Ordinal))
            table[AnalyteCatalogue.Find(group.Key)!.Number] = [.. group.Select(question => question.Question)];
        return table;
    }

    private static int[] MeasuredFindings()
    {
        var findings = Enumerable.Repeat(-1, AnalyteCatalogue.All.Count).ToArray();
        findings[AnalyteCatalogue.CalciumTotal.Number] = Finding.LabCalciumTotalMeasured;
        findings[AnalyteCatalogue.CalciumIonised.Number] = Finding.LabCalciumIonisedMeasured;
        findings[AnalyteCatalogue.Albumin.Number] = Finding.LabAlbuminMeasured;
        findings[AnalyteCatalogue.Creatinine.Number] = Finding.LabCreatinineMeasured;
        return findings;
    }

    private static int[] PositiveFindings()
    {
        var findings = Enumerable.Repeat(-1, AnalyteCatalogue.All.Count).ToArray();
        foreach (var (test, _, _) in InterpretedFindings.QualitativeTests)
            findings[AnalyteCatalogue.Find(test)!.Number] = Finding.Find($"lab.{test}.positive");
        return findings;
    }

    /// <summary>What the newest results of an analyte are asked: high, low (null: neither), or on which side of a limit.</summary>
    private sealed record Question(int Finding, bool? High, Threshold? Limit, decimal Number)
    {
        public FindingState Of(LabReading reading) => High switch
        {
            true => reading.IsHigh,
            false => reading.IsLow,
            null => reading.Compare(Limit!, Number),
        };
    }
}
