namespace Calcinosis.Rules.Findings;

/// <summary>A disease of a relative.</summary>
public sealed record FamilyHistoryEntry : NamedEntry
{
    /// <summary>Present or absent; null is present.</summary>
    public PresenceStatus? Status { get; init; }

    /// <summary>Which relative, such as <c>sibling</c>.</summary>
    public string? Relation { get; init; }
}

/// <summary>A bedside measurement.</summary>
public sealed record BedsideMeasurement : FindingsEntry
{
    /// <summary>What was measured; null when it was not understood.</summary>
    public MeasurementKind? Kind { get; init; }

    /// <summary>The number.</summary>
    public decimal? Value { get; init; }

    /// <summary>Its unit.</summary>
    public string? Unit { get; init; }

    /// <summary>When.</summary>
    public PartialDate? TakenOn { get; init; }
}

/// <summary>What was measured at the bedside.</summary>
public enum MeasurementKind
{
    /// <summary>Body height.</summary>
    Height,

    /// <summary>Body weight.</summary>
    Weight,

    /// <summary>Body mass index, kg/m2.</summary>
    Bmi,

    /// <summary>Body temperature.</summary>
    Temperature,

    /// <summary>Systolic blood pressure.</summary>
    SystolicBp,

    /// <summary>Heart rate.</summary>
    HeartRate,

    /// <summary>Left-ventricular ejection fraction.</summary>
    Lvef,
}

/// <summary>Chemistry of a removed deposit.</summary>
public sealed record SpectroscopyResult : FindingsEntry
{
    /// <summary>The lesion; null: the only one.</summary>
    public string? Lesion { get; init; }

    /// <summary>FT-IR, Raman or other words.</summary>
    public string? Method { get; init; }

    /// <summary>Main mineral; null is unknown.</summary>
    public Mineral? Mineral { get; init; }
}

/// <summary>Main mineral of a deposit.</summary>
public enum Mineral
{
    /// <summary>Calcium phosphate (any of the five types).</summary>
    Apatite,

    /// <summary>Calcium oxalate.</summary>
    Oxalate,

    /// <summary>Urate.</summary>
    Urate,

    /// <summary>Silicone.</summary>
    Silicone,

    /// <summary>Another one.</summary>
    Other,
}

/// <summary>Result of one genetic test.</summary>
public sealed record GeneticResult : FindingsEntry
{
    /// <summary>Gene symbol, such as <c>GALNT3</c>.</summary>
    public string? Gene { get; init; }

    /// <summary>What was found; null is unknown.</summary>
    public GeneResult? Result { get; init; }
}

/// <summary>What a genetic test found.</summary>
public enum GeneResult
{
    /// <summary>Disease-causing on both copies (homozygous or compound heterozygous).</summary>
    Biallelic,

    /// <summary>Disease-causing on one copy.</summary>
    Monoallelic,

    /// <summary>Of uncertain meaning.</summary>
    Uncertain,

    /// <summary>Nothing found.</summary>
    Negative,
}

/// <summary>Another diagnosis that the clinician weighed.</summary>
public sealed record DifferentialEntry : NamedEntry
{
    /// <summary>The lesion; null: all.</summary>
    public string? Lesion { get; init; }

    /// <summary>What the clinician thinks of it.</summary>
    public DifferentialStatus? Status { get; init; }

    /// <summary>On what ground, in words.</summary>
    public string? Basis { get; init; }
}

/// <summary>What the clinician thinks of another diagnosis.</summary>
public enum DifferentialStatus
{
    /// <summary>Ruled out.</summary>
    Excluded,

    /// <summary>Judged unlikely.</summary>
    Unlikely,

    /// <summary>Thought of.</summary>
    Suspected,

    /// <summary>Made.</summary>
    Confirmed,
}
