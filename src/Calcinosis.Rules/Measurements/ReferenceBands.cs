using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Measurements;

/// <summary>The table behind <see cref="ReferenceIntervals"/>; every row names its source.</summary>
internal static class ReferenceBands
{
    private const decimal Old = 200;

    public static IReadOnlyList<ReferenceBand> All { get; } =
    [
        .. Days("calcium-total", (0, 3, 6.2m, 11.0m, "lab:22"), (3, 14, 8.3m, 10.9m, "lab:24")),
        .. Years("calcium-total", null, (14m / 365.2425m, 1, 8.7m, 11.0m, "lab:3"), (1, 18, 8.8m, 10.6m, "lab:3 lab:25"), (18, 60, 8.6m, 10.0m, "lab:3"), (60, Old, 8.8m, 10.2m, "lab:3")),
        .. Days("calcium-corrected", (0, 3, 6.2m, 11.0m, "lab:22"), (3, 14, 8.3m, 10.9m, "lab:24")),
        .. Years("calcium-corrected", null, (14m / 365.2425m, 1, 8.7m, 11.0m, "lab:3"), (1, 18, 8.8m, 10.6m, "lab:3 lab:25"), (18, 60, 8.6m, 10.0m, "lab:3"), (60, Old, 8.8m, 10.2m, "lab:3")),
        .. Days("calcium-ionised", (0, 2, 4.40m, 5.44m, "lab:27")),
        .. Years("calcium-ionised", null, (14m / 365.2425m, 1, 5.21m, 5.99m, "lab:4"), (1, 2, 5.04m, 5.84m, "lab:4"), (2, 3, 4.87m, 5.67m, "lab:4"), (3, 24, 4.83m, 5.52m, "lab:4"), (24, Old, 4.57m, 5.43m, "lab:4")),
        .. Days("phosphate", (0, 8, 4.6m, 8.0m, "lab:28")),
        .. Years("phosphate", null,
            (8m / 365.2425m, 1, 3.9m, 8.2m, "lab:28"), (1, 4, 3.8m, 6.5m, "lab:28"), (4, 7, 4.0m, 5.4m, "lab:28"), (7, 12, 3.7m, 5.6m, "lab:28"), (12, 14, 3.3m, 5.4m, "lab:28"),
            (14, 16, 2.9m, 5.4m, "lab:28"), (16, 18, 2.7m, 4.7m, "lab:28"), (18, Old, 2.5m, 4.5m, "lab:5")),
        .. Days("creatinine", (0, 3, 0.79m, 1.58m, "lab:11"), (3, 15, 0.30m, 0.90m, "lab:11")),
        .. Years("creatinine", null, (15m / 365.2425m, 2, 0.10m, 0.30m, "lab:11"), (2, 5, 0.20m, 0.40m, "lab:11"), (5, 12, 0.30m, 0.60m, "lab:11"), (12, 15, 0.40m, 0.80m, "lab:11")),
        .. Years("creatinine", Sex.Male, (15, 19, 0.60m, 1.00m, "lab:11"), (19, Old, 0.61m, 1.24m, "lab:11")),
        .. Years("creatinine", Sex.Female, (15, 19, 0.50m, 0.80m, "lab:11"), (19, Old, 0.44m, 1.00m, "lab:11")),
        .. Days("alkaline-phosphatase", (0, 15, 83m, 248m, "lab:9")),
        .. Years("alkaline-phosphatase", null, (15m / 365.2425m, 1, 122m, 469m, "lab:9"), (1, 10, 142m, 335m, "lab:9"), (10, 13, 129m, 417m, "lab:9")),
        .. Years("alkaline-phosphatase", Sex.Male, (13, 15, 116m, 468m, "lab:9"), (15, 17, 82m, 331m, "lab:9"), (17, 19, 55m, 149m, "lab:9"), (19, Old, 40m, 129m, "lab:9")),
        .. Years("alkaline-phosphatase", Sex.Female, (13, 15, 57m, 254m, "lab:9"), (15, 17, 50m, 117m, "lab:9"), (17, 19, 35m, 104m, "lab:9"), (19, Old, 35m, 104m, "lab:9")),
        .. Years("pth-intact", null, (0, 1m / 12m, 7m, 59m, "lab:6"), (1m / 12m, 1, 8m, 61m, "lab:6"), (1, 11, 11m, 59m, "lab:6"), (11, 18, 15m, 68m, "lab:6"), (18, Old, 15m, 65m, "lab:6")),
        .. Years("vitamin-d-1-25oh", null, (0, 7m / 12m, 44.3m, 212.9m, "lab:8"), (7m / 12m, 1, 40.3m, 112.4m, "lab:8"), (1, 16, 24m, 86m, "lab:8")),
        .. Years("vitamin-d-1-25oh", Sex.Male, (16, Old, 18m, 64m, "lab:8")),
        .. Years("vitamin-d-1-25oh", Sex.Female, (16, Old, 18m, 78m, "lab:8")),
        .. Years("albumin", null, (0, 1, 2.5m, 4.6m, "lab:14"), (1, Old, 3.5m, 5.0m, "lab:14")),
        .. Years("bicarbonate", null, (0, 2m / 12m, 17.2m, 23.6m, "lab:15"), (2m / 12m, 2, 19m, 24m, "lab:15"), (2, 18, 18m, 25m, "lab:15"), (18, Old, 22m, 32m, "lab:16")),
        .. Years("ace", null, (0, 18, null, 128m, "policy"), (18, Old, 16m, 85m, "lab:10")),
        .. Years("creatine-kinase", Sex.Male, (0.25m, Old, 39m, 308m, "lab:12")),
        .. Years("creatine-kinase", Sex.Female, (0.25m, Old, 26m, 192m, "lab:12")),
        .. Years("fgf23-intact", null, (0, 18, null, 52m, "lab:18"), (18, Old, null, 59m, "lab:18")),
        .. Years("fgf23-c-terminal", null, (0.25m, 18, null, 230m, "lab:18"), (18, Old, null, 180m, "lab:18")),
        .. Days("protein-c", (1, 5, 17m, 53m, "lab:19"), (5, 30, 20m, 64m, "lab:19"), (30, 90, 21m, 65m, "lab:19"), (90, 180, 28m, 80m, "lab:19")),
        .. Years("protein-c", null, (180m / 365.2425m, 1, 37m, 81m, "lab:19"), (1, 7, 40m, 92m, "lab:19"), (7, 10, 70m, 142m, "lab:19"), (10, 12, 68m, 143m, "lab:19"), (12, 14, 66m, 162m, "lab:19"), (14, 16, 69m, 170m, "lab:19"), (16, 18, 70m, 171m, "lab:19"), (18, Old, 83m, 168m, "lab:19")),
        .. Days("protein-s", (1, 90, 15m, 55m, "lab:19"), (90, 180, 35m, 92m, "lab:19")),
        .. Years("protein-s", null, (180m / 365.2425m, 1, 45m, 115m, "lab:19"), (1, 6, 62m, 120m, "lab:19"), (6, 10, 62m, 130m, "lab:19"), (10, 18, 60m, 140m, "lab:19")),
        .. Years("protein-s", Sex.Male, (18, Old, 74m, 147m, "lab:19")),
        .. Years("protein-s", Sex.Female, (18, Old, 55m, 123m, "lab:19")),
        .. Years("magnesium", null, (18, Old, 1.7m, 2.4m, "policy")),
        .. Days("aldolase", (0, 31, 6.0m, 32.0m, "lab:13")),
        .. Years("aldolase", null, (31m / 365.2425m, 0.5m, 3.0m, 12.0m, "lab:13"), (0.5m, 3, 3.5m, 10.0m, "lab:13"), (3, 7, 2.7m, 8.8m, "lab:13"), (7, 18, 3.3m, 9.7m, "lab:13"), (18, Old, 1.2m, 7.6m, "lab:13")),
        .. Years("urea-nitrogen", null, (18, Old, 7m, 21m, "lab:16")),
        .. Years("inr", null, (18, Old, 0.9m, 1.1m, "policy")),
        .. Years("urine-calcium-24h", null, (18, Old, 50m, 300m, "lab:20")),
        .. Years("urine-calcium-creatinine", null, (0, 0.5m, null, 0.75m, "lab:20"), (0.5m, 1, null, 0.64m, "lab:20"), (1, 2, null, 0.40m, "lab:20"), (2, 5, null, 0.38m, "lab:20"),
            (5, 10, null, 0.29m, "lab:20"), (10, 15, null, 0.26m, "lab:20"), (18, Old, null, 0.20m, "policy")),
    ];

