namespace Calcinosis.Rules.Findings;

/// <summary>
/// What is known about one patient: the document <c>calcinosis-findings/1</c>. Everything is optional; what is left
/// out is <em>unknown</em>, never absent and never normal. Instances are immutable and may be shared between threads.
/// </summary>
public sealed record FindingsDocument
{
    /// <summary>The value of <c>schema</c> that this version reads and writes.</summary>
    public const string SchemaId = "calcinosis-findings/1";

    /// <summary>The caller's name for the patient or the document; null when none was given. Only echoed, never read by a rule.</summary>
    public string? Id { get; init; }

    /// <summary>The day on which the question is asked. Null: the caller's day, else the latest date in the document.</summary>
    public PartialDate? AsOf { get; init; }

    /// <summary>Age, sex and the like.</summary>
    public Patient Patient { get; init; } = new();

    /// <summary>Laboratory results, in any order.</summary>
    public IReadOnlyList<LabResult> Labs { get; init; } = [];

    /// <summary>Diseases, symptoms, hospital stays and umbrella statements such as "no local damage".</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>Procedures, infusions, drugs and devices.</summary>
    public IReadOnlyList<Exposure> Exposures { get; init; } = [];

    /// <summary>Lesion groups: lesions of one look, one region, one time. Each is judged by itself.</summary>
    public IReadOnlyList<Lesion> Lesions { get; init; } = [];

    /// <summary>Reports of images, as findings, never as pixels.</summary>
    public IReadOnlyList<ImagingStudy> Imaging { get; init; } = [];

    /// <summary>Reports of biopsies.</summary>
    public IReadOnlyList<HistologyReport> Histology { get; init; } = [];

    /// <summary>Diseases of relatives.</summary>
    public IReadOnlyList<FamilyHistoryEntry> FamilyHistory { get; init; } = [];

    /// <summary>Height, weight, temperature and other bedside measurements.</summary>
    public IReadOnlyList<BedsideMeasurement> Measurements { get; init; } = [];

    /// <summary>Chemistry of a removed deposit (FT-IR, Raman).</summary>
    public IReadOnlyList<SpectroscopyResult> Spectroscopy { get; init; } = [];

    /// <summary>Results of genetic tests.</summary>
    public IReadOnlyList<GeneticResult> Genetics { get; init; } = [];

    /// <summary>Other diagnoses that the clinician weighed.</summary>
    public IReadOnlyList<DifferentialEntry> Differential { get; init; } = [];
}

/// <summary>One entry of a findings document; knows where it came from.</summary>
public abstract record FindingsEntry
{
    /// <summary>
    /// Where the entry came from: a JSON Pointer such as <c>/labs/0</c>, or for FHIR the resource and element.
    /// Null: the position in the document is used.
    /// </summary>
    public string? From { get; init; }
}

/// <summary>An entry that may be named by our code, by standard codings or by text, tried in this order.</summary>
public abstract record NamedEntry : FindingsEntry
{
    /// <summary>Our own code (see <c>calcinosis vocabulary</c>); null when the entry is named otherwise.</summary>
    public string? Code { get; init; }

    /// <summary>Codes of SNOMED CT, ICD-10-CM, ICD-10, LOINC, RxNorm or ATC.</summary>
    public IReadOnlyList<Coding> Codings { get; init; } = [];

    /// <summary>The words of the record.</summary>
    public string? Text { get; init; }
}

/// <summary>One code of a standard terminology.</summary>
/// <param name="System">The terminology's URI; null when the source gave none.</param>
/// <param name="Value">The code; written <c>code</c> in JSON.</param>
/// <param name="Display">The words that the source showed beside the code; never compared.</param>
public sealed record Coding(string? System, string? Value, string? Display = null);
