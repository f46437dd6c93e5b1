using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Explanation.Json;

/// <summary>The words that stand for our enumerations in the documents and on the command line. Fixed: callers store them.</summary>
internal static class EnumNames
{
    public static string NameOf(CalcinosisType type) => type switch
    {
        CalcinosisType.Calciphylaxis => "calciphylaxis",
        CalcinosisType.Iatrogenic => "iatrogenic",
        CalcinosisType.Dystrophic => "dystrophic",
        CalcinosisType.Metastatic => "metastatic",
        CalcinosisType.Idiopathic => "idiopathic",
        _ => throw Unnamed(nameof(type), type),
    };

    public static string NameOf(Certainty certainty) => certainty switch
    {
        Certainty.Excluded => "excluded",
        Certainty.NotAssessable => "not-assessable",
        Certainty.Unlikely => "unlikely",
        Certainty.Possible => "possible",
        Certainty.Probable => "probable",
        Certainty.Established => "established",
        _ => throw Unnamed(nameof(certainty), certainty),
    };

    public static string NameOf(Conclusion conclusion) => conclusion switch
    {
        Conclusion.NotAssessed => "not-assessed",
        Conclusion.NoLesion => "no-lesion",
        Conclusion.Undetermined => "undetermined",
        Conclusion.Suggested => "suggested",
        Conclusion.Mixed => "mixed",
        Conclusion.Several => "several",
        Conclusion.Mimic => "mimic",
        _ => throw Unnamed(nameof(conclusion), conclusion),
    };

    public static string NameOf(FindingState state) => state switch
    {
        FindingState.Unknown => "unknown",
        FindingState.Present => "present",
        FindingState.Absent => "absent",
        _ => throw Unnamed(nameof(state), state),
    };

    public static string NameOf(EvidenceWeight weight) => weight switch
    {
        EvidenceWeight.Weak => "weak",
        EvidenceWeight.Moderate => "moderate",
        EvidenceWeight.Strong => "strong",
        EvidenceWeight.Required => "required",
        _ => throw Unnamed(nameof(weight), weight),
    };

    public static string NameOf(EvidenceRole role) => role switch
    {
        EvidenceRole.Decisive => "decisive",
        EvidenceRole.Also => "also",
        _ => throw Unnamed(nameof(role), role),
    };

    public static string NameOf(RuleStatus status) => status switch
    {
        RuleStatus.Sourced => "sourced",
        RuleStatus.Policy => "policy",
        RuleStatus.Unverified => "unverified",
        _ => throw Unnamed(nameof(status), status),
    };

    public static string NameOf(Urgency urgency) => urgency switch
    {
        Urgency.Weeks => "weeks",
        Urgency.Days => "days",
        Urgency.SameDay => "same-day",
        Urgency.Emergency => "emergency",
        _ => throw Unnamed(nameof(urgency), urgency),
    };

    public static string NameOf(CautionAction action) => action switch
    {
        CautionAction.Note => "note",
        CautionAction.CapPossible => "cap-possible",
        CautionAction.CapUnlikely => "cap-unlikely",
        _ => throw Unnamed(nameof(action), action),
    };

    public static string NameOf(TreatmentSeverity severity) => severity switch
    {
        TreatmentSeverity.Info => "info",
        TreatmentSeverity.Warn => "warn",
        TreatmentSeverity.Block => "block",
        _ => throw Unnamed(nameof(severity), severity),
    };

    public static string NameOf(IssueSeverity severity) => severity switch
    {
        IssueSeverity.Warning => "warning",
        IssueSeverity.Error => "error",
        _ => throw Unnamed(nameof(severity), severity),
    };

    public static string NameOf(SiteAdditionKind kind) => kind switch
    {
        SiteAdditionKind.RedFlag => "red-flag",
        SiteAdditionKind.Caution => "caution",
        SiteAdditionKind.Evidence => "evidence",
        SiteAdditionKind.Workup => "workup",
        SiteAdditionKind.Note => "note",
        _ => throw Unnamed(nameof(kind), kind),
    };

    private static ArgumentOutOfRangeException Unnamed<T>(string parameter, T value) =>
        new(parameter, value, "The value has no name in the assessment document.");
}
