using System.Runtime.InteropServices;
using System.Text;

namespace Calcinosis.Rules.Fhir.Reading;

/// <summary>
/// Gives one string for equal bytes, so that system URIs, codes, displays and units, which a record repeats a thousand
/// times, are made once. Lives for one reading.
/// </summary>
internal sealed class Utf8Pool
{
    private const int LongestPooled = 200;

    /// <summary>No more are compared for one text, so that texts made to collide cost little.</summary>
    private const int LongestChain = 32;
    private int[] _buckets = new int[128];
    private Entry[] _entries = new Entry[96];
    private int _count;

    /// <summary>The string for unescaped UTF-8.</summary>
    /// <exception cref="InvalidOperationException">The bytes are no UTF-8.</exception>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return "";
        if (utf8.Length > LongestPooled)
            return Decode(utf8);
        var hash = Hash(utf8);
        var steps = 0;
        for (var i = _buckets[hash & (uint)(_buckets.Length - 1)] - 1; i >= 0 && steps < LongestChain; i = _entries[i].Next, steps++)
        {
            if (_entries[i].Hash == hash && Ascii.Equals(utf8, _entries[i].Text))
                return _entries[i].Text;
        }

        var text = Decode(utf8);
        if (text.Length == utf8.Length)
            Add(hash, text);
        return text;
    }

    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        if (!System.Text.Unicode.Utf8.IsValid(utf8))
            throw new InvalidOperationException("The text is no valid UTF-8.");
        return Encoding.UTF8.GetString(utf8);
    }

    private void Add(uint hash, string text)
    {
        if (_count == _entries.Length)
            Grow();
        ref var bucket = ref _buckets[hash & (uint)(_buckets.Length - 1)];
        _entries[_count] = new Entry(hash, text, bucket - 1);
        bucket = ++_count;
    }

    private void Grow()
    {
        _buckets = new int[_buckets.Length * 2];
        var entries = new Entry[_entries.Length * 2];
        for (var i = 0; i < _count; i++)
        {
            ref var bucket = ref _buckets[_entries[i].Hash & (uint)(_buckets.Length - 1)];
            entries[i] = _entries[i] with { Next = bucket - 1 };
            bucket = i + 1;
        }

        _entries = entries;
    }

    /// <summary>Length, first and last bytes: enough to tell codes and displays apart; equality decides.</summary>
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        ulong head, tail;
        if (utf8.Length >= 8)
        {
            head = MemoryMarshal.Read<ulong>(utf8);
            tail = MemoryMarshal.Read<ulong>(utf8[^8..]) ^ MemoryMarshal.Read<ulong>(utf8[((utf8.Length - 8) / 2)..]);
        }
        else
        {
            head = tail = 0;
            foreach (var one in utf8)
                head = (head << 8) | one;
        }

        var mixed = unchecked(((head ^ (tail * 0x9E3779B97F4A7C15UL)) + (ulong)utf8.Length) * 0xD6E8FEB86659FD93UL);
        return (uint)(mixed >> 32);
    }

    private readonly record struct Entry(uint Hash, string Text, int Next);
}
