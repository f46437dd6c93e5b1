using System.Text.Json;
using Calcinosis.Rules.Explanation;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Calcinosis.Rules.Fhir.Firely;

/// <summary>Gives an assessment as <c>Hl7.Fhir.R4</c> objects.</summary>
public static class FirelyAssessment
{
    /// <summary>The Bundle that <see cref="FhirAssessment"/> writes, as objects; read strictly.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="patient">The patient that it was made from; null when it was not read from FHIR.</param>
    /// <param name="options">Settings; null is the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is null.</exception>
    public static Bundle ToBundle(Assessment assessment, FhirPatient? patient = null, FhirWriteOptions? options = null)
    {
        var json = new Utf8JsonReader(FhirAssessment.Write(assessment, patient, options));
        if (FhirJsonDeserializer.STRICT.TryDeserializeResource(ref json, out var resource, out var faults) && resource is Bundle bundle)
            return bundle;
        throw new InvalidOperationException($"The written Bundle is no valid FHIR R4: {string.Join("; ", faults.Select(fault => fault.ErrorCode))}.");
    }
}
