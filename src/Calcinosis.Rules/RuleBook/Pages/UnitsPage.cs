using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>Units with their factors, the spellings that are understood, and the formulas with examples.</summary>
internal static class UnitsPage
{
    public static Page Of() => new("units.md", "Units and formulas", "Units with their factors, spellings that are understood, formulas with worked examples.",
    [
        new ReportParagraph(["A value without a unit, or with one that does not belong to its test, is set aside with a warning; nothing is converted in silence."]),
        new ReportHeading(2, "Units of each test"),
        new ReportTable(
            ["test", "unit of the rules", "also accepted: multiply by", "sources"],
            [.. AnalyteCatalogue.All.Where(analyte => !analyte.Qualitative).Select(analyte => (IReadOnlyList<ReportSpan>)
            [
                new(Label(analyte.Id)), new(analyte.Unit!), new(string.Join("; ", analyte.Factors.Where(factor => factor.Key != analyte.Unit).Select(factor => $"{factor.Key}: {PlainNumber.Text(Formulas.FourDigits(factor.Value))}"))),
                new(string.Join(", ", analyte.Sources)),
            ])]),
        new ReportHeading(2, "Spellings"),
        new ReportTable(["unit", "understood as"], [.. Units.Known.GroupBy(pair => pair.Ucum, StringComparer.Ordinal).Select(group => (IReadOnlyList<ReportSpan>)[new(group.Key), new(string.Join(", ", group.Select(pair => pair.Spelling)))])]),
        new ReportHeading(2, "Formulas"),
        new ReportTable(
            ["formula", "how", "for whom", "sources"],
            [.. FormulaCatalogue.All.Select(formula => (IReadOnlyList<ReportSpan>)[new(formula.Name), new(formula.Text), new(formula.Valid), new(string.Join(", ", formula.Sources))])]),
        new ReportHeading(2, "Worked examples"),
        new ReportParagraph(["Computed by the library, to four digits."]),
        new ReportTable(["formula", "given", "result"], [.. Examples().Select(example => (IReadOnlyList<ReportSpan>)[new(example.Formula), new(example.Given), new(example.Result)])]),
        .. PageParts.Sources(FormulaCatalogue.All.SelectMany(formula => formula.Sources).Concat(AnalyteCatalogue.All.SelectMany(analyte => analyte.Sources))),
    ]);

    private static IEnumerable<(string Formula, string Given, string Result)> Examples()
    {
        yield return ("Albumin-corrected calcium", "calcium 8.0 mg/dL, albumin 2.0 g/dL", Shown(Formulas.CorrectedCalciumConventional(8.0m, 2.0m)) + " mg/dL");
        yield return ("Albumin-corrected calcium", "calcium 10.2 mg/dL, albumin 3.0 g/dL", Shown(Formulas.CorrectedCalciumConventional(10.2m, 3.0m)) + " mg/dL");
        yield return ("Albumin-corrected calcium, SI units", "calcium 2.55 mmol/L, albumin 30 g/L", Shown(Formulas.CorrectedCalciumSi(2.55m, 30m)) + " mmol/L");
        yield return ("Calcium-phosphate product", "calcium 10.1 mg/dL, phosphate 7.9 mg/dL", Shown(Formulas.Product(10.1m, 7.9m)) + " mg²/dL²");
        yield return ("eGFR, CKD-EPI 2021", "woman of 55 years, creatinine 0.9 mg/dL", Gfr(Formulas.EgfrCkdEpi2021(0.9m, 55m, Sex.Female)));
        yield return ("eGFR, CKD-EPI 2021", "man of 70 years, creatinine 2.0 mg/dL", Gfr(Formulas.EgfrCkdEpi2021(2.0m, 70m, Sex.Male)));
        yield return ("eGFR, bedside Schwartz 2009", "height 120 cm, creatinine 1.8 mg/dL", Gfr(Formulas.EgfrSchwartz(120m, 1.8m)));
        yield return ("Conversion", "calcium 2.5 mmol/L", Converted("calcium-total", 2.5m, "mmol/L"));
        yield return ("Conversion", "phosphate 2.0 mmol/L", Converted("phosphate", 2.0m, "mmol/L"));
        yield return ("Conversion", "PTH 30 pmol/L", Converted("pth-intact", 30m, "pmol/L"));
        yield return ("Conversion", "creatinine 150 umol/L", Converted("creatinine", 150m, "umol/L"));
    }

    private static string Gfr(decimal value) => $"{Shown(value)} mL/min/1.73 m², {Formulas.GfrCategory(value)}";

    private static string Converted(string id, decimal value, string unit)
    {
        var analyte = AnalyteCatalogue.Find(id)!;
        return analyte.TryConvert(value, unit, out var canonical) ? $"{Shown(canonical)} {analyte.Unit}" : "";
    }

    private static string Shown(decimal value) => PlainNumber.Text(Formulas.FourDigits(value));

    private static string Label(string analyte) => ClinicalVocabulary.Default.Find(TermKind.Analyte, analyte)?.Label ?? analyte.Replace('-', ' ');
}
