using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>Our enumerations in words for a reader. Nothing here decides; "findings support" is as far as it goes.</summary>
internal static class Wording
{
    public static string TypeOf(CalcinosisType type) => type switch
    {
        CalcinosisType.Calciphylaxis => "Calciphylaxis",
        CalcinosisType.Iatrogenic => "Iatrogenic",
        CalcinosisType.Dystrophic => "Dystrophic",
        CalcinosisType.Metastatic => "Metastatic",
        CalcinosisType.Idiopathic => "Idiopathic",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>The disease in running text.</summary>
    public static string Disease(CalcinosisType type) => type switch
    {
        CalcinosisType.Calciphylaxis => "calciphylaxis",
        CalcinosisType.Iatrogenic => "iatrogenic calcinosis cutis",
        CalcinosisType.Dystrophic => "dystrophic calcinosis cutis",
        CalcinosisType.Metastatic => "metastatic calcinosis cutis",
        CalcinosisType.Idiopathic => "idiopathic calcinosis cutis",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>The disease with its subtype: "dystrophic calcinosis cutis: limited systemic sclerosis".</summary>
    public static string Disease(CalcinosisType type, string? subtype) =>
        subtype is null ? Disease(type) : $"{Disease(type)}: {SubtypeLabels.Of(subtype)}";

    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Excluded => "excluded",
        Certainty.NotAssessable => "not assessable",
        Certainty.Unlikely => "unlikely",
        Certainty.Possible => "possible",
        Certainty.Probable => "probable",
        Certainty.Established => "established",
        _ => throw new ArgumentOutOfRangeException(nameof(certainty), certainty, null),
    };

    /// <summary>What a level means, for somebody who meets the words for the first time.</summary>
    public static string Meaning(Certainty certainty) => certainty switch
    {
        Certainty.Excluded => "something that this type needs is known not to be there",
        Certainty.NotAssessable => "nothing recorded speaks for or against it",
        Certainty.Unlikely => "should not lead",
        Certainty.Possible => "stays on the list",
        Certainty.Probable => "fits as a working hypothesis",
        Certainty.Established => "the recorded findings meet every criterion",
        _ => throw new ArgumentOutOfRangeException(nameof(certainty), certainty, null),
    };

    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Weeks => "WITHIN WEEKS",
        Urgency.Days => "WITHIN DAYS",
        Urgency.SameDay => "SAME DAY",
        Urgency.Emergency => "EMERGENCY",
        _ => throw new ArgumentOutOfRangeException(nameof(urgency), urgency, null),
    };

    public static string Of(FindingState state) => state switch
    {
        FindingState.Unknown => "unknown",
        FindingState.Present => "present",
        FindingState.Absent => "absent",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(EvidenceWeight weight) => weight switch
    {
        EvidenceWeight.Weak => "weak",
        EvidenceWeight.Moderate => "moderate",
        EvidenceWeight.Strong => "strong",
        EvidenceWeight.Required => "required",
        _ => throw new ArgumentOutOfRangeException(nameof(weight), weight, null),
    };

    public static string Priority(int priority) => priority switch
    {
        <= 1 => "Now or the same day",
        2 => "In the next days",
        _ => "When convenient",
    };

    public static string Effect(CautionAction action) => action switch
    {
        CautionAction.Note => "",
        CautionAction.CapPossible => "holds the level at possible or below until it is settled",
        CautionAction.CapUnlikely => "holds the level at unlikely or below",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    public static ReportTone Tone(Certainty certainty) => certainty switch
    {
        Certainty.Established or Certainty.Probable => ReportTone.Favourable,
        Certainty.Possible => ReportTone.Caution,
        _ => ReportTone.Muted,
    };

    public static ReportTone Tone(Urgency urgency) =>
        urgency >= Urgency.SameDay ? ReportTone.Danger : ReportTone.Caution;

    /// <summary>A code as words: "ionised-calcium" is "ionised calcium".</summary>
    public static string FromCode(string code) => code switch
    {
        "ace" => "angiotensin-converting enzyme",
        "ana" => "antinuclear antibodies",
        "antacid-mg-al" => "magnesium and aluminium antacid",
        "corticosteroid-intralesional" => "corticosteroid injected into the deposit",
        "corticosteroid-systemic" => "systemic corticosteroid",
        "ctd-review" => "review for connective tissue disease",
        "ivig" => "intravenous immunoglobulin",
        "lower-phosphate-and-pth" => "lower phosphate and PTH",
        "pth" => "intact PTH",
        "sodium-thiosulfate-iv" => "intravenous sodium thiosulfate",
        "sodium-thiosulfate-topical" => "topical sodium thiosulfate",
        "vitamin-d-1-25oh" => "1,25-(OH)2 vitamin D",
        "vitamin-d-25oh" => "25-OH vitamin D",
        "warfarin-low" => "low-dose warfarin",
        _ => Spaced(code),
    };

    private static string Spaced(string code) => code.Replace('-', ' ').Replace('_', ' ').Replace("x ray", "X-ray", StringComparison.Ordinal);

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> items, string conjunction = "and") => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {conjunction} {items[^1]}",
    };

    public static string List(IReadOnlyList<CalcinosisType> types) =>
        List([.. types.Select(type => TypeOf(type).ToLowerInvariant())]);
}
