using System.Runtime.InteropServices;

namespace Calcinosis.Rules.Fhir.Reading;

/// <summary>A number made from all bytes of a text, at a few nanoseconds: equal texts have equal numbers, different texts almost always different ones.</summary>
internal static class Utf8Hash
{
    private const ulong Golden = 0x9E3779B97F4A7C15UL;

    public static ulong Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length < sizeof(ulong))
        {
            ulong all = 0;
            foreach (var one in utf8)
                all = (all << 8) | one;
            return unchecked((all + ((ulong)utf8.Length << 56)) * Golden);
        }

        var number = (ulong)utf8.Length;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(utf8))
            number = ulong.RotateLeft(unchecked((number ^ word) * Golden), 29);
        number = unchecked((number ^ MemoryMarshal.Read<ulong>(utf8[^sizeof(ulong)..])) * 0xD6E8FEB86659FD93UL);
        return number ^ (number >> 32);
    }
}
