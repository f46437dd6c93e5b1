using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>
/// What is known about one lesion group: every finding of the catalogue in one of three states, with what was seen and
/// where. Closed under implication: what follows from a known finding is known. Immutable.
/// </summary>
internal sealed class Picture
{
    private static readonly IReadOnlyList<string> Nowhere = [];
    private readonly FindingState[] _states;
    private readonly bool[] _contradicted;

    /// <summary>For a state that only follows from another finding: that finding's number; else -1.</summary>
    private readonly int[] _via;
    private readonly (string Seen, IReadOnlyList<string> From)?[] _provenance;

    /// <summary>States that the reading took for granted, with the words that say so.</summary>
    private readonly Dictionary<int, string> _takenForGranted;

    private Picture(
        FindingCatalogue catalogue, FindingState[] states, bool[] contradicted, int[] via, (string, IReadOnlyList<string>)?[] provenance, Dictionary<int, string> takenForGranted)
    {
        _takenForGranted = takenForGranted;
        Catalogue = catalogue;
        _states = states;
        _contradicted = contradicted;
        _via = via;
        _provenance = provenance;
    }

    public FindingCatalogue Catalogue { get; }

    public ReadOnlySpan<FindingState> States => _states;

    public FindingState this[int finding] => _states[finding];

    public FindingState this[string finding] => _states[Catalogue.IndexOf(finding)];

    public static Picture Empty(FindingCatalogue catalogue)
    {
        var via = new int[catalogue.Count];
        Array.Fill(via, -1);
        return new Picture(catalogue, new FindingState[catalogue.Count], new bool[catalogue.Count], via, new (string, IReadOnlyList<string>)?[catalogue.Count], []);
    }

    public static Picture Of(FindingCatalogue catalogue, PictureBuilder builder)
    {
        var picture = Empty(catalogue);
        foreach (var (finding, entry) in builder.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (!catalogue.TryIndexOf(finding, out var index))
                continue;
            picture._states[index] = entry.State;
            picture._contradicted[index] = entry.Contradicted;
            picture._provenance[index] = (entry.Seen, entry.From);
            if (builder.TakenForGranted.TryGetValue(finding, out var text))
                picture._takenForGranted[index] = text;
        }

        picture.Close();
        return picture;
    }

    public bool IsContradicted(int finding) => _contradicted[finding];

    public bool AnyContradicted => Array.IndexOf(_contradicted, true) >= 0;

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
        if (_states[finding] == FindingState.Unknown)
            return [finding];
        var result = new List<int>();
        var queue = new Queue<int>([finding]);
        var seen = new HashSet<int> { finding };
        while (queue.TryDequeue(out var current))
        {
            if (_via[current] < 0)
                result.Add(current);
            foreach (var source in Catalogue.Implying(current, _states[current]))
            {
                if (_states[source.Finding] == source.State && seen.Add(source.Finding))
                    queue.Enqueue(source.Finding);
            }
        }

        return result;
    }

    /// <summary>The words for a state that was taken for granted; null when the record itself says it.</summary>
    public string? TakenForGranted(int finding) => _states[finding] == FindingState.Unknown ? null : _takenForGranted.GetValueOrDefault(finding);

    public string? Seen(int finding) => _provenance[finding]?.Seen;

    public IReadOnlyList<string> From(int finding) => _provenance[finding]?.From ?? Nowhere;

    /// <summary>What one answer would change, itself first, with everything that follows; cheaper than a whole picture.</summary>
    public List<(int Finding, FindingState State)> Consequences(int finding, FindingState state)
    {
        var changes = new List<(int Finding, FindingState State)> { (finding, state) };
        for (var i = 0; i < changes.Count; i++)
        {
            foreach (var implied in Catalogue.Implied(changes[i].Finding, changes[i].State))
            {
                if (_states[implied.Finding] == FindingState.Unknown && !_contradicted[implied.Finding] && !changes.Exists(change => change.Finding == implied.Finding))
                    changes.Add(implied);
            }
        }

        return changes;
    }

    /// <summary>The picture after one unknown is answered, with everything that follows. A contradiction on it is settled.</summary>
    public Picture With(int finding, FindingState state) => With([(finding, state)]);

    public Picture With(IEnumerable<(int Finding, FindingState State)> answers)
    {
        var copy = Copy();
        foreach (var (finding, state) in answers)
        {
            copy._states[finding] = state;
            copy._contradicted[finding] = false;
            copy._via[finding] = -1;
        }

        copy.Close();
        return copy;
    }

    /// <summary>The picture in which a finding was stated both ways: nothing is known of it.</summary>
    public Picture Contradict(int finding)
    {
        var copy = Copy();
        copy._states[finding] = FindingState.Unknown;
        copy._contradicted[finding] = true;
        copy._via[finding] = -1;
        copy._provenance[finding] = ("stated both ways", []);
        for (var i = 0; i < _states.Length; i++)
        {
            if (_via[i] >= 0 && i != finding)
                copy._states[i] = FindingState.Unknown;
            if (_via[i] >= 0)
                copy._via[i] = -1;
        }

        copy.Close();
        return copy;
    }

    /// <summary>The picture that only these statements make, with everything that follows; contradictions only where asked for.</summary>
    public Picture Only(IEnumerable<int> findings, bool keepContradictions)
    {
        var copy = Empty(Catalogue);
        foreach (var finding in findings)
        {
            var said = SaidBy(finding);
            copy._states[said] = _states[said];
            copy._provenance[said] = _provenance[said];
        }

        if (keepContradictions)
            Array.Copy(_contradicted, copy._contradicted, _contradicted.Length);
        copy.Close();
        return copy;
    }

    /// <summary>The picture without these statements and without what only followed from them.</summary>
    public Picture Without(IEnumerable<int> findings)
    {
        var gone = findings.Select(SaidBy).ToHashSet();
        var copy = Copy();
        for (var i = 0; i < _states.Length; i++)
        {
            // What follows from another finding is worked out again below, so that other grounds for it still count.
            if (_via[i] < 0 && !gone.Contains(i))
                continue;
            copy._states[i] = FindingState.Unknown;
            copy._via[i] = -1;
            copy._provenance[i] = null;
        }

        copy.Close();
        return copy;
    }

    private Picture Copy() => new(Catalogue, [.. _states], [.. _contradicted], [.. _via], [.. _provenance], _takenForGranted);

    private void Close()
    {
        var queue = new Queue<int>();
        for (var i = 0; i < _states.Length; i++)
        {
            if (_states[i] != FindingState.Unknown)
                queue.Enqueue(i);
        }

        while (queue.TryDequeue(out var finding))
        {
            foreach (var (implied, state) in Catalogue.Implied(finding, _states[finding]))
            {
                if (_states[implied] != FindingState.Unknown || _contradicted[implied])
                    continue;
                _states[implied] = state;
                _via[implied] = finding;
                _provenance[implied] ??= _provenance[finding];
                queue.Enqueue(implied);
            }
        }
    }
}
