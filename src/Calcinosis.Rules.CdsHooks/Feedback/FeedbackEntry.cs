namespace Calcinosis.Rules.CdsHooks;

/// <summary>What a clinician did with a card. Holds nothing about the patient.</summary>
public sealed record FeedbackEntry
{
    /// <summary>
    /// Identifies this report: the same report sent again has the same id. A store keeps one entry an id.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Id of the service that returned the card.</summary>
    public required string Service { get; init; }

    /// <summary>Issuer of the client's token; null in development.</summary>
    public string? Client { get; init; }

    /// <summary>The card's <c>uuid</c>.</summary>
    public required Guid Card { get; init; }

    /// <summary>What was done.</summary>
    public required FeedbackOutcome Outcome { get; init; }

    /// <summary>The <c>uuid</c>s of the suggestions that were accepted; empty when the card was overridden.</summary>
    public IReadOnlyList<Guid> AcceptedSuggestions { get; init; } = [];

    /// <summary>The reason chosen from a list; null when none was given.</summary>
    public FeedbackReason? Reason { get; init; }

    /// <summary>True: the clinician wrote a comment.</summary>
    public bool HasComment { get; init; }

    /// <summary>The comment; null when there is none, or when comments are not kept (<see cref="FeedbackSettings.KeepComments"/>).</summary>
    public string? Comment { get; init; }

    /// <summary>When the clinician acted, as the client says; UTC.</summary>
    public required DateTimeOffset OutcomeAt { get; init; }

    /// <summary>When the report came; UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>What was done with a card.</summary>
public enum FeedbackOutcome
{
    /// <summary>At least one suggestion was accepted.</summary>
    Accepted,

    /// <summary>The card was dismissed.</summary>
    Overridden,
}

/// <summary>A coded reason.</summary>
/// <param name="System">The code system; null when the client gave none.</param>
/// <param name="Code">The code.</param>
/// <param name="Display">Its words; null when the client gave none.</param>
public sealed record FeedbackReason(string? System, string Code, string? Display);
