using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Interpretation;

/// <summary>
/// Collects the states of findings for one lesion group while the document is read. Saying the opposite of what was
/// said before is a contradiction: the finding becomes unknown and is remembered as contradicted.
/// </summary>
internal sealed class PictureBuilder
{
    /// <summary>Beyond this many, further places that say the same add nothing for a reader.</summary>
    private const int MostPointers = 64;
    private readonly Dictionary<string, PictureEntry> _entries = new(StringComparer.Ordinal);

    public List<DerivedValue> Derived { get; } = [];

    public List<ReadingNote> Notes { get; } = [];

    public Dictionary<string, PictureEntry> Entries => _entries;

    public FindingState StateOf(string finding) =>
        _entries.TryGetValue(finding, out var entry) ? entry.State : FindingState.Unknown;

    public bool IsContradicted(string finding) => _entries.TryGetValue(finding, out var entry) && entry.Contradicted;

    public void Present(string finding, string seen, params string[] from) => Say(finding, FindingState.Present, seen, from);

    public void Absent(string finding, string seen, params string[] from) => Say(finding, FindingState.Absent, seen, from);

    /// <summary>Looked at and left open, with what was seen (borderline, suspected, undated ...).</summary>
    public void Open(string finding, string seen, params string[] from)
    {
        if (!_entries.ContainsKey(finding))
            _entries[finding] = new PictureEntry(FindingState.Unknown, seen, from, Contradicted: false);
    }

    /// <summary>
    /// The state that was just given is an assumption of the reading, not a statement of the record. What the record says
    /// of the finding itself takes its place, whichever comes first.
    /// </summary>
    public void MarkAsAssumed(string finding, string text)
    {
        if (_entries[finding] is { State: not FindingState.Unknown } entry)
            _entries[finding] = entry with { TakenForGranted = text };
    }

    public void Say(string finding, FindingState state, string seen, params string[] from)
    {
        if (state == FindingState.Unknown)
        {
            Open(finding, seen, from);
            return;
        }

        if (!_entries.TryGetValue(finding, out var old) || old.TakenForGranted is not null || (old.State == FindingState.Unknown && !old.Contradicted))
            _entries[finding] = new PictureEntry(state, seen, from, Contradicted: false);
        else if (old.Contradicted || old.State != state)
            _entries[finding] = new PictureEntry(FindingState.Unknown, Join(old.Seen, seen), [.. old.From, .. from], Contradicted: true);
        else
            _entries[finding] = old with { Seen = Join(old.Seen, seen), From = old.From.Count >= MostPointers ? old.From : [.. old.From.Union(from)] };
    }

    /// <summary>Marks a finding as contradicted, whatever was said of it.</summary>
    public void Contradict(string finding, string seen, params string[] from) =>
        _entries[finding] = new PictureEntry(FindingState.Unknown, seen, from, Contradicted: true);

    /// <summary>Replaces whatever was said; for states that are derived from others and decided in one place.</summary>
    public void Decide(string finding, FindingState state, string seen, params string[] from) =>
        _entries[finding] = new PictureEntry(state, seen, from, Contradicted: false);

    /// <summary>Joins what was seen, sorted by content, so that the order of facts in the document does not show.</summary>
    private static string Join(string first, string second) =>
        first.Contains(second, StringComparison.Ordinal) && second.Length > 0 ? first : string.Join("; ", first.Split("; ").Concat(second.Split("; ")).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}

/// <summary>What was said of a finding: its state, what was seen and where.</summary>
internal sealed record PictureEntry(FindingState State, string Seen, IReadOnlyList<string> From, bool Contradicted)
{
    /// <summary>The words for a state that the reading took for granted; null when the record itself says it.</summary>
    public string? TakenForGranted { get; init; }
}
