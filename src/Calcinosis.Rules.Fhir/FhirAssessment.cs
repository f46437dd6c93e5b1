using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Fhir.Writing;

namespace Calcinosis.Rules.Fhir;

/// <summary>Writes an assessment as a FHIR R4 collection Bundle. The same assessment gives the same bytes.</summary>
public static class FhirAssessment
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };
    private static readonly JsonWriterOptions Indented = Compact with { Indented = true, IndentCharacter = ' ', IndentSize = 2 };

    /// <summary>Writes the Bundle as UTF-8 JSON.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="patient">The patient that it was made from, so that findings refer to their source resources; null when it was not read from FHIR.</param>
    /// <param name="options">Settings; null is the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is null.</exception>
    public static byte[] Write(Assessment assessment, FhirPatient? patient = null, FhirWriteOptions? options = null)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        Write(buffer, assessment, patient, options);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the Bundle to a buffer, as UTF-8 JSON.</summary>
    /// <param name="output">Where the JSON goes.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="patient">The patient that it was made from; null when it was not read from FHIR.</param>
    /// <param name="options">Settings; null is the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> or <paramref name="assessment"/> is null.</exception>
    public static void Write(IBufferWriter<byte> output, Assessment assessment, FhirPatient? patient = null, FhirWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(assessment);
        options ??= new FhirWriteOptions();
        using var json = new Utf8JsonWriter(output, options.Indented ? Indented : Compact);
        new AssessmentBundle(json, assessment, patient, options).Write();
    }
}
