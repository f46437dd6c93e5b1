using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>
/// What is known about one lesion group: every finding of the catalogue in one of three states, with what was seen and
/// where. Closed under implication: what follows from a known finding is known. Immutable. A variation shares with its
/// origin what was seen.
/// </summary>
internal sealed class Picture : IFindingStates
{
    private static readonly IReadOnlyList<string> Nowhere = [];
    private readonly FindingState[] _states;

    /// <summary>For a state that only follows from another finding: that finding's number; else -1.</summary>
    private readonly short[] _via;

    /// <summary>Findings that were stated both ways; mostly none.</summary>
    private readonly HashSet<int> _contradicted;
    private readonly PictureEntry?[] _entries;

    private Picture(FindingCatalogue catalogue, FindingState[] states, short[] via, HashSet<int> contradicted, PictureEntry?[] entries)
    {
        Catalogue = catalogue;
        _states = states;
        _via = via;
        _contradicted = contradicted;
        _entries = entries;
    }

    public FindingCatalogue Catalogue { get; }

    public ReadOnlySpan<FindingState> States => _states;

    public FindingState this[int finding] => _states[finding];

    public FindingState this[string finding] => _states[Catalogue.IndexOf(finding)];

    public static Picture Empty(FindingCatalogue catalogue) =>
        new(catalogue, new FindingState[catalogue.Count], NoVia(catalogue.Count), [], new PictureEntry?[catalogue.Count]);

    public static Picture Of(FindingCatalogue catalogue, PictureBuilder builder)
    {
        var picture = new Picture(catalogue, builder.States.ToArray(), NoVia(catalogue.Count), [], builder.HandOverEntries());
        for (var finding = 0; builder.AnyContradicted && finding < catalogue.Count; finding++)
        {
            if (builder.IsContradicted(finding))
                picture._contradicted.Add(finding);
        }

        picture.Close();
        return picture;
    }

    public bool IsContradicted(int finding) => _contradicted.Contains(finding);

    public bool AnyContradicted => _contradicted.Count > 0;

    /// <summary>Whether one of some findings was stated both ways.</summary>
    public bool AnyContradictedOf(int[] findings) => AnyContradictedOf(findings, except: -1);

