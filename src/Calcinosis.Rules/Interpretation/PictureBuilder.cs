using System.Runtime.CompilerServices;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>
/// Collects the states of findings for one lesion group while the document is read. Saying the opposite of what was
/// said before is a contradiction: the finding becomes unknown and is remembered as contradicted. It keeps, as it is asked
/// to, what was seen and where, or the bare states. Findings that are not in the catalogue (-1) are passed over.
/// </summary>
internal sealed class PictureBuilder(bool keepsWords) : IFindingStates
{
    /// <summary>Beyond this many, further places that say the same add nothing for a reader.</summary>
    private const int MostPointers = 64;
    private readonly FindingState[] _states = new FindingState[FindingCatalogue.Default.Count];
    private readonly Remark[] _remarks = new Remark[FindingCatalogue.Default.Count];
    private readonly PictureEntry?[] _entries = keepsWords ? new PictureEntry?[FindingCatalogue.Default.Count] : [];

    /// <summary>What is remembered of a state besides the state.</summary>
    [Flags]
    private enum Remark : byte
    {
        None = 0,
        Contradicted = 1,
        Assumed = 2,
    }

    /// <summary>True: what was seen and where is kept for an explanation. False: only the states.</summary>
    public bool KeepsWords => keepsWords;

    public List<DerivedValue> Derived { get; } = [];

    public List<ReadingNote> Notes { get; } = [];

    public ReadOnlySpan<FindingState> States => _states;

    /// <summary>Whether anything was stated both ways.</summary>
    public bool AnyContradicted { get; private set; }

    /// <summary>What was seen of a finding and where; null when nothing was, or when words are not kept.</summary>
    public PictureEntry? EntryOf(int finding) => keepsWords && finding >= 0 ? _entries[finding] : null;

    /// <summary>Forgets everything, for the next lesion group.</summary>
    public void Clear()
    {
        Array.Clear(_states);
        Array.Clear(_remarks);
        Array.Clear(_entries);
        Derived.Clear();
        Notes.Clear();
        AnyContradicted = false;
    }

    public FindingState StateOf(int finding) => finding < 0 ? FindingState.Unknown : _states[finding];

    public bool IsContradicted(int finding) => finding >= 0 && (_remarks[finding] & Remark.Contradicted) != Remark.None;

    public void Present(int finding, string seen, Origin from) => Say(finding, FindingState.Present, seen, from);

    public void Present(int finding, [InterpolatedStringHandlerArgument("")] ref SeenText seen, Origin from) => Say(finding, FindingState.Present, ref seen, from);

    public void Present(int finding, Said said) => Say(finding, FindingState.Present, said);

    public void Absent(int finding, string seen, Origin from) => Say(finding, FindingState.Absent, seen, from);

    public void Absent(int finding, [InterpolatedStringHandlerArgument("")] ref SeenText seen, Origin from) => Say(finding, FindingState.Absent, ref seen, from);

    public void Absent(int finding, Said said) => Say(finding, FindingState.Absent, said);

    /// <summary>Looked at and left open, with what was seen (borderline, suspected, undated ...).</summary>
    public void Open(int finding, [InterpolatedStringHandlerArgument("")] ref SeenText seen, Origin from)
    {
        if (keepsWords)
            Keep(finding, FindingState.Unknown, seen.Take(), from);
    }

    public void Open(int finding, string seen, Origin from)
    {
        if (keepsWords)
            Keep(finding, FindingState.Unknown, seen, from);
    }

    public void Open(int finding, Said said)
    {
        if (keepsWords)
            Keep(finding, FindingState.Unknown, said.Seen, said);
    }

    /// <summary>
    /// The state that was just given is an assumption of the reading, not a statement of the record. What the record says
    /// of the finding itself takes its place, whichever comes first.
    /// </summary>
    public void MarkAsAssumed(int finding, [InterpolatedStringHandlerArgument("")] ref SeenText text) => MarkAsAssumed(finding, keepsWords ? text.Take() : "");

