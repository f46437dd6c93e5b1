using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>
/// Idiopathic calcinosis: a claim that nothing was found where one looked. What was not looked for lowers it; it never
/// takes what other types leave over.
/// </summary>
internal static class IdiopathicRules
{
    public static IEnumerable<Rule> Rules() => [.. Gates(), .. Levels(), .. Caps(), .. AgainstAndSubtypes()];

    private static Rule[] Gates() =>
    [
        Criterion("IDI-042", "No damage at the place", Absent("condition.local-damage"), "injury, scar, burn, injection, infection, acne, vein disease and radiation are absent", "policy ct:2", EvidenceWeight.Required, RuleStatus.Policy),
        Criterion("IDI-043", "No exposure that could fit", Met("IAT-47"), "no calcium, phosphate, needle, electrode, heel stick or transplant", "policy ct:2", EvidenceWeight.Required, RuleStatus.Policy),
        Criterion("IDI-044", "No sign of connective tissue disease", Absent("condition.ctd-signs"), "no Raynaud, skin hardening, rash, weakness or arthritis", "policy ct:113", EvidenceWeight.Required, RuleStatus.Policy),
        Criterion("IDI-045", "Histology: calcium, and no cause",
            AllOf(
                AnyPresent("histology.dermal-calcium", "histology.upper-dermal-calcium", "histology.subcutaneous-calcium", "histology.calcium"),
                Absent("histology.cyst-wall"), Absent("histology.tumour"), Absent("histology.parasite"), Absent("histology.small-vessel-calcification"), Absent("histology.bone")),
            "calcium without cyst wall, tumour, parasite or vessel disease", "ct:65 ct:67", EvidenceWeight.Strong),
        Criterion("IDI-046", "PTH known normal", AllOf(Absent("lab.pth.high"), Absent("lab.pth.low")), "PTH is normal", "ct:45"),
        Criterion("IDI-047", "Antibodies negative",
            AnyOf(Absent("lab.ana.positive"), AllOf(Absent("lab.anti-nxp2.positive"), Absent("lab.anti-mda5.positive"))), "ANA or myositis antibodies are negative", "ct:113 ct:23"),
        Criterion("IDI-048", "Fingers or widespread", AnyPresent("site.fingers", "lesion.generalised", "lesion.two-regions", "lesion.sheet", "imaging.sheet-like-calcification"),
            "a pattern in which connective tissue disease hides", "ct:113 ct:69"),
        Criterion("IDI-049", "Minerals allow it", AnyOf(Met("GEN-016"), Met("IDI-010")), "calcium and phosphate are normal for age, or the phosphate is high by inheritance", "ct:1 ct:61 brief", EvidenceWeight.Required),
        Criterion("IDI-050", "Nothing documented explains it",
            AllOf(Met("IDI-042"), Met("IDI-043"), AnyOf(Met("IDI-044"), Met("IDI-081"))), "damage and exposures were asked for and are absent", "policy", EvidenceWeight.Required, RuleStatus.Policy),
    ];

    private static Rule[] Levels() =>
    [
        Level(Idiopathic, Excluded, "IDI-EXC",
            AnyOf(
                new Reaches(Calciphylaxis, Probable),
                new Reaches(Iatrogenic, Probable),
                AllOf(new Reaches(Dystrophic, Probable), UnlessMet(Met("IDI-C09T"), "histology.cyst-wall.all")),
                new Reaches(Metastatic, Probable),
                AllOf(Met("GEN-017"), UnlessMet(AnyOf(Met("IDI-010"), Met("IDI-012")), "idiopathic.ftc"))),
            "Another type is probable for this lesion, or minerals are disturbed without an inherited phosphate disorder"),
        Level(Idiopathic, Established, "IDI-EST",
            AllOf(
                Met("GEN-002"), UnlessMet(Met("DYS-186"), "dystrophic.cause"), Met("IDI-042"), Met("IDI-043"), Met("IDI-044"), Present("renal.normal"),
                AnyOf(
                    AllOf(AnyOf(Met("IDI-080"), Met("IDI-020")), Met("GEN-016"), Met("IDI-045")),
                    Met("IDI-011"),
                    AllOf(Met("IDI-016"), Met("GEN-016"), AnyOf(Present("gene.nftc"), AllOf(Met("IDI-018"), Met("IDI-019")))))),
            "A named entity, everything looked for and nothing found; or the gene of familial tumoral calcinosis"),
        Level(Idiopathic, Probable, "IDI-PRO",
            AnyOf(
                AllOf(Met("IDI-083"), Met("IDI-049"), UnlessMet(Met("DYS-186"), "dystrophic.cause"), Met("IDI-050")),
                AllOf(Met("IDI-017"), AnyOf(Met("IDI-010"), Met("IDI-016")), UnlessKnown("condition.local-damage"), UnlessKnown("condition.iatrogenic-exposure"), UnlessKnown("condition.ctd-signs")),
                AllOf(Met("GEN-002"), Met("GEN-016"), Present("renal.normal"), Met("IDI-042"), Met("IDI-043"), Met("IDI-044"), Met("IDI-045"))),
            "A named entity with normal minerals and no documented cause; or any picture when everything was looked for"),
        Level(Idiopathic, Possible, "IDI-POS",
            AnyOf(
                AllOf(Met("IDI-083"), UnlessMet(Met("DYS-186"), "dystrophic.cause")),
                AllOf(Met("GEN-016"), UnlessMet(Met("IAT-44"), "condition.iatrogenic-exposure"), UnlessKnown("condition.local-damage"), UnlessKnown("condition.ctd-signs"), UnlessMet(Met("DYS-186"), "dystrophic.cause")),
                AllOf(Met("IDI-090"), Met("DYS-184"), UnlessMet(Met("DYS-183"), "dystrophic.cause-at-site"))),
            "A named entity while something is unknown, or normal minerals and no known cause"),
        Level(Idiopathic, Unlikely, "IDI-UNL", AnyOf(Present("lesion.described"), Met("GEN-016"), Met("DYS-186")), "Too little was looked for to say that nothing was found"),
    ];

