namespace Calcinosis.Rules.Findings;

/// <summary>A disease, symptom, hospital stay or umbrella statement ("no local damage").</summary>
public sealed record Condition : NamedEntry
{
    /// <summary>Present, absent or past; null is present.</summary>
    public PresenceStatus? Status { get; init; }

    /// <summary>Confirmed or suspected; null is confirmed. A suspected diagnosis is unknown and never opens a gate.</summary>
    public Verification? Verification { get; init; }

    /// <summary>Since when.</summary>
    public PartialDate? Since { get; init; }

    /// <summary>Until when; null is unknown, not "still".</summary>
    public PartialDate? Until { get; init; }

    /// <summary>For how long, counted back from <c>asOf</c>.</summary>
    public IsoDuration? Duration { get; init; }

    /// <summary>Age in years at which it began.</summary>
    public decimal? OnsetAgeYears { get; init; }

    /// <summary>Where on the body, for local conditions.</summary>
    public string? Site { get; init; }

    /// <summary>Which lesions it touches, and how.</summary>
    public IReadOnlyList<LesionRelation> Lesions { get; init; } = [];

    /// <summary>CEAP <c>C0</c>-<c>C6</c> or CKD <c>G1</c>-<c>G5D</c>.</summary>
    public string? Stage { get; init; }
}

/// <summary>Whether a finding was there.</summary>
public enum PresenceStatus
{
    /// <summary>It is there now.</summary>
    Present,

    /// <summary>It was asked for or looked for, and is not there.</summary>
    Absent,

    /// <summary>It was there.</summary>
    Past,
}

/// <summary>How sure the diagnosis is.</summary>
public enum Verification
{
    /// <summary>Made by a clinician.</summary>
    Confirmed,

    /// <summary>Thought of, not made.</summary>
    Suspected,
}

/// <summary>How an entry relates to one lesion.</summary>
/// <param name="Lesion">Id of the lesion.</param>
/// <param name="Relation">Null: no more is known than that it belongs to the lesion.</param>
/// <param name="BeforeLesion">For exposures: time from the last dose to the first sight of this lesion.</param>
public sealed record LesionRelation(string Lesion, SiteRelation? Relation = null, IsoDuration? BeforeLesion = null);

/// <summary>Where a lesion lies, seen from an exposure or a local condition.</summary>
public enum SiteRelation
{
    /// <summary>The lesion lies in the condition's field (scar, plaque).</summary>
    In,

    /// <summary>At the spot.</summary>
    At,

    /// <summary>Along the vein.</summary>
    Along,

    /// <summary>Downstream in the same limb segment.</summary>
    Downstream,

    /// <summary>At the spot and nowhere else.</summary>
    Confined,

    /// <summary>At the spot, and spreading beyond it.</summary>
    Beyond,

    /// <summary>Somewhere else.</summary>
    Elsewhere,
}
