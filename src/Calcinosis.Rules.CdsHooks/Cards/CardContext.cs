using Calcinosis.Rules.CdsHooks.PatientData;

namespace Calcinosis.Rules.CdsHooks.Cards;

/// <summary>What a card needs beside the assessment.</summary>
/// <param name="Service">Id of the service.</param>
/// <param name="Origin">Where the patient's id comes from: the client's issuer or FHIR server. Ids of two hospitals may be equal.</param>
/// <param name="PatientId">The patient's FHIR id.</param>
/// <param name="EncounterId">The encounter's FHIR id; null when there is none.</param>
/// <param name="Gaps">What could not be read.</param>
internal sealed record CardContext(string Service, string Origin, string PatientId, string? EncounterId, IReadOnlyList<RecordGap> Gaps);
