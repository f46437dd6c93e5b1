using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>
/// Information on the treatments that the brief names, with their evidence. Nothing here is an order. Each is offered only
/// for the types, diseases and sizes in which it was tried; evidence words: RCT, meta-analysis, cohort, series, case, expert.
/// </summary>
internal static class TreatmentRules
{
    public static IEnumerable<Rule> Rules() => [.. Drugs(), .. Local(), .. Procedures(), .. BySize(), .. TreatmentsOfCalciphylaxis.Rules(), .. TreatmentsByCause.Rules()];

    internal static readonly Clause OfDystrophic = new Reaches(Dystrophic, Possible);
    internal static readonly Clause OfIdiopathic = new Reaches(Idiopathic, Possible);
    internal static readonly Clause OfIatrogenic = new Reaches(Iatrogenic, Possible);
    internal static readonly Clause OfMetastatic = new Reaches(Metastatic, Possible);
    internal static readonly Clause OfCalciphylaxis = new Reaches(Calciphylaxis, Possible);

    internal static readonly Clause Myositis = AnyPresent("condition.juvenile-dermatomyositis", "condition.dermatomyositis", "condition.antisynthetase-syndrome", "condition.polymyositis", "condition.overlap-syndrome");
    internal static readonly Clause Sclerosis = AnyPresent("condition.systemic-sclerosis", "condition.systemic-sclerosis-limited", "condition.systemic-sclerosis-diffuse", "condition.mixed-connective-tissue-disease", "condition.overlap-syndrome");
    internal static readonly Clause ConnectiveTissue = AnyOf(Met("DYS-191"), AnyPresent("condition.lupus-panniculitis", "condition.cutaneous-lupus", "condition.morphea"));

    /// <summary>Familial tumoral calcinosis with high phosphate, under either name.</summary>
    internal static readonly Clause HighPhosphateTumoral = AllOf(AnyOf(OfIdiopathic, OfMetastatic), AnyOf(Met("IDI-010"), Met("IDI-012")));

    private static readonly Clause Large = AnyPresent("lesion.size-over-20mm", "lesion.plaque");
    private static readonly Clause Sheets = AnyPresent("lesion.sheet", "imaging.sheet-like-calcification", "lesion.generalised", "lesion.fascial");

    private static Rule[] Drugs() =>
    [
        Option("TX-01", "corticosteroid-systemic", [Dystrophic], AllOf(OfDystrophic, ConnectiveTissue), "series, expert", "systemic corticosteroids treat the inflammation of the disease; given early and strongly they prevent more than they dissolve", "brief lab:46"),
        Option("TX-03", "colchicine", [Dystrophic], OfDystrophic, "case, series", "colchicine about 1 mg a day calmed inflamed, draining deposits; the deposits stayed", "brief lab:57 lab:56"),
        Option("TX-04", "probenecid", [Dystrophic, Idiopathic], AnyOf(AllOf(OfDystrophic, Myositis), HighPhosphateTumoral), "case", "probenecid was tried in juvenile dermatomyositis and in tumoral calcinosis with high phosphate: single improvements", "brief lab:60"),
        Option("TX-05", "bisphosphonate", [Dystrophic, Calciphylaxis], AnyOf(AllOf(OfDystrophic, AnyOf(Myositis, Sclerosis)), OfCalciphylaxis), "series; in calciphylaxis cohort, no proven effect on survival", "pamidronate and others (the brief's diphosphonates) might help: with diltiazem 2 of 14 cleared, the others were stable or better", "brief lab:61 lab:62 lab:63"),
        Option("TX-05Z", "zoledronate-or-alendronate", [Dystrophic], AllOf(OfDystrophic, AnyOf(Myositis, Sclerosis)), "series", "zoledronate or alendronate, of the same class", "brief lab:61 lab:64"),
        Option("TX-06", "etidronate", [Dystrophic, Calciphylaxis, Idiopathic], AnyOf(OfDystrophic, OfCalciphylaxis, HighPhosphateTumoral), "case, series", "etidronate: mixed results over long courses; phosphate may rise", "brief lab:84"),
        Option("TX-07", "diltiazem", [Dystrophic], AllOf(OfDystrophic, AnyOf(Myositis, Sclerosis)), "series", "diltiazem for years: partial response in 9 of 17", "brief lab:65 lab:84"),
        Option("TX-08", "antacid-mg-al", [Dystrophic, Idiopathic], AnyOf(AllOf(OfDystrophic, Myositis), HighPhosphateTumoral), "case", "magnesium and aluminium antacids bind phosphate: partial regressions; not the calcium antacids of milk-alkali syndrome", "brief lab:84"),
        Option("TX-09", "warfarin-low", [Dystrophic], OfDystrophic, "RCT, negative", "low-dose warfarin was tried; a randomised trial was negative and it should not be used for calcinosis", "brief lab:61 lab:84"),
        Option("TX-10", "ceftriaxone", [Dystrophic], AllOf(OfDystrophic, ConnectiveTissue), "case", "ceftriaxone: single reports in connective tissue disease", "brief lab:84"),
        Option("TX-11", "ivig", [Dystrophic], AllOf(OfDystrophic, Myositis), "case, series", "intravenous immunoglobulin helps the myositis more than the deposits", "brief lab:54"),
        Option("TX-12", "minocycline", [Dystrophic], AllOf(OfDystrophic, Sclerosis), "series", "minocycline 50 to 100 mg a day in limited systemic sclerosis: 8 of 9 improved after a mean of 5 months", "brief lab:69"),
    ];

