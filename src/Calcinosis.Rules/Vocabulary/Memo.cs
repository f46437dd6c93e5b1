using System.Runtime.InteropServices;

namespace Calcinosis.Rules.Vocabulary;

/// <summary>
/// What names mean: those of the vocabulary, and those of documents that were read before, so that a name that comes again
/// costs one look at a few of its letters. It changes speed and never an answer. Bounded in number and length of names and
/// in the names that share a place; of documents only names that the vocabulary covers without rest may be put in, so that
/// no free words of a patient's record stay in memory. Thread-safe; looking up takes no lock.
/// </summary>
internal sealed class Memo<TMeaning>
    where TMeaning : class
{
    /// <summary>Names longer than this are looked up every time.</summary>
    public const int LongestName = 120;

    private const int Most = 32_768;

    /// <summary>A place that so many names share takes no more: names that were chosen to meet there stay slow and harm nobody else.</summary>
    private const int MostInPlace = 8;

    private readonly Lock _growing = new();
    private Known?[] _places = new Known?[64];
    private int _count;

    /// <summary>What the name means; null when it is not here.</summary>
    /// <param name="name">The name, to the letter.</param>
    /// <param name="system">Whose name it is; null: nobody's in particular.</param>
    public TMeaning? Find(string name, string? system = null)
    {
        var hash = HashOf(name);
        var places = Volatile.Read(ref _places);
        for (var known = places[hash & (places.Length - 1)]; known is not null; known = known.Next)
        {
            if (known.Hash == hash && known.Name == name && known.System == system)
                return known.Meaning;
        }

        return null;
    }

    /// <summary>Remembers what a name means, unless there is no more room.</summary>
    public void Put(string name, TMeaning meaning, string? system = null)
    {
        if (name.Length + (system?.Length ?? 0) > LongestName)
            return;
        lock (_growing)
        {
            if (_count >= Most || Find(name, system) is not null)
                return;
            if (_count == _places.Length)
                Grow();
            if (Add(_places, new Known(HashOf(name), name, system, meaning, null)))
                _count++;
        }
    }

    private static bool Add(Known?[] places, Known known)
    {
        ref var place = ref places[known.Hash & (places.Length - 1)];
        var others = 0;
        for (var other = place; other is not null; other = other.Next)
            others++;
        if (others >= MostInPlace)
            return false;
        Volatile.Write(ref place, new Known(known.Hash, known.Name, known.System, known.Meaning, place));
        return true;
    }

    private void Grow()
    {
        var larger = new Known?[_places.Length * 2];
        foreach (var first in _places)
        {
            for (var known = first; known is not null; known = known.Next)
                _ = Add(larger, known);
        }

        Volatile.Write(ref _places, larger);
    }

    /// <summary>Its length and twelve of its letters, from both ends and the middle: names of a vocabulary hardly ever agree in all of them.</summary>
    private static int HashOf(string name)
    {
        var bytes = MemoryMarshal.AsBytes(name.AsSpan());
        ulong hash = (uint)name.Length;
        if (bytes.Length >= sizeof(ulong))
        {
            hash = Mixed(hash, MemoryMarshal.Read<ulong>(bytes));
            hash = Mixed(hash, MemoryMarshal.Read<ulong>(bytes[((bytes.Length / 2) - 4)..]));
            hash = Mixed(hash, MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..]));
        }
        else
        {
            foreach (var letter in name)
                hash = Mixed(hash, letter);
        }

        return unchecked((int)(hash >> 32));
    }

    private static ulong Mixed(ulong hash, ulong letters)
    {
        var mixed = unchecked((hash ^ letters) * 0x9E3779B97F4A7C15);
        return mixed ^ (mixed >> 29);
    }

    private sealed record Known(int Hash, string Name, string? System, TMeaning Meaning, Known? Next);
}
