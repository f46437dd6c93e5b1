namespace Calcinosis.Rules.Knowledge;

/// <summary>Which drug on record is which treatment, so that what speaks against a treatment is said of a drug already taken.</summary>
internal static class TreatmentDrugs
{
    public static IReadOnlyList<(string Treatment, string Drug)> All { get; } =
    [
        ("colchicine", "colchicine"), ("probenecid", "probenecid"), ("bisphosphonate", "bisphosphonate"), ("zoledronate-or-alendronate", "bisphosphonate"),
        ("diltiazem", "diltiazem"), ("antacid-mg-al", "antacid-mg-al"), ("ceftriaxone", "ceftriaxone"), ("minocycline", "minocycline"), ("ivig", "ivig"),
        ("sodium-thiosulfate-iv", "sodium-thiosulfate"), ("calcimimetic", "calcimimetic"), ("denosumab", "denosumab"), ("acetazolamide", "acetazolamide"),
        ("sodium-thiosulfate-topical", "topical-sodium-thiosulfate"),
    ];
}
