using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>What the interpretation knows of a term of the vocabulary: numbers of findings and properties, worked out once.</summary>
internal sealed class TermMeaning
{
    /// <summary>Diseases that count as present for ever once they were there.</summary>
    private static readonly HashSet<string> Lasting = new(
        ["malignancy", "multiple-myeloma", "leukaemia", "lymphoma", "bone-metastases", "kidney-transplant", "thrombophilia", "protein-c-deficiency", "protein-s-deficiency", "antiphospholipid-syndrome",
         "birth-asphyxia", "therapeutic-hypothermia", "difficult-birth", "preterm-birth", "icu-stay", "nicu-stay", "hospital-stay", "consanguinity", "down-syndrome"], StringComparer.Ordinal);

    private static readonly HashSet<string> InjuryLike = new(
        ["burn-scar", "scar", "surgical-scar", "haematoma", "local-trauma", "injection-site-damage", "radiation-damage", "ischaemic-tissue-injury", "exogenous-calcium-contact"], StringComparer.Ordinal);

    private static readonly TermMeaning[] ByNumber = [.. ClinicalVocabulary.Default.Terms.OrderBy(term => term.Number).Select(term => new TermMeaning(term))];

    private TermMeaning(Term term)
    {
        var code = term.Code;
        Own = Finding.Find(FindingCatalogueBuilder.IdOf(term));
        Condition = Finding.Find("condition." + code);
        Suspected = Finding.Find("condition." + code + ".suspected");
        Exposure = Finding.Find("exposure." + code);
        Differential = Finding.Find("differential." + code);
        Imaging = Finding.Find("imaging." + code);
        Histology = Finding.Find("histology." + code);
        Said = term.Kind == TermKind.Histology ? BitOf(term) : 0;
        Looks = term.Kind == TermKind.Morphology ? [.. LooksOf(code).Select(Finding.Find)] : [];
        IsLocal = term.Is("local");
        IsCalcium = term.Is("calcium");
        IsOfVessels = term.Is("vessel");
        IsHealthy = term.Is("healthy");
        IsNone = term.Is("none");
        Analyte = !term.Is("panel") ? AnalyteCatalogue.Of(term) : null;
        Gene = !term.Is("gene") ? -1 : code == "gene-hftc-biallelic" ? Finding.GeneHftc : Finding.GeneNftc;
        IsInjuryLike = InjuryLike.Contains(code);
        IsLasting = Lasting.Contains(code) || term.Is("sign") || term.Umbrellas.Contains("connective-tissue-disease", StringComparer.Ordinal) || DystrophicCauses.All.Any(cause => cause.Condition == "condition." + code);
        CausesMineralDisorder = term.Umbrellas.Contains("mineral-disorder-cause", StringComparer.Ordinal);
        IsAgent = IatrogenicAgents.Codes.Contains(code);
        IsLocalAgent = IatrogenicAgents.All.Any(agent => agent.Local && agent.Codes.Contains(code, StringComparer.Ordinal));
        Agents = AgentsOf(term);
        Topics = (term.Is("stay") ? Topics.Stay : Topics.None) | (term.Is("names-type") ? Topics.NamesType : Topics.None) | TopicsOf(code);
    }

    /// <summary>The finding of the term by its own kind; -1 where the catalogue has none. So with the numbers below.</summary>
    public int Own { get; }

    public int Condition { get; }

    public int Suspected { get; }

    public int Exposure { get; }

    public int Differential { get; }

    public int Imaging { get; }

    public int Histology { get; }

    /// <summary>The bit of a term of biopsies, so that what a report names is one word; 0 for other terms.</summary>
    public ulong Said { get; }

    /// <summary>The findings that a look of this name states.</summary>
    public int[] Looks { get; }

    /// <summary>What a laboratory measures under this name; null for other terms and for panels.</summary>
    public Analyte? Analyte { get; }

    /// <summary>The finding of a gene that the term states; else -1.</summary>
    public int Gene { get; }

    public bool IsLocal { get; }

    public bool IsCalcium { get; }

    public bool IsOfVessels { get; }

    public bool IsHealthy { get; }

    /// <summary>Denies all of its kind.</summary>
    public bool IsNone { get; }

    /// <summary>May be the earlier injury at which a lesion lies.</summary>
    public bool IsInjuryLike { get; }

    /// <summary>Counts when it is past.</summary>
    public bool IsLasting { get; }

    public bool CausesMineralDisorder { get; }

    /// <summary>An agent of iatrogenic calcinosis.</summary>
    public bool IsAgent { get; }