    /// <summary>The first day after the first week: bands of days include their last day.</summary>
    public const decimal FirstWeek = 8;

    /// <summary>Preterm babies in their first week; it takes the place of the ordinary bands.</summary>
    public static IReadOnlyList<ReferenceBand> Preterm { get; } =
        [.. Days("calcium-total", (0, FirstWeek, 6.0m, 10.0m, "lab:23")), .. Days("calcium-corrected", (0, FirstWeek, 6.0m, 10.0m, "lab:23"))];

    private static readonly ReferenceBand[][] ByAnalyte = [.. AnalyteCatalogue.All.OrderBy(analyte => analyte.Number).Select(analyte => All.Where(band => band.Analyte == analyte.Id).ToArray())];

    /// <summary>For analytes with a band of their own for preterm babies: that band, then the ordinary ones from the second week on.</summary>
    private static readonly ReferenceBand[][] PretermByAnalyte = [.. ByAnalyte.Select((bands, number) => Preterm.FirstOrDefault(band => AnalyteCatalogue.Find(band.Analyte)!.Number == number) is not { } own
        ? bands
        : [own, .. bands.Where(other => !other.InDays || other.To > FirstWeek).Select(other => other.InDays && other.From < FirstWeek ? other with { From = FirstWeek } : other)])];

