namespace Calcinosis.Rules.Fhir.Resources;

/// <summary>The kinds of resource that some rule reads. All others are passed over and listed.</summary>
internal enum ResourceKind
{
    Other,
    Patient,
    Observation,
    Condition,
    Procedure,
    MedicationRequest,
    MedicationStatement,
    MedicationAdministration,
    MedicationDispense,
    Medication,
    Immunization,
    ServiceRequest,
    DiagnosticReport,
    Specimen,
    FamilyMemberHistory,
    Encounter,
    AllergyIntolerance,
    OperationOutcome,
    ImagingStudy,
    Composition,
    Bundle,
}

/// <summary>What an Observation and each of its components share.</summary>
internal class Measured
{
    public Concept? Code { get; set; }

    public DataValue? Value { get; set; }

    public Concept? DataAbsentReason { get; set; }

    public List<Concept>? Interpretation { get; set; }

    public List<RangeRecord>? ReferenceRanges { get; set; }
}

/// <summary>
/// The elements of one resource that the mapping reads, the same whether they came from bytes or from objects.
/// Elements of different resource types that mean the same share one property.
/// </summary>
internal sealed class ResourceRecord : Measured
{
    private string? _reference;
    private string? _relative;

    public ResourceKind Kind { get; set; }

    /// <summary>The value of <c>resourceType</c>.</summary>
    public string TypeName { get; set; } = "";

    public string? Id { get; set; }

    public string? FullUrl { get; set; }

    /// <summary>The resource that holds this one in <c>contained</c>.</summary>
    public ResourceRecord? Container { get; set; }

    public List<ResourceRecord>? Contained { get; set; }

    /// <summary>subject or patient.</summary>
    public string? Subject { get; set; }

    public string? Status { get; set; }

    public string? Intent { get; set; }

    public bool? DoNotPerform { get; set; }

    public Concept? ClinicalStatus { get; set; }

    public Concept? VerificationStatus { get; set; }

    public List<Concept>? Categories { get; set; }

    /// <summary>bodySite, or the site of a dose.</summary>
    public List<Concept>? Sites { get; set; }

    public List<Measured>? Components { get; set; }

    /// <summary>onset, effective, performed, occurrence, period, authoredOn.</summary>
    public When? When { get; set; }

    /// <summary>abatement.</summary>
    public When? Ended { get; set; }

    /// <summary>issued, recordedDate, dateAsserted: when it was written down; only a fallback.</summary>
    public When? Recorded { get; set; }

    public Concept? Stage { get; set; }

    public Concept? Severity { get; set; }

    public string? MedicationReference { get; set; }

    public Concept? Route { get; set; }

    public Amount? Dose { get; set; }

    /// <summary>Per how long the dose is given: the FHIR period unit (<c>d</c>, <c>wk</c>).</summary>
    public string? DosePeriod { get; set; }

    /// <summary>The dosage in words.</summary>
    public string? DosageText { get; set; }

    /// <summary>Dose form of a Medication.</summary>
    public Concept? Form { get; set; }

    /// <summary>Ingredients of a Medication.</summary>
    public List<Concept>? Ingredients { get; set; }

    public List<Concept>? Reasons { get; set; }

    public List<Concept>? Complications { get; set; }

    public string? Specimen { get; set; }

    /// <summary>Type of a Specimen or of an Encounter; conclusion codes of a report; conditions of a relative.</summary>
    public List<Concept>? Details { get; set; }

    public Concept? Method { get; set; }

    /// <summary>condition of a Specimen (haemolysed and the like).</summary>
    public List<Concept>? SampleConditions { get; set; }

    public string? Conclusion { get; set; }

    public Concept? Relationship { get; set; }

    /// <summary>class of an Encounter.</summary>
    public string? EncounterClass { get; set; }

    /// <summary>result of a report, hasMember of a panel.</summary>
    public List<string>? Members { get; set; }

    /// <summary>focus, derivedFrom, evidence.detail, partOf, reasonReference, complicationDetail: what it speaks of.</summary>
    public List<string>? Abouts { get; set; }

    public string? Gender { get; set; }

    /// <summary>Sex at birth (M or F) as an extension gives it; only where no gender is given.</summary>
    public string? BirthSex { get; set; }

    public When? Birth { get; set; }

    /// <summary>True when an extension or element says that the patient is an animal.</summary>
    public bool IsAnimal { get; set; }

    /// <summary>A business identifier in our own lesion system.</summary>
    public string? LesionId { get; set; }

    /// <summary>An element that only another FHIR version has, with that version's name.</summary>
    public (string Element, string Version)? Foreign { get; set; }

    public List<ElementFault>? Faults { get; set; }

    /// <summary>The mapping of one patient that has read or set it aside; null when none has.</summary>
    public object? TakenBy { get; set; }

    /// <summary>The mapping of one patient that found <see cref="IsUsable"/>.</summary>
    public object? JudgedBy { get; set; }

    /// <summary>Its status allows to read it.</summary>
    public bool IsUsable { get; set; }

    /// <summary>Place in the input, to keep the order of the input.</summary>
    public int Position { get; set; }

    /// <summary>How the resource is named: type and id, else its full URL, else its place.</summary>
    public string Reference => _reference ??= Name();

    /// <summary>Type and id, as relative references have them.</summary>
    public string Relative => _relative ??= $"{TypeName}/{Id}";

    private string Name() => Container is { } container
        ? $"{container.Reference}#{Id}"
        : Id is { Length: > 0 } ? Relative : FullUrl is { Length: > 0 } url ? url : $"{TypeName} at position {Position.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public void Fault(string element, string code, string? found, string expected, string message) =>
        (Faults ??= []).Add(new ElementFault(element, code, found, expected, message));
}

/// <summary>Something wrong in one element; it becomes an issue once the resource's id is known.</summary>
internal sealed record ElementFault(string Element, string Code, string? Found, string Expected, string Message);
