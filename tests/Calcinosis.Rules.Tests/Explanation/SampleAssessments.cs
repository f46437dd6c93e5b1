using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation;
using static Calcinosis.Rules.Tests.Explanation.Sample;

namespace Calcinosis.Rules.Tests.Explanation;

/// <summary>Assessments made by hand: one of each kind that a reader may meet, rich enough to fill every section.</summary>
internal static class SampleAssessments
{
    /// <summary>A clear case with everything that a clear case brings along.</summary>
    public static Assessment Confident => new()
    {
        Id = "systemic-sclerosis-fingers",
        Knowledge = RuleBase,
        Conclusion = Conclusion.Suggested,
        Types = [CalcinosisType.Dystrophic],
        Leading = new LeadingSuggestion(CalcinosisType.Dystrophic, "ctd.ssc_limited", Certainty.Established, "L1"),
        Lesions = [new LesionAssessment("L1", FillUp(Sclerosis, MetastaticUnlikely))],
        Workup =
        [
            new WorkupItem("WU-04", "x-ray-both-hands", 3, "shows how much calcium there is and whether bone ends are lost", [], [], [], null, ["lab:47"], RuleStatus.Sourced),
            new WorkupItem("WU-09", "ionised-calcium", 2, "total calcium and albumin do not settle a high value", [CalcinosisType.Metastatic], [CalcinosisType.Dystrophic],
                [CalcinosisType.Dystrophic, CalcinosisType.Metastatic], "Draw it without a tourniquet and keep it free of air.", ["lab:4"], RuleStatus.Policy),
        ],
        Treatments =
        [
            new TreatmentOption("TX-07", "diltiazem", "dystrophic deposits", "SERIES", "partial response in about half of the patients of one series", [],
                [new TreatmentBlock("TX-07-C2", "Heart rate below 60: watch for a slow pulse.", [Line("TX-07-C2", "measurement.heart-rate", "Heart rate is 54 /min.", seen: "54 /min")], ["lab:80"], RuleStatus.Unverified, TreatmentSeverity.Warn)],
                ["lab:65"], RuleStatus.Sourced),
            new TreatmentOption("TX-03", "colchicine", "inflamed deposits", "CASE", "settles inflammation; deposits stay",
                [new TreatmentBlock("TX-03-B1", "Kidney function is too low for it.", [Line("TX-03-B1", "lab.egfr.below-30", "eGFR is below 30.", seen: "eGFR 24 mL/min/1.73 m2")], ["lab:58"], RuleStatus.Sourced)],
                [], ["lab:57"], RuleStatus.Sourced),
        ],
        Medications =
        [
            new MedicationNote("MED-20", "thiazide", TreatmentSeverity.Info, "a thiazide raises calcium", [Line("MED-20", "exposure.thiazide", "Takes hydrochlorothiazide.", seen: "hydrochlorothiazide")], ["lab:45"], RuleStatus.Sourced),
        ],
        Risks = [new RiskNote("RISK-02", "Deposits may grow back after they are cut out; a small area is tried first.", ["brief"], RuleStatus.Sourced)],
        Derived =
        [
            new DerivedValue("calcium-phosphate-product", 31.20m, "mg2/dL2", null, ["/labs/0", "/labs/1"], "total calcium x phosphate"),
            new DerivedValue("corrected-calcium", 8.90m, "mg/dL", null, ["/labs/0", "/labs/2"], "Payne", "invalid: albumin below 2.0 g/dL"),
            new DerivedValue("kidney-category", null, null, "G4", ["/labs/3"], "CKD-EPI 2021"),
        ],
        Notes = [new ReadingNote("near-limit", "Phosphate 4.4 mg/dL is near the upper limit in some laboratories.", ["/labs/1"])],
        NotUnderstood = [new NotUnderstood("/conditions/3/text", "condition", "stiff person", "no entry of the vocabulary has this name")],
        Issues = [new Issue("date-after-as-of", IssueSeverity.Warning, "/labs/4/takenOn", "2026-12-01", "2026-10-31 or earlier", "The result is dated after the day of the question; it took no part.")],
    };

