using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// What the findings of one patient support, and exactly why: the document <c>calcinosis-assessment/1</c>.
/// The same findings give the same assessment, to the byte, on every machine and culture. Immutable.
/// </summary>
public sealed record Assessment
{
    /// <summary>The value of <c>schema</c>.</summary>
    public const string SchemaId = "calcinosis-assessment/1";

    /// <summary>The id of the findings document.</summary>
    public string? Id { get; init; }

    /// <summary>Which rule base spoke.</summary>
    public required KnowledgeReference Knowledge { get; init; }

    /// <summary>Settings that differ from the defaults; empty when there are none.</summary>
    public IReadOnlyList<PolicySetting> Policy { get; init; } = [];

    /// <summary>The answer for the whole patient, in one word.</summary>
    public Conclusion Conclusion { get; init; }

    /// <summary>The types that <see cref="Conclusion"/> speaks of.</summary>
    public IReadOnlyList<CalcinosisType> Types { get; init; } = [];

    /// <summary>The leading suggestion; null when nothing stands at possible or above.</summary>
    public LeadingSuggestion? Leading { get; init; }

    /// <summary>What the record already calls it ("the record already says"); never evidence for a level.</summary>
    public IReadOnlyList<string> RecordSays { get; init; } = [];

    /// <summary>Every lesion group with all five types, ranked.</summary>
    public IReadOnlyList<LesionAssessment> Lesions { get; init; } = [];

    /// <summary>Red flags, most urgent first; independent of the ranking.</summary>
    public IReadOnlyList<RedFlag> RedFlags { get; init; } = [];

    /// <summary>Mimics and other cautions.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>Tests and questions that could change the answer, most pressing first.</summary>
    public IReadOnlyList<WorkupItem> Workup { get; init; } = [];

    /// <summary>Treatment information; nothing here is an order.</summary>
    public IReadOnlyList<TreatmentOption> Treatments { get; init; } = [];

    /// <summary>Drugs on record that the findings speak against, or that may be a cause; nothing here is an order.</summary>
    public IReadOnlyList<MedicationNote> Medications { get; init; } = [];

    /// <summary>Risks of the disease and of its treatment.</summary>
    public IReadOnlyList<RiskNote> Risks { get; init; } = [];

    /// <summary>What the site's own rules added, most urgent first; apart from the catalogue's word. Left out of the document when empty.</summary>
    public IReadOnlyList<SiteAddition> SiteAdditions { get; init; } = [];

    /// <summary>Values that were computed.</summary>
    public IReadOnlyList<DerivedValue> Derived { get; init; } = [];

    /// <summary>Remarks on how findings were read ("near the upper limit in some laboratories").</summary>
    public IReadOnlyList<ReadingNote> Notes { get; init; } = [];

    /// <summary>What the vocabulary did not know; it took no part.</summary>
    public IReadOnlyList<NotUnderstood> NotUnderstood { get; init; } = [];

    /// <summary>What was wrong with the document.</summary>
    public IReadOnlyList<Issue> Issues { get; init; } = [];

    /// <summary>For whom this is: shown in every rendering.</summary>
    public string Notice { get; init; } = StandardNotice;

    /// <summary>The standing notice.</summary>
    public const string StandardNotice =
        "Information for a qualified clinician: it lays open what the recorded findings support and decides nothing.";
}

/// <summary>Version and fingerprint of the rule base.</summary>
/// <param name="Version">Semantic version of the knowledge.</param>
/// <param name="Fingerprint">SHA-256 of the rule base and of the settings that differ from the defaults, in hexadecimal.</param>
public sealed record KnowledgeReference(string Version, string Fingerprint);

/// <summary>A setting that differs from its default.</summary>
public sealed record PolicySetting(string Name, string Value);

/// <summary>The answer for a patient in one word.</summary>
public enum Conclusion
{
    /// <summary>The document has errors; nothing was assessed.</summary>
    NotAssessed,

    /// <summary>No lesion was described.</summary>
    NoLesion,

    /// <summary>Nothing stands above unlikely.</summary>
    Undetermined,

    /// <summary>One type is suggested.</summary>
    Suggested,

    /// <summary>Dystrophic and metastatic both stand at probable or above.</summary>
    Mixed,

    /// <summary>Two other types stand at probable or above.</summary>
    Several,

    /// <summary>The findings show something else that looks like it.</summary>
    Mimic,
}

/// <summary>The leading suggestion.</summary>
public sealed record LeadingSuggestion(CalcinosisType Type, string? Subtype, Certainty Certainty, string Lesion);

/// <summary>The five types for one lesion group, ranked.</summary>
public sealed record LesionAssessment(string Lesion, IReadOnlyList<Suggestion> Suggestions);

/// <summary>One type for one lesion group.</summary>
public sealed record Suggestion
{
    /// <summary>The type.</summary>
    public required CalcinosisType Type { get; init; }

