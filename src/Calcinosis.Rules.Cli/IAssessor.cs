using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Fhir;

namespace Calcinosis.Rules.Cli;

/// <summary>All that the commands need of the library: an answer for a document, and the vocabulary.</summary>
internal interface IAssessor
{
    /// <summary>
    /// Assesses one document. Whatever is wrong with it (its JSON included) comes back as issues of the assessment.
    /// </summary>
    /// <param name="utf8">The document, in UTF-8 without a byte order mark.</param>
    /// <param name="asOf">The day of the question, for a document that does not give one.</param>
    Assessment Assess(ReadOnlyMemory<byte> utf8, DateOnly? asOf);

    /// <summary>
    /// Assesses a findings document, or each patient of FHIR R4 (a Bundle or a resource), and tells which by itself.
    /// What is wrong comes back as issues; there is always at least one assessment.
    /// </summary>
    /// <param name="utf8">The document, in UTF-8 without a byte order mark.</param>
    /// <param name="asOf">The day of the question, for a document that does not give one.</param>
    IReadOnlyList<AssessedPatient> AssessEach(ReadOnlyMemory<byte> utf8, DateOnly? asOf) => [new AssessedPatient(Assess(utf8, asOf), null)];

    /// <summary>Assesses one patient from FHIR resources.</summary>
    /// <param name="patient">Reference of the patient, such as <c>Patient/123</c>.</param>
    /// <param name="resources">The resources, each in JSON.</param>
    /// <param name="asOf">The day of the question, for resources that do not give one.</param>
    IReadOnlyList<AssessedPatient> AssessResources(string patient, IReadOnlyList<ReadOnlyMemory<byte>> resources, DateOnly? asOf) => throw new NotSupportedException();

    /// <summary>Entries whose code, name or synonym holds the text, best first; all entries when there is no text.</summary>
    IReadOnlyList<VocabularyEntry> SearchVocabulary(string? text);
}

/// <summary>One patient's assessment.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Patient">The patient as read from FHIR; null for a findings document.</param>
internal sealed record AssessedPatient(Assessment Assessment, FhirPatient? Patient);

/// <summary>One name that documents may use.</summary>
/// <param name="Code">Our code, such as <c>systemic-sclerosis-limited</c>.</param>
/// <param name="Kind">What it names: <c>condition</c>, <c>exposure</c>, <c>analyte</c>, <c>site</c> ...</param>
/// <param name="Label">The name in words.</param>
/// <param name="Synonyms">Other names that are understood.</param>
/// <param name="StandardCodes">Standard codes that mean it, such as <c>ICD-10-CM M34.1</c>.</param>
internal sealed record VocabularyEntry(string Code, string Kind, string Label, IReadOnlyList<string> Synonyms, IReadOnlyList<string> StandardCodes);
