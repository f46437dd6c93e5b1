namespace Calcinosis.Rules.Findings;

/// <summary>One laboratory result. It needs a value or an interpretation; both may be given.</summary>
public sealed record LabResult : FindingsEntry
{
    /// <summary>Our analyte code, such as <c>calcium-total</c>; null when named by <see cref="Codings"/> or <see cref="Text"/>.</summary>
    public string? Analyte { get; init; }

    /// <summary>LOINC codes.</summary>
    public IReadOnlyList<Coding> Codings { get; init; } = [];

    /// <summary>The words of the record.</summary>
    public string? Text { get; init; }

    /// <summary>The number, in <see cref="Unit"/>; null when only an interpretation is known.</summary>
    public decimal? Value { get; init; }

    /// <summary>UCUM unit or an accepted spelling of it; null is unknown and makes a value unusable.</summary>
    public string? Unit { get; init; }

    /// <summary>A bound instead of a value: <c>&lt; 5</c> is kept as a bound and never replaced by 5.</summary>
    public Comparator? Comparator { get; init; }

    /// <summary>The laboratory's own range; it goes before every table of ours.</summary>
    public ReferenceRange? ReferenceRange { get; init; }

    /// <summary>The laboratory's flag.</summary>
    public LabInterpretation? Interpretation { get; init; }

    /// <summary>When the sample was taken; null is undated.</summary>
    public PartialDate? TakenOn { get; init; }

    /// <summary>Time of day of <see cref="TakenOn"/>, when the document gave a date-time.</summary>
    public TimeOnly? TakenAt { get; init; }

    /// <summary>Id of the blood draw; results of one draw share it.</summary>
    public string? Specimen { get; init; }

    /// <summary>What may have disturbed the measurement.</summary>
    public IReadOnlyList<SampleQuality> Quality { get; init; } = [];

    /// <summary>Serum, plasma, blood and so on.</summary>
    public SpecimenType? SpecimenType { get; init; }

    /// <summary>Before or after a dialysis session.</summary>
    public DialysisTiming? DialysisTiming { get; init; }

    /// <summary>How the value was obtained.</summary>
    public LabMethod? Method { get; init; }

    /// <summary>True: the sample was taken after the mineral disorder was treated.</summary>
    public bool? AfterTreatment { get; init; }
}

/// <summary>The laboratory's own range; a missing bound is open. Both bounds belong to the normal range.</summary>
/// <param name="Low">Lower bound, included; null is open.</param>
/// <param name="High">Upper bound, included; null is open.</param>
/// <param name="Unit">Unit of the bounds when it differs from the value's; null is the value's unit.</param>
public sealed record ReferenceRange(decimal? Low, decimal? High, string? Unit = null);

/// <summary>The laboratory's flag.</summary>
public enum LabInterpretation
{
    /// <summary>Below the range.</summary>
    Low,

    /// <summary>Inside the range.</summary>
    Normal,

    /// <summary>Above the range.</summary>
    High,

    /// <summary>Dangerously low.</summary>
    CriticalLow,

    /// <summary>Dangerously high.</summary>
    CriticalHigh,

    /// <summary>A qualitative test is positive.</summary>
    Positive,

    /// <summary>A qualitative test is negative.</summary>
    Negative,

    /// <summary>Neither; read as unknown.</summary>
    Borderline,
}

/// <summary>A value that is only a bound. In JSON: <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;=</c>, <c>&gt;</c>.</summary>
public enum Comparator
{
    /// <summary>The true value is below the number.</summary>
    LessThan,

    /// <summary>The true value is at or below the number.</summary>
    AtMost,

    /// <summary>The true value is at or above the number.</summary>
    AtLeast,

    /// <summary>The true value is above the number.</summary>
    MoreThan,
}

/// <summary>What may have disturbed the measurement.</summary>
public enum SampleQuality
{
    /// <summary>Red cells broke: phosphate and potassium read falsely high.</summary>
    Haemolysed,

    /// <summary>Very high fat.</summary>
    Lipaemic,

    /// <summary>Very high bilirubin.</summary>
    Icteric,

    /// <summary>Myeloma protein.</summary>
    Paraprotein,

    /// <summary>EDTA, citrate or oxalate tube: calcium reads falsely low.</summary>
    WrongTube,

    /// <summary>Gadolinium contrast: colourimetric calcium reads falsely low.</summary>
    Gadolinium,

    /// <summary>Biotin disturbs PTH immunoassays.</summary>
    Biotin,
}

/// <summary>What was measured in.</summary>
public enum SpecimenType
{
    /// <summary>Serum.</summary>
    Serum,

    /// <summary>Plasma.</summary>
    Plasma,

    /// <summary>Whole blood.</summary>
    Blood,

    /// <summary>Capillary blood.</summary>
    Capillary,

    /// <summary>Urine.</summary>
    Urine,
}

/// <summary>Relation of the sample to a dialysis session.</summary>
public enum DialysisTiming
{
    /// <summary>Before the session.</summary>
    Pre,

    /// <summary>After the session: not used for the calcium-phosphate product.</summary>
    Post,
}

/// <summary>How a value was obtained.</summary>
public enum LabMethod
{
    /// <summary>Measured directly.</summary>
    Measured,

    /// <summary>Calculated from other values; a calculated ionised calcium never overrules the total.</summary>
    Calculated,

    /// <summary>Albumin by bromocresol green.</summary>
    Bcg,

    /// <summary>Albumin by bromocresol purple.</summary>
    Bcp,
}
