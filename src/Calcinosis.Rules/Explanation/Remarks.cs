using System.Diagnostics.CodeAnalysis;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Explanation;

/// <summary>What was computed, remarked and not understood on the way, of all lesions together: each once, in a fixed order.</summary>
internal static class Remarks
{
    /// <summary>By name, then by value; the first of those that say the same of the same places.</summary>
    public static IReadOnlyList<DerivedValue> Derived(LesionResult[] lesions, IEnumerable<DerivedValue> schemes)
    {
        var values = new List<DerivedValue>();
        foreach (var lesion in lesions)
            values.AddRange(lesion.Source.Derived);
        values.AddRange(schemes);
        return values.Count == 0
            ? []
            : [.. values.Distinct(SamePlaces.Instance).OrderBy(value => value.Name, StringComparer.Ordinal).ThenBy(value => value.Value)];
    }

    /// <summary>By code, then by text.</summary>
    public static IReadOnlyList<ReadingNote> Notes(IReadOnlyList<ReadingNote> ofPatient, LesionResult[] lesions)
    {
        List<ReadingNote> notes = [.. ofPatient];
        foreach (var lesion in lesions)
            notes.AddRange(lesion.Source.Notes);
        return notes.Count == 0
            ? []
            : [.. notes.DistinctBy(note => (note.Code, note.Text)).OrderBy(note => note.Code, StringComparer.Ordinal).ThenBy(note => note.Text, StringComparer.Ordinal)];
    }

    /// <summary>By path, then by text.</summary>
    public static IReadOnlyList<NotUnderstood> NotUnderstood(IReadOnlyList<NotUnderstood> byReader, IReadOnlyList<NotUnderstood> byInterpreter) =>
        byReader.Count + byInterpreter.Count == 0
            ? []
            : [.. byReader.Concat(byInterpreter).Distinct().OrderBy(line => line.Path, StringComparer.Ordinal).ThenBy(line => line.Text, StringComparer.Ordinal)];

    /// <summary>The same value of the same places, whatever formula gave it.</summary>
    private sealed class SamePlaces : IEqualityComparer<DerivedValue>
    {
        public static readonly SamePlaces Instance = new();

        public bool Equals(DerivedValue? one, DerivedValue? other) =>
            ReferenceEquals(one, other)
            || (one is not null && other is not null && one.Value == other.Value && one.Name == other.Name && one.Result == other.Result && one.From.SequenceEqual(other.From));

        public int GetHashCode([DisallowNull] DerivedValue value) => HashCode.Combine(value.Name, value.Value, value.Result);
    }
}
