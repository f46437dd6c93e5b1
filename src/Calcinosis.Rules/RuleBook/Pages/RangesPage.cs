using System.Globalization;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>Reference intervals by age and sex, and limits of plausibility.</summary>
internal static class RangesPage
{
    public static Page Of() => new("ranges.md", "Reference intervals", "Intervals of adults and children by age and sex, borderline bands, and limits of plausibility.",
    [
        new ReportParagraph(["The laboratory's own range goes before these tables, unless it is plainly an adult's on a child. The lower bound of an age is included, the upper one is not. Adult limits are never applied to a child."]),
        .. ReferenceBands.All.GroupBy(band => band.Analyte, StringComparer.Ordinal).SelectMany(Intervals),
        new ReportHeading(2, "Phosphate: the most generous published limits"),
        new ReportParagraph(["A phosphate above its limit is borderline up to the larger of limit plus 0.3 mg/dL and these values, and high beyond. Below the lower limits the same holds downwards. Sources: " + string.Join(", ", ReferenceBands.GenerousPhosphateSources) + "."]),
        new ReportTable(["age", "low", "high", "unit"], [.. ReferenceBands.GenerousPhosphate.Select(row => (IReadOnlyList<ReportSpan>)[new(Ages(row.From, row.To, inDays: false)), new(Number(row.Low)), new(Number(row.High)), new("mg/dL")])]),
        new ReportHeading(2, "Limits of plausibility"),
        new ReportParagraph(["Beyond \"impossible\" the document has an error. Beyond \"extreme\" the value is kept and shown, and nothing rests on it alone. These limits are choices of this project."]),
        new ReportTable(
            ["test", "unit", "impossible below", "extreme below", "extreme above", "impossible above", "zero"],
            [.. AnalyteCatalogue.All.SelectMany(analyte => analyte.Limits.Select(limits => (IReadOnlyList<ReportSpan>)
            [
                new(Label(analyte.Id)), new(limits.Unit), new(Number(limits.RejectBelow)), new(Number(limits.WarnBelow)), new(Number(limits.WarnAbove)), new(Number(limits.RejectAbove)), new(limits.ZeroBarred ? "impossible" : ""),
            ]))]),
        .. PageParts.Sources(ReferenceBands.All.SelectMany(band => band.Source.Split(' ')).Concat(ReferenceBands.GenerousPhosphateSources)),
    ]);

    private static IEnumerable<ReportBlock> Intervals(IGrouping<string, ReferenceBand> bands)
    {
        var analyte = AnalyteCatalogue.Find(bands.Key)!;
        var si = analyte.Factors.Keys.FirstOrDefault(unit => unit is "mmol/L" or "umol/L" or "pmol/L" or "g/L" && unit != analyte.Unit);
        yield return new ReportHeading(2, RuleText.Sentence(Label(bands.Key)).TrimEnd('.'));
        string[] columns = si is null ? ["age", "sex", analyte.Unit!, "source"] : ["age", "sex", analyte.Unit!, si, "source"];
        yield return new ReportTable(columns, [.. bands.Select(band => (IReadOnlyList<ReportSpan>)Row(band, analyte, si))]);
        if (Band(bands.Key) is { } borderline)
            yield return new ReportParagraph([borderline]);
    }

    private static List<ReportSpan> Row(ReferenceBand band, Analyte analyte, string? si)
    {
        var sex = band.Sex switch { Sex.Male => "men and boys", Sex.Female => "women and girls", _ => "all" };
        List<ReportSpan> row = [new(Ages(band.From, band.To, band.InDays)), new(sex), new(Interval(band.Low, band.High))];
        if (si is not null)
            row.Add(new(Interval(Convert(band.Low, analyte, si), Convert(band.High, analyte, si))));
        row.Add(new(band.Source.Replace(" ", ", ", StringComparison.Ordinal)));
        return row;
    }

    private static string? Band(string analyte) => analyte switch
    {
        "calcium-total" or "calcium-corrected" => Borderline(MineralThresholds.CalciumBand),
        "calcium-ionised" => Borderline(MineralThresholds.IonisedBand),
        "phosphate" => Borderline(MineralThresholds.PhosphateBand),
        _ => null,
    };

    private static string Borderline(Threshold band) => $"A value outside by {PlainNumber.Text(band.Value)} {band.Unit} or less is borderline: neither normal nor abnormal.";

    private static decimal? Convert(decimal? value, Analyte analyte, string unit) => value is { } number ? Formulas.FourDigits(number / analyte.Factors[unit]) : null;

    private static string Interval(decimal? low, decimal? high) => low is null ? $"up to {Number(high)}" : high is null ? $"from {Number(low)}" : $"{Number(low)} to {Number(high)}";

    private static string Number(decimal? value) => value is { } number ? PlainNumber.Text(number) : "";

    private static string Label(string analyte) => ClinicalVocabulary.Default.Find(TermKind.Analyte, analyte)?.Label ?? analyte.Replace('-', ' ');

    private static string Ages(decimal from, decimal to, bool inDays)
    {
        if (inDays)
            return string.Create(CultureInfo.InvariantCulture, $"{from} to under {to} days");
        return to >= 200 ? (from == 0 ? "all ages" : $"from {Age(from)}") : $"{Age(from)} to under {Age(to)}";
    }

    /// <summary>A bound in the unit in which it was meant: years, months or days.</summary>
    private static string Age(decimal years)
    {
        if (years == 0)
            return "birth";
        if (years == decimal.Truncate(years))
            return string.Create(CultureInfo.InvariantCulture, $"{PlainNumber.Text(years)} {(years == 1 ? "year" : "years")}");
        var months = years * 12;
        if (Math.Abs(months - decimal.Round(months)) < 0.0001m)
            return string.Create(CultureInfo.InvariantCulture, $"{decimal.Round(months)} {(decimal.Round(months) == 1 ? "month" : "months")}");
        return string.Create(CultureInfo.InvariantCulture, $"{decimal.Round(years * IsoDuration.DaysPerYear)} days");
    }
}
