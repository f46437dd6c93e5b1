using System.Buffers;
using System.Text.Json;

namespace Calcinosis.Rules.Explanation.Json;

/// <summary>A part of an assessment whose JSON may be at hand.</summary>
internal interface IPrepared
{
    PreparedJson Prepared { get; }
}

/// <summary>
/// The JSON of a line, made once, as it stands in an assessment of one line. It belongs to that very object: a copy with
/// other words is written anew. It takes no part in comparing lines.
/// </summary>
internal readonly struct PreparedJson : IEquatable<PreparedJson>
{
    private readonly object? _line;
    private readonly byte[]? _utf8;

    private PreparedJson(object line, byte[] utf8) => (_line, _utf8) = (line, utf8);

    public static PreparedJson Of<T>(T line, Action<Utf8JsonWriter, T> writeMembers)
        where T : class
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, AssessmentJson.Compact))
        {
            json.WriteStartObject();
            writeMembers(json, line);
            json.WriteEndObject();
        }

        return new PreparedJson(line, buffer.WrittenSpan.ToArray());
    }

    /// <summary>Whether a writer writes as the prepared JSON was written.</summary>
    public static bool IsFor(Utf8JsonWriter json) => !json.Options.Indented && ReferenceEquals(json.Options.Encoder, AssessmentJson.Compact.Encoder);

    /// <summary>Writes the line if it was prepared; false when it has to be written anew.</summary>
    public bool TryWrite(Utf8JsonWriter json, object line)
    {
        if (!ReferenceEquals(line, _line))
            return false;
        json.WriteRawValue(_utf8, skipInputValidation: true);
        return true;
    }

    public bool Equals(PreparedJson other) => true;

    public override bool Equals(object? obj) => obj is PreparedJson;

    public override int GetHashCode() => 0;
}
