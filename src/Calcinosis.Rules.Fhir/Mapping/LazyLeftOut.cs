using System.Collections;
using Calcinosis.Rules.Fhir.Resources;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Something that took no part.</summary>
/// <param name="Record">The resource.</param>
/// <param name="Element">The element in it; empty for all of it.</param>
/// <param name="Reason">Why, in one word.</param>
/// <param name="What">What it names.</param>
/// <param name="Text">Why, for a reader.</param>
internal readonly record struct LeaveNote(ResourceRecord Record, string Element, LeftOutReason Reason, string What, string Text);

/// <summary>What took no part. The lines are made when the list is looked at: who wants the types alone never does.</summary>
internal sealed class LazyLeftOut(List<LeaveNote> notes) : IReadOnlyList<LeftOut>
{
    private readonly Lazy<LeftOut[]> _lines = new(() =>
        [.. notes.Select(note => new LeftOut(DocumentDraft.Of(note.Record, note.Element), note.Reason, Concept.Short(note.What), note.Text))]);

    public int Count => notes.Count;

    public LeftOut this[int index] => _lines.Value[index];

    public IEnumerator<LeftOut> GetEnumerator() => ((IEnumerable<LeftOut>)_lines.Value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
