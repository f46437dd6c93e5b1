namespace Calcinosis.Rules.Interpretation;

/// <summary>
/// What was said of a finding: its state, what was seen and where. Words and pointers are put together when they are first
/// asked for; an answer cites few of them.
/// </summary>
internal sealed class PictureEntry
{
    /// <summary>Beyond this many, further places that say the same add nothing for a reader.</summary>
    private const int MostPointers = 64;

    /// <summary>So many sayings are kept one behind the other before they are put together.</summary>
    private const int LongestChain = 16;

    /// <summary>A text, or something said.</summary>
    private readonly object _seen;
    private readonly Origin _origin;

    /// <summary>What was said before and is told with it; null when nothing was.</summary>
    private readonly PictureEntry? _before;
    private readonly int _length = 1;
    private Told? _told;

    /// <param name="state">The state.</param>
    /// <param name="seen">A text, or something said.</param>
    /// <param name="origin">Where it stands.</param>
    /// <param name="contradicted">It was stated both ways.</param>
    public PictureEntry(FindingState state, object seen, Origin origin, bool contradicted)
    {
        (State, _seen, _origin, Contradicted) = (state, seen, origin, contradicted);
    }

    private PictureEntry(PictureEntry before, FindingState state, object seen, Origin origin, bool contradicted)
        : this(state, seen, origin, contradicted)
    {
        _before = before;
        if (before._length == LongestChain)
            before._told ??= before.Tell();
        else
            _length = before._length + 1;
    }

    private PictureEntry(PictureEntry entry, string takenForGranted)
        : this(entry.State, entry._seen, entry._origin, entry.Contradicted)
    {
        (_before, _length, _told) = (entry._before, entry._length, entry._told);
        TakenForGranted = takenForGranted;
    }

    public FindingState State { get; }

    public bool Contradicted { get; }

    /// <summary>The words for a state that the reading took for granted; null when the record itself says it.</summary>
    public string? TakenForGranted { get; }

    public string Seen => (_told ??= Tell()).Seen;

    public IReadOnlyList<string> From => (_told ??= Tell()).From;

    /// <summary>The same with the words for a state that the reading took for granted.</summary>
    public PictureEntry Assumed(string text) => new(this, text);

    /// <summary>With what was said besides: the same, or the opposite.</summary>
    public PictureEntry And(FindingState state, object seen, Origin origin) => Contradicted || State != state
        ? new PictureEntry(this, FindingState.Unknown, seen, origin, contradicted: true)
        : new PictureEntry(this, state, seen, origin, contradicted: false);

    /// <summary>It says this and nothing else.</summary>
    public bool Is(FindingState state, object seen, Origin origin) =>
        State == state && !Contradicted && TakenForGranted is null && _before is null && ReferenceEquals(_seen, seen) && _origin.IsSame(origin);

    private Told Tell()
    {
        var seen = _seen as string ?? ((Said)_seen).Seen;
        if (_before is null)
            return new Told(seen, _origin.Paths);
        var before = _before.From;
        return new Told(
            Join(_before.Seen, seen),
            Contradicted ? [.. before, .. _origin.Paths] : before.Count >= MostPointers ? before : [.. before.Union(_origin.Paths)]);
    }

    /// <summary>Joins what was seen, sorted by content, so that the order of facts in the document does not show.</summary>
    private static string Join(string first, string second) =>
        first.Contains(second, StringComparison.Ordinal) && second.Length > 0 ? first : string.Join("; ", first.Split("; ").Concat(second.Split("; ")).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Put into words.</summary>
    private sealed record Told(string Seen, IReadOnlyList<string> From);
}
