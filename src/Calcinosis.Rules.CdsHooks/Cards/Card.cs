using System.Text.Json.Serialization;

namespace Calcinosis.Rules.CdsHooks.Cards;

/// <summary>The answer to a call. What is null is left out: the specification knows neither null nor an empty list, but for <see cref="Cards"/>.</summary>
internal sealed record CardResponse(IReadOnlyList<Card> Cards);

/// <summary>One card.</summary>
internal sealed record Card
{
    public required Guid Uuid { get; init; }

    /// <summary>One sentence of fewer than 140 characters.</summary>
    public required string Summary { get; init; }

    /// <summary>GitHub Flavored Markdown; what came from the record is escaped.</summary>
    public required string Detail { get; init; }

    public required Indicator Indicator { get; init; }

    public required CardSource Source { get; init; }

    public IReadOnlyList<CardSuggestion>? Suggestions { get; init; }

    /// <summary>Set exactly when there are suggestions (invariant cds-resp-6).</summary>
    public string? SelectionBehavior => Suggestions is null ? null : "any";

    public required IReadOnlyList<CodeReference> OverrideReasons { get; init; }

    public IReadOnlyList<CardLink>? Links { get; init; }
}

/// <summary>How urgent a card is; a larger number is more urgent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Indicator>))]
internal enum Indicator
{
    [JsonStringEnumMemberName("info")]
    Info,

    [JsonStringEnumMemberName("warning")]
    Warning,

    [JsonStringEnumMemberName("critical")]
    Critical,
}

/// <summary>Whose guidance a card gives: the publication that the leading rules cite.</summary>
internal sealed record CardSource(string Label, Uri? Url, CodeReference Topic);

/// <summary>A Coding.</summary>
internal sealed record CodeReference(string System, string Code, string Display);

/// <summary>A link to read more.</summary>
internal sealed record CardLink(string Label, Uri Url)
{
    /// <summary>Links here are plain addresses; none starts a SMART app.</summary>
    public string Type { get; } = "absolute";
}

/// <summary>Something that could be ordered.</summary>
internal sealed record CardSuggestion(string Label, Guid Uuid, bool? IsRecommended, IReadOnlyList<CardAction> Actions);

/// <summary>A resource that a client would create when the suggestion is accepted.</summary>
internal sealed record CardAction(string Description, SuggestedOrder Resource)
{
    public string Type { get; } = "create";
}

/// <summary>A ServiceRequest of FHIR R4: a proposal, not an order.</summary>
internal sealed record SuggestedOrder(OrderCode Code, ResourceReference Subject, ResourceReference? Encounter, string Priority, IReadOnlyList<OrderReason> ReasonCode)
{
    [JsonPropertyOrder(-3)]
    public string ResourceType { get; } = "ServiceRequest";

    [JsonPropertyOrder(-2)]
    public string Status { get; } = "draft";

    [JsonPropertyOrder(-1)]
    public string Intent { get; } = "proposal";
}

/// <summary>A CodeableConcept.</summary>
internal sealed record OrderCode(IReadOnlyList<CodeReference> Coding, string Text);

/// <summary>A CodeableConcept of words alone.</summary>
internal sealed record OrderReason(string Text);

/// <summary>A Reference.</summary>
internal sealed record ResourceReference(string Reference);

/// <summary>Writes cards without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CardResponse))]
internal sealed partial class CardJson : JsonSerializerContext;
