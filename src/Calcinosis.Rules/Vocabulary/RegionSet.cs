using System.Collections;

namespace Calcinosis.Rules.Vocabulary;

/// <summary>
/// A set of base regions of the body. There are fewer than 64 of them, so a set is one word and comparing two is one
/// operation. Immutable.
/// </summary>
internal readonly struct RegionSet : IReadOnlyCollection<string>
{
    /// <summary>Every base region, in alphabetical order; the data file of sites may use no other.</summary>
    private static readonly string[] Base =
    [
        "abdomen", "ankle", "axilla", "back", "breast", "buttock", "cheek", "chest", "ear", "elbow", "eyelid", "fingers", "foot", "forearm", "forehead", "groin", "hand", "heel", "hip", "jaw", "knee",
        "lip", "lower-leg", "neck", "nose", "penis", "perianal", "scalp", "scrotum", "shoulder", "thigh", "toes", "upper-arm", "vulva", "wrist",
    ];

    private readonly ulong _regions;

    /// <exception cref="ArgumentException">A name is no base region.</exception>
    public RegionSet(params IEnumerable<string> regions)
    {
        foreach (var region in regions)
        {
            var index = Array.BinarySearch(Base, region, StringComparer.Ordinal);
            _regions |= index >= 0 ? 1UL << index : throw new ArgumentException($"'{region}' is no base region.", nameof(regions));
        }
    }

    private RegionSet(ulong regions) => _regions = regions;

    /// <summary>Every base region, in alphabetical order.</summary>
    public static IReadOnlyList<string> All => Base;

    /// <summary>The numbers of the regions among all.</summary>
    public RegionNumbers Numbers => new(_regions);

    public int Count => System.Numerics.BitOperations.PopCount(_regions);

    public bool IsSubsetOf(RegionSet other) => (_regions & ~other._regions) == 0;

    public bool Overlaps(RegionSet other) => (_regions & other._regions) != 0;

    public bool SetEquals(RegionSet other) => _regions == other._regions;

    public RegionSet Union(RegionSet other) => new(_regions | other._regions);

    /// <summary>The regions by name, in alphabetical order.</summary>
    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < Base.Length; i++)
        {
            if ((_regions >> i & 1) != 0)
                yield return Base[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Numbers of regions, to walk over without cost.</summary>
    public struct RegionNumbers(ulong left)
    {
        private ulong _left = left;

        public int Current { get; private set; }

        public readonly RegionNumbers GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_left == 0)
                return false;
            Current = System.Numerics.BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
