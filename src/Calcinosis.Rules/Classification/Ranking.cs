using Calcinosis.Rules.Inference;

namespace Calcinosis.Rules.Classification;

/// <summary>
/// Orders the types of one lesion: by level, and at equal level by what explains the lesion best. No points are added
/// up: the first criterion on which two types differ decides.
/// </summary>
internal readonly struct Ranking<TOutcomes>(TOutcomes outcomes, RankingRules rules)
    where TOutcomes : IOutcomes
{
    public CalcinosisType[] Order()
    {
        Span<int> keys = stackalloc int[TypeOrder.Count];
        var order = TypeOrder.Types.ToArray();
        foreach (var type in order)
            keys[(int)type] = ((int)outcomes.LevelOf(type) << 16) + Strength(type);

        // Five types: each is moved up past those that are weaker, so equal ones keep their order.
        for (var i = 1; i < order.Length; i++)
        {
            for (var place = i; place > 0 && keys[(int)order[place - 1]] < keys[(int)order[place]]; place--)
                (order[place - 1], order[place]) = (order[place], order[place - 1]);
        }

        return order;
    }

    /// <summary>
    /// Everything after the level that tells two lesions' leading types apart, one criterion after the other in one number:
    /// each has digits of its own, so that the first on which two types differ decides.
    /// </summary>
    public int Strength(CalcinosisType type)
    {
        var strength = Bit(TissueNamesIt(type));
        strength = (strength * 8) + Precedence(type) + 1;
        strength = (strength * 2) + Bit(AnyMet(rules.Documented[(int)type]));
        strength = (strength * 2) + Bit(outcomes.IsMet(rules.Proof[(int)type]));
        strength = (strength * 2) + Bit(outcomes.IsMet(rules.SitePattern[(int)type]));
        return (strength * 8) + BaseRate(type);
    }

    private static int Bit(bool holds) => holds ? 1 : 0;

    /// <summary>Tissue that names a local lesion wins for that lesion, even in lupus or dialysis (R10).</summary>
    private bool TissueNamesIt(CalcinosisType type) => type == CalcinosisType.Dystrophic && outcomes.IsMet(rules.TissueNamesIt);

    private int Precedence(CalcinosisType type) => type switch
    {
        // R2, C18: ischaemic skin in a host goes before mineral disorder and systemic disease.
        CalcinosisType.Calciphylaxis when outcomes.LevelOf(type) >= Certainty.Probable || Ischaemic() => 4,
        // A local cause at the lesion competes with it on equal terms, where a deposit may be.
        CalcinosisType.Dystrophic when outcomes.LevelOf(type) < Certainty.Probable && AnyMet(rules.LocalCauses) && !outcomes.IsMet(rules.LocalCauseAwayFromDeposit) => 4,
        // R3: a listed exposure at the place and in its time.
        CalcinosisType.Iatrogenic when outcomes.LevelOf(type) >= Certainty.Probable => 3,
        // P5: after a transplantation the pattern of calciphylaxis goes first.
        CalcinosisType.Iatrogenic when outcomes.LevelOf(CalcinosisType.Calciphylaxis) == Certainty.Possible && outcomes.IsMet(rules.AfterTransplantation) => -1,
        // A documented listed exposure goes before a mineral disorder of which no value is known.
        CalcinosisType.Iatrogenic when outcomes.IsMet(rules.ListedExposure) && !outcomes.IsMet(rules.MineralValueKnown) => 2,
        // High phosphate with the picture of tumoral calcinosis and no other cause: the named entity explains the value.
        CalcinosisType.Idiopathic when outcomes.IsMet(rules.TumoralCalcinosis) && !outcomes.IsMet(rules.MineralCause) => 2,
        // C58: a systemic disease that does not sit at a named idiopathic site.
        CalcinosisType.Idiopathic when outcomes.IsMet(rules.SystemicAwayFromNamedSite) => 2,
        // R7: connective tissue disease with disturbed minerals is split by site.
        CalcinosisType.Metastatic when outcomes.IsMet(rules.DisturbedInConnectiveTissueDisease) && !outcomes.IsMet(rules.AtSiteOfConnectiveTissueDisease) => 1,
        _ => 0,
    };

    private bool Ischaemic() =>
        outcomes.LevelOf(CalcinosisType.Calciphylaxis) == Certainty.Possible && AnyMet(rules.IschaemicSkin) && AnyMet(rules.Hosts);

    private bool AnyMet(int[] some)
    {
        foreach (var rule in some)
        {
            if (outcomes.IsMet(rule))
                return true;
        }

        return false;
    }

    /// <summary>Frequency of the types as the reviews describe it (ct:1, ct:2); the last resort.</summary>
    private static int BaseRate(CalcinosisType type) => type switch
    {
        CalcinosisType.Dystrophic => 5,
        CalcinosisType.Metastatic => 4,
        CalcinosisType.Iatrogenic => 3,
        CalcinosisType.Idiopathic => 2,
        _ => 1,
    };
}
