namespace Calcinosis.Rules.Findings;

/// <summary>A procedure, infusion, drug, device or contact.</summary>
public sealed record Exposure : NamedEntry
{
    /// <summary>Present, absent or past; null is present.</summary>
    public PresenceStatus? Status { get; init; }

    /// <summary>Where it was given or done.</summary>
    public string? Site { get; init; }

    /// <summary>First dose or day.</summary>
    public PartialDate? StartedOn { get; init; }

    /// <summary>Last dose or day.</summary>
    public PartialDate? EndedOn { get; init; }

    /// <summary>Time from the last dose to the first sight of the lesion. Dates win over it.</summary>
    public IsoDuration? BeforeLesion { get; init; }

    /// <summary>Still going on at <c>asOf</c>.</summary>
    public bool? Ongoing { get; init; }

    /// <summary>A leak, swelling or redness was seen. False is not evidence against a leak: leaks can be occult.</summary>
    public bool? Extravasation { get; init; }

    /// <summary>Which lesions it touches, and how.</summary>
    public IReadOnlyList<LesionRelation> Lesions { get; init; } = [];

    /// <summary>Way of giving it.</summary>
    public Route? Route { get; init; }

    /// <summary>Amount.</summary>
    public Dose? Dose { get; init; }

    /// <summary>For how long in all.</summary>
    public IsoDuration? Duration { get; init; }

    /// <summary>Why it was given.</summary>
    public string? Indication { get; init; }

    /// <summary>What lesions did afterwards. Shown, never used to decide a level.</summary>
    public IReadOnlyList<LesionResponse> Response { get; init; } = [];
}

/// <summary>Amount of an exposure.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit, such as <c>ug</c> or <c>g</c>.</param>
/// <param name="Per">The period: <c>day</c>, <c>week</c> or <c>injection</c>; null is unknown.</param>
public sealed record Dose(decimal Value, string? Unit, string? Per = null);

/// <summary>What a lesion did after an exposure.</summary>
/// <param name="Lesion">Id of the lesion.</param>
/// <param name="Effect">What happened.</param>
/// <param name="After">How long after.</param>
public sealed record LesionResponse(string Lesion, ResponseEffect? Effect, IsoDuration? After = null);

/// <summary>What a lesion did after a treatment.</summary>
public enum ResponseEffect
{
    /// <summary>Gone.</summary>
    Cleared,

    /// <summary>Smaller.</summary>
    Shrunk,

    /// <summary>The same.</summary>
    Unchanged,

    /// <summary>Worse.</summary>
    Worse,
}

/// <summary>Way of giving a drug.</summary>
public enum Route
{
    /// <summary>Into a vein.</summary>
    Iv,

    /// <summary>Into a muscle.</summary>
    Im,

    /// <summary>Under the skin.</summary>
    Sc,

    /// <summary>By mouth.</summary>
    Oral,

    /// <summary>On the skin.</summary>
    Topical,

    /// <summary>Into the lesion.</summary>
    Intralesional,

    /// <summary>Inhaled.</summary>
    Inhaled,

    /// <summary>Into the eye.</summary>
    Ocular,

    /// <summary>Rectal.</summary>
    Rectal,

    /// <summary>During dialysis.</summary>
    Dialysis,
}
