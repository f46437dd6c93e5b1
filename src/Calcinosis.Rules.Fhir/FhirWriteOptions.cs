namespace Calcinosis.Rules.Fhir;

/// <summary>Settings of writing.</summary>
public sealed record FhirWriteOptions
{
    /// <summary>When the assessment was made. Null: the day of the question; no clock is read.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>True: indented, for reading.</summary>
    public bool Indented { get; init; }
}
