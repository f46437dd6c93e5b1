using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules;

/// <summary>
/// Types and certainties of one patient, without the reasons: for callers who count or filter and want to read only some
/// answers in full. It says the same as the assessment. Immutable and thread-safe.
/// </summary>
public sealed class ClassificationSummary
{
    private readonly Func<Assessment> _explain;

    internal ClassificationSummary(
        string? id, Conclusion conclusion, LeadingSuggestion? leading, Urgency? mostUrgent, IReadOnlyList<LesionLevels> lesions, IReadOnlyList<Issue> issues, Func<Assessment> explain)
    {
        Id = id;
        Conclusion = conclusion;
        Leading = leading;
        MostUrgentRedFlag = mostUrgent;
        Lesions = lesions;
        Issues = issues;
        _explain = explain;
    }

    /// <summary>The id of the findings document; null when it has none.</summary>
    public string? Id { get; }

    /// <summary>The answer for the whole patient; <see cref="Conclusion.NotAssessed"/> when the document has errors.</summary>
    public Conclusion Conclusion { get; }

    /// <summary>The leading suggestion; null when nothing stands at possible or above.</summary>
    public LeadingSuggestion? Leading { get; }

    /// <summary>The urgency of the most urgent red flag; null when the findings raise none.</summary>
    public Urgency? MostUrgentRedFlag { get; }

    /// <summary>The certainty of every type for every lesion group; empty when nothing was assessed.</summary>
    public IReadOnlyList<LesionLevels> Lesions { get; }

    /// <summary>What was wrong with the document.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>The whole assessment with its reasons, worked out now; each call works it out anew.</summary>
    public Assessment Explain() => _explain();
}

/// <summary>The certainty of every type for one lesion group.</summary>
public sealed class LesionLevels
{
    private readonly Certainty[] _levels;

    internal LesionLevels(string lesion, Certainty[] levels, IReadOnlyList<CalcinosisType> ranked)
    {
        Lesion = lesion;
        _levels = levels;
        Ranked = ranked;
    }

    /// <summary>The id of the lesion group.</summary>
    public string Lesion { get; }

    /// <summary>All five types, the best suggestion first.</summary>
    public IReadOnlyList<CalcinosisType> Ranked { get; }

    /// <summary>How far the findings carry a type.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such type.</exception>
    public Certainty this[CalcinosisType type] =>
        Enum.IsDefined(type) ? _levels[(int)type] : throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such type.");
}
