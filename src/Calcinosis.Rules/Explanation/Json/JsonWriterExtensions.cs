using System.Text.Json;

namespace Calcinosis.Rules.Explanation.Json;

/// <summary>The few shapes that the assessment document is made of.</summary>
internal static class JsonWriterExtensions
{
    public static void WriteOptional(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void WriteStrings(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < values.Count; i++)
            json.WriteStringValue(values[i]);
        json.WriteEndArray();
    }

    public static void WriteNames<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<T> values, Func<T, string> nameOf)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < values.Count; i++)
            json.WriteStringValue(nameOf(values[i]));
        json.WriteEndArray();
    }

    public static void WriteArray<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> writeMembers)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < items.Count; i++)
        {
            json.WriteStartObject();
            writeMembers(json, items[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Items of which some come with their JSON.</summary>
    public static void WritePreparedArray<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> writeMembers)
        where T : class, IPrepared
    {
        json.WriteStartArray(name);
        var prepared = PreparedJson.IsFor(json);
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (prepared && item.Prepared.TryWrite(json, item))
                continue;
            json.WriteStartObject();
            writeMembers(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Two decimals that are equal look equal: a decimal remembers its scale (31.20), a document must not.</summary>
    public static void WritePlainNumber(this Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal value) =>
        json.WriteNumber(name, PlainNumber.WithoutTrailingZeros(value));
}
