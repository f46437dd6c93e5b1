namespace Calcinosis.Rules.Measurements;

/// <summary>
/// The analytes with their units and limits of plausibility. Factors: molar masses and the paired codes of lab:2;
/// limits of plausibility are choices of this project, anchored at laboratory re-assay limits (lab:25).
/// </summary>
internal static class AnalyteCatalogue
{
    private static readonly Dictionary<string, Analyte> ById = Make().Select((analyte, number) => analyte with { Number = number }).ToDictionary(analyte => analyte.Id, StringComparer.Ordinal);

    public static readonly Analyte CalciumTotal = ById["calcium-total"];
    public static readonly Analyte CalciumCorrected = ById["calcium-corrected"];
    public static readonly Analyte CalciumIonised = ById["calcium-ionised"];
    public static readonly Analyte Phosphate = ById["phosphate"];
    public static readonly Analyte Product = ById["calcium-phosphate-product"];
    public static readonly Analyte Albumin = ById["albumin"];
    public static readonly Analyte Creatinine = ById["creatinine"];
    public static readonly Analyte Egfr = ById["egfr"];

    public static IReadOnlyCollection<Analyte> All => ById.Values;

    /// <summary>What a laboratory term measures; null for panels and for terms of another kind.</summary>
    public static Analyte? Of(Vocabulary.Term term) => Named.ByTerm[term.Number];

    public static Analyte? Find(string id) => ById.GetValueOrDefault(id);

    private static IEnumerable<Analyte> Make() =>
    [
        Calcium("calcium-total"), Calcium("calcium-corrected"),
        new("calcium-ionised", "mg/dL", Factors(("mg/dL", 1m), ("mmol/L", 4.008m), ("meq/L", 2.004m)))
        {
            Limits = [Barred("mmol/L", 0.20m, 0.60m, 2.2m, 4.0m), Barred("mg/dL", 0.8m, 2.4m, 8.8m, 16m), Barred("meq/L", 0.4m, 1.2m, 4.4m, 8.0m)],
        },
        new("phosphate", "mg/dL", Factors(("mg/dL", 1m), ("mg/L", 0.1m), ("mmol/L", 3.097m)))
        {
            Limits = [Limit("mg/dL", 0.1m, 1.0m, 15m, 35m), Limit("mmol/L", 0.03m, 0.32m, 4.8m, 11m)],
        },
        new("calcium-phosphate-product", "mg2/dL2", Factors(("mg2/dL2", 1m), ("mmol2/L2", 4.008m * 3.097m))) { Limits = [Limit("mg2/dL2", 1m, 8m, 150m, 500m)] },
        new("albumin", "g/dL", Factors(("g/dL", 1m), ("g/L", 0.1m))) { Limits = [Barred("g/dL", 0.3m, 1.0m, 6.0m, 8.0m), Barred("g/L", 3m, 10m, 60m, 80m)] },
        new("pth-intact", "pg/mL", Factors(("pg/mL", 1m), ("ng/L", 1m), ("pmol/L", 9.425m))) { Limits = [Limit("pg/mL", 0m, 1m, 3000m, 15000m), Limit("pmol/L", 0m, 0.1m, 320m, 1600m)] },
        new("vitamin-d-25oh", "ng/mL", Factors(("ng/mL", 1m), ("ug/L", 1m), ("nmol/L", 0.4006m))) { Limits = [Limit("ng/mL", 0m, 3m, 200m, 2000m), Limit("nmol/L", 0m, 7m, 500m, 5000m)] },
        new("vitamin-d-1-25oh", "pg/mL", Factors(("pg/mL", 1m), ("ng/L", 1m), ("pmol/L", 0.4166m))) { Limits = [Limit("pg/mL", 0m, 3m, 250m, 1500m)] },
        new("creatinine", "mg/dL", Factors(("mg/dL", 1m), ("umol/L", 1m / 88.42m))) { Limits = [Barred("mg/dL", 0.05m, 0.1m, 20m, 45m), Barred("umol/L", 4m, 9m, 1770m, 4000m)] },
        new("egfr", "mL/min/{1.73_m2}", Factors(("mL/min/{1.73_m2}", 1m), ("mL/min", 1m))) { Limits = [Limit("mL/min/{1.73_m2}", 0m, 1m, 180m, 300m)] },
        new("urea-nitrogen", "mg/dL", Factors(("mg/dL", 1m), ("mmol/L", 2.801m))) { Limits = [Limit("mg/dL", 0.5m, 2m, 200m, 400m)] },
        new("urea", "mmol/L", Factors(("mmol/L", 1m), ("mg/dL", 0.1665m))) { Limits = [Limit("mmol/L", 0.2m, 0.7m, 70m, 145m)] },
        new("alkaline-phosphatase", "U/L", Enzyme()) { Limits = [Limit("U/L", 0m, 10m, 3000m, 30000m)] },
        new("magnesium", "mg/dL", Factors(("mg/dL", 1m), ("mmol/L", 2.431m))) { Limits = [Limit("mg/dL", 0.2m, 0.7m, 7m, 25m), Limit("mmol/L", 0.08m, 0.3m, 2.9m, 10m)] },
        new("bicarbonate", "mmol/L", Factors(("mmol/L", 1m), ("meq/L", 1m))) { Limits = [Limit("mmol/L", 1m, 5m, 50m, 70m)] },
        new("ace", "U/L", Enzyme()) { Limits = [Limit("U/L", 0m, null, 400m, 2000m)] },
        new("creatine-kinase", "U/L", Enzyme()) { Limits = [Limit("U/L", 0m, null, 100000m, 1000000m)] },
        new("aldolase", "U/L", Enzyme()) { Limits = [Limit("U/L", 0m, null, 200m, 5000m)] },
        new("lipase", "U/L", Enzyme()), new("amylase", "U/L", Enzyme()),
        new("fgf23-intact", "pg/mL", Factors(("pg/mL", 1m), ("ng/L", 1m))) { Limits = [Limit("pg/mL", 0m, null, 5000m, 100000m)] },
        new("fgf23-c-terminal", "{RU}/mL", Factors(("{RU}/mL", 1m))),
        new("uric-acid", "mg/dL", Factors(("mg/dL", 1m), ("umol/L", 1m / 59.48m), ("mmol/L", 16.81m))),
        new("inr", "{INR}", Factors(("{INR}", 1m))) { Limits = [Limit("{INR}", 0.5m, 0.7m, 12m, 30m)] },
        new("protein-c", "%", Factors(("%", 1m), ("U/mL", 100m))) { Limits = [Limit("%", 0m, null, 250m, 400m)] },
        new("protein-s", "%", Factors(("%", 1m), ("U/mL", 100m))) { Limits = [Limit("%", 0m, null, 250m, 400m)] },
        new("urine-calcium-creatinine", "mg/mg", Factors(("mg/mg", 1m), ("mg/g", 0.001m), ("mmol/mmol", 0.3543m))) { Limits = [Limit("mg/mg", 0m, null, 3m, 20m)] },
        new("urine-calcium-24h", "mg/(24.h)", Factors(("mg/(24.h)", 1m), ("mmol/(24.h)", 40.08m))) { Limits = [Limit("mg/(24.h)", 0m, null, 1200m, 4000m)] },
        new("crp", "mg/L", Factors(("mg/L", 1m), ("mg/dL", 10m))), new("pthrp", "pmol/L", Factors(("pmol/L", 1m))),
        new("tubular-phosphate-reabsorption", "%", Factors(("%", 1m))), new("urine-phosphate-excretion", "%", Factors(("%", 1m))),
        new("platelets", "10*9/L", Factors(("10*9/L", 1m))), new("white-blood-cells", "10*9/L", Factors(("10*9/L", 1m))),
        new("haemoglobin", "g/dL", Factors(("g/dL", 1m), ("g/L", 0.1m))), new("hba1c", "%", Factors(("%", 1m))), new("ferritin", "ng/mL", Factors(("ng/mL", 1m), ("ug/L", 1m))),
        new("triglycerides", "mg/dL", Factors(("mg/dL", 1m), ("mmol/L", 88.57m))), new("cholesterol", "mg/dL", Factors(("mg/dL", 1m), ("mmol/L", 38.67m))),
        new("tsh", "U/L", Enzyme()), new("esr", "mm/h", Factors(("mm/h", 1m))), new("procalcitonin", "ng/mL", Factors(("ng/mL", 1m), ("ug/L", 1m))),
        new("antithrombin", "%", Factors(("%", 1m))), new("complement-c3", "mg/dL", Factors(("mg/dL", 1m), ("g/L", 100m))), new("iron", "ug/dL", Factors(("ug/dL", 1m), ("umol/L", 5.585m))),
        .. Vocabulary.InterpretedFindings.QualitativeTests.Select(test => new Analyte(test.Id, null, Factors(("{titer}", 1m), ("U/mL", 1m), ("U/L", 1m), ("[GPL'U]/mL", 1m), ("{INR}", 1m)))),
    ];