    /// <summary>Two lesions, an emergency, two types at once, a setting that is not the default.</summary>
    public static Assessment Urgent => new()
    {
        Id = "dialysis-thigh",
        Knowledge = RuleBase,
        Policy = [new PolicySetting("tumoral-calcinosis", "mechanism")],
        Conclusion = Conclusion.Several,
        Types = [CalcinosisType.Calciphylaxis, CalcinosisType.Metastatic],
        Leading = new LeadingSuggestion(CalcinosisType.Calciphylaxis, "uraemic.proximal", Certainty.Probable, "L1"),
        RecordSays = ["calciphylaxis"],
        Lesions =
        [
            new LesionAssessment("L1", FillUp(Calciphylaxis, Metastatic)),
            new LesionAssessment("L2", FillUp()),
        ],
        RedFlags =
        [
            new RedFlag("RF-08", Urgency.Weeks, "Phosphate and the product are high in kidney disease: refer.", [], [], ["lab:21"], RuleStatus.Sourced),
            new RedFlag("RF-01", Urgency.Emergency, "Dying skin with signs of sepsis in suspected calciphylaxis: hospital now.", ["L1"],
                [Line("RF-01", "measurement.temperature.high", "Temperature is 39.2 Cel.", seen: "39.2 Cel", sources: ["lab:44"])], ["lab:44", "ct:58"], RuleStatus.Policy),
        ],
        Cautions =
        [
            new Caution("MIM-04", "warfarin-necrosis", CautionAction.CapPossible, "Warfarin was begun within ten days before the lesion.", ["L1"],
                [Line("MIM-04", "exposure.warfarin", "Warfarin since 2026-10-02.", seen: "warfarin since 2026-10-02")], ["ct:90"], RuleStatus.Sourced),
        ],
    };

    /// <summary>Too little is known for any type.</summary>
    public static Assessment Undetermined => new()
    {
        Id = "single-nodule",
        Knowledge = RuleBase,
        Conclusion = Conclusion.Undetermined,
        Lesions = [new LesionAssessment("L1", FillUp(IdiopathicOpen))],
        Workup = [new WorkupItem("WU-01", "phosphate", 1, "never measured", [CalcinosisType.Metastatic, CalcinosisType.Idiopathic], [], [], null, ["lab:5"], RuleStatus.Sourced)],
    };

    /// <summary>Something else.</summary>
    public static Assessment Mimic => new()
    {
        Id = "toe-tophus",
        Knowledge = RuleBase,
        Conclusion = Conclusion.Mimic,
        Lesions = [new LesionAssessment("L1", FillUp())],
        Cautions =
        [
            new Caution("MIM-01", "gout", CautionAction.CapUnlikely, "The deposit is urate, not calcium.", ["L1"],
                [Line("MIM-01", "spectroscopy.urate", "Infrared spectroscopy shows urate.", seen: "urate", sources: ["ct:95"])], ["ct:95"], RuleStatus.Sourced),
        ],
    };

    /// <summary>Nobody described a lesion.</summary>
    public static Assessment NoLesion => new() { Id = "no-lesion", Knowledge = RuleBase, Conclusion = Conclusion.NoLesion };

    /// <summary>A document that cannot be assessed.</summary>
    public static Assessment ErrorsOnly => new()
    {
        Knowledge = RuleBase,
        Conclusion = Conclusion.NotAssessed,
        Issues =
        [
            new Issue("value-not-positive", IssueSeverity.Error, "/labs/0/value", "-9.1", "a number above 0", "Calcium cannot be negative: correct the value or leave the result out."),
            new Issue("lesion-not-found", IssueSeverity.Error, "/imaging/0/lesion", "L7", "L1", "The report names a lesion that the document does not describe: correct the id."),
            new Issue("unit-missing", IssueSeverity.Warning, "/labs/2/unit", null, null, "The result has no unit, so it took no part."),
        ],
    };

    private static Suggestion Sclerosis => new()
    {
        Type = CalcinosisType.Dystrophic,
        Subtype = "ctd.ssc_limited",
        Certainty = Certainty.Established,
        AlternativeLabel = new AlternativeLabel(CalcinosisType.Idiopathic, "circumscripta_idiopathic", "So named where the skin around it looks normal."),
        Contributing = ["trauma.scar", "ctd.sjogren"],
        CouldBecome = [Certainty.Established],
        Why =
        [
            Decisive("DYS-101", "condition.systemic-sclerosis-limited", "Limited systemic sclerosis is recorded.", "CREST syndrome since 2012-03", "/conditions/0", "ct:11", "ct:12"),
            Decisive("DYS-110", "lesion.calcium-proven", "Calcium is proven on the X-ray of the right hand, in the soft tissue of the thumb and of the index finger.", null, "/imaging/0", "ct:9"),
            Line("DYS-140", "lab.antibody.centromere", "Anticentromere antibodies are positive.", seen: "1:640", from: ["/labs/5"], sources: ["ct:13"], weight: EvidenceWeight.Moderate, role: EvidenceRole.Also, status: RuleStatus.Unverified),
        ],
        Against = [Line("DYS-190", "lesion.symmetric", "The deposits are symmetric.", weight: EvidenceWeight.Weak, status: RuleStatus.Policy)],
        Assumed = [new Assumption("exposure.iv-calcium", FindingState.Absent, "Intravenous calcium is not recorded; taken as not given.")],
        Missing = [new MissingFinding { Finding = "lab.calcium.high", IfPresent = Certainty.Probable, Text = "Whether calcium is high is not known." }],
    };

