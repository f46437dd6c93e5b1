using Calcinosis.Rules.Fhir.Reading;

namespace Calcinosis.Rules.CdsHooks.PatientData;

/// <summary>All that is at hand of one patient for one call.</summary>
/// <param name="Resources">FHIR resources and Bundles.</param>
/// <param name="Gaps">What could not be read, in the order of the queries.</param>
/// <param name="TellsOfSkin">True: at least one source was read that could tell of a deposit in the skin.</param>
internal sealed record PatientRecord(IReadOnlyList<FhirPart> Resources, IReadOnlyList<RecordGap> Gaps, bool TellsOfSkin);

/// <summary>Something that could not be read.</summary>
/// <param name="Key">Key of the query.</param>
/// <param name="Label">What it holds, for a reader.</param>
/// <param name="Reason">Why.</param>
internal sealed record RecordGap(string Key, string Label, GapReason Reason);

/// <summary>Why something could not be read.</summary>
internal enum GapReason
{
    /// <summary>The client did not send it, and the FHIR server may not be asked.</summary>
    NotProvided,

    /// <summary>The client or the FHIR server reported a failure.</summary>
    Failed,

    /// <summary>Only a part came.</summary>
    Incomplete,
}