    private static IEnumerable<Rule> Caps() =>
    [
        Cap("IDI-C01", "Another type is possible with a documented cause", [Idiopathic], Unlikely,
            AnyOf(
                AllOf(new Reaches(Dystrophic, Possible), Met("DYS-186"), UnlessMet(Met("IDI-C10T"), "dystrophic.cause-elsewhere")),
                AllOf(new Reaches(Iatrogenic, Possible), Met("IAT-44")),
                AllOf(new Reaches(Metastatic, Possible), AnyOf(Met("MET-010"), Met("MET-199")), UnlessMet(AnyOf(Met("IDI-010"), Met("IDI-012")), "idiopathic.ftc"))),
            "a documented disease, exposure or laboratory value goes before \"cause unknown\"", "policy ct:2", RuleStatus.Policy),
        Cap("IDI-C02", "Calcium suspected to be high", [Idiopathic], Unlikely, Present("lab.calcium.suspected-high"), "calcium is high after correction: measure ionised calcium first", "ct:49"),
        Cap("IDI-C03", "Calcium low", [Idiopathic], Possible, Present("lab.calcium.low"), "low calcium asks for hypoparathyroidism first", "ct:105 policy", RuleStatus.Policy),
        Cap("IDI-C04", "Kidney function reduced", [Idiopathic], Possible,
            Met("IDI-013"), "kidney disease is looked into first", "policy ct:8", RuleStatus.Policy),
        Cap("IDI-C05", "Kidney function reduced, not a skin form with normal minerals", [Idiopathic], Unlikely,
            AllOf(Met("IDI-013"), UnlessMet(AllOf(Met("IDI-080"), Met("GEN-016")), "idiopathic.skin-form")), "kidney disease is looked into first", "policy ct:8", RuleStatus.Policy),
        OneLower("IDI-C06", "PTH or antibodies not known", Idiopathic,
            AnyOf(
                AllOf(Met("IDI-020"), UnlessMet(Met("IDI-017"), "gene"), UnlessMet(Met("IDI-080"), "idiopathic.skin-form"), UnlessMet(Met("IDI-046"), "lab.pth.normal")),
                AllOf(UnlessMet(Met("IDI-083"), "idiopathic.named"), UnlessMet(Met("IDI-046"), "lab.pth.normal")),
                AllOf(UnlessMet(Met("IDI-083"), "idiopathic.named"), Met("IDI-048"), UnlessMet(Met("IDI-047"), "lab.antibodies.negative"))),
            "PTH, and antibodies where connective tissue disease hides, were not measured", "ct:113 policy", RuleStatus.Policy),
        Cap("IDI-C07", "More than one nodule of lid, ear, face or scalp", [Idiopathic], Probable, AllOf(Met("IDI-039"), UnlessMet(Met("IDI-036"), "idiopathic.milia-like")), "the entity is single in four of five patients", "ct:67 policy", RuleStatus.Policy),
        Cap("IDI-C08", "Some nodules have a cyst wall", [Idiopathic], Probable, Present("histology.cyst-wall.some"), "some deposits are burnt-out cysts", "ct:65"),
        Criterion("IDI-C09T", "Every scrotal nodule has a cyst wall", AllOf(Present("histology.cyst-wall.all"), Present("site.only-scrotum")), "every nodule examined has a cyst wall", "ct:65"),
        Cap("IDI-C09", "Every nodule has a cyst wall", [Idiopathic], Unlikely, Met("IDI-C09T"), "every nodule examined has a cyst wall: calcified cysts", "ct:65"),
        Criterion("IDI-C10T", "The systemic cause does not sit at this named site",
            AllOf(Met("DYS-184"), Met("IDI-090"), UnlessMet(Met("DYS-183"), "dystrophic.cause-at-site")), "the disease does not sit here", "policy", status: RuleStatus.Policy),
        Cap("IDI-C11", "Areolar form", [Idiopathic], Probable, Met("IDI-037"), "the areolar form rests on a source that could not be verified", "policy", RuleStatus.Unverified),
        Cap("IDI-C10", "A systemic disease that does not sit here", [Idiopathic], Possible, Met("IDI-C10T"), "a systemic cause exists, though not at this site", "policy", RuleStatus.Policy),
        .. SharedCriteria.ContradictionCaps(Idiopathic, "IDI", AnyOf(Met("IDI-017"), Met("IDI-083"))),
    ];

