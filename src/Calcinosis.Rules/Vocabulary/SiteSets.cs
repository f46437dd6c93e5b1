namespace Calcinosis.Rules.Vocabulary;

/// <summary>A set of body regions that rules ask for: "does the lesion lie here", or "does it lie only here".</summary>
/// <param name="Id">Finding id, such as <c>site.scleroderma</c>.</param>
/// <param name="Label">What a reader sees.</param>
/// <param name="Regions">Base regions of the set.</param>
/// <param name="Only">True: every site of the lesion must lie in the set; false: one is enough.</param>
internal sealed record SiteSet(string Id, string Label, RegionSet Regions, bool Only = false);

/// <summary>
/// The sets of regions that the rules use. Usual sites of a cause follow the series and case reports cited by the rule;
/// a site outside the set is unusual, not impossible.
/// </summary>
internal static class SiteSets
{
    private static readonly string[] Face = ["forehead", "ear", "eyelid", "nose", "cheek", "jaw", "lip"];
    private static readonly string[] Arm = ["upper-arm", "elbow", "forearm", "wrist", "hand", "fingers"];
    private static readonly string[] Leg = ["thigh", "knee", "lower-leg", "ankle", "foot", "heel", "toes"];
    private static readonly string[] Genital = ["scrotum", "penis", "vulva"];
    private static readonly string[] Trunk = ["chest", "breast", "back", "abdomen", "buttock", "groin", "axilla", "perianal"];

    public static IReadOnlyList<SiteSet> All { get; } =
    [
        Some("site.scleroderma", "at a usual site of systemic sclerosis", "fingers", "hand", "wrist", "forearm", "elbow", "upper-arm", "knee", "foot", "toes"),
        Some("site.juvenile-dermatomyositis", "at a usual site of juvenile dermatomyositis", ["scalp", "neck", "shoulder", "hip", .. Face, .. Trunk, .. Arm, .. Leg]),
        Some("site.dermatomyositis", "at a usual site of dermatomyositis", ["buttock", "axilla", "shoulder", "hip", .. Arm, .. Leg]),
        Some("site.lupus", "at a usual site of systemic lupus", ["buttock", .. Arm, .. Leg]),
        Some("site.other-ctd", "at a usual site of the connective tissue disease", "hand", "fingers", "elbow", "knee", "buttock", "foot"),
        Some("site.lower-leg", "on the lower leg, ankle or foot", "lower-leg", "ankle", "foot"),
        Some("site.porphyria", "at a usual site of porphyria cutanea tarda", ["scalp", "neck", "chest", "hand", .. Face]),
        Some("site.gvhd", "at a usual site of graft-versus-host disease", "thigh", "lower-leg"),
        Some("site.flexures-neck", "at the neck or in the flexures", "neck", "axilla", "groin", "elbow", "knee"),
        Some("site.forearm-shin", "on the forearm or lower leg", "forearm", "lower-leg"),
        Some("site.werner", "around a large joint, ankle or foot", "shoulder", "elbow", "hip", "knee", "ankle", "foot"),
        Some("site.newborn-fat", "at a usual site of newborn fat necrosis", ["back", "buttock", "cheek", "shoulder", "hip", .. Arm, .. Leg]),
        Some("site.legs", "on the legs", Leg),
        Some("site.fingers-forearm-elbow", "at fingers, hand, forearm or elbow", "fingers", "hand", "forearm", "elbow"),
        Some("site.digits", "at fingers, toes or hands", "fingers", "toes", "hand"),
        Only("site.only-digits", "only at fingers, toes or hands", "fingers", "toes", "hand"),
        Some("site.large-joint", "at a large joint", "shoulder", "elbow", "hip", "knee"),
        Some("site.wrist-ankle", "at the wrist or ankle", "wrist", "ankle"),
        Some("site.calciphylaxis-proximal", "at abdomen, thigh, buttock, breast or trunk", "abdomen", "thigh", "buttock", "breast", "chest", "back", "groin", "hip"),
        Some("site.calciphylaxis-distal", "on the lower leg, forearm or digits", "lower-leg", "ankle", "foot", "heel", "toes", "forearm", "wrist", "hand", "fingers"),
        Some("site.penis", "on the penis", "penis"),
        Some("site.hayashi", "on trunk, upper arm, forearm, thigh, lower leg or penis", "chest", "breast", "back", "abdomen", "buttock", "groin", "upper-arm", "forearm", "thigh", "lower-leg", "penis"),
        Only("site.only-large-joint", "only at large joints", "shoulder", "elbow", "hip", "knee"),
        Some("site.genital", "on the genitals", Genital),
        Only("site.only-genital", "only on the genitals", Genital),
        Only("site.only-scrotum", "only on the scrotum", "scrotum"),
        Only("site.only-vulva", "only on the vulva", "vulva"),
        Only("site.only-penis", "only on the penis", "penis"),
        Only("site.only-nipple-region", "only on the breast", "breast"),
        Some("site.lid-ear-face-scalp", "on lid, ear, face or scalp", ["scalp", .. Face]),
        Only("site.only-lid-ear-face-scalp", "only on lid, ear, face or scalp", ["scalp", .. Face]),
        Some("site.milia", "on hands, wrists, feet, knees or face", ["hand", "fingers", "wrist", "foot", "toes", "knee", .. Face]),
        Some("site.cannula", "at a usual place of a cannula, lance or electrode", "hand", "wrist", "forearm", "foot", "ankle", "lower-leg", "scalp", "heel"),
        Only("site.only-heel", "only on the heel", "heel"),
        Some("site.fingers", "at the fingers", "fingers"),
        Some("site.burnt-leg", "on a leg", Leg),
        Some("site.head-neck", "at the head or neck", ["scalp", "neck", .. Face]),
        Some("site.ankle-foot", "at the ankle or foot", "ankle", "foot"),
        Some("site.tophus", "at ear, elbow, fingers or toes", "ear", "elbow", "fingers", "toes", "foot"),
        Some("site.breast-abdomen", "on the breast or abdominal wall", "breast", "abdomen"),
        Some("site.forearm", "on the forearm", "forearm"),
        Some("site.elbow", "at the elbow", "elbow"),
        Some("site.face", "on the face", Face),
        Some("site.eyelid", "on the eyelid", "eyelid"),
        Some("site.scalp", "on the scalp", "scalp"),
        Some("site.buttock", "on the buttock", "buttock"),
        Some("site.hand", "at hand or fingers", "hand", "fingers"),
        Some("site.limb", "on a limb", [.. Arm, .. Leg]),
        Some("site.laterodorsal-leg", "on the lower leg or Achilles region", "lower-leg", "ankle", "heel"),
    ];

    /// <summary>Large joints of C29 without wrist and ankle, which count only for a periarticular deposit.</summary>
    public static RegionSet LargeJoints { get; } = new("shoulder", "elbow", "hip", "knee");

    private static SiteSet Some(string id, string label, params string[] regions) => new(id, label, new RegionSet(regions));

    private static SiteSet Only(string id, string label, params string[] regions) => new(id, label, new RegionSet(regions), Only: true);
}
