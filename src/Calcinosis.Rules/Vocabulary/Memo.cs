using System.Collections.Concurrent;

namespace Calcinosis.Rules.Vocabulary;

/// <summary>
/// Remembers what names were found to mean, so that a name that comes again costs one look. It changes speed and never an
/// answer. Bounded in number and length of names; only names that the vocabulary covers without rest may be put in, so
/// that no free words of a patient's record stay in memory. Thread-safe.
/// </summary>
internal sealed class Memo<TKey, TMeaning>(IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    /// <summary>Names longer than this are looked up every time.</summary>
    public const int LongestName = 120;

    private const int Most = 32_768;
    private readonly ConcurrentDictionary<TKey, TMeaning> _known = new(comparer);
    private int _count;

    public bool TryGet(TKey name, out TMeaning meaning) => _known.TryGetValue(name, out meaning!);

    public void Put(TKey name, TMeaning meaning)
    {
        if (_count < Most && _known.TryAdd(name, meaning))
            Interlocked.Increment(ref _count);
    }
}
