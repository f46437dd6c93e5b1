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
        var bytes = MemoryMarshal.AsBytes(states.AsSpan());
        Span<short> queue = stackalloc short[states.Length];
        var count = 0;
        for (var next = bytes.IndexOfAnyExcept((byte)0); next >= 0;)
        {
            queue[count++] = (short)next;
            var step = bytes[(next + 1)..].IndexOfAnyExcept((byte)0);
            next = step < 0 ? -1 : next + 1 + step;
        }

        for (var i = 0; i < count; i++)
        {
            var finding = queue[i];
            foreach (var (implied, state) in catalogue.Implied(finding, states[finding]))
            {
                if (states[implied] != FindingState.Unknown || (said.AnyContradicted && said.IsContradicted(implied)))
                    continue;
                states[implied] = state;
                if (via.Length > 0)
                    via[implied] = finding;
                queue[count++] = (short)implied;
            }
        }
    }
}
