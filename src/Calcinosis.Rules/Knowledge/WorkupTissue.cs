using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Vocabulary;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.WorkupRules;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Images, biopsy and the chemistry of what came out of the skin.</summary>
internal static class WorkupTissue
{
    private static readonly Clause Suspected = CalciphylaxisRules.Suspected;

    /// <summary>Small heel papules of an infant after heel sticks need no film.</summary>
    private static readonly Clause TypicalHeel = AllOf(Met(IatrogenicRules.IdOf("heel-stick")), Present("lesion.papule"), UnlessKnown("lesion.size-over-5mm"));

    private static readonly IReadOnlyList<Implication> TypicalTissue =
        [new("histology.small-vessel-calcification", FindingState.Present), new("histology.vessel-thrombosis", FindingState.Present)];

    public static IEnumerable<Rule> Rules() =>
    [
        Test("WU-46", "lesion-x-ray", 2, AllOf(Suspected, NotHeel), "plain film of the lesion: confirms calcium, and fine net-like vessels point to calciphylaxis; a bone scan shows uptake in most, but neither rules it out", "ct:97 lab:44 lab:48 brief", "lesion.calcification-proven") with { Narrows = ["WU-24"] },
        Test("WU-47", "lesion-x-ray", 2, AllOf(Absent("patient.adult"), NotHeel), "ultrasound or plain film of the lesion: confirms calcium; negative in the first weeks after a leak", "brief ct:5 ct:70 ct:37", "lesion.calcification-proven") with { Narrows = ["WU-24"] },
        Test("WU-24", "lesion-x-ray", 2, NotHeel, "plain film of the lesion: confirms calcium, shows sheets, lobulated masses with fluid levels or net-like vessels; CT before surgery of deep masses; negative in the first weeks after a leak", "brief ct:5 ct:70 lab:39", "lesion.calcification-proven"),
        Test("WU-25", "lesion-biopsy", 3, AllOf(Suspected, UnlessMet(AnyOf(Present("histology.small-vessel-calcification"), Absent("histology.small-vessel-calcification")), "histology.vessels-known")), "biopsy: discuss first", "lab:49 ct:94 ct:106", "histology.small-vessel-calcification", "histology.vessel-thrombosis", "histology.deep-without-vessel-changes") with
        {
            Overturns = [TypicalTissue],
            Remark = "in possible calciphylaxis a biopsy can itself start a non-healing ulcer, infection or bleeding, and the first one misses half of the cases: do not delay removing triggers for it; discuss with dermatology and nephrology whether a deep sample from the living edge is worth the risk; not from penile, infected or necrotic skin",
        },
        Test("WU-26", "lesion-biopsy", 3, UnlessMet(Suspected, "type.calciphylaxis.possible"), "biopsy or excision where doubt remains, with von Kossa or alizarin stain; typical heel, scrotal and fingertip deposits rarely need one: calcium, cyst wall, tumour, parasite, bone, urate", "brief ct:111", "histology.cyst-wall", "histology.calcium", "histology.tumour", "histology.bone", "histology.upper-dermal-calcium", "histology.dermal-calcium", "lesion.calcification-proven"),
        Test("WU-48", "deposit-spectroscopy", 3, AnyOf(Present("lesion.chalky-discharge"), Met("MIM-130")), "FT-IR or Raman spectroscopy of what came out: tells apatite from urate and oxalate, not the five types apart; a research tool", "lab:50 lab:51 brief", "spectroscopy.urate", "spectroscopy.oxalate", "lesion.calcification-proven"),
        Test("WU-49", "genetic-test", 3, AnyOf(Met("IDI-012"), Met("IDI-016")), "genes GALNT3, FGF23, KL or SAMD9: the familial forms", "ct:61 ct:63", "gene.hftc", "gene.nftc"),
    ];

    private static Clause NotHeel => UnlessMet(TypicalHeel, "iatrogenic.typical-heel-nodule");
}
