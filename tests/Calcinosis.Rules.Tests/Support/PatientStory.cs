using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Tests.Support;

/// <summary>Tells a patient's story in the words of a ward round and asks the classifier.</summary>
internal sealed class PatientStory
{
    private readonly List<LabResult> _labs = [];
    private readonly List<Condition> _conditions = [];
    private readonly List<Exposure> _exposures = [];
    private readonly List<Lesion> _lesions = [];
    private readonly List<ImagingStudy> _imaging = [];
    private readonly List<HistologyReport> _histology = [];
    private readonly List<FamilyHistoryEntry> _family = [];
    private readonly List<GeneticResult> _genes = [];
    private readonly List<DifferentialEntry> _differential = [];
    private readonly List<BedsideMeasurement> _measurements = [];
    private readonly List<SpectroscopyResult> _spectroscopy = [];
    private Patient _patient = new();

    public static PatientStory Woman(decimal years) => new() { _patient = new Patient { AgeYears = years, Sex = Sex.Female } };

    public static PatientStory Man(decimal years) => new() { _patient = new Patient { AgeYears = years, Sex = Sex.Male } };

    public static PatientStory Infant(string age) => new() { _patient = new Patient { Age = IsoDuration.TryParse(age, out var parsed) ? parsed : throw new ArgumentException(age) } };

    public static PatientStory Born(string birthDate) => new() { _patient = new Patient { BirthDate = Date(birthDate) } };

    public PatientStory Male() => With(() => _patient = _patient with { Sex = Sex.Male });

    public PatientStory Lab(string analyte, decimal value, string unit, string? takenOn = null) =>
        With(() => _labs.Add(new LabResult { Analyte = analyte, Value = value, Unit = unit, TakenOn = Date(takenOn) }));

    public PatientStory Calcium(decimal mgDl) => Lab("calcium-total", mgDl, "mg/dL");

    public PatientStory Phosphate(decimal mgDl) => Lab("phosphate", mgDl, "mg/dL");

    public PatientStory Flag(string analyte, LabInterpretation flag, string? takenOn = null) =>
        With(() => _labs.Add(new LabResult { Analyte = analyte, Interpretation = flag, TakenOn = Date(takenOn) }));

    public PatientStory Normal(params string[] analytes)
    {
        foreach (var analyte in analytes)
            Flag(analyte, LabInterpretation.Normal);
        return this;
    }

    public PatientStory Has(params string[] conditions)
    {
        foreach (var condition in conditions)
            _conditions.Add(new Condition { Text = condition });
        return this;
    }

    public PatientStory HasHad(string condition, string duration) =>
        With(() => _conditions.Add(new Condition { Text = condition, Duration = Duration(duration) }));

    public PatientStory HasAt(string condition, string lesion, SiteRelation relation) =>
        With(() => _conditions.Add(new Condition { Text = condition, Lesions = [new LesionRelation(lesion, relation)] }));

    public PatientStory Add(Condition condition) => With(() => _conditions.Add(condition));

    public PatientStory Add(LabResult lab) => With(() => _labs.Add(lab));

    public PatientStory HasNo(params string[] conditions)
    {
        foreach (var condition in conditions)
            _conditions.Add(new Condition { Code = condition, Status = PresenceStatus.Absent });
        return this;
    }

    public PatientStory Exposed(Exposure exposure) => With(() => _exposures.Add(exposure));

    public PatientStory Takes(string drug, string? duration = null) =>
        Exposed(new Exposure { Text = drug, Ongoing = true, Duration = duration is null ? null : Duration(duration) });

    public PatientStory Lesion(Lesion lesion) => With(() => _lesions.Add(lesion));

    public PatientStory Lesion(string site, params string[] looks) => Lesion(LesionAt(site, looks));

    /// <summary>A lesion of which only place and look are told.</summary>
    public static Lesion LesionAt(string site, params string[] looks) => new() { Id = "L1", Sites = [site], Morphology = looks };

    public PatientStory Film(params string[] findings) => FilmOf(null, findings);

    public PatientStory FilmOf(string? lesion, params string[] findings) =>
        With(() => _imaging.Add(new ImagingStudy { Modality = Modality.XRay, Lesion = lesion, Findings = [.. findings.Select(finding => new ReportFinding { Text = finding })] }));

    public PatientStory Film(ImagingStudy study) => With(() => _imaging.Add(study));

    /// <summary>A film that shows no calcium, taken on a day.</summary>
    public PatientStory NegativeFilm(string takenOn) =>
        Film(new ImagingStudy { Modality = Modality.XRay, TakenOn = Date(takenOn), Findings = [new ReportFinding { Text = "no calcification" }] });

    public PatientStory Mineral(Mineral mineral) => With(() => _spectroscopy.Add(new SpectroscopyResult { Mineral = mineral }));

