using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Dystrophic calcinosis: a disease or damage of the tissue that explains this lesion, with normal minerals.</summary>
internal static class DystrophicRules
{
    private static readonly IReadOnlyList<DystrophicCause> Systemic = [.. DystrophicCauses.All.Where(cause => cause.Sites is not null && cause.Group != CauseGroup.Vein)];

    public static IEnumerable<Rule> Rules() =>
        [.. Causes(), .. CauseSummaries(), .. Suspicions(), .. Groups(), .. Levels(), .. Caps(), .. AgainstAndSubtypes()];

    /// <summary>Two criteria a cause: it is there (<c>DYS-1nn</c>), and it fits this lesion (<c>DYS-1nnF</c>).</summary>
    private static IEnumerable<Rule> Causes()
    {
        foreach (var cause in DystrophicCauses.All)
        {
            yield return Criterion(Number("DYS-", cause.Number), cause.Title, CauseClause(cause), cause.Text, cause.Sources, cause.Weight, cause.Status);
            var there = Met(Number("DYS-", cause.Number));
            var fits = cause.Sites is null
                ? AllOf(there, UnlessKnown("lesion.damage-came-after"))
                : cause.Condition == "condition.juvenile-dermatomyositis"
                    // It calcifies everywhere except on the genitals, so a place that is not told fits as well.
                    ? AllOf(there, AnyOf(AnyPresent(cause.Sites, "lesion.in-disease-field"), UnlessKnown("site.genital")))
                    : AllOf(there, AnyPresent(cause.Sites, "lesion.in-disease-field"));
            yield return Criterion(Number("DYS-", cause.Number) + "F", cause.Title + ", fitting this lesion", fits, "the site fits", cause.Sources, cause.Weight, cause.Status);
        }
    }

    private static Clause CauseClause(DystrophicCause cause) => cause.Condition switch
    {
        // An injury that is nothing but the needle, lance or dressing of a listed exposure belongs to iatrogenic calcinosis.
        "lesion.at-prior-injury" or "condition.local-trauma" => Injury(cause.Condition),
        // An injection that is no listed exposure is an injury of the place where it was given.
        "condition.injection-site-damage" => AnyOf(
            Injury(cause.Condition),
            AllOf(Injury("exposure.other-injection"), Present("exposure.other-injection.at-site"), UnlessKnown("exposure.other-injection.lesion-first"))),
        "condition.subcutaneous-fat-necrosis-newborn" => AnyOf(
            Present(cause.Condition),
            AllOf(
                Present("onset.under-6-weeks"),
                AnyPresent("condition.birth-asphyxia", "condition.therapeutic-hypothermia", "condition.difficult-birth"),
                AnyPresent("lesion.violaceous-plaque", "lesion.plaque"), Present("site.newborn-fat"))),
        // The skin of pancreatic disease is told by its tissue as well.
        "condition.pancreatic-panniculitis" => AnyOf(
            Present(cause.Condition),
            AllOf(Present("condition.pancreatic-disease"), AnyPresent("histology.ghost-adipocytes", "histology.fat-necrosis-tissue", "histology.panniculitis-tissue"))),
        // A named disease makes the umbrella true as well; unnamed means that none is named.
        "condition.connective-tissue-disease" => AllOf(
            Present(cause.Condition),
            UnlessMet(AnyPresent(DystrophicCauses.All.Where(other => other.Group == CauseGroup.ConnectiveTissueDisease && other != cause).Select(other => other.Condition)), "dystrophic.named-ctd")),
        // Where the same lesions also lie in sound skin, the damage of one place does not explain them.
        _ when cause.Group == CauseGroup.Trauma => AllOf(Present(cause.Condition), UnlessKnown("lesion.same-look-undamaged")),
        _ => Present(cause.Condition),
    };

    private static Clause Injury(string condition) =>
        AllOf(Present(condition), UnlessMet(Met("IAT-48"), "exposure.listed-at-site"), UnlessKnown("lesion.same-look-undamaged"));

