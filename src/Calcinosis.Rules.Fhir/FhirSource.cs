namespace Calcinosis.Rules.Fhir;

/// <summary>A place in FHIR.</summary>
/// <param name="Resource">The resource: <c>Observation/abc</c>, or its <c>fullUrl</c> when it has no id.</param>
/// <param name="Element">The element in it, such as <c>Observation.component[1].valueQuantity</c>; the type alone for the whole resource.</param>
public readonly record struct FhirSource(string Resource, string Element)
{
    /// <summary>Both in one, <c>Observation/abc#Observation.component[1].valueQuantity</c>; for a whole resource its name alone.</summary>
    public override string ToString() => Element.Contains('.', StringComparison.Ordinal) ? $"{Resource}#{Element}" : Resource;
}