    public PatientStory Biopsy(params string[] findings) =>
        With(() => _histology.Add(new HistologyReport { Findings = [.. findings.Select(finding => new ReportFinding { Text = finding })] }));

    public PatientStory Biopsy(HistologyReport report) => With(() => _histology.Add(report));

    public PatientStory Gene(string gene) => With(() => _genes.Add(new GeneticResult { Gene = gene, Result = GeneResult.Biallelic }));

    public PatientStory GeneOf(string gene, GeneResult result) => With(() => _genes.Add(new GeneticResult { Gene = gene, Result = result }));

    public PatientStory FamilyOf(string disease) => With(() => _family.Add(new FamilyHistoryEntry { Text = disease }));

    public PatientStory RuledOut(params string[] diagnoses) =>
        With(() => _differential.AddRange(diagnoses.Select(diagnosis => new DifferentialEntry { Code = diagnosis, Status = DifferentialStatus.Excluded })));

    /// <summary>Another diagnosis was made for the lesion.</summary>
    public PatientStory MadeOut(string diagnosis, string lesion = "L1") =>
        With(() => _differential.Add(new DifferentialEntry { Code = diagnosis, Lesion = lesion, Status = DifferentialStatus.Confirmed }));

    public PatientStory Measured(MeasurementKind kind, decimal value, string unit) => With(() => _measurements.Add(new BedsideMeasurement { Kind = kind, Value = value, Unit = unit }));

    public PatientStory Suspects(string condition) => With(() => _conditions.Add(new Condition { Text = condition, Verification = Verification.Suspected }));

    public PatientStory High(params string[] analytes) => Flags(analytes, LabInterpretation.High);

    public PatientStory Low(params string[] analytes) => Flags(analytes, LabInterpretation.Low);

    public PatientStory Positive(params string[] analytes) => Flags(analytes, LabInterpretation.Positive);

    /// <summary>The lesion L1 in a few words: where it is and what it looks like.</summary>
    public PatientStory Skin(string site, params string[] looks) => Lesion(new Lesion { Id = "L1", Sites = [site], Morphology = looks });

    public PatientStory Ultrasound(params string[] findings) => Image(Modality.Ultrasound, findings);

    public PatientStory BoneScan(params string[] findings) => Image(Modality.BoneScan, findings);

    /// <summary>Calcium into a vein, days before the lesion.</summary>
    public PatientStory CalciumInto(string site, int daysBefore = 4, bool? ongoing = null, bool? leak = null) =>
        Exposed(new Exposure { Text = "calcium gluconate infusion", Site = site, BeforeLesion = Duration($"P{daysBefore}D"), Ongoing = ongoing, Extravasation = leak });

    public PatientStory Pregnant() => With(() => _patient = _patient with { Pregnant = true });

    /// <summary>Shorthand of the textbook scenarios: exposures, damage and signs of connective tissue disease asked and absent.</summary>
    public PatientStory EverythingElseAskedAndAbsent() => HasNo("iatrogenic-exposure", "local-damage", "ctd-signs");

    public FindingsDocument Document() => new()
    {
        Id = "story",
        AsOf = PartialDate.Day(2026, 10, 31),
        Patient = _patient,
        Labs = _labs,
        Conditions = _conditions,
        Exposures = _exposures,
        Lesions = _lesions,
        Imaging = _imaging,
        Histology = _histology,
        FamilyHistory = _family,
        Genetics = _genes,
        Differential = _differential,
        Measurements = _measurements,
        Spectroscopy = _spectroscopy,
    };

    public Assessment Assess() => ClassifierUnderTest.Classify(Document());

    public Assessment Assess(CalcinosisRulesOptions options) => ClassifierUnderTest.Classify(Document(), options);

    /// <summary>The rules as they stand for the first lesion.</summary>
    public LesionVerdict Verdict()
    {
        var knowledge = ClassifierUnderTest.Knowledge;
        var picture = new DocumentInterpreter(ClinicalVocabulary.Default, knowledge.Catalogue).Interpret(Document(), null).Lesions[0].Picture;
        return LesionVerdict.Of(knowledge, picture);
    }

    public static IsoDuration Duration(string text) => IsoDuration.TryParse(text, out var parsed) ? parsed : throw new ArgumentException(text);

    public static PartialDate Day(string text) => Date(text)!.Value;

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException(text);

    private PatientStory Image(Modality modality, string[] findings) =>
        With(() => _imaging.Add(new ImagingStudy { Modality = modality, Findings = [.. findings.Select(finding => new ReportFinding { Text = finding })] }));

    private PatientStory Flags(string[] analytes, LabInterpretation flag)
    {
        foreach (var analyte in analytes)
            Flag(analyte, flag);
        return this;
    }

    private PatientStory With(Action change)
    {
        change();
        return this;
    }
}