    public bool IsLocalAgent { get; }

    /// <summary>The agents that a statement of this term may be a use of, one bit each in the order of their table.</summary>
    public int Agents { get; }

    public Topics Topics { get; }

    public static TermMeaning Of(Term term) => ByNumber[term.Number];

    /// <summary>The bits of some terms of biopsies.</summary>
    public static ulong SaidOf(params string[] codes) =>
        codes.Aggregate(0UL, (bits, code) => bits | BitOf(ClinicalVocabulary.Default.Find(TermKind.Histology, code) ?? throw new ArgumentException($"'{code}' is no term of biopsies.", nameof(codes))));

    private static ulong BitOf(Term term)
    {
        var place = ClinicalVocabulary.Default.Terms.Count(other => other.Kind == TermKind.Histology && other.Number < term.Number);
        return place < 64 ? 1UL << place : throw new InvalidOperationException("There are more terms of biopsies than bits in a word.");
    }

    /// <summary>Transplantations are read from the problem list as well; all other agents are exposures.</summary>
    private static int AgentsOf(Term term)
    {
        var agents = 0;
        for (var i = 0; i < IatrogenicAgents.All.Count; i++)
        {
            var agent = IatrogenicAgents.All[i];
            var fits = agent.Id == "iv-calcium-generalised" ? term.Code == "iv-calcium" : agent.Codes.Contains(term.Code, StringComparer.Ordinal);
            if (fits && (term.Kind == TermKind.Exposure || agent.Id == "transplant-other"))
                agents |= 1 << i;
        }

        return agents;
    }

    private static string[] LooksOf(string look) => look switch
    {
        "milia-like-papules" => ["lesion.milia-like", "lesion.papule"],
        "eschar" or "gangrene" or "necrosis" => ["lesion.necrosis"],
        "stellate-purpura" or "retiform-purpura" => ["lesion.retiform-purpura"],
        "livedo-racemosa" => ["lesion.livedo"],
        "chalky" or "not-stated" or "atrophy" => [],
        "unspecified-lesion" => ["lesion.calcified-deposit"],
        _ => ["lesion." + look],
    };

    private static Topics TopicsOf(string code) => code switch
    {
        "haemodialysis" or "peritoneal-dialysis" or "dialysis" => Topics.Dialysis | Topics.LowAlbumin,
        "end-stage-renal-disease" => Topics.EndStageKidney,
        "kidney-transplant" => Topics.KidneyTransplant,
        "acute-kidney-injury-dialysis" => Topics.KidneyInjuryWithDialysis,
        "acute-kidney-injury" => Topics.KidneyInjury,
        "chronic-renal-failure" => Topics.ChronicKidneyFailure,
        "chronic-kidney-disease" => Topics.KidneyDamage | Topics.KidneyStage,
        "lupus-nephritis" => Topics.KidneyDamage,
        "nephrotic-syndrome" => Topics.KidneyDamage | Topics.LowAlbumin,
        "ckd-stage-1" or "ckd-stage-2" or "ckd-stage-3" or "ckd-stage-4" or "ckd-stage-5" => Topics.KidneyStage,
        "kidney-disease" => Topics.AnyKidneyDisease,
        "parathyroidectomy" or "calcimimetic" => Topics.MineralTreatment | Topics.MineralResponse,
        "calcium-binder" or "non-calcium-binder" => Topics.MineralTreatment | Topics.MineralResponse | Topics.CalciumLoad,
        "vitamin-d" => Topics.MineralIntake,
        "active-vitamin-d" => Topics.MineralIntake | Topics.ActiveVitaminD,
        "calcium-oral" => Topics.MineralIntake | Topics.CalciumLoad,
        "malnutrition" or "cirrhosis" or "sepsis" => Topics.LowAlbumin,
        "hypercalcaemia" => Topics.Hypercalcaemia,
        "hyperphosphataemia" => Topics.Hyperphosphataemia,
        "nicu-stay" => Topics.NewbornCare,
        "vitamin-k-antagonist" => Topics.VitaminKAntagonist,
        "systemic-corticosteroid" => Topics.Corticosteroid | Topics.Immunosuppressant,
        "immunosuppressant" or "methotrexate" or "ciclosporin" => Topics.Immunosuppressant,
        "insulin" or "heparin" or "calcium-heparin" => Topics.InjectedDrug,
        "sodium-thiosulfate" => Topics.Thiosulfate,
        "opioid" => Topics.Opioid,
        "chemotherapy" => Topics.Chemotherapy,
        _ => Topics.None,
    };
}
