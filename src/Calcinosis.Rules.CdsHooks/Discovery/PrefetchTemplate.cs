namespace Calcinosis.Rules.CdsHooks.Discovery;

/// <summary>
/// One query that a client is asked to run beforehand, and that the service runs itself when it may and the client did not.
/// Queries keep to the part of FHIR search that the specification lists under "Prefetch query restrictions".
/// </summary>
/// <param name="Key">The key in <c>prefetch</c>.</param>
/// <param name="Query">The query, with the token <c>{{context.patientId}}</c>.</param>
/// <param name="Label">What it holds, for a reader of a card.</param>
/// <param name="TellsOfSkin">True: without it (and others like it) nobody can say whether the patient has a deposit at all.</param>
internal sealed record PrefetchTemplate(string Key, string Query, string Label, bool TellsOfSkin = false)
{
    private const string PatientToken = "{{context.patientId}}";

    /// <summary>The key as it stands in a body.</summary>
    public byte[] Utf8Key { get; } = System.Text.Encoding.UTF8.GetBytes(Key);

    /// <summary>The resource type that the query reads or searches.</summary>
    public string ResourceType { get; } = Query[..Query.AsSpan().IndexOfAny('/', '?')];

    /// <summary>True: reads one resource by its id; false: a search.</summary>
    public bool IsRead => Query[ResourceType.Length] == '/';

    /// <summary>The query for one patient, relative to the server's base.</summary>
    /// <param name="patientId">A valid FHIR id, which needs no escaping.</param>
    public string For(string patientId) => Query.Replace(PatientToken, patientId, StringComparison.Ordinal);
}
