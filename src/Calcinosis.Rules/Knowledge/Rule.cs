using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Knowledge;

/// <summary>What a rule speaks for.</summary>
internal enum RuleKind
{
    /// <summary>A named part that other rules use ("kidney failure", "a cause that fits this site").</summary>
    Criterion,

    /// <summary>One rung of a type's decision table.</summary>
    Level,

    /// <summary>An upper limit for one or more types.</summary>
    Cap,

    /// <summary>A subtype; the first that is met names the suggestion.</summary>
    Subtype,

    /// <summary>Another name that other authors would give.</summary>
    AlternativeLabel,

    /// <summary>Speaks against a type in the explanation; moves no level by itself.</summary>
    Against,

    /// <summary>Speaks for a type in the explanation; moves no level by itself.</summary>
    For,

    /// <summary>Something urgent.</summary>
    RedFlag,

    /// <summary>Something else that it may be.</summary>
    Caution,

    /// <summary>A test or a question.</summary>
    Test,

    /// <summary>Information on a treatment.</summary>
    Treatment,

    /// <summary>A finding that speaks against a treatment.</summary>
    Block,

    /// <summary>A drug that the patient takes and that the findings speak against, or that may be the cause.</summary>
    Medication,

    /// <summary>A risk.</summary>
    Risk,
}

/// <summary>What a cap does.</summary>
internal enum CapEffect
{
    /// <summary>At most the level.</summary>
    AtMost,

    /// <summary>One level lower, but not below possible.</summary>
    OneLower,

    /// <summary>Exactly the level, whatever the rungs say.</summary>
    Exactly,
}

/// <summary>
/// One rule: plain data with a stable id. <see cref="Text"/> is the line that a reader sees; the tree in
/// <see cref="When"/> is what is evaluated.
/// </summary>
internal sealed record Rule
{
    public required string Id { get; init; }

    public required RuleKind Kind { get; init; }

    public required string Title { get; init; }

    public required Clause When { get; init; }

    /// <summary>The types that the rule speaks of; empty for rules that are about none.</summary>
    public IReadOnlyList<CalcinosisType> Types { get; init; } = [];

    /// <summary>The rung of a <see cref="RuleKind.Level"/> rule, the limit of a <see cref="RuleKind.Cap"/> rule.</summary>
    public Certainty? Level { get; init; }

    public CapEffect Effect { get; init; }

    /// <summary>Subtype key, mimic id, test code or treatment id, by kind.</summary>
    public string? Key { get; init; }

    public EvidenceWeight? Weight { get; init; }

    public Urgency? Urgency { get; init; }

    public CautionAction? Action { get; init; }

    public int Priority { get; init; }

    public string Text { get; init; } = "";

    /// <summary>Further words by kind: evidence of a treatment, alternative label, caution of a test.</summary>
    public string? Remark { get; init; }

    /// <summary>For a <see cref="RuleKind.Block"/>: the treatments; for a <see cref="RuleKind.Test"/>: the findings that it would settle.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    public IReadOnlyList<string> Sources { get; init; } = [];

    public RuleStatus Status { get; init; } = RuleStatus.Sourced;

    /// <summary>How strongly a <see cref="RuleKind.Block"/> or <see cref="RuleKind.Medication"/> rule speaks.</summary>
    public TreatmentSeverity Severity { get; init; } = TreatmentSeverity.Block;

    /// <summary>What is shown: a block that rests on general knowledge alone is issued as a warning.</summary>
    public TreatmentSeverity ShownSeverity =>
        Severity == TreatmentSeverity.Block && Status == RuleStatus.Unverified ? TreatmentSeverity.Warn : Severity;

    /// <summary>
    /// For a <see cref="RuleKind.Test"/>: states that its answer may put in the place of known ones, each list one answer;
    /// a measured ionised calcium, for example, overrules the total.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Implication>> Overturns { get; init; } = [];

    /// <summary>For a <see cref="RuleKind.Test"/>: also offered when the answer changes a red flag or what speaks against a treatment.</summary>
    public bool ForSafety { get; init; }

    /// <summary>Raised when the meaning changes after a release: an id and a version always mean the same.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Ids of rules that this one repeats or narrows on purpose; checked by <c>rules check</c>.</summary>
    public IReadOnlyList<string> Narrows { get; init; } = [];
}
