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
    private readonly FindingState[] _states = new FindingState[FindingCatalogue.Default.Count];
    private readonly Remark[] _remarks = new Remark[FindingCatalogue.Default.Count];
    private PictureEntry?[] _entries = keepsWords ? new PictureEntry?[FindingCatalogue.Default.Count] : [];
    private readonly short[] _known = new short[keepsWords ? 0 : FindingCatalogue.Default.Count];
    private int _knownCount;

    /// <summary>By state: the entry that was made last.</summary>
    private readonly PictureEntry?[] _last = new PictureEntry?[3];
    private bool _handedOver;

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

    /// <summary>What was seen of every finding, to keep: the next lesion group gets entries of its own.</summary>
    public PictureEntry?[] HandOverEntries()
    {
        if (!keepsWords)
            return new PictureEntry?[_states.Length];
        _handedOver = true;
        return _entries;
    }

    /// <summary>Forgets everything, for the next lesion group.</summary>
    public void Clear()
    {
        Array.Clear(_states);
        Array.Clear(_remarks);
        if (_handedOver)
            _entries = new PictureEntry?[_entries.Length];
        else
            Array.Clear(_entries);
        _handedOver = false;
        Array.Clear(_last);
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
            Keep(finding, FindingState.Unknown, said, said);
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
            _entries[finding] = _entries[finding]!.Assumed(text);
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
            Keep(finding, state, said, said);
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
            _entries[finding] = new PictureEntry(FindingState.Unknown, seen, from, contradicted: true);
    }

    public void Contradict(int finding, Said said) => Contradict(finding, keepsWords ? said.Seen : "", said);

    public void Contradict(int finding, [InterpolatedStringHandlerArgument("")] ref SeenText seen, Origin from) => Contradict(finding, keepsWords ? seen.Take() : "", from);

    /// <summary>Replaces whatever was said; for states that are derived from others and decided in one place.</summary>
    public void Decide(int finding, FindingState state, string seen, Origin from) => Decide(finding, state, (object)seen, from);

    private void Decide(int finding, FindingState state, object seen, Origin from)
    {
        if (finding < 0)
            return;
        _states[finding] = state;
        _remarks[finding] = Remark.None;
        if (keepsWords)
            _entries[finding] = Entry(state, seen, from);
    }

    public void Decide(int finding, FindingState state, Said said) => Decide(finding, state, (object)said, said);

    public void Decide(int finding, FindingState state, [InterpolatedStringHandlerArgument("")] ref SeenText seen, Origin from) => Decide(finding, state, keepsWords ? seen.Take() : "", from);

    /// <summary>Adds everything that follows from the states, nearest first. Nothing more may be said then.</summary>
    public void Close(FindingCatalogue catalogue) => _knownCount = Implications.Close(this, _states, [], catalogue, _known);

    /// <summary>The findings that are known once everything that follows is added.</summary>
    public ReadOnlySpan<short> Known => _known.AsSpan(0, _knownCount);

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

    /// <summary>The state with its words, which are a text or something that was said.</summary>
    private void Keep(int finding, FindingState state, object seen, Origin from)
    {
        if (finding < 0)
            return;
        ref var entry = ref _entries[finding];
        if (state == FindingState.Unknown)
        {
            entry ??= Entry(state, seen, from);
            return;
        }

        Put(finding, state);
        if (entry is null || entry.TakenForGranted is not null || (entry.State == FindingState.Unknown && !entry.Contradicted))
            entry = Entry(state, seen, from);
        else
            entry = entry.And(state, seen, from);
    }

    /// <summary>One entry for all findings of which the same was seen, as of the regions in which a lesion lies.</summary>
    private PictureEntry Entry(FindingState state, object seen, Origin from)
    {
        ref var last = ref _last[(int)state];
        return last is not null && last.Is(state, seen, from) ? last : last = new PictureEntry(state, seen, from, contradicted: false);
    }
}