    private static Rule[] AgainstAndSubtypes() =>
    [
        Against(Idiopathic, "IDI-A01", "A cause is documented", Met("DYS-186"), "a documented cause goes before \"cause unknown\"", "ct:2 brief", EvidenceWeight.Strong),
        Against(Idiopathic, "IDI-A02", "Minerals disturbed", AllOf(Met("GEN-017"), UnlessMet(Met("IDI-010"), "idiopathic.ftc")), "disturbed minerals are a cause", "ct:1 brief", EvidenceWeight.Strong),
        Against(Idiopathic, "IDI-A03", "An exposure is documented", Met("IAT-44"), "a documented exposure goes before \"cause unknown\"", "ct:2", EvidenceWeight.Strong),
        Against(Idiopathic, "IDI-A04", "Signs of connective tissue disease or kidney disease", AnyOf(Present("condition.ctd-signs"), Present("renal.ckd")), "a systemic disease shows itself", "ct:113", EvidenceWeight.Moderate),
        Against(Idiopathic, "IDI-A05", "Histology shows a cause", Met("DYS-180"), "the tissue shows a cause", "ct:38", EvidenceWeight.Strong),
        Subtype(Idiopathic, "IDI-S01", "ftc_hyperphosphataemic", "Familial tumoral calcinosis, hyperphosphataemic", AnyOf(Met("IDI-010"), Met("IDI-012"))),
        Subtype(Idiopathic, "IDI-S02", "ftc_normophosphataemic", "Familial tumoral calcinosis, normophosphataemic", Met("IDI-016")),
        Subtype(Idiopathic, "IDI-S03", "scrotal", "Scrotal calcinosis", Met("IDI-030")),
        Subtype(Idiopathic, "IDI-S04", "vulvar", "Vulvar calcinosis", Met("IDI-031")),
        Subtype(Idiopathic, "IDI-S05", "penile", "Penile calcinosis", Met("IDI-032")),
        Subtype(Idiopathic, "IDI-S06", "areolar", "Areolar calcinosis", Met("IDI-037")),
        Subtype(Idiopathic, "IDI-S14", "scrotal", "Scrotal calcinosis reaching the penis", Met("IDI-038")),
        Subtype(Idiopathic, "IDI-S07", "scn", "Subepidermal calcified nodule", Met("IDI-033")),
        Subtype(Idiopathic, "IDI-S08", "milia_like", "Milia-like calcinosis", Met("IDI-036")),
        Subtype(Idiopathic, "IDI-S15", "scn", "Subepidermal calcified nodules, few", Met("IDI-039")),
        Subtype(Idiopathic, "IDI-S09", "scn", "Subepidermal calcified nodule, solitary", Met("IDI-034")),
        Subtype(Idiopathic, "IDI-S10", "tumoral_sporadic", "Sporadic tumoral calcinosis", Met("IDI-014")),
        Subtype(Idiopathic, "IDI-S11", "universalis_idiopathic", "Idiopathic calcinosis universalis", AnyPresent("lesion.generalised", "lesion.sheet", "imaging.sheet-like-calcification")),
        Subtype(Idiopathic, "IDI-S12", "circumscripta_idiopathic", "Idiopathic calcinosis circumscripta", AnyOf(Present("lesion.unilateral"), AllOf(Present("onset.under-30-years"), AnyPresent("lesion.two-or-more", "lesion.several-papules")))),
        Subtype(Idiopathic, "IDI-S13", "solitary_other", "Solitary idiopathic calcinosis", Present("lesion.single")),
    ];
}
