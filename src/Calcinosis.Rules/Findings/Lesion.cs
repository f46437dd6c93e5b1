namespace Calcinosis.Rules.Findings;

/// <summary>A lesion group: lesions of one look, one region, one time.</summary>
public sealed record Lesion : FindingsEntry
{
    /// <summary>Name of the group in this document; null gets one by position (<c>L1</c>, <c>L2</c> ...).</summary>
    public string? Id { get; init; }

    /// <summary>Where it lies, in plain words with side ("left dorsal hand").</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>What it looks like. A look that is not named is unknown, not absent.</summary>
    public IReadOnlyList<string> Morphology { get; init; } = [];

    /// <summary>Looks that were looked for and are not there.</summary>
    public IReadOnlyList<string> MorphologyAbsent { get; init; } = [];

    /// <summary>How many, roughly.</summary>
    public LesionCount? Count { get; init; }

    /// <summary>How many, exactly.</summary>
    public int? Number { get; init; }

    /// <summary>Smallest and largest diameter in millimetres.</summary>
    public SizeRange? SizeMm { get; init; }

    /// <summary>Pain, in words.</summary>
    public Pain? Pain { get; init; }

    /// <summary>Set while reading: two reports of this lesion contradict each other about pain.</summary>
    internal bool PainContradicted { get; init; }

    /// <summary>Set while reading: findings about which two reports of this lesion contradict each other.</summary>
    internal IReadOnlyList<string> Contradicted { get; init; } = [];

    /// <summary>Pain score, 0 to 10.</summary>
    public decimal? PainScore { get; init; }

    /// <summary>An opioid is needed for this lesion.</summary>
    public bool? OpioidNeeded { get; init; }

    /// <summary>Pain out of proportion to what is seen.</summary>
    public bool? PainOutOfProportion { get; init; }

    /// <summary>The skin over it is broken.</summary>
    public bool? Ulcerated { get; init; }

    /// <summary>Dead skin, black eschar or gangrene.</summary>
    public bool? Necrotic { get; init; }

    /// <summary>Chalk-like matter comes out.</summary>
    public bool? ChalkyDischarge { get; init; }

    /// <summary>Retiform or stellate purpura, livedo racemosa, dusky net-like plaque: whether the skin looks ischaemic.</summary>
    public bool? IschaemicPattern { get; init; }

    /// <summary>An ulcer that does not heal.</summary>
    public bool? NonHealing { get; init; }

    /// <summary>The same on both sides.</summary>
    public bool? Symmetric { get; init; }

    /// <summary>The deepest layer that it reaches.</summary>
    public LesionDepth? Depth { get; init; }

    /// <summary>How it is spread out.</summary>
    public IReadOnlyList<string> Distribution { get; init; } = [];

    /// <summary>At the place of an earlier injury.</summary>
    public bool? AtPriorInjury { get; init; }

    /// <summary>False: injury, scar, burn, injection, infection, acne, vein disease and radiation were all asked for and are absent.</summary>
    public bool? LocalDamage { get; init; }

    /// <summary>It lies in damaged skin and nowhere else.</summary>
    public bool? OnlyInDamagedSkin { get; init; }

    /// <summary>When it was first seen.</summary>
    public PartialDate? OnsetOn { get; init; }

    /// <summary>Age of the patient in years when it was first seen.</summary>
    public decimal? OnsetAgeYears { get; init; }

    /// <summary>For how long it has been there, counted back from <c>asOf</c>.</summary>
    public IsoDuration? Duration { get; init; }

    /// <summary>It is growing.</summary>
    public bool? Growing { get; init; }

    /// <summary>What it did over time.</summary>
    public LesionCourse? Course { get; init; }

    /// <summary>How long after its first sight it was gone.</summary>
    public IsoDuration? ClearedAfter { get; init; }
}

/// <summary>Diameter in millimetres, both bounds included.</summary>
/// <param name="Min">Smallest; null is unknown.</param>
/// <param name="Max">Largest; null is unknown.</param>
public sealed record SizeRange(decimal? Min, decimal? Max);

/// <summary>Pain in words.</summary>
public enum Pain
{
    /// <summary>Painless.</summary>
    None,

    /// <summary>Painful, no more is said.</summary>
    Present,

    /// <summary>Mild.</summary>
    Mild,

    /// <summary>Severe.</summary>
    Severe,
}

/// <summary>Rough number of lesions in the group.</summary>
public enum LesionCount
{
    /// <summary>One.</summary>
    Single,

    /// <summary>Two to five.</summary>
    Few,

    /// <summary>More than five.</summary>
    Many,

    /// <summary>Two or more, no more is said.</summary>
    Multiple,
}

/// <summary>The deepest layer that a lesion reaches.</summary>
public enum LesionDepth
{
    /// <summary>Dermis.</summary>
    Dermal,

    /// <summary>Fat below the skin.</summary>
    Subcutaneous,

    /// <summary>Fascia or muscle.</summary>
    Fascial,

    /// <summary>Around a joint.</summary>
    Periarticular,

    /// <summary>In vessels.</summary>
    Vascular,
}

/// <summary>What a lesion did over time.</summary>
public enum LesionCourse
{
    /// <summary>New.</summary>
    New,

    /// <summary>Unchanged.</summary>
    Stable,

    /// <summary>Growing.</summary>
    Growing,

    /// <summary>Growing fast.</summary>
    RapidlyGrowing,

    /// <summary>Getting smaller.</summary>
    Shrinking,

    /// <summary>Gone.</summary>
    Cleared,

    /// <summary>Came back.</summary>
    Recurrent,
}