    private static Suggestion MetastaticUnlikely => new()
    {
        Type = CalcinosisType.Metastatic,
        Certainty = Certainty.Unlikely,
        CouldBecome = [Certainty.Possible, Certainty.Unlikely],
        Against = [Absent("MET-04", "lab.phosphate.high", "Phosphate 3.4 mg/dL is not high.", "lab:5")],
    };

    private static Suggestion Calciphylaxis => new()
    {
        Type = CalcinosisType.Calciphylaxis,
        Subtype = "uraemic.proximal",
        Certainty = Certainty.Probable,
        CouldBecome = [Certainty.Established, Certainty.Probable],
        Why = [Decisive("CPX-10", "lesion.ischaemic-pattern", "Retiform purpura on both thighs.", "retiform purpura", "/lesions/0", "ct:58")],
        Assumed = [new Assumption("condition.vasculitis", FindingState.Absent, "Vasculitis is not recorded; taken as absent.")],
        Missing =
        [
            new MissingFinding { Finding = "histology.vessel-calcium", IfPresent = Certainty.Established, IfAbsent = Certainty.Possible, Text = "No biopsy is recorded." },
        ],
        WhyNotHigher = [Unknown("CPX-01", "histology.vessel-calcium", "Established needs calcified small vessels with thrombosis in a biopsy.", "ct:60")],
    };

    private static Suggestion Metastatic => new()
    {
        Type = CalcinosisType.Metastatic,
        Subtype = "ckd_dialysis",
        Certainty = Certainty.Probable,
        CouldBecome = [Certainty.Probable],
        Why = [Decisive("MET-02", "lab.product.above-70", "Calcium x phosphate is 76.2 mg2/dL2, above 70.", null, "/labs/0", "ct:38")],
        WhyNotHigher = [Line("MET-CAP-1", null, "Calciphylaxis stands at probable.", status: RuleStatus.Policy)],
    };

    private static Suggestion IdiopathicOpen => new()
    {
        Type = CalcinosisType.Idiopathic,
        Certainty = Certainty.NotAssessable,
        CouldBecome = [Certainty.Probable, Certainty.Possible],
        Missing =
        [
            new MissingFinding { Finding = "lab.phosphate.high", Needed = FindingState.Absent, IfAbsent = Certainty.Possible, Together = ["condition.local-damage"], Text = "Phosphate is not known." },
            new MissingFinding { Finding = "condition.local-damage", Needed = FindingState.Absent, IfAbsent = Certainty.Possible, Together = ["lab.phosphate.high"], Text = "It is not known whether the skin was injured." },
        ],
    };

    /// <summary>The types that are not given, so that all five appear for every lesion.</summary>
    private static IReadOnlyList<Suggestion> FillUp(params Suggestion[] given) =>
        [.. given, .. Others.Where(other => given.All(suggestion => suggestion.Type != other.Type))];

    private static IReadOnlyList<Suggestion> Others =>
    [
        Low(CalcinosisType.Metastatic, Certainty.Unlikely, Absent("MET-01", "lab.phosphate.high", "Phosphate is not high.", "lab:5")),
        Low(CalcinosisType.Calciphylaxis, Certainty.Unlikely, Absent("CPX-02", "lesion.pain.severe", "The lesion does not hurt.", "ct:58")),
        new Suggestion
        {
            Type = CalcinosisType.Iatrogenic,
            Certainty = Certainty.NotAssessable,
            CouldBecome = [Certainty.Established, Certainty.Possible],
            WhyNotHigher = [Unknown("IAT-01", "exposure.any", "No exposure is recorded.")],
        },
        Low(CalcinosisType.Dystrophic, Certainty.NotAssessable),
        Low(CalcinosisType.Idiopathic, Certainty.Excluded, Absent("IDI-01", "condition.none", "A cause is documented.", "ct:3")),
    ];
}
