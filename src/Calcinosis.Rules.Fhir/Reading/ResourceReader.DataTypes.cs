using System.Text.Json;
using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir.Reading;

/// <content>FHIR's data types.</content>
internal ref partial struct ResourceReader
{
    public string? Text(ElementName name)
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.String:
                return _json.ValueIsEscaped ? _json.GetString() : _pool.Get(_json.ValueSpan);
            case JsonTokenType.Null:
                NullValue(name);
                return null;
            case JsonTokenType.Number:
                // A code or an id written as a number keeps its digits.
                _record.Fault(ElementNames.Text(name), "wrong-type", "a number", "a string", "A string is expected here; the digits were taken.");
                return _pool.Get(_json.ValueSpan);
            default:
                WrongType(name, "a string");
                return null;
        }
    }

    /// <summary>A text that is hardly ever there twice, such as an id.</summary>
    public string? Unique(ElementName name) =>
        _json.TokenType == JsonTokenType.String && !_json.ValueIsEscaped ? Utf8Pool.Decode(_json.ValueSpan) : Text(name);

    private bool? Flag(ElementName name)
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            case JsonTokenType.String when _json.ValueTextEquals("true"u8) || _json.ValueTextEquals("false"u8):
                _record.Fault(ElementNames.Text(name), "wrong-type", "a string", "true or false", "true and false are written without quotes.");
                return _json.ValueTextEquals("true"u8);
            default:
                WrongType(name, "true or false");
                return null;
        }
    }

    private string? Reference(ElementName name)
    {
        if (_json.TokenType == JsonTokenType.StartArray)
            return FirstReference(name);
        if (!IsObject(name))
            return null;
        string? reference = null;
        while (NextElement(ElementName.Reference))
            reference = Text(ElementName.Reference);

        return reference;
    }

    private string? FirstReference(ElementName name) => References(name, null) is { Count: > 0 } references ? references[0] : null;

    private List<string>? References(ElementName name, List<string>? references)
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            if (Reference(name) is { } one)
                (references ??= []).Add(one);
            return references;
        }

        while (NextItem())
        {
            if (_json.TokenType == JsonTokenType.StartArray)
                WrongType(name, "a reference");
            else if (Reference(name) is { } one)
                (references ??= []).Add(one);
        }

        return references;
    }

    private List<Concept>? Concepts(ElementName name, List<Concept>? concepts)
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            if (Concept(name) is { } one)
                (concepts ??= new List<Concept>(1)).Add(one);
            return concepts;
        }

        while (NextItem())
        {
            if (_json.TokenType == JsonTokenType.StartArray)
                WrongType(name, "a CodeableConcept");
            else if (Concept(name) is { } one)
                (concepts ??= new List<Concept>(1)).Add(one);
        }

        return concepts;
    }

    /// <summary>A status that STU3 wrote as a bare code tells that version.</summary>
    private Concept? StatusConcept(ElementName name)
    {
        if (_json.TokenType != JsonTokenType.String)
            return Concept(name);
        Foreign(name, "STU3");
        return null;
    }

    private Concept? Concept(ElementName name)
    {
        // A bare string in place of a concept is taken as its words; a bare Coding as its only code.
        if (_json.TokenType == JsonTokenType.String)
        {
            _record.Fault(ElementNames.Text(name), "wrong-type", "a string", "a CodeableConcept", "A coded concept is expected here; the string was taken as its text.");
            return Text(name) is { } text ? Resources.Concept.OfText(text) : null;
        }

        if (_json.TokenType == JsonTokenType.StartArray)
            return Concepts(name, null) is { Count: > 0 } several ? several[0] : null;
        return IsObject(name) ? ConceptObject() : null;
    }

    /// <summary>The concept that begins here: the same object as before where the same bytes were read before.</summary>
    private Concept? ConceptObject()
    {
        var begin = _json;
        var start = (int)_json.TokenStartIndex;
        Skip();
        var length = (int)_json.BytesConsumed - start;
        var hash = 0UL;
        if (length <= ConceptPool.Longest && _concepts.Find(_text, start, length, out hash) is { } known)
            return known;
        _json = begin;
        // Its names have been seen on the way to its end.
        (var names, _names) = (_names, null);
        var faults = _record.Faults?.Count;
        var concept = ReadConcept();
        _names = names;
        // What is wrong with a concept is told of every resource that has it.
        if (concept is not null && length <= ConceptPool.Longest && _record.Faults?.Count == faults)
            _concepts.Add(hash, start, length, concept);
        return concept;
    }

    private Concept? ReadConcept()
    {
        var concept = new Concept();
        string? system = null, code = null, display = null;
        while (NextElement(out var inner))
        {
            switch (inner)
            {
                case ElementName.Coding: Codings(inner, concept); break;
                case ElementName.Text: concept.Text = Text(inner); break;
                case ElementName.System: system = Text(inner); break;
                case ElementName.Code: code = Text(inner); break;
                case ElementName.Display: display = Text(inner); break;
                default: Skip(); break;
            }
        }

        if (code is not null || display is not null)
            concept.Codings.Add(new Coding(system, code, display));
        return concept.Codings.Count == 0 && concept.Text is null ? null : concept;
    }

    private void Codings(ElementName name, Concept concept)
    {
        var list = _json.TokenType == JsonTokenType.StartArray;
        while (!list || NextItem())
        {
            if (IsObject(name))
            {
                string? system = null, code = null, display = null;
                while (NextElement(out var inner))
                {
                    switch (inner)
                    {
                        case ElementName.System: system = Text(inner); break;
                        case ElementName.Code: code = Text(inner); break;
                        case ElementName.Display: display = Text(inner); break;
                        default: Skip(); break;
                    }
                }

                if (code is not null || display is not null)
                    concept.Codings.Add(new Coding(system, code, display));
            }

            if (!list)
                return;
        }
    }

    private Amount? Quantity(ElementName name)
    {
        if (_json.TokenType is JsonTokenType.Number or JsonTokenType.String)
        {
            // A bare number in place of a Quantity: the unit is then unknown.
            var (bare, words) = Number(name);
            _record.Fault(ElementNames.Text(name), "wrong-type", "a bare value", "a Quantity", "A quantity with value and unit is expected here; the unit is unknown.");
            return new Amount(bare, null, null, null) { NumberText = words };
        }

        if (!IsObject(name))
            return null;
        decimal? number = null;
        string? text = null, unit = null, code = null, comparator = null;
        while (NextElement(out var inner))
        {
            switch (inner)
            {
                case ElementName.Value: (number, text) = Number(name); break;
                case ElementName.Unit: unit = Text(inner); break;
                case ElementName.Code: code = Text(inner); break;
                case ElementName.Comparator: comparator = Text(inner); break;
                default: Skip(); break;
            }
        }

        return new Amount(number, unit, code, comparator) { NumberText = text };
    }

    /// <summary>A number; as a string its words, for the mapping to read.</summary>
    private (decimal? Number, string? Text) Number(ElementName name)
    {
        if (_json.TokenType == JsonTokenType.Number)
        {
            if (_json.TryGetDecimal(out var number))
                return (number, null);
            _record.Fault(ElementNames.Text(name), "number-out-of-range", "a number beyond 28 digits", "a number of at most 28 digits", "The number is too large; it was not read.");
            return default;
        }

        if (_json.TokenType == JsonTokenType.String)
        {
            _record.Fault(ElementNames.Text(name), "number-as-string", "a string", "a number", "A number is expected here; the string was read as one where it is one.");
            return (null, _json.GetString());
        }

        WrongType(name, "a number");
        return default;
    }

    private DataValue? Value(ElementName name)
    {
        var element = ElementNames.Text(name);
        switch (name)
        {
            case ElementName.ValueQuantity:
                return Quantity(name) is { } amount ? new DataValue(ValueForm.Quantity, element) { Amount = amount } : null;
            case ElementName.ValueCodeableConcept:
                return Concept(name) is { } concept ? new DataValue(ValueForm.Concept, element) { Concept = concept } : null;
            case ElementName.ValueString or ElementName.ValueTime:
                return Text(name) is { } text ? new DataValue(ValueForm.Text, element) { Text = text } : null;
            case ElementName.ValueBoolean:
                return Flag(name) is { } flag ? new DataValue(ValueForm.Flag, element) { Flag = flag } : null;
            case ElementName.ValueInteger:
                return Number(name) is var (whole, words) && (whole is not null || words is not null) ? new DataValue(ValueForm.Integer, element) { Amount = new Amount(whole, null, null, null) { NumberText = words } } : null;
            case ElementName.ValueRange:
                return Bounds(name) is var (low, high) && (low ?? high) is not null ? new DataValue(ValueForm.Range, element) { Amount = low, Second = high } : null;
            case ElementName.ValueRatio:
                return Ratio(name) is var (top, bottom) && top is not null ? new DataValue(ValueForm.Ratio, element) { Amount = top, Second = bottom } : null;
            case ElementName.ValueDateTime or ElementName.ValuePeriod:
                return new DataValue(ValueForm.When, element) { When = Moment(name) };
            default:
                Skip();
                return new DataValue(ValueForm.Other, element);
        }
    }

    private (Amount? Low, Amount? High) Bounds(ElementName name) => Pair(name, ElementName.Low, ElementName.High);

    private (Amount? Low, Amount? High) Ratio(ElementName name) => Pair(name, ElementName.Numerator, ElementName.Denominator);

    private (Amount? First, Amount? Second) Pair(ElementName name, ElementName first, ElementName second)
    {
        Amount? one = null, two = null;
        if (!IsObject(name))
            return default;
        while (NextElement(out var inner))
        {
            if (inner == first)
                one = Quantity(inner);
            else if (inner == second)
                two = Quantity(inner);
            else
                Skip();
        }

        return (one, two);
    }
}
