using System.Buffers;
using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Fhir;

/// <summary>Writes an assessment as a FHIR R4 collection Bundle. The same assessment gives the same bytes.</summary>
public static class FhirAssessment
{
    /// <summary>Writes the Bundle as UTF-8 JSON.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="patient">The patient that it was made from, so that findings refer to their source resources; null when it was not read from FHIR.</param>
    /// <param name="options">Settings; null is the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is null.</exception>
    public static byte[] Write(Assessment assessment, FhirPatient? patient = null, FhirWriteOptions? options = null) => throw new NotSupportedException("not ready");

    /// <summary>Writes the Bundle to a buffer, as UTF-8 JSON.</summary>
    /// <param name="output">Where the JSON goes.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="patient">The patient that it was made from; null when it was not read from FHIR.</param>
    /// <param name="options">Settings; null is the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> or <paramref name="assessment"/> is null.</exception>
    public static void Write(IBufferWriter<byte> output, Assessment assessment, FhirPatient? patient = null, FhirWriteOptions? options = null) => throw new NotSupportedException("not ready");
}
