namespace Calcinosis.Rules.Classification;

/// <summary>
/// Orders the types of one lesion: by level, and at equal level by what explains the lesion best. No points are added
/// up: the first criterion on which two types differ decides.
/// </summary>
internal sealed class Ranking(LesionVerdict verdict)
{
    public CalcinosisType[] Order()
    {
        Span<(int, (bool, int, bool, bool, bool, int))> keys = stackalloc (int, (bool, int, bool, bool, bool, int))[TypeOrder.Count];
        var order = TypeOrder.Types.ToArray();
        foreach (var type in order)
            keys[(int)type] = (Height(verdict.LevelOf(type)), Strength(type));

        // Five types: each is moved up past those that are weaker, so equal ones keep their order.
        for (var i = 1; i < order.Length; i++)
        {
            for (var place = i; place > 0 && keys[(int)order[place - 1]].CompareTo(keys[(int)order[place]]) < 0; place--)
                (order[place - 1], order[place]) = (order[place], order[place - 1]);
        }

        return order;
    }

    /// <summary>Everything after the level that tells two lesions' leading types apart.</summary>
    public (bool, int, bool, bool, bool, int) Strength(CalcinosisType type) =>
        (TissueNamesIt(type), Precedence(type), DocumentedCause(type), Proof(type), SitePattern(type), BaseRate(type));

    private static int Height(Certainty level) => level switch
    {
        Certainty.Established => 5,
        Certainty.Probable => 4,
        Certainty.Possible => 3,
        Certainty.Unlikely => 2,
        Certainty.Excluded => 1,
        _ => 0,
    };

    /// <summary>Tissue that names a local lesion wins for that lesion, even in lupus or dialysis (R10).</summary>
    private bool TissueNamesIt(CalcinosisType type) => type == CalcinosisType.Dystrophic && verdict.IsMet("DYS-180");

    private int Precedence(CalcinosisType type) => type switch
    {
        // R2, C18: ischaemic skin in a host goes before mineral disorder and systemic disease.
        CalcinosisType.Calciphylaxis when verdict.LevelOf(type) >= Certainty.Probable || Ischaemic() => 4,
        // A local cause at the lesion competes with it on equal terms, where a deposit may be.
        CalcinosisType.Dystrophic when verdict.LevelOf(type) < Certainty.Probable && LocalCause() && !verdict.IsMet("GEN-024") => 4,
        // R3: a listed exposure at the place and in its time.
        CalcinosisType.Iatrogenic when verdict.LevelOf(type) >= Certainty.Probable => 3,
        // P5: after a transplantation the pattern of calciphylaxis goes first.
        CalcinosisType.Iatrogenic when verdict.LevelOf(CalcinosisType.Calciphylaxis) == Certainty.Possible && verdict.IsMet("IAT-49") => -1,
        // A documented listed exposure goes before a mineral disorder of which no value is known.
        CalcinosisType.Iatrogenic when verdict.IsMet("IAT-44") && !verdict.IsMet("MET-010") => 2,
        // High phosphate with the picture of tumoral calcinosis and no other cause: the named entity explains the value.
        CalcinosisType.Idiopathic when verdict.IsMet("IDI-012") && !verdict.IsMet("MET-199") => 2,
        // C58: a systemic disease that does not sit at a named idiopathic site.
        CalcinosisType.Idiopathic when verdict.IsMet("IDI-C10T") => 2,
        // R7: connective tissue disease with disturbed minerals is split by site.
        CalcinosisType.Metastatic when verdict.IsMet("MET-022") && !verdict.IsMet("MET-020") => 1,
        _ => 0,
    };

    private bool Ischaemic() =>
        verdict.LevelOf(CalcinosisType.Calciphylaxis) == Certainty.Possible
        && (verdict.IsMet("CPX-107") || verdict.IsMet("CPX-121") || verdict.IsMet("CPX-102") || verdict.IsMet("CPX-108"))
        && (verdict.IsMet("CPX-110") || verdict.IsMet("CPX-111") || verdict.IsMet("CPX-300"));

    private bool LocalCause()
    {
        foreach (var node in verdict.Knowledge.LocalCauses)
        {
            if (verdict.Evaluation.IsMet(node))
                return true;
        }

        return false;
    }

    private bool DocumentedCause(CalcinosisType type) => type switch
    {
        CalcinosisType.Calciphylaxis => verdict.IsMet("CPX-110") || verdict.IsMet("CPX-111") || verdict.IsMet("CPX-300"),
        CalcinosisType.Iatrogenic => verdict.IsMet("IAT-44"),
        CalcinosisType.Dystrophic => verdict.IsMet("DYS-186") || verdict.IsMet("DYS-207"),
        CalcinosisType.Metastatic => verdict.IsMet("MET-199"),
        _ => verdict.IsMet("IDI-017"),
    };

    private bool Proof(CalcinosisType type) => type switch
    {
        CalcinosisType.Calciphylaxis => verdict.IsMet("CPX-121"),
        CalcinosisType.Iatrogenic => verdict.IsMet("IAT-40"),
        CalcinosisType.Dystrophic => verdict.IsMet("DYS-180"),
        CalcinosisType.Metastatic => verdict.IsMet("GEN-014"),
        _ => verdict.IsMet("IDI-045"),
    };

    private bool SitePattern(CalcinosisType type) => type switch
    {
        CalcinosisType.Calciphylaxis => verdict.IsMet("CPX-102"),
        CalcinosisType.Iatrogenic => verdict.IsMet("IAT-41"),
        CalcinosisType.Dystrophic => verdict.IsMet("DYS-183"),
        CalcinosisType.Metastatic => verdict.IsMet("MET-021"),
        _ => verdict.IsMet("IDI-083"),
    };

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