    private static Analyte Calcium(string id) => new(id, "mg/dL", Factors(("mg/dL", 1m), ("mg/L", 0.1m), ("mmol/L", 4.008m), ("meq/L", 2.004m)))
    {
        Limits = [Barred("mg/dL", 2.0m, 5.0m, 16m, 25m), Barred("mmol/L", 0.50m, 1.25m, 4.0m, 6.2m)],
        Sources = ["lab:2", "lab:3"],
    };

    private static PlausibilityLimits Limit(string unit, decimal rejectBelow, decimal? warnBelow, decimal? warnAbove, decimal rejectAbove) =>
        new(unit, rejectBelow, warnBelow, warnAbove, rejectAbove);

    private static PlausibilityLimits Barred(string unit, decimal rejectBelow, decimal? warnBelow, decimal? warnAbove, decimal rejectAbove) =>
        new(unit, rejectBelow, warnBelow, warnAbove, rejectAbove) { ZeroBarred = true };

    private static Dictionary<string, decimal> Factors(params (string Unit, decimal Factor)[] factors) =>
        factors.ToDictionary(factor => factor.Unit, factor => factor.Factor, StringComparer.Ordinal);

    private static Dictionary<string, decimal> Enzyme() => Factors(("U/L", 1m), ("ukat/L", 60m));

    /// <summary>By number of a term; made when the first document is read.</summary>
    private static class Named
    {
        public static readonly Analyte?[] ByTerm =
            [.. Vocabulary.ClinicalVocabulary.Default.Terms.OrderBy(term => term.Number).Select(term => term.Kind == Vocabulary.TermKind.Analyte ? ById.GetValueOrDefault(term.Code) : null)];
    }
}
