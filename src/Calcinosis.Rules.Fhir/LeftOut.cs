namespace Calcinosis.Rules.Fhir;

/// <summary>Something that took no part.</summary>
/// <param name="Source">Where it stands.</param>
/// <param name="Reason">Why, in one word.</param>
/// <param name="What">What it names (code and display, unit, reference), shortened; never a patient's name.</param>
/// <param name="Text">Why, for a reader.</param>
public sealed record LeftOut(FhirSource Source, LeftOutReason Reason, string What, string Text);

/// <summary>Why something took no part.</summary>
public enum LeftOutReason
{
    /// <summary>The code is in no mapping table, or on purpose stands for no finding, and its words are not in the vocabulary.</summary>
    UnknownCode,

    /// <summary>The unit is not known, or is missing.</summary>
    UnknownUnit,

    /// <summary>There is no value, or a reason why it is missing.</summary>
    NoValue,

    /// <summary>The value is not possible, or cannot be read.</summary>
    BadValue,

    /// <summary>The status is <c>entered-in-error</c>.</summary>
    EnteredInError,

    /// <summary>Only ordered, planned, cancelled or not final.</summary>
    NotDone,

    /// <summary>It belongs to another patient than was asked for, or to none.</summary>
    OtherPatient,

    /// <summary>No rule reads this kind of resource or element.</summary>
    NotUsed,

    /// <summary>The same as another one, or replaced by a newer one.</summary>
    Repeated,

    /// <summary>A reference leads nowhere or in a circle.</summary>
    BadReference,

    /// <summary>It is a resource of another FHIR version.</summary>
    OtherVersion,

    /// <summary>It speaks of another place of the body than any lesion.</summary>
    OtherSite,
}
