using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>The states of all findings of one lesion group.</summary>
internal interface IFindingStates
{
    ReadOnlySpan<FindingState> States { get; }

    /// <summary>Whether anything was stated both ways.</summary>
    bool AnyContradicted { get; }

    bool IsContradicted(int finding);

    /// <summary>Whether one of some findings, in ascending order, was stated both ways.</summary>
    bool AnyContradictedOf(int[] findings);
}

/// <summary>What follows from the states of findings.</summary>
internal static class Implications
{
    /// <summary>Adds everything that follows, nearest first. What was stated both ways stays open.</summary>
    /// <param name="said">What was said; asked only what is contradicted.</param>
    /// <param name="states">The states, which are completed.</param>
    /// <param name="via">Takes down from which finding each added state follows; empty: nobody asks.</param>
    /// <param name="catalogue">What follows from what.</param>
    public static void Close<TSaid>(TSaid said, FindingState[] states, short[] via, FindingCatalogue catalogue)
        where TSaid : IFindingStates
    {
        Span<short> known = stackalloc short[states.Length];
        _ = Close(said, states, via, catalogue, known);
    }

    /// <summary>The same; returns how many findings are known then, and lists them.</summary>
    public static int Close<TSaid>(TSaid said, FindingState[] states, short[] via, FindingCatalogue catalogue, Span<short> queue)
        where TSaid : IFindingStates
    {
        var count = Known(states, queue);
        var anyContradicted = said.AnyContradicted;
        for (var i = 0; i < count; i++)
        {
            var finding = queue[i];
            foreach (var follows in catalogue.Following(finding, states[finding]))
            {
                var (implied, state) = FindingCatalogue.Unpacked(follows);
                if (states[implied] != FindingState.Unknown || (anyContradicted && said.IsContradicted(implied)))
                    continue;
                states[implied] = state;
                if (via.Length > 0)
                    via[implied] = finding;
                queue[count++] = (short)implied;
            }
        }

        return count;
    }

    /// <summary>Lists what is known, in ascending order; returns how many that are.</summary>
    private static int Known(ReadOnlySpan<FindingState> states, Span<short> known)
    {
        var count = 0;
        var bytes = MemoryMarshal.AsBytes(states);
        var first = 0;
        // Eight states at a time: mostly none of them is known.
        for (; first <= bytes.Length - sizeof(ulong); first += sizeof(ulong))
        {
            for (var some = BinaryPrimitives.ReadUInt64LittleEndian(bytes[first..]); some != 0;)
            {
                var place = BitOperations.TrailingZeroCount(some) >> 3;
                known[count++] = (short)(first + place);
                some &= ~(0xFFUL << (place * 8));
            }
        }

        for (; first < bytes.Length; first++)
        {
            if (bytes[first] != 0)
                known[count++] = (short)first;
        }

        return count;
    }
}
