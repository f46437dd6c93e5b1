namespace Calcinosis.Rules.Fhir;

/// <summary>Settings of reading.</summary>
public sealed record FhirReadOptions
{
    /// <summary>The day of the question. Null: the day of <c>Bundle.timestamp</c> (for a document, <c>Composition.date</c>), else left open in the findings document.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Only this patient is read, such as <c>Patient/123</c>; what belongs to others is left out and listed. Null: all patients.</summary>
    public string? Patient { get; init; }
}
