using Calcinosis.Rules.Classification;
using static Calcinosis.Rules.Classification.CalcinosisType;

namespace Calcinosis.Rules.Knowledge;

/// <summary>A type in a few sentences, for somebody who opens its page first.</summary>
/// <param name="Type">The type.</param>
/// <param name="WhatItIs">What happens in it.</param>
/// <param name="Minerals">Calcium and phosphate as a rule.</param>
/// <param name="Tissue">The tissue before the deposit.</param>
/// <param name="HowItIsJudged">How its table works, and what it is not to be used for.</param>
/// <param name="SourceIds">Source ids, divided by blanks.</param>
internal sealed record TypeProfile(CalcinosisType Type, string WhatItIs, string Minerals, string Tissue, string HowItIsJudged, string SourceIds)
{
    public IReadOnlyList<string> Sources => RuleWords.Split(SourceIds);
}

/// <summary>The five types.</summary>
internal static class TypeProfiles
{
    public static IReadOnlyList<TypeProfile> All { get; } =
    [
        new(Calciphylaxis,
            "Small vessels of skin and fat calcify and clot, and the skin over them dies. Most patients have kidney failure; cancer, liver disease, connective tissue disease and vitamin K antagonists are other settings.",
            "Often normal. Normal values never speak against it.",
            "Starved of blood.",
            "The lesion makes the diagnosis (severe pain, an ischaemic pattern, necrosis), the host carries it, tissue can prove it. It is evaluated first, because its urgency does not wait for the others. A negative biopsy lowers it by one level only.",
            "ct:1 ct:81 ct:86 ct:92 brief"),
        new(Iatrogenic,
            "A side effect of a treatment or procedure: above all calcium or phosphate that was infused, injected, laid on or pressed into the skin.",
            "Usually normal.",
            "Needled, infused, electrode or dressing site.",
            "Three questions: was there a listed exposure, does the lesion lie where it was, did it begin in the time of that exposure. A leak need not have been seen. What disturbs the whole body (vitamin D, calcium tablets) belongs to the metastatic type.",
            "ct:1 ct:2 ct:70 ct:73 brief"),
        new(Dystrophic,
            "Calcium settles in tissue that is damaged, inflamed, dead or tumorous. It is the commonest type.",
            "Normal, unless another disease disturbs them.",
            "Damaged.",
            "A documented cause that fits the place of the lesion. Systemic diseases count anywhere and fit at their usual sites; local damage counts only at the lesion. Tissue that itself names the cause decides alone.",
            "ct:1 ct:2 ct:3 ct:10 brief"),
        new(Metastatic,
            "Calcium or phosphate of the whole body is disturbed, and salts fall out in tissue that was healthy.",
            "Calcium, phosphate or both are high for age.",
            "Normal.",
            "Three questions: were the minerals disturbed at or before onset, is there a disease that disturbs them, and does the distribution fit (around joints, in several places, in organs). Children are judged by the limits of their age.",
            "ct:1 ct:3 ct:56 brief"),
        new(Idiopathic,
            "No damage and no disturbance was found where somebody looked. It has named forms: familial tumoral calcinosis, subepidermal calcified nodule, scrotal and milia-like calcinosis.",
            "Normal, but for the inherited form with high phosphate.",
            "Normal.",
            "It claims that nothing was found; what was not looked for lowers it. It is evaluated last and never takes what the others leave over. Any type that is probable for the lesion excludes it.",
            "ct:1 ct:2 ct:61 ct:65 ct:67 brief"),
    ];

    public static TypeProfile Of(CalcinosisType type) => All.Single(profile => profile.Type == type);
}