    /// <summary>The subtype key, such as <c>ctd.ssc_limited</c>; null when none is shown by the findings.</summary>
    public string? Subtype { get; init; }

    /// <summary>How far the findings carry it.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>Another name that other authors would give it.</summary>
    public AlternativeLabel? AlternativeLabel { get; init; }

    /// <summary>Further causes and predisposing conditions of this type.</summary>
    public IReadOnlyList<string> Contributing { get; init; } = [];

    /// <summary>Levels that the unknowns leave open, highest first; a bound.</summary>
    public IReadOnlyList<Certainty> CouldBecome { get; init; } = [];

    /// <summary>Findings that hold the level; decisive ones first.</summary>
    public IReadOnlyList<EvidenceLine> Why { get; init; } = [];

    /// <summary>Findings that speak against the type.</summary>
    public IReadOnlyList<EvidenceLine> Against { get; init; } = [];

    /// <summary>Unknowns that were taken as absent and would change the level if present.</summary>
    public IReadOnlyList<Assumption> Assumed { get; init; } = [];

    /// <summary>Unknowns whose answer would change the level.</summary>
    public IReadOnlyList<MissingFinding> Missing { get; init; } = [];

    /// <summary>What keeps the type from the next level, and which caps hold.</summary>
    public IReadOnlyList<EvidenceLine> WhyNotHigher { get; init; } = [];
}

/// <summary>Another name for a suggestion.</summary>
public sealed record AlternativeLabel(CalcinosisType Type, string? Subtype, string Text);

/// <summary>How much a line weighs in a specialist's reading. It orders lines; it is never added up.</summary>
public enum EvidenceWeight
{
    /// <summary>Weak.</summary>
    Weak,

    /// <summary>Moderate.</summary>
    Moderate,

    /// <summary>Strong.</summary>
    Strong,

    /// <summary>Required.</summary>
    Required,
}

/// <summary>Whether a line alone decides or also supports.</summary>
public enum EvidenceRole
{
    /// <summary>Belongs to the smallest set that holds the level.</summary>
    Decisive,

    /// <summary>Supports the level as well.</summary>
    Also,
}

/// <summary>Review state of a rule.</summary>
public enum RuleStatus
{
    /// <summary>Rests on sources that were read.</summary>
    Sourced,

    /// <summary>A decision of this project.</summary>
    Policy,

    /// <summary>Rests on general knowledge and awaits a check.</summary>
    Unverified,
}

/// <summary>One line of an explanation.</summary>
public sealed record EvidenceLine
{
    /// <summary>Id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Id of the finding; null for a line that speaks of another type's level.</summary>
    public required string Finding { get; init; }

    /// <summary>The finding's state.</summary>
    public required FindingState State { get; init; }

    /// <summary>Weight of the line.</summary>
    public EvidenceWeight? Weight { get; init; }

    /// <summary>Decisive or also; null where it makes no sense.</summary>
    public EvidenceRole? Role { get; init; }

    /// <summary>What was seen, in the record's words and units.</summary>
    public string? Seen { get; init; }

    /// <summary>Where it was seen: JSON Pointers or resource paths.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>The line for a reader.</summary>
    public required string Text { get; init; }

    /// <summary>Source ids, such as <c>ct:11</c>.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Review state of the rule.</summary>
    public RuleStatus Status { get; init; }
}

/// <summary>An unknown that was taken as absent.</summary>
public sealed record Assumption(string Finding, FindingState As, string Text) : IPrepared
{
    internal PreparedJson Prepared { get; set; }

    PreparedJson IPrepared.Prepared => Prepared;
}

/// <summary>An unknown whose answer would change the level.</summary>
public sealed record MissingFinding : IPrepared
{
    /// <summary>Id of the finding.</summary>
    public required string Finding { get; init; }

    /// <summary>The level if it turns out present; null when that changes nothing.</summary>
    public Certainty? IfPresent { get; init; }

    /// <summary>The level if it turns out absent; null when that changes nothing.</summary>
    public Certainty? IfAbsent { get; init; }

    /// <summary>State needed, when several findings are needed <see cref="Together"/>.</summary>
    public FindingState? Needed { get; init; }

    /// <summary>The other findings of the smallest set that would raise the level; empty when this one alone suffices.</summary>
    public IReadOnlyList<string> Together { get; init; } = [];

    /// <summary>The line for a reader.</summary>
    public required string Text { get; init; }

    internal PreparedJson Prepared { get; set; }

    PreparedJson IPrepared.Prepared => Prepared;
}

/// <summary>How soon somebody must act.</summary>
public enum Urgency
{
    /// <summary>Weeks.</summary>
    Weeks,

    /// <summary>Days.</summary>
    Days,

    /// <summary>The same day.</summary>
    SameDay,

    /// <summary>Now.</summary>
    Emergency,
}

