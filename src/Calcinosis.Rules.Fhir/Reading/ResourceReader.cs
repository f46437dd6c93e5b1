using System.Text.Json;
using Calcinosis.Rules.Fhir.Resources;

namespace Calcinosis.Rules.Fhir.Reading;

/// <summary>
/// Reads one resource after the other from the bytes, forward only. What no rule reads is skipped without being decoded;
/// what has the wrong type is skipped whole and noted on the resource.
/// </summary>
internal ref partial struct ResourceReader
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly Utf8Pool _pool;
    private readonly ConceptPool _concepts = new();
    private RepeatedNames? _names;
    private Utf8JsonReader _json;
    private ResourceRecord _record;

    /// <param name="utf8">The text.</param>
    /// <param name="pool">Strings that several texts share.</param>
    /// <param name="names">Is shown every token; null where nobody asks for repeated names.</param>
    public ResourceReader(ReadOnlySpan<byte> utf8, Utf8Pool pool, RepeatedNames? names = null)
    {
        _names = names;
        _json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = FhirFindings.MaxDepth });
        _text = utf8;
        _pool = pool;
        _record = new ResourceRecord();
    }

    public readonly JsonTokenType Token => _json.TokenType;

    public readonly int Depth => _json.CurrentDepth;

    /// <summary>The bytes of the name or value that the reader stands on, as they are written.</summary>
    public readonly ReadOnlySpan<byte> Written => _json.ValueSpan;

    /// <summary>Where the token begins that the reader stands on.</summary>
    public readonly int Start => (int)_json.TokenStartIndex;

    /// <summary>Where the token ends that the reader stands on.</summary>
    public readonly int End => (int)_json.BytesConsumed;

    public readonly bool NameIs(ReadOnlySpan<byte> utf8) => _json.ValueTextEquals(utf8);

    public bool Read()
    {
        var read = _json.Read();
        if (read && _names is { } names)
            names.See(ref _json);
        return read;
    }

    /// <summary>Passes the value that begins here.</summary>
    public void Skip()
    {
        if (_names is null)
        {
            _json.Skip();
            return;
        }

        var depth = _json.CurrentDepth;
        if (_json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        while (Read() && _json.CurrentDepth > depth)
        {
            // Every name is seen on the way.
        }
    }

    /// <summary>The element whose name the reader stands on; moves on to its value.</summary>
    public ElementName Name()
    {
        var name = _json.ValueIsEscaped ? ElementNames.Of(System.Text.Encoding.UTF8.GetBytes(_json.GetString()!)) : ElementNames.Of(_json.ValueSpan);
        Read();
        return name;
    }

    /// <summary>The value of <c>resourceType</c> of the object that begins here, wherever it stands in it; null when it has none.</summary>
    public readonly string? PeekType()
    {
        var ahead = _json;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var found = ahead.ValueTextEquals("resourceType"u8);
            ahead.Read();
            if (found)
                return ahead.TokenType == JsonTokenType.String ? _pool.Get(ahead.ValueSpan) : null;
            ahead.Skip();
        }

        return null;
    }

    /// <summary>
    /// The type of the resource that begins here. Where it stands first, as mostly, the reader has passed it; null when there is
    /// none.
    /// </summary>
    public string? TakeType()
    {
        var ahead = _json;
        if (!ahead.Read() || ahead.TokenType != JsonTokenType.PropertyName || !ahead.ValueTextEquals("resourceType"u8) || !ahead.Read() || ahead.TokenType != JsonTokenType.String)
            return PeekType();
        if (_names is null)
            _json = ahead;
        else
            _ = Read() && Read();
        return _pool.Get(_json.ValueSpan);
    }

    /// <summary>Reads the resource that begins here, up to its end.</summary>
    public ResourceRecord Resource(string type)
    {
        var outer = _record;
        var record = _record = new ResourceRecord { TypeName = type, Kind = ResourceKinds.Of(type) };
        while (NextElement(out var name))
        {
            if (_json.TokenType == JsonTokenType.Null)
                record.Fault(ElementNames.Text(name), "null-value", "null", "the element left out", "FHIR has no empty elements; it was read as not given.");
            else if (record.Kind == ResourceKind.Other)
                Outline(name);
            else
                Element(name);
        }

        _record = outer;
        return record;
    }

    /// <summary>Of a resource that no rule reads only the name and the patient are of interest.</summary>
    private void Outline(ElementName name)
    {
        switch (name)
        {
            case ElementName.Id: _record.Id = Unique(name); break;
            case ElementName.Subject or ElementName.Patient: _record.Subject = Reference(name); break;
            default: Skip(); break;
        }
    }

    private void Element(ElementName name)
    {
        var record = _record;
        switch (name)
        {
            case ElementName.Id: record.Id = Unique(name); break;
            case ElementName.Subject or ElementName.Patient: record.Subject = Reference(name); break;
            case ElementName.Status: record.Status = Text(name); break;
            case ElementName.Intent: record.Intent = Text(name); break;
            case ElementName.DoNotPerform: record.DoNotPerform = Flag(name); break;
            case ElementName.Category: record.Categories = Concepts(name, record.Categories); break;
            case ElementName.Code or ElementName.MedicationCodeableConcept or ElementName.VaccineCode: record.Code = Concept(name); break;
            case ElementName.MedicationReference: record.MedicationReference = Reference(name); break;
            case ElementName.ClinicalStatus: record.ClinicalStatus = StatusConcept(name); break;
            case ElementName.VerificationStatus: record.VerificationStatus = StatusConcept(name); break;
            case ElementName.BodySite: record.Sites = Concepts(name, record.Sites); break;
            case ElementName.Severity: record.Severity = Concept(name); break;
            case ElementName.Stage: Stage(name); break;
            case ElementName.Component: Components(name); break;
            case ElementName.HasMember or ElementName.Result: record.Members = References(name, record.Members); break;
            case ElementName.Focus or ElementName.DerivedFrom or ElementName.PartOf or ElementName.ReasonReference or ElementName.ComplicationDetail: record.Abouts = References(name, record.Abouts); break;
            case ElementName.Evidence: Evidence(name); break;
            case ElementName.Specimen: record.Specimen = FirstReference(name); break;
            case ElementName.Method: record.Method = Concept(name); break;
            case ElementName.Route: record.Route = Concept(name); break;
            case ElementName.Site: record.Sites = Concepts(name, record.Sites); break;
            case ElementName.ReasonCode: record.Reasons = Concepts(name, record.Reasons); break;
            case ElementName.Complication: record.Complications = Concepts(name, record.Complications); break;
            case ElementName.DosageInstruction or ElementName.Dosage: Dosages(name); break;
            case ElementName.Form: record.Form = Concept(name); break;
            case ElementName.Ingredient: Ingredients(name); break;
            case ElementName.Conclusion: record.Conclusion = Text(name); break;
            case ElementName.ConclusionCode: record.Details = Concepts(name, record.Details); break;
            case ElementName.Type: Type(name); break;
            case ElementName.Condition: ConditionElement(name); break;
            case ElementName.Relationship: record.Relationship = Concept(name); break;
            case ElementName.Class: Class(name); break;
            case ElementName.Gender: record.Gender = Text(name); break;
            case ElementName.BirthDate: record.Birth = Moment(name); break;
            case ElementName.Issued or ElementName.RecordedDate or ElementName.DateAsserted or ElementName.ReceivedTime: record.Recorded = First(record.Recorded, Moment(name)); break;
            case ElementName.AuthoredOn or ElementName.WhenHandedOver or ElementName.Date: record.When = First(record.When, Moment(name)); break;
            case ElementName.Period: record.When = Period(name); break;
            case ElementName.Collection: Collection(name); break;
            case ElementName.Identifier: Identifiers(name); break;
            case ElementName.Extension: Extensions(name); break;
            case ElementName.Contained: ContainedResources(name); break;
            case >= ElementName.OnsetDateTime and <= ElementName.OnsetString: record.When = Moment(name); break;
            case >= ElementName.AbatementDateTime and <= ElementName.AbatementBoolean: record.Ended = Moment(name); break;
            case >= ElementName.EffectiveDateTime and <= ElementName.OccurrenceTiming:
                if (name >= ElementName.OccurrenceDateTime && record.Kind == ResourceKind.Procedure)
                    Foreign(name, "R5");
                else
                    record.When = Moment(name);
                break;
            default:
                if (!MeasuredElement(name, record))
                    Rest(name);
                break;
        }
    }

    /// <summary>Elements that R4 does not have tell another version; all others are passed over.</summary>
    private void Rest(ElementName name)
    {
        var version = (name, _record.Kind) switch
        {
            (ElementName.Taken or ElementName.ReasonNotTaken, ResourceKind.MedicationStatement) => "STU3",
            (ElementName.AssertedDate, ResourceKind.Condition) => "STU3",
            (ElementName.NotDone, ResourceKind.Procedure) => "STU3",
            (ElementName.NotGiven, ResourceKind.Immunization) => "STU3",
            (ElementName.Comment, ResourceKind.Observation) => "STU3",
            (ElementName.Context, ResourceKind.Observation or ResourceKind.Condition or ResourceKind.Procedure or ResourceKind.MedicationRequest or ResourceKind.DiagnosticReport) => "STU3",
            (ElementName.Medication, ResourceKind.MedicationRequest or ResourceKind.MedicationStatement or ResourceKind.MedicationAdministration or ResourceKind.MedicationDispense) => "R5",
            (ElementName.ActualPeriod, ResourceKind.Encounter) => "R5",
            (ElementName.TriggeredBy, ResourceKind.Observation) => "R5",
            (ElementName.Participant, ResourceKind.Condition) => "R5",
            _ => null,
        };
        if (name == ElementName.Animal && _record.Kind == ResourceKind.Patient)
            _record.IsAnimal = true;
        if (version is not null)
            Foreign(name, version);
        else
            Skip();
    }

    private void Foreign(ElementName name, string version)
    {
        _record.Foreign ??= (ElementNames.Text(name), version);
        Skip();
    }

    private void ContainedResources(ElementName name)
    {
        if (!IsList(name))
            return;
        while (NextItem())
        {
            if (_json.TokenType != JsonTokenType.StartObject || TakeType() is not { } type)
            {
                WrongType(name, "a resource");
                continue;
            }

            var inner = Resource(type);
            inner.Container = _record;
            inner.Id = inner.Id?.TrimStart('#');
            (_record.Contained ??= []).Add(inner);
        }
    }
}
