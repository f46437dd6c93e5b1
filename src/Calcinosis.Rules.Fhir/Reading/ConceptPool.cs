using Calcinosis.Rules.Fhir.Resources;

namespace Calcinosis.Rules.Fhir.Reading;

/// <summary>
/// A record says the same over and over: concepts that stand there with the same bytes are one object, decoded once and
/// looked up once. Lives for one reading of one text.
/// </summary>
internal sealed class ConceptPool
{
    /// <summary>Longer concepts are read every time.</summary>
    public const int Longest = 1024;

    /// <summary>No more are compared for one concept, so that concepts made to collide cost little.</summary>
    private const int LongestChain = 16;
    private const int Buckets = 256;
    private readonly int[] _buckets = new int[Buckets];
    private Entry[] _entries = new Entry[32];
    private int _count;

    /// <summary>The concept that the same bytes gave before; null when there was none.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the concept begins.</param>
    /// <param name="length">Its length.</param>
    /// <param name="hash">For <see cref="Add"/>.</param>
    public Concept? Find(ReadOnlySpan<byte> text, int start, int length, out ulong hash)
    {
        var bytes = text.Slice(start, length);
        hash = Utf8Hash.Of(bytes);
        var place = _buckets[hash % Buckets];
        for (var steps = 0; place > 0 && steps < LongestChain; steps++)
        {
            ref readonly var entry = ref _entries[place - 1];
            if (entry.Hash == hash && entry.Length == length && bytes.SequenceEqual(text.Slice(entry.Start, length)))
                return entry.Concept;
            place = entry.Next;
        }

        return null;
    }

    public void Add(ulong hash, int start, int length, Concept concept)
    {
        if (_count == _entries.Length)
            Array.Resize(ref _entries, _count * 2);
        ref var bucket = ref _buckets[hash % Buckets];
        _entries[_count] = new Entry(hash, start, length, bucket, concept);
        bucket = ++_count;
    }

    private readonly record struct Entry(ulong Hash, int Start, int Length, int Next, Concept Concept);
}
