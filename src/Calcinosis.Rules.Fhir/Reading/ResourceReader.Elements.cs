using System.Text.Json;
using Calcinosis.Rules.Fhir.Resources;

namespace Calcinosis.Rules.Fhir.Reading;

/// <content>Elements that are objects of their own.</content>
internal ref partial struct ResourceReader
{
    private bool MeasuredElement(ElementName name, Measured measured)
    {
        switch (name)
        {
            case ElementName.Code: measured.Code = Concept(name); return true;
            case ElementName.DataAbsentReason: measured.DataAbsentReason = Concept(name); return true;
            case ElementName.Interpretation: measured.Interpretation = Concepts(name, measured.Interpretation); return true;
            case ElementName.ReferenceRange: ReferenceRanges(name, measured); return true;
            case >= ElementName.ValueQuantity and <= ElementName.ValueSampledData: measured.Value = Value(name) ?? measured.Value; return true;
            default: return false;
        }
    }

    private void Components(ElementName name)
    {
        var component = new Measured();
        if (!IsList(name))
            return;
        while (NextObject(name))
        {
            while (NextElement(out var inner))
            {
                if (!MeasuredElement(inner, component))
                    Skip();
            }

            (_record.Components ??= []).Add(component);
            component = new Measured();
        }
    }

    private void ReferenceRanges(ElementName name, Measured measured)
    {
        var list = _json.TokenType == JsonTokenType.StartArray;
        while (!list || NextItem())
        {
            if (IsObject(name))
                (measured.ReferenceRanges ??= []).Add(OneRange());
            if (!list)
                return;
        }
    }

    private RangeRecord OneRange()
    {
        var range = new RangeRecord();
        while (NextElement(out var name))
        {
            switch (name)
            {
                case ElementName.Low: range.Low = Quantity(name); break;
                case ElementName.High: range.High = Quantity(name); break;
                case ElementName.Type: range.Type = Concept(name); break;
                case ElementName.AppliesTo: range.AppliesTo.AddRange(Concepts(name, null) ?? []); break;
                case ElementName.Age: (range.AgeLow, range.AgeHigh) = Bounds(name); break;
                case ElementName.Text: range.Text = Text(name); break;
                default: Skip(); break;
            }
        }

        return range;
    }

    private void Stage(ElementName name)
    {
        if (!IsList(name))
            return;
        while (NextObject(name))
        {
            while (NextElement(ElementName.Summary))
                _record.Stage = First(_record.Stage, Concept(ElementName.Summary));
        }
    }

    private void Evidence(ElementName name)
    {
        if (!IsList(name))
            return;
        while (NextObject(name))
        {
            while (NextElement(ElementName.Detail))
                _record.Abouts = References(ElementName.Detail, _record.Abouts);
        }
    }

    /// <summary>Dosage is a list in requests and statements and one object in administrations; the first one that says something counts.</summary>
    private void Dosages(ElementName name)
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            if (IsObject(name))
                OneDosage();
            return;
        }

        while (NextObject(name))
            OneDosage();
    }

    private void OneDosage()
    {
        while (NextElement(out var name))
        {
            switch (name)
            {
                case ElementName.Route: _record.Route = First(_record.Route, Concept(name)); break;
                case ElementName.Site: _record.Sites = Concepts(name, _record.Sites); break;
                case ElementName.Text: _record.DosageText = First(_record.DosageText, Text(name)); break;
                case ElementName.Dose or ElementName.DoseQuantity: _record.Dose = First(_record.Dose, Quantity(name)); break;
                case ElementName.DoseAndRate: DoseAndRate(name); break;
                case ElementName.Timing: DoseTiming(name); break;
                default: Skip(); break;
            }
        }
    }

    private void DoseAndRate(ElementName name)
    {
        if (!IsList(name))
            return;
        while (NextObject(name))
        {
            while (NextElement(ElementName.DoseQuantity))
                _record.Dose = First(_record.Dose, Quantity(ElementName.DoseQuantity));
        }
    }

    private void DoseTiming(ElementName name)
    {
        if (!IsObject(name))
            return;
        while (NextElement(ElementName.Repeat))
        {
            if (!IsObject(ElementName.Repeat))
                continue;
            while (NextElement(ElementName.PeriodUnit))
                _record.DosePeriod = First(_record.DosePeriod, Text(ElementName.PeriodUnit));
        }
    }

    private void Ingredients(ElementName name)
    {
        if (!IsList(name))
            return;
        while (NextObject(name))
        {
            while (NextElement(ElementName.ItemCodeableConcept))
                _record.Ingredients = Concepts(ElementName.ItemCodeableConcept, _record.Ingredients);
        }
    }

    /// <summary>Type of a Specimen or Encounter; a Bundle's is one word and read elsewhere.</summary>
    private void Type(ElementName name)
    {
        if (_record.Kind is ResourceKind.Specimen or ResourceKind.Encounter)
            _record.Details = Concepts(name, _record.Details);
        else
            Skip();
    }

    /// <summary>A relative's diseases, or what was wrong with a sample.</summary>
    private void ConditionElement(ElementName name)
    {
        if (_record.Kind == ResourceKind.Specimen)
        {
            _record.SampleConditions = Concepts(name, _record.SampleConditions);
            return;
        }

        if (_record.Kind != ResourceKind.FamilyMemberHistory)
        {
            Skip();
            return;
        }

        if (!IsList(name))
            return;
        while (NextObject(name))
        {
            while (NextElement(ElementName.Code))
                _record.Details = Concepts(ElementName.Code, _record.Details);
        }
    }

    /// <summary>One Coding in R4; a list is R5.</summary>
    private void Class(ElementName name)
    {
        if (_json.TokenType == JsonTokenType.StartArray)
        {
            Foreign(name, "R5");
            return;
        }

        if (!IsObject(name))
            return;
        while (NextElement(ElementName.Code))
            _record.EncounterClass = Text(ElementName.Code);
    }

    private void Collection(ElementName name)
    {
        if (!IsObject(name))
            return;
        while (NextElement(out var inner))
        {
            if (inner is ElementName.CollectedDateTime or ElementName.CollectedPeriod)
                _record.When = Moment(inner);
            else if (inner == ElementName.BodySite)
                _record.Sites = Concepts(inner, _record.Sites);
            else
                Skip();
        }
    }

    private void Identifiers(ElementName name)
    {
        var list = _json.TokenType == JsonTokenType.StartArray;
        while (!list || NextItem())
        {
            if (IsObject(name))
            {
                var (system, value) = Identifier();
                if (string.Equals(system, OwnSystems.Lesion, StringComparison.Ordinal))
                    _record.LesionId ??= value;
            }

            if (!list)
                return;
        }
    }

    /// <summary>System and value of the identifier that begins here.</summary>
    public (string? System, string? Value) Identifier()
    {
        string? system = null, value = null;
        while (NextElement(out var name))
        {
            switch (name)
            {
                case ElementName.System: system = Text(name); break;
                case ElementName.Value: value = Text(name); break;
                default: Skip(); break;
            }
        }

        return (system, value);
    }

    /// <summary>Two extensions of Patient are read: that it is an animal, and the sex at birth where no gender is given.</summary>
    private void Extensions(ElementName name)
    {
        if (_record.Kind != ResourceKind.Patient)
        {
            Skip();
            return;
        }

        if (!IsList(name))
            return;
        while (NextObject(name))
        {
            string? url = null, code = null;
            while (NextElement(out var inner))
            {
                if (inner == ElementName.Url)
                    url = Text(inner);
                else if (inner == ElementName.ValueCode)
                    code = Text(inner);
                else
                    Skip();
            }

            if (url is null)
                continue;
            if (url.EndsWith("/patient-animal", StringComparison.Ordinal))
                _record.IsAnimal = true;
            else if (url.EndsWith("/us-core-birthsex", StringComparison.Ordinal))
                _record.BirthSex = code;
        }
    }
}
