namespace Calcinosis.Rules.Measurements;

/// <summary>A formula as a reader sees it.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name.</param>
/// <param name="Text">The formula with its units.</param>
/// <param name="Valid">For whom it is used.</param>
/// <param name="SourceIds">Source ids, divided by blanks.</param>
internal sealed record FormulaDescription(string Id, string Name, string Text, string Valid, string SourceIds)
{
    public IReadOnlyList<string> Sources => SourceIds.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What <see cref="Formulas"/> computes, in words; the examples of the rule book are computed by it.</summary>
internal static class FormulaCatalogue
{
    public static IReadOnlyList<FormulaDescription> All { get; } =
    [
        new("corrected-calcium", "Albumin-corrected calcium", "total calcium + 0.8 x (4.0 - albumin), in mg/dL and g/dL",
            "from 1 year, not in pregnancy, with an albumin below 3.5 g/dL of the same draw; below 2.0 g/dL it is shown as invalid. An ionised calcium always goes before it.", "lab:20 lab:32 lab:33 lab:34 lab:35 lab:36 lab:85"),
        new("corrected-calcium-si", "Albumin-corrected calcium, SI units", "total calcium + 0.02 x (40 - albumin), in mmol/L and g/L", "as above", "lab:32 lab:85"),
        new("product", "Calcium-phosphate product", "total calcium x phosphate, in mg2/dL2", "from 1 year, both of one draw, not after dialysis; at least one of the two must be high for age", "ct:46 ct:47 ct:48 lab:37 lab:38 lab:81"),
        new("ckd-epi-2021", "eGFR, CKD-EPI 2021", "142 x min(Scr/k, 1)^a x max(Scr/k, 1)^-1.200 x 0.9938^age x 1.012 for women; k = 0.7 and a = -0.241 for women, k = 0.9 and a = -0.302 for men; Scr in mg/dL",
            "from 18 years; not in pregnancy, acute injury or dialysis", "lab:41"),
        new("schwartz", "eGFR, bedside Schwartz 2009", "0.413 x height in cm / creatinine in mg/dL", "2 to 17 years with a known height", "lab:42"),
        new("gfr-category", "Category of kidney function", "G1 to G5 by eGFR, rounded to an integer first", "from 2 years", "lab:43"),
    ];
}
