using System.Text.Json;

namespace Calcinosis.Rules.Fhir.Writing;

/// <summary>Small pieces of FHIR JSON that every written resource uses.</summary>
internal static class FhirJson
{
    public static void Concept(this Utf8JsonWriter json, string name, string text, params (string System, string Code, string? Display)[] codings)
    {
        json.WriteStartObject(name);
        json.ConceptBody(text, codings);
        json.WriteEndObject();
    }

    public static void ConceptBody(this Utf8JsonWriter json, string text, params (string System, string Code, string? Display)[] codings)
    {
        if (codings.Length > 0)
        {
            json.WriteStartArray("coding");
            foreach (var (system, code, display) in codings)
            {
                json.WriteStartObject();
                json.WriteString("system", system);
                json.WriteString("code", code);
                if (display is not null)
                    json.WriteString("display", display);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteString("text", text);
    }

    public static void Reference(this Utf8JsonWriter json, string name, string reference)
    {
        json.WriteStartObject(name);
        json.WriteString("reference", reference);
        json.WriteEndObject();
    }

    public static void References(this Utf8JsonWriter json, string name, IEnumerable<string> references)
    {
        var any = false;
        foreach (var reference in references)
        {
            if (!any)
                json.WriteStartArray(name);
            any = true;
            json.WriteStartObject();
            json.WriteString("reference", reference);
            json.WriteEndObject();
        }

        if (any)
            json.WriteEndArray();
    }

    public static void Note(this Utf8JsonWriter json, params string[] texts)
    {
        json.WriteStartArray("note");
        foreach (var text in texts)
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The narrative: what a reader sees who knows nothing of the coded parts.</summary>
    public static void Narrative(this Utf8JsonWriter json, string xhtml)
    {
        json.WriteStartObject("text");
        json.WriteString("status", "generated");
        json.WriteString("div", $"<div xmlns=\"http://www.w3.org/1999/xhtml\">{xhtml}</div>");
        json.WriteEndObject();
    }
}
