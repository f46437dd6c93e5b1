using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir;

/// <summary>What reading FHIR gave.</summary>
/// <param name="Patients">One entry a patient, in order of first mention; empty when nothing could be read.</param>
/// <param name="Issues">Everything wrong with the input as a whole (no JSON, no FHIR, another FHIR version); issues of one patient stand with the patient, and these stand there too.</param>
/// <param name="LeftOut">Resources that belong to no patient that was read.</param>
public sealed record FhirReadResult(IReadOnlyList<FhirPatient> Patients, IReadOnlyList<Issue> Issues, IReadOnlyList<LeftOut> LeftOut);

/// <summary>One patient, read from FHIR.</summary>
public sealed record FhirPatient
{
    /// <summary>The reference by which the resources name the patient, such as <c>Patient/123</c> or <c>urn:uuid:…</c>; empty when they name none.</summary>
    public required string Reference { get; init; }

    /// <summary>The findings. Where each part came from stands in <see cref="Provenance"/>; <see cref="FhirClassification.Classify"/> names it in the assessment.</summary>
    public required FindingsDocument Document { get; init; }

    /// <summary>What was wrong with resources of this patient; warnings, unless nothing could be read.</summary>
    public IReadOnlyList<Issue> Issues { get; init; } = [];

    /// <summary>Resources and elements that took no part, each with its reason.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Where each part of <see cref="Document"/> came from, by JSON Pointer (<c>/labs/0</c>, <c>/lesions/0/pain</c>).</summary>
    public IReadOnlyDictionary<string, FhirSource> Provenance { get; init; } = new Dictionary<string, FhirSource>();
}
