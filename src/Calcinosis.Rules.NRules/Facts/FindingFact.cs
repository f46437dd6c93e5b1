using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.NRules.Facts;

/// <summary>
/// One finding of the vocabulary that is known, with what follows from it; an unknown finding has no fact. A finding
/// such as a site or an exposure may be so for one lesion group and not for another. Without a lesion there are none.
/// </summary>
public sealed class FindingFact : CalcinosisFact
{
    internal FindingFact(string id, string label, IEnumerable<string> presentAt, IEnumerable<string> absentAt, string text, IEnumerable<string> from)
        : base("finding " + id, text, from)
    {
        Id = id;
        Label = label;
        PresentAt = Array.AsReadOnly([.. presentAt]);
        AbsentAt = Array.AsReadOnly([.. absentAt]);
    }

    /// <summary>Id, such as <c>condition.systemic-sclerosis-limited</c>; the vocabulary pages of the rule book list them.</summary>
    public string Id { get; }

    /// <summary>The finding in words.</summary>
    public string Label { get; }

    /// <summary>The lesion groups for which it is present.</summary>
    public IReadOnlyList<string> PresentAt { get; }

    /// <summary>The lesion groups for which it is absent.</summary>
    public IReadOnlyList<string> AbsentAt { get; }

    /// <summary>Present for at least one lesion group.</summary>
    public bool IsPresent => PresentAt.Count > 0;

    /// <summary>Absent for at least one lesion group and present for none.</summary>
    public bool IsAbsent => PresentAt.Count == 0;

    /// <summary>Its state for one lesion group.</summary>
    /// <param name="lesion">Id of the lesion group.</param>
    public FindingState StateAt(string lesion) =>
        PresentAt.Contains(lesion, StringComparer.Ordinal) ? FindingState.Present
        : AbsentAt.Contains(lesion, StringComparer.Ordinal) ? FindingState.Absent
        : FindingState.Unknown;
}