    private static IEnumerable<Rule> CauseSummaries() =>
    [
        Criterion("DYS-183", "A cause that fits this lesion", AnyOf([.. DystrophicCauses.All.Select(cause => Met(Number("DYS-", cause.Number) + "F"))]),
            "a disease or damage of the tissue explains this lesion", "ct:2 brief", EvidenceWeight.Required),
        Criterion("DYS-184", "A systemic cause", AnyOf([.. Systemic.Select(cause => Met(Number("DYS-", cause.Number)))]),
            "a disease that damages skin, fat or muscle", "ct:2 brief", EvidenceWeight.Required),
        Criterion("DYS-185", "A cause that fits this lesion, on published ground",
            AnyOf([.. DystrophicCauses.All.Where(cause => cause.Status != RuleStatus.Unverified).Select(cause => Met(Number("DYS-", cause.Number) + "F"))]),
            "a disease or damage of the tissue explains this lesion", "ct:2 brief", EvidenceWeight.Required),
        Criterion("DYS-186", "Any cause", AnyOf([.. DystrophicCauses.All.Select(cause => Met(Number("DYS-", cause.Number)))]),
            "a disease or damage of the tissue", "ct:2 brief", EvidenceWeight.Required),
        Criterion("DYS-180", "Histology or film shows the local cause",
            AnyOf(
                AnyPresent("histology.ghost-cells", "histology.tumour", "histology.carcinoma", "histology.parasite", "histology.ghost-adipocytes", "histology.elastic-fibre-calcification"),
                Present("histology.cyst-wall.all"),
                AllOf(Present("histology.cyst-wall"), Absent("site.genital")),
                AnyPresent("imaging.worm-like-calcification", "imaging.rice-grain-calcification")),
            "tissue or film itself names the cause", "ct:37 ct:38 ct:39 ct:41 ct:34", EvidenceWeight.Strong),
        Criterion("DYS-190", "Systemic sclerosis or dermatomyositis",
            AnyPresent("condition.systemic-sclerosis-limited", "condition.systemic-sclerosis-diffuse", "condition.systemic-sclerosis", "condition.dermatomyositis",
                "condition.juvenile-dermatomyositis", "condition.mixed-connective-tissue-disease", "condition.overlap-syndrome", "condition.antisynthetase-syndrome"),
            "systemic sclerosis or dermatomyositis", "ct:102"),
        Criterion("DYS-191", "Connective tissue disease",
            AnyPresent("condition.systemic-sclerosis-limited", "condition.systemic-sclerosis-diffuse", "condition.systemic-sclerosis", "condition.dermatomyositis",
                "condition.juvenile-dermatomyositis", "condition.antisynthetase-syndrome", "condition.polymyositis", "condition.mixed-connective-tissue-disease",
                "condition.overlap-syndrome", "condition.undifferentiated-connective-tissue-disease", "condition.systemic-lupus-erythematosus",
                "condition.rheumatoid-arthritis", "condition.juvenile-idiopathic-arthritis", "condition.sjogren-syndrome", "condition.connective-tissue-disease"),
            "connective tissue disease", "ct:89"),
        Criterion("DYS-192", "Abnormal minerals have a reason of their own",
            AnyOf(Met("MET-199"), Present("renal.ckd"), Present("renal.uraemic"), Met("DYS-120")),
            "kidney disease or another cause explains the minerals", "ct:40 ct:46"),
        Criterion("DYS-193", "A systemic cause at an unusual site, minerals normal",
            AllOf(AnyOf([.. Systemic.Select(cause => AllOf(Met(Number("DYS-", cause.Number)), Absent(cause.Sites!)))]), Met("GEN-015"), UnlessMet(Met("IDI-090"), "site.named-idiopathic"), UnlessMet(Met("CPX-102"), "lesion.ischaemic-pattern"), UnlessMet(Met("CPX-103"), "lesion.necrosis")),
            "a systemic disease with normal minerals, at an unusual site", "ct:9"),
    ];

