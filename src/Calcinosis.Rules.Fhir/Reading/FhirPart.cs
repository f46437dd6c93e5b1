namespace Calcinosis.Rules.Fhir.Reading;

/// <summary>One Bundle or resource of a patient.</summary>
/// <param name="Json">Its bytes.</param>
/// <param name="Read">What was read from it; null when that is still to be done.</param>
internal readonly record struct FhirPart(ReadOnlyMemory<byte> Json, FhirInput? Read = null);
