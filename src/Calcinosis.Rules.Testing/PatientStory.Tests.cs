using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Testing;

/// <content>What was measured and looked at.</content>
public sealed partial class PatientStory
{
    private readonly List<LabResult> _labs = [];
    private readonly List<ImagingStudy> _imaging = [];
    private readonly List<HistologyReport> _histology = [];
    private readonly List<GeneticResult> _genes = [];
    private readonly List<BedsideMeasurement> _measurements = [];
    private readonly List<SpectroscopyResult> _spectroscopy = [];

    /// <summary>A laboratory result.</summary>
    /// <param name="analyte">Code or name of the test.</param>
    /// <param name="value">Its value.</param>
    /// <param name="unit">The unit of the value.</param>
    /// <param name="takenOn">Day of the sample; null: not known.</param>
    public PatientStory Lab(string analyte, decimal value, string unit, string? takenOn = null) =>
        Add(new LabResult { Analyte = analyte, Value = value, Unit = unit, TakenOn = DayOrUnknown(takenOn) });

    /// <summary>Total calcium of the serum.</summary>
    /// <param name="mgDl">In mg/dL.</param>
    public PatientStory Calcium(decimal mgDl) => Lab("calcium-total", mgDl, "mg/dL");

    /// <summary>Phosphate of the serum.</summary>
    /// <param name="mgDl">In mg/dL.</param>
    public PatientStory Phosphate(decimal mgDl) => Lab("phosphate", mgDl, "mg/dL");

    /// <summary>A result of which only the laboratory's flag is known.</summary>
    /// <param name="analyte">Code or name of the test.</param>
    /// <param name="flag">The flag.</param>
    /// <param name="takenOn">Day of the sample; null: not known.</param>
    public PatientStory Flag(string analyte, LabInterpretation flag, string? takenOn = null) =>
        Add(new LabResult { Analyte = analyte, Interpretation = flag, TakenOn = DayOrUnknown(takenOn) });

    /// <summary>Results flagged normal.</summary>
    /// <param name="analytes">Codes or names of the tests.</param>
    public PatientStory Normal(params string[] analytes) => Flags(analytes, LabInterpretation.Normal);

    /// <summary>Results flagged high.</summary>
    /// <inheritdoc cref="Normal"/>
    public PatientStory High(params string[] analytes) => Flags(analytes, LabInterpretation.High);

    /// <summary>Results flagged low.</summary>
    /// <inheritdoc cref="Normal"/>
    public PatientStory Low(params string[] analytes) => Flags(analytes, LabInterpretation.Low);

    /// <summary>Results flagged positive.</summary>
    /// <inheritdoc cref="Normal"/>
    public PatientStory Positive(params string[] analytes) => Flags(analytes, LabInterpretation.Positive);

    /// <summary>A laboratory result with all that is known of it.</summary>
    /// <param name="lab">The result.</param>
    public PatientStory Add(LabResult lab) => With(() => _labs.Add(lab));

    /// <summary>A plain film.</summary>
    /// <param name="findings">What it shows.</param>
    public PatientStory Film(params string[] findings) => FilmOf(null, findings);

    /// <summary>A plain film of one lesion.</summary>
    /// <param name="lesion">Id of the lesion; null: not known.</param>
    /// <param name="findings">What it shows.</param>
    public PatientStory FilmOf(string? lesion, params string[] findings) => Image(Modality.XRay, findings, lesion);

    /// <summary>An imaging study with all that is known of it.</summary>
    /// <param name="study">The study.</param>
    public PatientStory Film(ImagingStudy study) => With(() => _imaging.Add(study));

    /// <summary>A plain film that shows no calcium.</summary>
    /// <param name="takenOn">The day on which it was taken.</param>
    public PatientStory NegativeFilm(string takenOn) =>
        Film(new ImagingStudy { Modality = Modality.XRay, TakenOn = Day(takenOn), Findings = [new ReportFinding { Text = "no calcification" }] });

    /// <summary>An ultrasound examination.</summary>
    /// <param name="findings">What it shows.</param>
    public PatientStory Ultrasound(params string[] findings) => Image(Modality.Ultrasound, findings);

    /// <summary>A bone scan.</summary>
    /// <param name="findings">What it shows.</param>
    public PatientStory BoneScan(params string[] findings) => Image(Modality.BoneScan, findings);

    /// <summary>A biopsy; no lesion is named, which is clear when there is one.</summary>
    /// <param name="findings">What was found.</param>
    public PatientStory Biopsy(params string[] findings) => Biopsy(new HistologyReport { Findings = Reported(findings) });

    /// <summary>A biopsy with all that is known of it.</summary>
    /// <param name="report">The report.</param>
    public PatientStory Biopsy(HistologyReport report) => With(() => _histology.Add(report));

    /// <summary>Which mineral was found in the deposit.</summary>
    /// <param name="mineral">The mineral.</param>
    public PatientStory Mineral(Mineral mineral) => With(() => _spectroscopy.Add(new SpectroscopyResult { Mineral = mineral }));

    /// <summary>A gene with disease-causing variants on both copies.</summary>
    /// <param name="gene">Symbol of the gene.</param>
    public PatientStory Gene(string gene) => GeneOf(gene, GeneResult.Biallelic);

    /// <summary>What a genetic test found.</summary>
    /// <param name="gene">Symbol of the gene.</param>
    /// <param name="result">The result.</param>
    public PatientStory GeneOf(string gene, GeneResult result) => With(() => _genes.Add(new GeneticResult { Gene = gene, Result = result }));

    /// <summary>What was measured at the bedside.</summary>
    /// <param name="kind">What was measured.</param>
    /// <param name="value">The value.</param>
    /// <param name="unit">Its unit.</param>
    public PatientStory Measured(MeasurementKind kind, decimal value, string unit) =>
        With(() => _measurements.Add(new BedsideMeasurement { Kind = kind, Value = value, Unit = unit }));

    private static ReportFinding[] Reported(string[] findings) => [.. findings.Select(finding => new ReportFinding { Text = finding })];

    private PatientStory Image(Modality modality, string[] findings, string? lesion = null) =>
        Film(new ImagingStudy { Modality = modality, Lesion = lesion, Findings = Reported(findings) });

    private PatientStory Flags(string[] analytes, LabInterpretation flag) =>
        With(() => _labs.AddRange(analytes.Select(analyte => new LabResult { Analyte = analyte, Interpretation = flag })));
}