    private static IEnumerable<Rule> Suspicions() =>
    [
        Criterion("DYS-200", "A cause is suspected",
            AnyOf(Met("DYS-201"), Met("DYS-202"), Met("DYS-209"), Met("DYS-203"), Met("DYS-204"), Met("DYS-206"), Met("DYS-208")),
            "a cause is suspected, not proven", "ct:13 ct:16 policy", EvidenceWeight.Moderate),
        Criterion("DYS-201", "Suspected diagnosis or damage",
            AnyOf([.. DystrophicCauses.All.Where(cause => cause.Condition.StartsWith("condition.", StringComparison.Ordinal)).Select(cause => cause.Condition).Distinct(StringComparer.Ordinal).Select(condition => Present(condition + ".suspected"))]),
            "suspected diagnosis or damage", "policy", EvidenceWeight.Moderate, RuleStatus.Policy),
        Criterion("DYS-202", "Disease-specific antibody with one sign",
            AllOf(Met("DYS-205"), AnyPresent(Signs)),
            "a disease-specific antibody with a sign of connective tissue disease", "ct:13 ct:16 ct:19"),
        Criterion("DYS-209", "Heliotrope rash with Gottron papules",
            AllOf(Present("condition.heliotrope-rash"), Present("condition.gottron-papules")),
            "both skin signs of dermatomyositis; together they make it likely before a biopsy", "ct:121"),
        Criterion("DYS-203", "Raynaud phenomenon or a specific antibody in a woman, at a typical site",
            AllOf(Present("patient.female"), Present("site.fingers-forearm-elbow"), AnyOf(Present("condition.raynaud"), Met("DYS-205"))),
            "hidden systemic sclerosis is the first thought", "ct:12 ct:13", EvidenceWeight.Weak),
        Criterion("DYS-204", "Needle, lance or dressing as injury",
            AllOf(AnyPresent("exposure.other-injection", "exposure.heel-stick", "exposure.needle-puncture"), UnlessMet(Absent("exposure.other-injection.at-site"), "exposure.listed-elsewhere")),
            "the needle is an injury as well", "ct:76 policy", EvidenceWeight.Weak, RuleStatus.Policy),
        Criterion("DYS-207", "Skin lupus or morphea whose place is not recorded",
            AnyPresent("condition.lupus-panniculitis.suspected", "condition.cutaneous-lupus.suspected", "condition.morphea.suspected"), "the disease lies in the skin; its place is not recorded", "ct:24 ct:114"),
        Criterion("DYS-208", "Damage at this place, the same lesions where there is none",
            AllOf(Present("condition.local-damage"), Present("lesion.same-look-undamaged")), "the damage does not explain the lesions that lie outside it", "policy", EvidenceWeight.Weak, RuleStatus.Policy),
        Criterion("DYS-206", "Some nodules have a cyst wall", Present("histology.cyst-wall.some"), "some deposits may be burnt-out cysts", "ct:65", EvidenceWeight.Weak),
        Criterion("DYS-205", "Disease-specific antibody",
            AnyPresent("lab.anti-centromere.positive", "lab.anti-scl-70.positive", "lab.anti-pm-scl.positive", "lab.anti-nxp2.positive", "lab.anti-mda5.positive",
                "lab.anti-tif1-gamma.positive", "lab.anti-mi-2.positive", "lab.anti-jo-1.positive", "lab.anti-rnp.positive", "lab.anti-sm.positive", "lab.anti-dsdna.positive"),
            "disease-specific antibody", "ct:13 ct:16 ct:19"),
    ];

    private static readonly string[] Signs =
    [
        "condition.raynaud", "condition.sclerodactyly", "condition.skin-thickening", "condition.gottron-papules", "condition.heliotrope-rash",
        "condition.muscle-weakness", "condition.malar-rash", "condition.arthritis", "condition.digital-ulcers", "condition.telangiectasia",
    ];

    private static IEnumerable<Rule> Groups()
    {
        var number = 210;
        foreach (var group in DystrophicCauses.All.GroupBy(cause => cause.Group))
        {
            var conditions = group.Select(cause => cause.Condition).Distinct(StringComparer.Ordinal).ToArray();
            yield return Criterion(Number("DYS-", number), $"No cause of this group: {Words(group.Key)}", NonePresent(conditions),
                "asked for and absent", "policy", EvidenceWeight.Moderate, RuleStatus.Policy);
            number++;
        }

        var groups = Enumerable.Range(210, number - 210).Select(id => Met(Number("DYS-", id))).ToArray();
        yield return Criterion("DYS-230", "Most groups of causes are absent",
            AllOf(AtLeastOf(6, groups), UnlessMet(Met("DYS-186"), "dystrophic.cause"), UnlessMet(Met("DYS-200"), "dystrophic.cause-suspected")),
            "six or more groups of causes were asked for and are absent", "policy", EvidenceWeight.Moderate, RuleStatus.Policy);
        yield return Criterion("DYS-231", "All groups of causes are absent", AllOf(groups), "every group of causes is absent", "policy", EvidenceWeight.Required, RuleStatus.Policy);
        yield return Criterion("DYS-232", "Minerals disturbed, no cause known",
            AllOf(Met("GEN-017"), UnlessMet(Met("DYS-186"), "dystrophic.cause")), "the disturbed minerals point elsewhere", "ct:1 brief");
    }

    private static IEnumerable<Rule> Levels() =>
    [
        Level(Dystrophic, Excluded, "DYS-EXC", AllOf(Met("DYS-231"), Present("histology.normal-surroundings")), "Every group of causes is absent and the tissue around the deposit is normal"),
        Level(Dystrophic, Established, "DYS-EST",
            AnyOf(
                AllOf(Met("GEN-002"), Met("DYS-185"), Met("GEN-015"), UnlessReached(Iatrogenic, Probable), UnlessReached(Calciphylaxis, Probable)),
                Met("DYS-180")),
            "Calcium shown, a cause that fits, normal minerals; or the tissue itself names the cause", "ct:1 ct:2 brief policy"),
        Level(Dystrophic, Probable, "DYS-PRO",
            AnyOf(
                AllOf(Met("DYS-183"), AnyOf(UnlessMet(Met("GEN-017"), "lab.minerals-high"), Met("DYS-192"))),
                Met("DYS-193")),
            "A cause that fits while calcium or minerals are open, or a systemic cause at an unusual site with normal minerals"),
        Level(Dystrophic, Possible, "DYS-POS", AnyOf(Met("DYS-186"), Met("DYS-200"), Met("DYS-180")), "Any cause, or a suspected one, or tissue that names one"),
        Level(Dystrophic, Unlikely, "DYS-UNL", AnyOf(Met("DYS-230"), Met("DYS-231"), Met("DYS-232")), "Causes were asked for and are absent, or the minerals point elsewhere"),
    ];

