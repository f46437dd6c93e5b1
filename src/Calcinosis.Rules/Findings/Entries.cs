using System.Runtime.InteropServices;

namespace Calcinosis.Rules.Findings;

/// <summary>Lists of a document as spans, so that walking over them costs no call an element. Documents are read from JSON into arrays.</summary>
internal static class Entries
{
    public static ReadOnlySpan<T> Of<T>(IReadOnlyList<T> entries) => entries switch
    {
        T[] array => array,
        List<T> list => CollectionsMarshal.AsSpan(list),
        _ => entries.ToArray(),
    };
}
