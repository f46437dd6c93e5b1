using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Vocabulary;

/// <summary>All findings that rules can speak of, numbered, with what follows from each. Immutable.</summary>
internal sealed class FindingCatalogue
{
    private static readonly Lazy<FindingCatalogue> Shared = new(() => FindingCatalogueBuilder.Build(ClinicalVocabulary.Default));
    /// <summary>Room for the states of a finding; a power of two, so that taking a number apart costs nothing.</summary>
    private const int StatesOfFinding = 4;

    private readonly Dictionary<string, int> _indexes;
    private readonly (int Finding, FindingState State)[][] _whenPresent;
    private readonly (int Finding, FindingState State)[][] _whenAbsent;

    /// <summary>What follows from every finding in every state, one behind the other; from where it stands for a finding and a state.</summary>
    private readonly short[] _following;
    private readonly int[] _followingFrom;
    private readonly (int Finding, FindingState State)[][] _implyingPresent;
    private readonly (int Finding, FindingState State)[][] _implyingAbsent;

    public FindingCatalogue(IEnumerable<FindingDefinition> definitions)
    {
        Definitions = [.. definitions.OrderBy(definition => definition.Id, StringComparer.Ordinal)];
        _indexes = new Dictionary<string, int>(Definitions.Count, StringComparer.Ordinal);
        for (var i = 0; i < Definitions.Count; i++)
        {
            if (!_indexes.TryAdd(Definitions[i].Id, i))
                throw new ArgumentException($"Finding '{Definitions[i].Id}' is defined twice.", nameof(definitions));
        }

        _whenPresent = [.. Definitions.Select(definition => Numbered(definition, definition.WhenPresent))];
        _whenAbsent = [.. Definitions.Select(definition => Numbered(definition, definition.WhenAbsent))];
        var (following, followingFrom) = (new List<short>(), new List<int>());
        for (var finding = 0; finding < Definitions.Count; finding++)
        {
            for (var state = 0; state < StatesOfFinding; state++)
            {
                followingFrom.Add(following.Count);
                following.AddRange(Implied(finding, (FindingState)state).Select(implied => checked((short)((implied.Finding * StatesOfFinding) + (int)implied.State))));
            }
        }

        followingFrom.Add(following.Count);
        (_following, _followingFrom) = ([.. following], [.. followingFrom]);
        var implying = new Dictionary<(int Finding, FindingState State), List<(int Finding, FindingState State)>>();
        for (var i = 0; i < Definitions.Count; i++)
        {
            foreach (var state in (FindingState[])[FindingState.Present, FindingState.Absent])
            {
                foreach (var implied in Implied(i, state))
                {
                    if (!implying.TryGetValue(implied, out var sources))
                        implying[implied] = sources = [];
                    sources.Add((i, state));
                }
            }
        }

        _implyingPresent = [.. Definitions.Select((_, i) => implying.TryGetValue((i, FindingState.Present), out var sources) ? sources.ToArray() : [])];
        _implyingAbsent = [.. Definitions.Select((_, i) => implying.TryGetValue((i, FindingState.Absent), out var sources) ? sources.ToArray() : [])];
    }

    /// <summary>The catalogue of this version of the library.</summary>
    public static FindingCatalogue Default => Shared.Value;

    public IReadOnlyList<FindingDefinition> Definitions { get; }

    public int Count => Definitions.Count;

    public FindingDefinition this[int index] => Definitions[index];

    public bool Contains(string finding) => _indexes.ContainsKey(finding);

    public int IndexOf(string finding) =>
        _indexes.TryGetValue(finding, out var index) ? index : throw new ArgumentException($"No finding is called '{finding}'.", nameof(finding));

    public bool TryIndexOf(string finding, out int index) => _indexes.TryGetValue(finding, out index);

    /// <summary>What follows directly from a finding in a state.</summary>
    public (int Finding, FindingState State)[] Implied(int finding, FindingState state) => state switch
    {
        FindingState.Present => _whenPresent[finding],
        FindingState.Absent => _whenAbsent[finding],
        _ => [],
    };

    /// <summary>The same in a form that costs less to walk over, to be taken apart by <see cref="Unpacked"/>.</summary>
    public ReadOnlySpan<short> Following(int finding, FindingState state)
    {
        var place = (finding * StatesOfFinding) + (int)state;
        var from = _followingFrom[place];
        return new ReadOnlySpan<short>(_following, from, _followingFrom[place + 1] - from);
    }

    public static (int Finding, FindingState State) Unpacked(short following) => (following / StatesOfFinding, (FindingState)(following & (StatesOfFinding - 1)));

    /// <summary>From what a finding in a state follows directly.</summary>
    public (int Finding, FindingState State)[] Implying(int finding, FindingState state) => state switch
    {
        FindingState.Present => _implyingPresent[finding],
        FindingState.Absent => _implyingAbsent[finding],
        _ => [],
    };

    private (int, FindingState)[] Numbered(FindingDefinition definition, IReadOnlyList<Implication> implications) =>
        [.. implications.Select(implied => _indexes.TryGetValue(implied.Finding, out var index)
            ? (index, implied.State)
            : throw new ArgumentException($"Finding '{definition.Id}' implies the unknown finding '{implied.Finding}'.", nameof(definition)))];
}
