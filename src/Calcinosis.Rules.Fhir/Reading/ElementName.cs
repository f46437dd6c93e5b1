namespace Calcinosis.Rules.Fhir.Reading;

/// <summary>The property names that the reader knows; every other property is passed over without being looked at.</summary>
internal enum ElementName
{
    Unknown,
    ResourceType,
    Id,
    FullUrl,
    Resource,
    Entry,
    Type,
    Timestamp,
    Date,
    Identifier,
    System,
    Value,
    Version,
    Code,
    Display,
    Text,
    Coding,
    Reference,
    Subject,
    Patient,
    Status,
    Intent,
    DoNotPerform,
    Category,
    ClinicalStatus,
    VerificationStatus,
    BodySite,
    Severity,
    Stage,
    Summary,
    Component,
    HasMember,
    DerivedFrom,
    Focus,
    PartOf,
    Result,
    Evidence,
    Detail,
    Specimen,
    Interpretation,
    ReferenceRange,
    DataAbsentReason,
    Method,
    Low,
    High,
    AppliesTo,
    Age,
    Numerator,
    Denominator,
    Unit,
    Comparator,
    Start,
    End,
    Event,
    Repeat,
    BoundsPeriod,
    PeriodUnit,
    Issued,
    RecordedDate,
    DateAsserted,
    AuthoredOn,
    WhenHandedOver,
    Period,
    ReceivedTime,
    Collection,
    CollectedDateTime,
    CollectedPeriod,
    Condition,
    Conclusion,
    ConclusionCode,
    Relationship,
    Class,
    VaccineCode,
    MedicationCodeableConcept,
    MedicationReference,
    DosageInstruction,
    Dosage,
    Route,
    Site,
    Timing,
    Dose,
    DoseAndRate,
    DoseQuantity,
    Form,
    Ingredient,
    ItemCodeableConcept,
    Complication,
    ComplicationDetail,
    ReasonCode,
    ReasonReference,
    Gender,
    BirthDate,
    Extension,
    Url,
    Contained,
    OnsetDateTime,
    OnsetAge,
    OnsetPeriod,
    OnsetRange,
    OnsetString,
    AbatementDateTime,
    AbatementAge,
    AbatementPeriod,
    AbatementRange,
    AbatementString,
    AbatementBoolean,
    EffectiveDateTime,
    EffectivePeriod,
    EffectiveInstant,
    EffectiveTiming,
    PerformedDateTime,
    PerformedPeriod,
    PerformedString,
    PerformedAge,
    PerformedRange,
    OccurrenceDateTime,
    OccurrencePeriod,
    OccurrenceString,
    OccurrenceTiming,
    ValueQuantity,
    ValueCodeableConcept,
    ValueString,
    ValueBoolean,
    ValueInteger,
    ValueRange,
    ValueRatio,
    ValueDateTime,
    ValuePeriod,
    ValueTime,
    ValueSampledData,

    // Elements of other versions of FHIR: seeing one tells that the resource is not R4.
    Taken,
    AssertedDate,
    NotDone,
    Animal,
    Comment,
    Context,
    Medication,
    ActualPeriod,
    TriggeredBy,
    Participant,
    ReasonNotTaken,
    NotGiven,
    ValueCode,
    Link,
    Relation,
}

/// <summary>Finds property names by their bytes.</summary>
internal static class ElementNames
{
    private const int Slots = 1024;
    private static readonly string[] Texts = [.. Enum.GetValues<ElementName>().Select(Spelling)];
    private static readonly Entry[][] Table = Build();

    public static ElementName Of(ReadOnlySpan<byte> utf8)
    {
        foreach (ref readonly var entry in Table[Slot(utf8)].AsSpan())
        {
            if (utf8.SequenceEqual(entry.Utf8))
                return entry.Name;
        }

        return ElementName.Unknown;
    }

    /// <summary>The JSON spelling.</summary>
    public static string Text(ElementName element) => Texts[(int)element];

    private static string Spelling(ElementName element)
    {
        var name = element.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static Entry[][] Build()
    {
        var slots = Enumerable.Range(0, Slots).Select(_ => new List<Entry>()).ToArray();
        foreach (var element in Enum.GetValues<ElementName>().Where(element => element != ElementName.Unknown))
        {
            var utf8 = System.Text.Encoding.UTF8.GetBytes(Text(element));
            slots[Slot(utf8)].Add(new Entry(utf8, element));
        }

        return [.. slots.Select(slot => slot.ToArray())];
    }

    private static int Slot(ReadOnlySpan<byte> utf8) =>
        utf8.IsEmpty ? 0 : ((utf8.Length * 37) + (utf8[0] * 7) + (utf8[^1] * 31) + (utf8[utf8.Length / 2] * 11)) & (Slots - 1);

    private readonly record struct Entry(byte[] Utf8, ElementName Name);
}
