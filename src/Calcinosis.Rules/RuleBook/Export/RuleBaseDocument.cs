using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.RuleBook.Export;

/// <summary>The whole rule base as data (<c>calcinosis-rules/1</c>): for review, for comparison of two versions, for other engines.</summary>
internal sealed record RuleBaseDocument
{
    /// <summary>Name and version of the document.</summary>
    public const string SchemaId = "calcinosis-rules/1";

    /// <summary>Version and fingerprint of the knowledge.</summary>
    public required KnowledgeReference Knowledge { get; init; }

    /// <summary>Rules in the order in which they are tried.</summary>
    public required IReadOnlyList<RuleEntry> Rules { get; init; }

    /// <summary>Findings that rules speak of.</summary>
    public required IReadOnlyList<FindingEntry> Findings { get; init; }

    /// <summary>Numbers on which an answer turns.</summary>
    public required IReadOnlyList<ThresholdEntry> Thresholds { get; init; }

    /// <summary>Reference intervals by age and sex.</summary>
    public required IReadOnlyList<RangeEntry> Ranges { get; init; }

    /// <summary>Where the statements come from.</summary>
    public required IReadOnlyList<SourceEntry> Sources { get; init; }
}

/// <summary>One rule.</summary>
internal sealed record RuleEntry
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Raised when the meaning changes after a release.</summary>
    public required int Version { get; init; }

    /// <summary>What it speaks for.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>The line that a reader sees; empty where the title is all.</summary>
    public required string Text { get; init; }

    /// <summary>The condition in plain words.</summary>
    public required string Words { get; init; }

    /// <summary>The condition.</summary>
    public required ClauseEntry When { get; init; }

    /// <summary>Types that it speaks of.</summary>
    public required IReadOnlyList<CalcinosisType> Types { get; init; }

    /// <summary>Rung of a level, limit of an upper limit; null for others.</summary>
    public Certainty? Level { get; init; }

    /// <summary>What an upper limit does; null for others.</summary>
    public CapEffect? Effect { get; init; }

    /// <summary>Subtype key, look-alike, test or treatment; null for others.</summary>
    public string? Key { get; init; }

    /// <summary>Weight of its line in an explanation; null when it has none.</summary>
    public EvidenceWeight? Weight { get; init; }

    /// <summary>Urgency of a red flag; null for others.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>What a look-alike does; null for others.</summary>
    public CautionAction? Action { get; init; }

    /// <summary>Priority of a test: 1 the same day, 2 the next days, 3 when convenient; null for others.</summary>
    public int? Priority { get; init; }

    /// <summary>Evidence of a treatment, caution of a test; null for others.</summary>
    public string? Remark { get; init; }

    /// <summary>Treatments that it speaks against, or findings that a test would settle.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>True when it only warns of a treatment.</summary>
    public bool WarnsOnly { get; init; }

    /// <summary>Rules without which it cannot be met, on purpose.</summary>
    public required IReadOnlyList<string> Narrows { get; init; }

    /// <summary>Review state.</summary>
    public required RuleStatus Status { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>A condition in three-valued logic.</summary>
internal sealed record ClauseEntry
{
    /// <summary>What it is.</summary>
    public required ClauseKind Op { get; init; }

    /// <summary>Finding that has to be present; null for other kinds.</summary>
    public string? Finding { get; init; }

    /// <summary>Rule whose condition is taken over; null for other kinds.</summary>
    public string? Rule { get; init; }

    /// <summary>Type whose level or contradiction is read; null for other kinds.</summary>
    public CalcinosisType? Type { get; init; }

    /// <summary>Level that has to be reached; null for other kinds.</summary>
    public Certainty? Level { get; init; }

    /// <summary>How many have to be met; null for other kinds.</summary>
    public int? Count { get; init; }

    /// <summary>Name under which an assumption is recorded; null when it is the finding's own.</summary>
    public string? Assumed { get; init; }

    /// <summary>Conditions below.</summary>
    public required IReadOnlyList<ClauseEntry> Of { get; init; }
}

/// <summary>Kinds of conditions.</summary>
internal enum ClauseKind
{
    /// <summary>A finding is present; unmet when it is absent.</summary>
    Finding,

    /// <summary>The condition below is unmet.</summary>
    Not,

    /// <summary>All conditions below are met.</summary>
    All,

    /// <summary>One condition below is met.</summary>
    Any,

    /// <summary>So many conditions below are met.</summary>
    AtLeast,

    /// <summary>The condition below is not known to be met; an unknown is taken as absent and recorded as an assumption.</summary>
    Unless,

    /// <summary>Another rule is met.</summary>
    Rule,

    /// <summary>A type stands at the level or above, upper limits applied.</summary>
    Reaches,

    /// <summary>A finding on which the type rests was stated both ways.</summary>
    Contradicted,
}

/// <summary>One finding.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Present">How it reads when present.</param>
/// <param name="Absent">How it reads when absent.</param>
/// <param name="Test">Test or question that would settle it; null when none is known.</param>
/// <param name="WhenPresent">What follows when it is present, as <c>finding=state</c>.</param>
/// <param name="WhenAbsent">What follows when it is absent.</param>
internal sealed record FindingEntry(string Id, string Present, string Absent, string? Test, IReadOnlyList<string> WhenPresent, IReadOnlyList<string> WhenAbsent);

/// <summary>One threshold.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Quantity">What is compared.</param>
/// <param name="Comparison">Direction, and whether the bound is included.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">UCUM unit.</param>
/// <param name="Meaning">What holds on that side.</param>
/// <param name="Finding">Finding that it decides; null when it serves the reading of the document.</param>
/// <param name="Policy">True when the number was chosen by this project.</param>
/// <param name="Sources">Source ids.</param>
internal sealed record ThresholdEntry(string Id, string Quantity, Comparator Comparison, decimal Value, string Unit, string Meaning, string? Finding, bool Policy, IReadOnlyList<string> Sources);

/// <summary>One reference interval.</summary>
/// <param name="Analyte">Test.</param>
/// <param name="Sex">Null: all.</param>
/// <param name="AgeUnit"><c>d</c> or <c>a</c>.</param>
/// <param name="From">Least age, included.</param>
/// <param name="To">Age, not included.</param>
/// <param name="Low">Lower limit; null: none.</param>
/// <param name="High">Upper limit; null: none.</param>
/// <param name="Unit">UCUM unit of the limits.</param>
/// <param name="Sources">Source ids.</param>
internal sealed record RangeEntry(string Analyte, Sex? Sex, string AgeUnit, decimal From, decimal To, decimal? Low, decimal? High, string Unit, IReadOnlyList<string> Sources);

/// <summary>One source.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="About">What it was read for.</param>
/// <param name="Citation">Who, where, when, and under which address it was seen.</param>
/// <param name="Background">Why it is listed although nothing cites it; null when something does.</param>
internal sealed record SourceEntry(string Id, string About, string Citation, string? Background);
