using System.Text.Json;

namespace Calcinosis.Rules.CdsHooks.Requests;

/// <summary>A call of a CDS service, after its form was found good. Elements live as long as the body that they were read from.</summary>
internal sealed record CdsRequest
{
    public required string Hook { get; init; }

    public required Guid HookInstance { get; init; }

    public required string PatientId { get; init; }

    public string? EncounterId { get; init; }

    /// <summary>Base address of the client's FHIR server; null when none was given.</summary>
    public Uri? FhirServer { get; init; }

    /// <summary>Leave to read from <see cref="FhirServer"/>; null when none was given.</summary>
    public FhirAuthorization? Authorization { get; init; }

    /// <summary>New problems (<c>problem-list-item-create</c>): a Bundle of Conditions.</summary>
    public JsonElement? Conditions { get; init; }

    /// <summary>Orders of the session (<c>order-select</c>, <c>order-sign</c>): a Bundle.</summary>
    public JsonElement? DraftOrders { get; init; }

    /// <summary>Orders that were just selected, such as <c>MedicationRequest/103</c>; null where the hook has no selection, so that every order counts.</summary>
    public IReadOnlyList<string>? Selections { get; init; }

    /// <summary>What the client prefetched in answer to our queries, by key.</summary>
    public required IReadOnlyDictionary<string, PrefetchValue> Prefetch { get; init; }
}

/// <summary>Leave to read from the client's FHIR server, for this call alone: it is neither kept nor logged.</summary>
internal sealed record FhirAuthorization(string AccessToken, string? Patient)
{
    /// <summary>Keeps the token out of anything that prints the record.</summary>
    public override string ToString() => nameof(FhirAuthorization);
}
