using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Calcinosis.Rules.Quality.Tests.Fuzzing;

/// <summary>
/// Makes a broken document out of sound ones. Half of the changes know JSON (a value is replaced, moved, doubled or taken from another document), so that
/// the readers are reached behind the parser; the other half work on bytes. The same seed and number give the same document.
/// </summary>
internal sealed class Mutator
{
    private static readonly byte[][] Odd =
    [
        .. new[]
        {
            "null", "true", "false", "0", "-0", "-1", "1e400", "-1e400", "1e-400", "79228162514264337593543950335", "79228162514264337593543950336", "0.0000000000000000000000000001",
            "123456789012345678901234567890.123456789", "1E5", "[]", "{}", "[[]]", "[null]", "[{}]", "{\"a\":1,\"a\":2}", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\uFEFF\"",
            "\"9999-12-31\"", "\"0001-01-01\"", "\"2026-02-30\"", "\"2026-13\"", "\"0000\"", "\"P0D\"", "\"P99999999999Y\"", "\"-P1D\"", "\"P1Y2M3W4D\"", "\"PT1S\"", "\"2026-10-31T23:59:60Z\"", "\"2026-10-31T10:00:00+14:00\"",
            "\"mg/dL\"", "\"mmol/L\"", "\"{INR}\"", "\"%\"", "\"calcium-total\"", "\"phosphate\"", "\"CREST syndrome\"", "\"left dorsal hand\"", "\"present\"", "\"absent\"", "\"past\"", "\"L1\"", "\"#\"", "\"Patient/1\"", "\"urn:uuid:\"", "\"http://loinc.org\"",
            "\"İıſK\"", "\"e\\u0301\\u0301\\u0301\"", "\"ﷺ\"", "\"{0}\"", "\"{{\"", "\"%s%n\"", "\"<script>\"", "\"../../etc/passwd\"", "\"'; DROP TABLE patient;--\"",
        }.Select(Encoding.UTF8.GetBytes),
        Encoding.UTF8.GetBytes("\"" + new string('a', 5000) + "\""),
        Encoding.UTF8.GetBytes(new string('[', 200) + new string(']', 200)),
        [(byte)'"', 0xC3, 0x28, (byte)'"'],
        [(byte)'"', 0xED, 0xA0, 0x80, (byte)'"'],
        [0xFF, 0xFE],
    ];

    private readonly byte[][] _seeds;
    private readonly (int Start, int Length)[][] _values;

    public Mutator(IEnumerable<byte[]> seeds)
    {
        _seeds = [.. seeds];
        _values = [.. _seeds.Select(ValuesOf)];
    }

    public byte[] Next(int seed, long number)
    {
        var random = new Random(Mix(seed, number));
        var which = random.Next(_seeds.Length);
        var document = _seeds[which];
        var changes = 1 + random.Next(4);
        for (var i = 0; i < changes; i++)
        {
            // Places of values are known in the untouched document only; later changes land where they land.
            document = random.Next(2) == 0 || _values[which].Length == 0
                ? ChangeBytes(document, random)
                : ChangeValue(document, _values[which][random.Next(_values[which].Length)], random);
        }

        return document;
    }

    /// <summary>Spreads seed and number over the start of a random sequence; System.HashCode differs from run to run.</summary>
    private static int Mix(int seed, long number)
    {
        unchecked
        {
            var mixed = ((ulong)number + ((ulong)seed << 40)) * 0x9E3779B97F4A7C15UL;
            mixed ^= mixed >> 29;
            mixed *= 0xBF58476D1CE4E5B9UL;
            return (int)(mixed >> 33);
        }
    }

    private byte[] ChangeValue(byte[] document, (int Start, int Length) place, Random random)
    {
        var start = Math.Min(place.Start, document.Length);
        var end = Math.Min(place.Start + place.Length, document.Length);
        var replacement = random.Next(5) switch
        {
            0 => OfAnother(random),
            1 => [.. document[start..end], (byte)',', .. document[start..end]],
            2 => Number(random),
            _ => Odd[random.Next(Odd.Length)],
        };
        return [.. document[..start], .. replacement, .. document[end..]];
    }

    private byte[] OfAnother(Random random)
    {
        var other = random.Next(_seeds.Length);
        if (_values[other].Length == 0)
            return [];
        var (start, length) = _values[other][random.Next(_values[other].Length)];
        return _seeds[other][start..(start + length)];
    }

    private static byte[] Number(Random random)
    {
        var value = (decimal)random.NextDouble() * (decimal)Math.Pow(10, random.Next(-6, 12)) * (random.Next(5) == 0 ? -1 : 1);
        return Encoding.UTF8.GetBytes(value.ToString(CultureInfo.InvariantCulture));
    }

    private static byte[] ChangeBytes(byte[] document, Random random)
    {
        if (document.Length == 0)
            return Odd[random.Next(Odd.Length)];
        var from = random.Next(document.Length);
        var to = Math.Min(document.Length, from + 1 + random.Next(1 << random.Next(8)));
        switch (random.Next(6))
        {
            case 0: // one bit
                var flipped = document.ToArray();
                flipped[from] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1: // a piece is lost
                return [.. document[..from], .. document[to..]];
            case 2: // a piece comes twice
                return [.. document[..to], .. document[from..]];
            case 3: // the rest is lost
                return document[..from];
            case 4: // something odd in between
                return [.. document[..from], .. Odd[random.Next(Odd.Length)], .. document[from..]];
            default: // a byte becomes any other
                var changed = document.ToArray();
                changed[from] = (byte)random.Next(256);
                return changed;
        }
    }

    private static (int Start, int Length)[] ValuesOf(byte[] document)
    {
        var places = new List<(int, int)>();
        var starts = new Stack<int>();
        var reader = new Utf8JsonReader(document, new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    starts.Push((int)reader.TokenStartIndex);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    var start = starts.Pop();
                    places.Add((start, (int)reader.BytesConsumed - start));
                    break;
                case JsonTokenType.PropertyName:
                    break;
                default:
                    places.Add(((int)reader.TokenStartIndex, (int)reader.BytesConsumed - (int)reader.TokenStartIndex));
                    break;
            }
        }

        return [.. places];
    }
}
