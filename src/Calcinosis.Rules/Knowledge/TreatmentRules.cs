using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>
/// Information on treatments that were tried, with their evidence. Nothing here is an order. Offered for types that
/// stand at possible or above; evidence words: RCT, meta-analysis, cohort, series, case, expert.
/// </summary>
internal static class TreatmentRules
{
    public static IEnumerable<Rule> Rules() => [.. OfTheBrief(), .. OfCalciphylaxis(), .. Others()];

    private static Rule[] OfTheBrief() =>
    [
        Option("TX-01", "corticosteroid-systemic", [Dystrophic], "series, expert", "systemic corticosteroids treat the inflammation of the disease and prevent more than they dissolve", "brief lab:46"),
        Option("TX-02", "corticosteroid-intralesional", [Dystrophic], "series", "corticosteroid injected into an inflamed deposit", "brief lab:56 lab:84"),
        Option("TX-03", "colchicine", [Dystrophic], "case, series", "colchicine about 1 mg a day calmed inflamed, draining deposits; the deposits stayed", "brief lab:57 lab:56"),
        Option("TX-04", "probenecid", [Dystrophic], "case", "probenecid: single improvements", "brief lab:60"),
        Option("TX-05", "bisphosphonate", [Dystrophic], "series", "bisphosphonates (the brief's diphosphonates) might help", "brief lab:61 lab:62"),
        Option("TX-06", "etidronate", [Dystrophic], "case, series", "etidronate: mixed results over long courses; phosphate may rise", "brief lab:84"),
        Option("TX-07", "diltiazem", [Dystrophic], "series", "diltiazem for years: partial response in 9 of 17", "brief lab:65"),
        Option("TX-08", "antacid-mg-al", [Dystrophic], "case", "magnesium and aluminium antacids bind phosphate: partial regressions", "brief lab:84"),
        Option("TX-09", "warfarin-low", [Dystrophic], "RCT, negative", "low-dose warfarin was tried; a randomised trial was negative and it should not be used for calcinosis", "brief lab:61 lab:84"),
        Option("TX-10", "ceftriaxone", [Dystrophic], "case", "ceftriaxone: single reports", "brief"),
        Option("TX-11", "ivig", [Dystrophic], "case, series", "intravenous immunoglobulin helps the myositis more than the deposits", "brief lab:54"),
        Option("TX-12", "minocycline", [Dystrophic], "series", "minocycline 50 to 100 mg a day: 8 of 9 improved; deposits may turn blue-black", "brief lab:69 ct:119"),
        Option("TX-13", "sodium-thiosulfate-topical", [Dystrophic, Idiopathic, Iatrogenic], "series, systematic review", "topical sodium thiosulfate for small superficial deposits", "brief lab:70"),
        Option("TX-14", "surgery", [Dystrophic, Idiopathic, Iatrogenic], "series", "excision when deposits are painful, infected or limit function; try a small area first, deposits recur", "brief lab:65 lab:71 lab:72"),
        Option("TX-15", "stem-cell-transplantation", [Dystrophic], "case", "stem-cell transplantation: single regressions in severe systemic sclerosis, never for calcinosis alone", "brief", RuleStatus.Unverified),
        Option("TX-16", "laser", [Dystrophic, Idiopathic], "series", "CO2 laser cleared microcalcifications of fingers in 12 of 21; scars in 10 of 18", "brief lab:70"),
        Option("TX-17", "lithotripsy", [Dystrophic], "series", "shock-wave lithotripsy lessened pain", "brief lab:70"),
        Option("TX-18", "observation", [Iatrogenic, Idiopathic], "series", "small deposits may clear without treatment", "brief lab:65 lab:26"),
    ];

    private static Rule[] OfCalciphylaxis() =>
    [
        Option("TX-30", "stop-triggers", [Calciphylaxis], "expert, cohort", "review with the treating doctor: vitamin K antagonist, calcium, vitamin D, iron, teriparatide; replace anticoagulation, do not merely stop it", "lab:67 lab:66"),
        Option("TX-31", "sodium-thiosulfate-iv", [Calciphylaxis], "meta-analysis of cohorts", "intravenous sodium thiosulfate with dialysis: no significant gain in healing or survival in 422 patients; a trial is running", "lab:77 lab:76 lab:75"),
        Option("TX-32", "pain-and-wound-care", [Calciphylaxis], "expert", "strong analgesia, wound team, infection control, careful debridement by specialists", "lab:39"),
        Option("TX-33", "dialysis-intensified", [Calciphylaxis], "expert", "more or longer dialysis with low calcium", "lab:44"),
        Option("TX-34", "parathyroidectomy", [Calciphylaxis, Metastatic], "cohort", "parathyroidectomy when PTH is very high and does not respond; benefit in calciphylaxis unproven", "lab:63 lab:44"),
        Option("TX-35", "hyperbaric-oxygen", [Calciphylaxis], "series", "hyperbaric oxygen in 15 % of published cases", "lab:63"),
        Option("TX-36", "lower-phosphate-and-pth", [Calciphylaxis, Metastatic], "cohort, guideline", "lower phosphate toward normal with diet and calcium-free binders; calcimimetic", "lab:21"),
        Option("TX-37", "calcimimetic", [Calciphylaxis, Metastatic], "cohort", "calcimimetic where PTH is high", "lab:21"),
    ];

    private static Rule[] Others() =>
    [
        Option("TX-50", "treat-the-cause", [Metastatic], "guideline, expert", "treat the cause of the mineral disorder; deposits often shrink when minerals normalise", "lab:21 ct:53"),
        Option("TX-51", "treat-the-disease", [Dystrophic], "series", "treat the underlying disease early and well; warm hands, no smoking, no injury", "lab:46 lab:54 brief"),
        Option("TX-52", "low-phosphate-diet", [Idiopathic], "case", "familial tumoral calcinosis: low-phosphate diet, binders, surgery for disability; no trial", "lab:30 lab:31") with { When = AllOf(new Reaches(Idiopathic, Possible), Met("IDI-082")) },
        Option("TX-53", "change-heparin", [Iatrogenic], "case", "change to a heparin without calcium; nodules usually vanish in about two months", "lab:82") with { When = AllOf(new Reaches(Iatrogenic, Possible), Present("exposure.calcium-heparin")) },
        Option("TX-54", "stop-the-line", [Iatrogenic], "series", "stop the infusion, elevate, follow the local protocol; later observe: most heal in one to three months", "lab:47") with { When = AllOf(new Reaches(Iatrogenic, Possible), AnyPresent("exposure.iv-calcium", "exposure.phosphate-iv")) },
    ];

    private static Rule Option(string id, string treatment, CalcinosisType[] types, string evidence, string text, string sources, RuleStatus status = RuleStatus.Sourced) => new()
    {
        Id = id,
        Kind = RuleKind.Treatment,
        Title = text,
        Key = treatment,
        Types = types,
        Remark = evidence,
        Text = text,
        Sources = Split(sources),
        Status = status,
        When = AnyOf([.. types.Select(type => new Reaches(type, Possible))]),
    };
}