    private static Rule[] Local() =>
    [
        Option("TX-02", "corticosteroid-intralesional", [Dystrophic], OfDystrophic, "series", "corticosteroid injected into an inflamed deposit (the brief's corticosteroids most likely mean this)", "brief lab:56 lab:84"),
        Option("TX-13", "sodium-thiosulfate-topical", [Dystrophic, Idiopathic, Iatrogenic], AllOf(AnyOf(OfDystrophic, OfIdiopathic, OfIatrogenic), UnlessKnown("lesion.size-over-20mm"), UnlessMet(Sheets, "lesion.sheet"), UnlessKnown("lesion.periarticular")),
            "series, systematic review", "topical sodium thiosulfate for small superficial deposits: partial or complete remission in 64 to 81 % of local treatments, mean 5 months", "brief lab:70"),
        Option("TX-55", "sodium-thiosulfate-intralesional", [Dystrophic], OfDystrophic, "series", "sodium thiosulfate injected every few weeks: promising; pain in 11 %", "lab:61 lab:70"),
    ];

    private static Rule[] Procedures() =>
    [
        Option("TX-14", "surgery", [Dystrophic, Iatrogenic], AnyOf(OfDystrophic, OfIatrogenic), "series", "excision or curettage when deposits are painful, infected or limit function: 22 of 28 patients with connective tissue disease cleared; deposits recur", "brief lab:65"),
        Option("TX-15", "stem-cell-transplantation", [Dystrophic], AllOf(OfDystrophic, Sclerosis), "case", "stem-cell transplantation: single regressions in severe systemic sclerosis", "brief", RuleStatus.Unverified),
        Option("TX-16", "laser", [Dystrophic, Idiopathic], AllOf(AnyOf(AllOf(OfDystrophic, Present("site.digits")), OfIdiopathic), UnlessKnown("lesion.size-over-5mm"), UnlessMet(Sheets, "lesion.sheet")), "series", "CO2 laser cleared microcalcifications of fingers in 12 of 21; scars in 10 of 18", "brief lab:70"),
        Option("TX-17", "lithotripsy", [Dystrophic], OfDystrophic, "series", "shock-wave lithotripsy lessened pain (median 3 points); size changed less", "brief lab:70"),
        Option("TX-18", "observation", [Iatrogenic, Idiopathic, Dystrophic], AnyOf(OfIatrogenic, AllOf(OfIdiopathic, UnlessKnown("lesion.size-over-20mm")), AllOf(OfDystrophic, UnlessKnown("lesion.size-over-5mm"))), "series", "small deposits may clear without treatment; one clinic left 30 of 78 patients untreated", "brief lab:65"),
    ];

    /// <summary>Common practice by size in adults with dystrophic deposits; the limits are a decision of this project.</summary>
    private static Rule[] BySize() =>
    [
        Option("TX-70", "approach-by-size", [Dystrophic], AllOf(OfDystrophic, Present("patient.adult"), Sheets), "expert", "sheets or widespread deposits: specialist centre, staged surgery", "brief policy", RuleStatus.Policy),
        Option("TX-71", "approach-by-size", [Dystrophic], AllOf(OfDystrophic, Present("patient.adult"), Large), "expert", "more than 20 mm or plaques: a systemic trial and excision of the part that hurts", "brief policy", RuleStatus.Policy),
        Option("TX-72", "approach-by-size", [Dystrophic], AllOf(OfDystrophic, Present("patient.adult"), Present("lesion.size-over-5mm"), Absent("lesion.size-over-20mm")), "expert", "5 to 20 mm, few: topical or injected thiosulfate, a trial of minocycline or diltiazem, excision if painful", "brief policy", RuleStatus.Policy),
        Option("TX-73", "approach-by-size", [Dystrophic], AllOf(OfDystrophic, Present("patient.adult"), Absent("lesion.size-over-5mm")), "expert", "up to 5 mm or like sand: observe, topical thiosulfate, laser", "brief policy", RuleStatus.Policy),
    ];

    internal static Rule Option(string id, string treatment, CalcinosisType[] types, Clause when, string evidence, string text, string sources, RuleStatus status = RuleStatus.Sourced) => new()
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
        When = when,
    };
}
