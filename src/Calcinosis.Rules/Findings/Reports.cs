namespace Calcinosis.Rules.Findings;

/// <summary>A report of one imaging study.</summary>
public sealed record ImagingStudy : FindingsEntry
{
    /// <summary>Kind of image; null is unknown.</summary>
    public Modality? Modality { get; init; }

    /// <summary>The lesion that was imaged; null together with an empty <see cref="Lesions"/>: not said.</summary>
    public string? Lesion { get; init; }

    /// <summary>Further lesions that were imaged.</summary>
    public IReadOnlyList<string> Lesions { get; init; } = [];

    /// <summary>When.</summary>
    public PartialDate? TakenOn { get; init; }

    /// <summary>What was reported.</summary>
    public IReadOnlyList<ReportFinding> Findings { get; init; } = [];
}

/// <summary>A report of one biopsy or of several specimens read together.</summary>
public sealed record HistologyReport : FindingsEntry
{
    /// <summary>The lesion that was examined; null together with an empty <see cref="Lesions"/>: not said.</summary>
    public string? Lesion { get; init; }

    /// <summary>Further lesions that were examined.</summary>
    public IReadOnlyList<string> Lesions { get; init; } = [];

    /// <summary>The specimen was good and deep enough to judge. False switches off every reading of what is not named.</summary>
    public bool? Adequate { get; init; }

    /// <summary>When.</summary>
    public PartialDate? TakenOn { get; init; }

    /// <summary>The deepest layer in the specimen.</summary>
    public SpecimenDepth? Depth { get; init; }

    /// <summary>Number of specimens or nodules examined.</summary>
    public int? Specimens { get; init; }

    /// <summary>Stains and their results.</summary>
    public IReadOnlyList<StainResult> Stains { get; init; } = [];

    /// <summary>The block was decalcified with acid, which removes the calcium.</summary>
    public bool? Decalcified { get; init; }

    /// <summary>What was reported.</summary>
    public IReadOnlyList<ReportFinding> Findings { get; init; } = [];
}

/// <summary>One statement of a report.</summary>
public sealed record ReportFinding : NamedEntry
{
    /// <summary>Present or absent; null is present.</summary>
    public PresenceStatus? Status { get; init; }

    /// <summary>In all or in some of the specimens or nodules.</summary>
    public FindingExtent? Extent { get; init; }
}

/// <summary>Share of specimens that show a finding.</summary>
public enum FindingExtent
{
    /// <summary>In every one.</summary>
    All,

    /// <summary>In some.</summary>
    Some,
}

/// <summary>Kind of image.</summary>
public enum Modality
{
    /// <summary>Plain film.</summary>
    XRay,

    /// <summary>Computed tomography.</summary>
    Ct,

    /// <summary>Ultrasound.</summary>
    Ultrasound,

    /// <summary>Magnetic resonance.</summary>
    Mri,

    /// <summary>Bone scintigraphy.</summary>
    BoneScan,

    /// <summary>Mammography.</summary>
    Mammography,

    /// <summary>Dermoscopy.</summary>
    Dermoscopy,

    /// <summary>PET-CT.</summary>
    PetCt,

    /// <summary>Another one.</summary>
    Other,
}

/// <summary>The deepest layer in a specimen.</summary>
public enum SpecimenDepth
{
    /// <summary>Dermis.</summary>
    Dermis,

    /// <summary>Fat below the skin.</summary>
    Subcutis,

    /// <summary>Fascia.</summary>
    Fascia,

    /// <summary>Muscle.</summary>
    Muscle,
}

/// <summary>Result of one stain.</summary>
/// <param name="Stain">Which stain.</param>
/// <param name="Result">Positive or negative for calcium; null is unknown.</param>
public sealed record StainResult(Stain Stain, LabInterpretation? Result);

/// <summary>Stains that bear on calcium.</summary>
public enum Stain
{
    /// <summary>Haematoxylin and eosin.</summary>
    HE,

    /// <summary>von Kossa.</summary>
    VonKossa,

    /// <summary>Alizarin red.</summary>
    Alizarin,
}