    public void MarkAsAssumed(int finding, string text)
    {
        if (finding < 0 || _states[finding] == FindingState.Unknown)
            return;
        _remarks[finding] |= Remark.Assumed;
        if (keepsWords)
            _entries[finding] = _entries[finding]! with { TakenForGranted = text };
    }

    public void Say(int finding, FindingState state, string seen, Origin from)
    {
        if (keepsWords)
            Keep(finding, state, seen, from);
        else
            Put(finding, state);
    }

    public void Say(int finding, FindingState state, [InterpolatedStringHandlerArgument("")] ref SeenText seen, Origin from)
    {
        if (keepsWords)
            Keep(finding, state, seen.Take(), from);
        else
            Put(finding, state);
    }

    public void Say(int finding, FindingState state, Said said)
    {
        if (keepsWords)
            Keep(finding, state, said.Seen, said);
        else
            Put(finding, state);
    }

    /// <summary>Marks a finding as contradicted, whatever was said of it.</summary>
    public void Contradict(int finding, string seen, Origin from)
    {
        if (finding < 0)
            return;
        _states[finding] = FindingState.Unknown;
        _remarks[finding] = Remark.Contradicted;
        AnyContradicted = true;
        if (keepsWords)
            _entries[finding] = new PictureEntry(FindingState.Unknown, seen, from.Paths, Contradicted: true);
    }

    public void Contradict(int finding, [InterpolatedStringHandlerArgument("")] ref SeenText seen, Origin from) => Contradict(finding, keepsWords ? seen.Take() : "", from);

    /// <summary>Replaces whatever was said; for states that are derived from others and decided in one place.</summary>
    public void Decide(int finding, FindingState state, string seen, Origin from)
    {
        if (finding < 0)
            return;
        _states[finding] = state;
        _remarks[finding] = Remark.None;
        if (keepsWords)
            _entries[finding] = new PictureEntry(state, seen, from.Paths, Contradicted: false);
    }

    public void Decide(int finding, FindingState state, [InterpolatedStringHandlerArgument("")] ref SeenText seen, Origin from) => Decide(finding, state, keepsWords ? seen.Take() : "", from);

    /// <summary>Adds everything that follows from the states, nearest first. Nothing more may be said then.</summary>
    public void Close(FindingCatalogue catalogue) => Implications.Close(this, _states, [], catalogue);

    /// <summary>Whether one of some findings was stated both ways.</summary>
    public bool AnyContradictedOf(int[] findings)
    {
        if (!AnyContradicted)
            return false;
        foreach (var finding in findings)
        {
            if (IsContradicted(finding))
                return true;
        }

        return false;
    }

    /// <summary>The state alone. What was said before decides: nothing, the same, or the opposite.</summary>
    private void Put(int finding, FindingState state)
    {
        if (finding < 0 || state == FindingState.Unknown)
            return;
        ref var known = ref _states[finding];
        ref var remark = ref _remarks[finding];
        if (remark == Remark.None && (known == FindingState.Unknown || known == state))
        {
            known = state;
        }
        else if ((remark & Remark.Assumed) != Remark.None)
        {
            (known, remark) = (state, Remark.None);
        }
        else
        {
            (known, remark) = (FindingState.Unknown, Remark.Contradicted);
            AnyContradicted = true;
        }
    }

    /// <summary>The state with its words.</summary>
    private void Keep(int finding, FindingState state, string seen, Origin from)
    {
        if (finding < 0)
            return;
        ref var entry = ref _entries[finding];
        if (state == FindingState.Unknown)
        {
            entry ??= new PictureEntry(FindingState.Unknown, seen, from.Paths, Contradicted: false);
            return;
        }

        var old = entry;
        Put(finding, state);
        if (old is null || old.TakenForGranted is not null || (old.State == FindingState.Unknown && !old.Contradicted))
            entry = new PictureEntry(state, seen, from.Paths, Contradicted: false);
        else if (old.Contradicted || old.State != state)
            entry = new PictureEntry(FindingState.Unknown, Join(old.Seen, seen), [.. old.From, .. from.Paths], Contradicted: true);
        else
            entry = old with { Seen = Join(old.Seen, seen), From = old.From.Count >= MostPointers ? old.From : [.. old.From.Union(from.Paths)] };
    }

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
