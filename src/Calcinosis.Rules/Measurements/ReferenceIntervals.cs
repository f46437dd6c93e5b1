using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Measurements;

/// <summary>Where a value stands against a reference interval.</summary>
internal enum RangeState
{
    Unknown,
    Low,
    BorderlineLow,
    Normal,
    BorderlineHigh,
    High,
}

/// <summary>One band of age: lower bound included, upper bound excluded. Day bands compare days, all others years.</summary>
internal sealed record ReferenceBand(string Analyte, Sex? Sex, bool InDays, decimal From, decimal To, decimal? Low, decimal? High, string Source)
{
    public bool MayHold(Age age, Sex? sex) =>
        (Sex is null || sex is null || sex == Sex)
        && (InDays ? age.MinDays < To && age.MaxDays >= From : age.MinYears < To && age.MaxYears >= From);
}

/// <summary>
/// Reference intervals by age and sex for results without a range of their own, and the borderline bands around the
/// limits of calcium and phosphate, on which laboratories differ.
/// </summary>
internal static class ReferenceIntervals
{
    /// <summary>The band of ionised calcium in the canonical unit.</summary>
    private static readonly decimal IonisedBand = AnalyteCatalogue.Find("calcium-ionised")!.Canonical(MineralThresholds.IonisedBand);

    /// <summary>The state on which all ages and sexes that are possible agree; unknown when they do not, or when there is no interval.</summary>
    public static RangeState StateOf(Analyte analyte, decimal value, Age age, Sex? sex, bool preterm = false)
    {
        RangeState? common = null;
        foreach (var band in Table(analyte, preterm))
        {
            if (!band.MayHold(age, sex))
                continue;
            var state = StateIn(band, value, age);
            if (common is { } known && known != state)
                return RangeState.Unknown;
            common = state;
        }

        return common ?? RangeState.Unknown;
    }

    /// <summary>Every band that may hold; more than one where age or sex leave a choice.</summary>
    public static IEnumerable<ReferenceBand> Bands(Analyte analyte, Age age, Sex? sex, bool preterm = false) =>
        Table(analyte, preterm).ToArray().Where(band => band.MayHold(age, sex));

    private static ReadOnlySpan<ReferenceBand> Table(Analyte analyte, bool preterm) => preterm ? ReferenceBands.OfPreterm(analyte) : ReferenceBands.Of(analyte);

    /// <summary>The upper limit that holds for every possible age and sex; null when they differ.</summary>
    public static decimal? UpperLimit(Analyte analyte, Age age, Sex? sex, bool preterm = false)
    {
        var any = false;
        decimal? common = null;
        foreach (var band in Table(analyte, preterm))
        {
            if (!band.MayHold(age, sex))
                continue;
            if (any && band.High != common)
                return null;
            (any, common) = (true, band.High);
        }

        return common;
    }

    /// <summary>The strictest published phosphate limit that may hold for age and sex (lab:5); null where none is stricter than the default.</summary>
    public static decimal? StrictPhosphateLimit(Age age, Sex? sex) =>
        ReferenceBands.StrictPhosphate.Where(band => band.MayHold(age, sex)).Select(band => band.High).Min();

    private static RangeState StateIn(ReferenceBand band, decimal value, Age age)
    {
        var (above, below) = BorderlineEdges(band, age);
        if (band.High is { } high && value > high)
            return value > above ? RangeState.High : RangeState.BorderlineHigh;
        if (band.Low is { } low && value < low)
            return value < below ? RangeState.Low : RangeState.BorderlineLow;
        return RangeState.Normal;
    }

    /// <summary>The outer edges of the borderline bands; a value on an edge is still borderline.</summary>
    public static (decimal Above, decimal Below) BorderlineEdges(ReferenceBand band, Age age)
    {
        var high = band.High ?? decimal.MaxValue;
        var low = band.Low ?? 0;
        return band.Analyte switch
        {
            "calcium-total" or "calcium-corrected" => (high + MineralThresholds.CalciumBand.Value, low - MineralThresholds.CalciumBand.Value),
            "calcium-ionised" => (high + IonisedBand, low - IonisedBand),
            "phosphate" => (
                Math.Max(high + MineralThresholds.PhosphateBand.Value, GenerousPhosphate(band, age).High),
                Math.Min(low - MineralThresholds.PhosphateBand.Value, GenerousPhosphate(band, age).Low)),
            _ => (high, low),
        };
    }

    /// <summary>The most generous published phosphate limits that meet the band (ct:50); with several, the outermost.</summary>
    private static (decimal Low, decimal High) GenerousPhosphate(ReferenceBand band, Age age)
    {
        decimal low = decimal.MaxValue, high = 0;
        foreach (var (from, to, generousLow, generousHigh) in ReferenceBands.GenerousPhosphate)
        {
            var bandFrom = band.InDays ? band.From / IsoDuration.DaysPerYear : band.From;
            var bandTo = band.InDays ? band.To / IsoDuration.DaysPerYear : band.To;
            if (from >= bandTo || to <= bandFrom || age.MaxYears < from || age.MinYears >= to)
                continue;
            low = Math.Min(low, generousLow);
            high = Math.Max(high, generousHigh);
        }

        return (low, high);
    }
}
