using System.Text.Json;

namespace Calcinosis.Rules.Fhir.Reading;

/// <content>Steps through objects and lists. Every step leaves the reader on a value that the caller reads or skips whole.</content>
internal ref partial struct ResourceReader
{
    /// <summary>Moves to the next element of the object that was entered; false at its end.</summary>
    private bool NextElement(out ElementName name)
    {
        if (Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            name = Name();
            return true;
        }

        name = default;
        return false;
    }

    /// <summary>Moves to the next element of this name, past all others; false at the end of the object.</summary>
    private bool NextElement(ElementName wanted)
    {
        while (NextElement(out var name))
        {
            if (name == wanted)
                return true;
            Skip();
        }

        return false;
    }

    /// <summary>Moves to the next item of the list that was entered; false at its end.</summary>
    private bool NextItem() => Read() && _json.TokenType != JsonTokenType.EndArray;

    /// <summary>Moves to the next object of the list that was entered; what is none is noted and skipped.</summary>
    private bool NextObject(ElementName name)
    {
        while (NextItem())
        {
            if (IsObject(name))
                return true;
        }

        return false;
    }

    /// <summary>The first of repeated elements counts; the others are read all the same, for the reader must pass them.</summary>
    private static T? First<T>(T? known, T? read)
        where T : class => known ?? read;

    /// <summary>True when an object begins here; else what stands here is noted and skipped.</summary>
    private bool IsObject(ElementName name)
    {
        if (_json.TokenType == JsonTokenType.StartObject)
            return true;
        WrongType(name, "an object");
        return false;
    }

    private bool IsList(ElementName name)
    {
        if (_json.TokenType == JsonTokenType.StartArray)
            return true;
        WrongType(name, "a list");
        return false;
    }

    private void WrongType(ElementName name, string expected)
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            NullValue(name);
            return;
        }

        var found = _json.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            _ => "true or false",
        };
        _record.Fault(ElementNames.Text(name), "wrong-type", found, expected, $"Expected {expected} here; it was not read.");
        Skip();
    }

    private readonly void NullValue(ElementName name) =>
        _record.Fault(ElementNames.Text(name), "null-value", "null", "the element left out", "FHIR has no empty elements; it was read as not given.");
}
