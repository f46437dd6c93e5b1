using System.Collections.Frozen;
using Calcinosis.Rules.CdsHooks.PatientData;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.CdsHooks.Cards;

/// <summary>Why an order deserves a second look.</summary>
/// <param name="Key">Our code of what is ordered.</param>
/// <param name="Label">What is ordered, in our words.</param>
/// <param name="InCalciphylaxis">What it means when the findings raise calciphylaxis; null when it is no concern there.</param>
/// <param name="Sources">Who says so.</param>
/// <param name="Treatment">The treatment option that it is, whose blocks are then looked at; null when it is none.</param>
internal sealed record OrderConcern(string Key, string Label, string? InCalciphylaxis, IReadOnlyList<string> Sources, string? Treatment)
{
    private const string Calcium = "calcium and vitamin D are triggers that the treating doctor reviews when calciphylaxis is possible";
    private const string Biopsy = "in possible calciphylaxis a biopsy can itself start a non-healing ulcer and misses half of the cases: weigh it with the specialists, and do not delay removing triggers for it; not from penile, infected or necrotic centres";
    private static readonly string[] Triggers = ["lab:67", "lab:66", "ct:81"];

    private static readonly FrozenDictionary<string, string> MeaningInCalciphylaxis = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["vitamin-k-antagonist"] = "a vitamin K antagonist is a strong risk for calciphylaxis",
        ["iv-calcium"] = Calcium,
        ["calcium-oral"] = Calcium,
        ["calcium-binder"] = Calcium,
        ["antacid-calcium"] = Calcium,
        ["calcium-salt"] = Calcium,
        ["calcium-injection"] = Calcium,
        ["vitamin-d"] = Calcium,
        ["active-vitamin-d"] = Calcium,
        ["iron-iv"] = "intravenous iron is a trigger that the treating doctor reviews when calciphylaxis is possible",
        ["teriparatide"] = "teriparatide is a trigger that the treating doctor reviews when calciphylaxis is possible",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Treatments = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["vitamin-k-antagonist"] = "warfarin-low",
        ["bisphosphonate"] = "bisphosphonate",
        ["colchicine"] = "colchicine",
        ["diltiazem"] = "diltiazem",
        ["probenecid"] = "probenecid",
        ["minocycline"] = "minocycline",
        ["ceftriaxone"] = "ceftriaxone",
        ["calcimimetic"] = "calcimimetic",
        ["antacid-mg-al"] = "antacid-mg-al",
        ["systemic-corticosteroid"] = "corticosteroid-systemic",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> BiopsyNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "skin biopsy", "biopsy of skin", "biopsy, skin", "punch biopsy", "punch biopsy of skin", "incisional biopsy of skin", "excisional biopsy of skin", "deep wedge biopsy", "shave biopsy", "skin punch biopsy");

    /// <summary>SNOMED CT "Biopsy of skin".</summary>
    private const string SkinBiopsyCode = "240977001";

    /// <summary>The concerns of an order; empty for most orders.</summary>
    public static IReadOnlyList<OrderConcern> Of(DraftOrder order)
    {
        if (IsSkinBiopsy(order))
            return [new OrderConcern("skin-biopsy", "skin biopsy", Biopsy, ["lab:49", "ct:94"], null)];
        return
        [
            .. ClinicalVocabulary.Default.Resolve(TermKind.Exposure, null, order.Codings, order.Text).Terms
                .Where(resolved => !resolved.Negated && (MeaningInCalciphylaxis.ContainsKey(resolved.Term.Code) || Treatments.ContainsKey(resolved.Term.Code)))
                .Select(resolved => new OrderConcern(
                    resolved.Term.Code, resolved.Term.Label, MeaningInCalciphylaxis.GetValueOrDefault(resolved.Term.Code), Triggers, Treatments.GetValueOrDefault(resolved.Term.Code))),
        ];
    }

    private static bool IsSkinBiopsy(DraftOrder order) =>
        order.Codings.Any(coding => coding.Value == SkinBiopsyCode && coding.System?.StartsWith("http://snomed.info/sct", StringComparison.Ordinal) == true)
        || (order.Text is { } text && BiopsyNames.Contains(text.Trim()));
}
