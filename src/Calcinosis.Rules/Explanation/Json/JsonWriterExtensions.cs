using System.Text.Json;

namespace Calcinosis.Rules.Explanation.Json;

/// <summary>The few shapes that the assessment document is made of.</summary>
internal static class JsonWriterExtensions
{
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void WriteNames<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T> values, Func<T, string> nameOf)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(nameOf(value));
        json.WriteEndArray();
    }

    public static void WriteArray<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> writeMembers)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeMembers(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Two decimals that are equal look equal: a decimal remembers its scale (31.20), a document must not.</summary>
    public static void WritePlainNumber(this Utf8JsonWriter json, string name, decimal value) =>
        json.WriteNumber(name, PlainNumber.WithoutTrailingZeros(value));
}