    /// <summary>The same, one finding aside.</summary>
    public bool AnyContradictedOf(int[] findings, int except)
    {
        if (_contradicted.Count == 0)
            return false;
        foreach (var finding in _contradicted)
        {
            if (finding != except && Array.BinarySearch(findings, finding) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>The same, without those that are answered.</summary>
    public bool AnyContradictedOf(int[] findings, ReadOnlySpan<(int Finding, FindingState State)> answers)
    {
        foreach (var finding in _contradicted)
        {
            if (!IsAnswered(finding, answers) && Array.BinarySearch(findings, finding) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>The finding from which this one's state follows, or the finding itself when it was said.</summary>
    public int SaidBy(int finding)
    {
        while (_via[finding] >= 0)
            finding = _via[finding];
        return finding;
    }

    /// <summary>All statements from which a known finding follows: itself when it was said, and every other that implies it.</summary>
    public IReadOnlyList<int> Sayers(int finding)
    {
        if (_states[finding] == FindingState.Unknown || (_via[finding] < 0 && Catalogue.Implying(finding, _states[finding]).Length == 0))
            return [finding];
        var result = new List<int>();
        var queue = new List<int> { finding };
        for (var next = 0; next < queue.Count; next++)
        {
            var current = queue[next];
            if (_via[current] < 0)
                result.Add(current);
            foreach (var source in Catalogue.Implying(current, _states[current]))
            {
                if (_states[source.Finding] == source.State && !queue.Contains(source.Finding))
                    queue.Add(source.Finding);
            }
        }

        return result;
    }

    /// <summary>The words for a state that was taken for granted; null when the record itself says it.</summary>
    public string? TakenForGranted(int finding) => _states[finding] == FindingState.Unknown ? null : _entries[finding]?.TakenForGranted;

    public string? Seen(int finding) => EntryOf(finding)?.Seen;

    public IReadOnlyList<string> From(int finding) => EntryOf(finding)?.From ?? Nowhere;

    /// <summary>What one answer would change, itself first, with everything that follows; cheaper than a whole picture.</summary>
    public void Consequences(int finding, FindingState state, List<(int Finding, FindingState State)> changes)
    {
        changes.Clear();
        changes.Add((finding, state));
        for (var i = 0; i < changes.Count; i++)
        {
            foreach (var implied in Catalogue.Implied(changes[i].Finding, changes[i].State))
            {
                if (_states[implied.Finding] == FindingState.Unknown && !IsContradicted(implied.Finding) && !Mentions(changes, implied.Finding))
                    changes.Add(implied);
            }
        }
    }

    /// <summary>The picture after one unknown is answered, with everything that follows. A contradiction on it is settled.</summary>
    public Picture With(int finding, FindingState state) => With([(finding, state)]);

    public Picture With(IEnumerable<(int Finding, FindingState State)> answers)
    {
        var copy = Copy();
        foreach (var (finding, state) in answers)
        {
            copy._states[finding] = state;
            copy._contradicted.Remove(finding);
            copy._via[finding] = -1;
        }

        copy.Close();
        return copy;
    }

    /// <summary>The picture in which unknowns are taken as answered, for a "what if": what was not known says so where it is cited.</summary>
    public Picture Suppose(IEnumerable<(int Finding, FindingState State)> answers, string seen)
    {
        var open = answers.Where(answer => _states[answer.Finding] == FindingState.Unknown).ToArray();
        var copy = new Picture(Catalogue, [.. _states], [.. _via], [.. _contradicted], [.. _entries]);
        foreach (var (finding, state) in open)
        {
            copy._states[finding] = state;
            copy._contradicted.Remove(finding);
            copy._entries[finding] = new PictureEntry(state, seen, default, contradicted: false);
        }

        copy.Close();
        return copy;
    }

    /// <summary>The picture in which a finding was stated both ways: nothing is known of it.</summary>
    public Picture Contradict(int finding)
    {
        var copy = new Picture(Catalogue, [.. _states], NoVia(_via.Length), [.. _contradicted, finding], [.. _entries]);
        copy._entries[finding] = new PictureEntry(FindingState.Unknown, "stated both ways", default, contradicted: true);
        for (var i = 0; i < _states.Length; i++)
        {
            if (_via[i] >= 0 || i == finding)
                copy._states[i] = FindingState.Unknown;
        }

        copy.Close();
        return copy;
    }

    /// <summary>The picture that only these statements make, with everything that follows; contradictions only where asked for.</summary>
    public Picture Only(List<int> findings, bool keepContradictions)
    {
        var copy = new Picture(Catalogue, new FindingState[_states.Length], NoVia(_via.Length), keepContradictions ? [.. _contradicted] : [], _entries);
        StatesOfOnly(findings, copy._states);
        copy.Close();
        return copy;
    }

    /// <summary>The picture without these statements and without what only followed from them.</summary>
    public Picture Without(List<int> findings)
    {
        var copy = new Picture(Catalogue, new FindingState[_states.Length], NoVia(_via.Length), _contradicted, _entries);
        StatesWithout(findings, copy._states);
        copy.Close();
        return copy;
    }

    /// <summary>The states of <see cref="Only"/> before anything follows from them.</summary>
    public void StatesOfOnly(List<int> findings, Span<FindingState> states)
    {
        states.Clear();
        foreach (var finding in findings)
            states[SaidBy(finding)] = _states[SaidBy(finding)];
    }

    /// <summary>The states of <see cref="Without"/> before anything follows from them.</summary>
    public void StatesWithout(List<int> findings, Span<FindingState> states)
    {
        _states.CopyTo(states);
        foreach (var finding in findings)
            states[SaidBy(finding)] = FindingState.Unknown;

        // What follows from another finding is worked out again, so that other grounds for it still count.
        for (var i = NextVia(0); i >= 0; i = NextVia(i + 1))
            states[i] = FindingState.Unknown;
    }

    private static bool Mentions(List<(int Finding, FindingState State)> changes, int finding)
    {
        foreach (var change in changes)
        {
            if (change.Finding == finding)
                return true;
        }

        return false;
    }

    private static bool IsAnswered(int finding, ReadOnlySpan<(int Finding, FindingState State)> answers)
    {
        foreach (var answer in answers)
        {
            if (answer.Finding == finding)
                return true;
        }

        return false;
    }

    private static short[] NoVia(int count)
    {
        var via = new short[count];
        Array.Fill(via, (short)-1);
        return via;
    }

    private int NextVia(int from)
    {
        var next = _via.AsSpan(from).IndexOfAnyExcept((short)-1);
        return next < 0 ? -1 : from + next;
    }

    private PictureEntry? EntryOf(int finding) => _entries[finding] ?? (_via[finding] >= 0 ? EntryOf(_via[finding]) : null);

    private Picture Copy() => new(Catalogue, [.. _states], [.. _via], [.. _contradicted], _entries);

    /// <summary>Adds everything that follows, nearest first.</summary>
    private void Close() => Implications.Close(this, _states, _via, Catalogue);
}