    /// <summary>The bands of one analyte, in the order of the table.</summary>
    public static ReadOnlySpan<ReferenceBand> Of(Analyte analyte) => ByAnalyte[analyte.Number];

    /// <summary>The bands of one analyte for a baby born early.</summary>
    public static ReadOnlySpan<ReferenceBand> OfPreterm(Analyte analyte) => PretermByAnalyte[analyte.Number];

    /// <summary>The most generous published phosphate limits in mg/dL by age in years (ct:50).</summary>
    public static IReadOnlyList<(decimal From, decimal To, decimal Low, decimal High)> GenerousPhosphate { get; } =
    [
        (0, 7m / 365.2425m, 4.0m, 9.0m), (7m / 365.2425m, 3, 4.0m, 8.0m), (3, 13, 3.0m, 6.0m), (13, 16, 3.2m, 6.2m), (16, 19, 3.0m, 5.1m), (19, 21, 2.7m, 5.0m), (21, 65, 2.5m, 4.5m), (65, Old, 2.1m, 4.5m),
    ];

    /// <summary>Sex-specific phosphate limits of one laboratory, stricter than the default (lab:5); they give a note and decide nothing.</summary>
    public static IReadOnlyList<ReferenceBand> StrictPhosphate { get; } =
    [
        .. Years("phosphate", Sex.Male, (1, 14, 3.7m, 5.4m, "lab:5"), (14, 16, 3.5m, 5.3m, "lab:5")),
        .. Years("phosphate", Sex.Female, (1, 8, 4.3m, 5.4m, "lab:5"), (8, 14, 4.0m, 5.2m, "lab:5"), (14, 16, 3.5m, 4.9m, "lab:5")),
    ];

    /// <summary>Where the generous limits come from.</summary>
    public static IReadOnlyList<string> GenerousPhosphateSources { get; } = ["ct:50"];

    private static IEnumerable<ReferenceBand> Days(string analyte, params (decimal From, decimal To, decimal? Low, decimal? High, string Source)[] rows) =>
        rows.Select(row => new ReferenceBand(analyte, null, InDays: true, row.From, row.To, row.Low, row.High, row.Source));

    private static IEnumerable<ReferenceBand> Years(string analyte, Sex? sex, params (decimal From, decimal To, decimal? Low, decimal? High, string Source)[] rows) =>
        rows.Select(row => new ReferenceBand(analyte, sex, InDays: false, row.From, row.To, row.Low, row.High, row.Source));
}