    private static IEnumerable<Rule> Caps() =>
        SharedCriteria.ContradictionCaps(Dystrophic, "DYS", AnyOf(Met("DYS-180"), Met("DYS-183")));

    private static IEnumerable<Rule> AgainstAndSubtypes()
    {
        yield return Against(Dystrophic, "DYS-A01", "Minerals disturbed", Met("GEN-017"), "dystrophic deposits form with normal minerals; another reason would be needed", "ct:1 brief", EvidenceWeight.Strong);
        yield return Against(Dystrophic, "DYS-A02", "Normal tissue around the deposit", Present("histology.normal-surroundings"), "the tissue around the deposit is normal", "ct:1", EvidenceWeight.Strong);
        yield return Against(Dystrophic, "DYS-A03", "A listed exposure at the place", Met("IAT-41"), "an exposure at the place and in its time explains it better", "ct:70", EvidenceWeight.Strong);
        yield return Against(Dystrophic, "DYS-A04", "Very painful ischaemic skin", AllOf(Met("CPX-101"), Met("CPX-102")), "acute, very painful stellate necrosis points to calciphylaxis", "ct:92", EvidenceWeight.Moderate);
        yield return Against(Dystrophic, "DYS-A05", "Lobulated masses around joints in kidney failure", AllOf(Present("renal.uraemic"), Met("GEN-020"), Present("lesion.mass")), "masses around joints in kidney failure are metastatic", "ct:56", EvidenceWeight.Moderate);
        var number = 0;
        yield return Subtype(Dystrophic, Number("DYS-S", ++number), "cyst.epidermoid", "Calcified cyst", Present("histology.cyst-wall.all"));
        (string Key, string Title, string Finding)[] tissue =
        [
            ("neoplasm.pilomatricoma", "Pilomatricoma", "histology.ghost-cells"), ("infection.parasite", "Calcified parasite", "histology.parasite"),
            ("fat.pancreatic", "Pancreatic panniculitis", "histology.ghost-adipocytes"), ("inherited.pxe", "Pseudoxanthoma elasticum", "histology.elastic-fibre-calcification"),
            ("infection.guinea_worm", "Guinea worm", "imaging.worm-like-calcification"), ("infection.cysticercosis", "Cysticercosis", "imaging.rice-grain-calcification"),
        ];
        foreach (var cause in DystrophicCauses.All.Where(cause => cause.Group is CauseGroup.TumourOrCyst or CauseGroup.Infection))
            yield return Subtype(Dystrophic, Number("DYS-S", ++number), cause.Key, cause.Title, Met(Number("DYS-", cause.Number) + "F"));
        foreach (var (key, title, finding) in tissue)
            yield return Subtype(Dystrophic, Number("DYS-S", ++number), key, title, Present(finding));
        yield return Subtype(Dystrophic, Number("DYS-S", ++number), "cyst.epidermoid", "Calcified cyst", AllOf(Present("histology.cyst-wall"), Absent("site.genital")));
        yield return Subtype(Dystrophic, Number("DYS-S", ++number), "neoplasm.other", "Calcified skin tumour", AnyPresent("histology.tumour", "histology.carcinoma"));
        foreach (var cause in DystrophicCauses.All.Where(cause => cause.Group is not (CauseGroup.TumourOrCyst or CauseGroup.Infection)))
            yield return Subtype(Dystrophic, Number("DYS-S", ++number), cause.Key, cause.Title, Met(Number("DYS-", cause.Number) + "F"));
        foreach (var cause in DystrophicCauses.All.OrderBy(cause => cause.Sites is not null))
            yield return Subtype(Dystrophic, Number("DYS-S", ++number), cause.Key, cause.Title, Met(Number("DYS-", cause.Number)));
    }

    internal static string Words(CauseGroup group) => group switch
    {
        CauseGroup.ConnectiveTissueDisease => "connective tissue disease",
        CauseGroup.TumourOrCyst => "tumour or cyst",
        CauseGroup.Trauma => "injury, scar, burn, injection, radiation",
        CauseGroup.Vein => "venous disease",
        CauseGroup.GraftVersusHost => "graft-versus-host disease",
        CauseGroup.Fat => "panniculitis and fat damage",
        CauseGroup.Inherited => "inherited disease of the tissue",
        CauseGroup.Infection => "infection",
        CauseGroup.Acne => "acne",
        CauseGroup.Porphyria => "porphyria",
        _ => "other tissue damage",
    };
}