/// <summary>Something that must not wait for the ranking.</summary>
public sealed record RedFlag(
    string Rule, Urgency Urgency, string Text, IReadOnlyList<string> Lesions, IReadOnlyList<EvidenceLine> Why, IReadOnlyList<string> Sources, RuleStatus Status);

/// <summary>What a caution does to the levels.</summary>
public enum CautionAction
{
    /// <summary>Nothing; a note.</summary>
    Note,

    /// <summary>Caps types at possible until it is settled.</summary>
    CapPossible,

    /// <summary>Caps types at unlikely.</summary>
    CapUnlikely,
}

/// <summary>Something else that the findings may be.</summary>
public sealed record Caution(
    string Rule, string Mimic, CautionAction Action, string Text, IReadOnlyList<string> Lesions, IReadOnlyList<EvidenceLine> Why, IReadOnlyList<string> Sources, RuleStatus Status);

/// <summary>A test or a question that could change the answer.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Test">Code of the test.</param>
/// <param name="Priority">1 now or the same day, 2 in the next days, 3 when convenient.</param>
/// <param name="Reason">Why, for a reader.</param>
/// <param name="Raises">Types that it could raise.</param>
/// <param name="Lowers">Types that it could lower.</param>
/// <param name="Distinguishes">Types between which it decides.</param>
/// <param name="Caution">A warning that goes with the test; null when there is none.</param>
/// <param name="Sources">Source ids.</param>
/// <param name="Status">Review state of the rule.</param>
public sealed record WorkupItem(
    string Rule, string Test, int Priority, string Reason, IReadOnlyList<CalcinosisType> Raises, IReadOnlyList<CalcinosisType> Lowers,
    IReadOnlyList<CalcinosisType> Distinguishes, string? Caution, IReadOnlyList<string> Sources, RuleStatus Status);

/// <summary>Information on one treatment.</summary>
public sealed record TreatmentOption(
    string Rule, string Option, string For, string Evidence, string Text, IReadOnlyList<TreatmentBlock> BlockedBy, IReadOnlyList<TreatmentBlock> Cautions,
    IReadOnlyList<string> Sources, RuleStatus Status) : IPrepared
{
    internal PreparedJson Prepared { get; set; }

    PreparedJson IPrepared.Prepared => Prepared;
}

/// <summary>A finding that speaks against a treatment.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Text">The line for a reader.</param>
/// <param name="Why">Findings that raise it.</param>
/// <param name="Sources">Source ids.</param>
/// <param name="Status">Review state of the rule.</param>
/// <param name="Severity">How strongly it speaks.</param>
public sealed record TreatmentBlock(
    string Rule, string Text, IReadOnlyList<EvidenceLine> Why, IReadOnlyList<string> Sources, RuleStatus Status, TreatmentSeverity Severity = TreatmentSeverity.Block);

/// <summary>How strongly a finding speaks against a treatment or a drug.</summary>
public enum TreatmentSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Caution.</summary>
    Warn,

    /// <summary>Contraindicated by the sources cited.</summary>
    Block,
}

/// <summary>A drug on record that the findings speak against, or that may be a cause. Information, never an order to stop it.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Drug">Code of the drug in the vocabulary.</param>
/// <param name="Severity">How strongly the findings speak.</param>
/// <param name="Text">The line for a reader.</param>
/// <param name="Why">Findings that raise it.</param>
/// <param name="Sources">Source ids.</param>
/// <param name="Status">Review state of the rule.</param>
public sealed record MedicationNote(
    string Rule, string Drug, TreatmentSeverity Severity, string Text, IReadOnlyList<EvidenceLine> Why, IReadOnlyList<string> Sources, RuleStatus Status);

/// <summary>A risk of the disease or of its treatment.</summary>
public sealed record RiskNote(string Rule, string Text, IReadOnlyList<string> Sources, RuleStatus Status) : IPrepared
{
    internal PreparedJson Prepared { get; set; }

    PreparedJson IPrepared.Prepared => Prepared;
}

/// <summary>A value that was computed from others.</summary>
/// <param name="Name">Name, such as <c>calcium-phosphate-product</c>.</param>
/// <param name="Value">Value to 4 significant digits; null for a result that is no number.</param>
/// <param name="Unit">UCUM unit; null for a result that is no number.</param>
/// <param name="Result">A result in words, such as <c>met</c>, <c>unmet</c>, <c>unknown</c> or <c>G3b</c>; null for a number.</param>
/// <param name="From">Where its inputs stand.</param>
/// <param name="Formula">Name of the formula.</param>
/// <param name="Note">A remark, such as "invalid: albumin below 2.0 g/dL".</param>
public sealed record DerivedValue(string Name, decimal? Value, string? Unit, string? Result, IReadOnlyList<string> From, string Formula, string? Note = null);

/// <summary>A remark on how a finding was read.</summary>
public sealed record ReadingNote(string Code, string Text, IReadOnlyList<string> From);
