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
    /// <summary>Ids of the sources, each once.</summary>
    public IReadOnlyList<string> Sources { get; } = [.. Source.Split(' ').Distinct(StringComparer.Ordinal)];

    /// <summary>Laboratories differ on the limits of this analyte.</summary>
    public bool HasBorderline { get; } = Analyte is "calcium-total" or "calcium-corrected" or "calcium-ionised" or "phosphate";

    public decimal From { get; init => (field, RoughFrom) = (value, (double)value); } = From;

    public decimal To { get; init => (field, RoughTo) = (value, (double)value); } = To;

    /// <summary>The lower bound as far as a comparison with something far from it needs it.</summary>
    public double RoughFrom { get; private init; } = (double)From;

    /// <summary>The upper bound, as roughly.</summary>
    public double RoughTo { get; private init; } = (double)To;

    public bool MayHold(in Age age, Sex? sex) => (Sex is null || sex is null || sex == Sex) && age.MayLieIn(this);
}

/// <summary>
/// Reference intervals by age and sex for results without a range of their own, and the borderline bands around the
/// limits of calcium and phosphate, on which laboratories differ.
/// </summary>
internal static class ReferenceIntervals
{
    private static readonly (ReferenceBand Band, ReferenceBand[] Generous)[] GenerousByBand = [.. ReferenceBands.Of(AnalyteCatalogue.Phosphate).ToArray().Select(band => (band, GenerousIn(band)))];

    /// <summary>The band of ionised calcium in the canonical unit.</summary>
    private static readonly decimal IonisedBand = AnalyteCatalogue.Find("calcium-ionised")!.Canonical(MineralThresholds.IonisedBand);

    /// <summary>The state on which all ages and sexes that are possible agree; unknown when they do not, or when there is no interval.</summary>
    public static RangeState StateOf(Analyte analyte, decimal value, in Age age, Sex? sex, bool preterm = false) => Judge(analyte, value, age, sex, preterm).State;

    /// <summary>The state on which all possible ages and sexes agree, and the upper limit on which they agree; each unknown where they do not.</summary>
    public static (RangeState State, decimal? UpperLimit) Judge(Analyte analyte, decimal value, in Age age, Sex? sex, bool preterm)
    {
        ReferenceBand? first = null;
        var (state, sameLimit) = (RangeState.Unknown, true);
        foreach (var band in Table(analyte, preterm))
        {
            if (!band.MayHold(age, sex))
                continue;
            if (first is null)
            {
                (first, state) = (band, StateIn(band, value, age));
                continue;
            }

            sameLimit &= band.High == first.High;
            if (state != RangeState.Unknown && StateIn(band, value, age) != state)
                state = RangeState.Unknown;
        }

        return (state, sameLimit ? first?.High : null);
    }

    /// <summary>Every band that may hold; more than one where age or sex leave a choice.</summary>
    public static IReadOnlyList<ReferenceBand> Bands(Analyte analyte, in Age age, Sex? sex, bool preterm = false)
    {
        var bands = new List<ReferenceBand>();
        foreach (var band in Table(analyte, preterm))
        {
            if (band.MayHold(age, sex))
                bands.Add(band);
        }

        return bands;
    }

    private static ReadOnlySpan<ReferenceBand> Table(Analyte analyte, bool preterm) => preterm ? ReferenceBands.OfPreterm(analyte) : ReferenceBands.Of(analyte);

    /// <summary>The upper limit that holds for every possible age and sex; null when they differ.</summary>
    public static decimal? UpperLimit(Analyte analyte, in Age age, Sex? sex, bool preterm = false) => Judge(analyte, 0, age, sex, preterm).UpperLimit;

    /// <summary>The strictest published phosphate limit that may hold for age and sex (lab:5); null where none is stricter than the default.</summary>
    public static decimal? StrictPhosphateLimit(in Age age, Sex? sex)
    {
        decimal? strictest = null;
        foreach (var band in ReferenceBands.StrictPhosphate)
        {
            if (band.MayHold(age, sex) && (strictest is null || band.High < strictest))
                strictest = band.High;
        }

        return strictest;
    }

    private static RangeState StateIn(ReferenceBand band, decimal value, in Age age)
    {
        if (band.High is { } high && value > high)
            return !band.HasBorderline || value > BorderlineEdges(band, age).Above ? RangeState.High : RangeState.BorderlineHigh;
        if (band.Low is { } low && value < low)
            return !band.HasBorderline || value < BorderlineEdges(band, age).Below ? RangeState.Low : RangeState.BorderlineLow;
        return RangeState.Normal;
    }

    /// <summary>The outer edges of the borderline bands; a value on an edge is still borderline.</summary>
    public static (decimal Above, decimal Below) BorderlineEdges(ReferenceBand band, in Age age)
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
    private static (decimal Low, decimal High) GenerousPhosphate(ReferenceBand band, in Age age)
    {
        decimal low = decimal.MaxValue, high = 0;
        foreach (var generous in GenerousFor(band))
        {
            if (!age.MayLieIn(generous))
                continue;
            low = Math.Min(low, generous.Low!.Value);
            high = Math.Max(high, generous.High!.Value);
        }

        return (low, high);
    }

    private static ReferenceBand[] GenerousFor(ReferenceBand band)
    {
        foreach (var (known, generous) in GenerousByBand)
        {
            if (ReferenceEquals(known, band))
                return generous;
        }

        return GenerousIn(band);
    }

    /// <summary>The generous limits of ages that the band knows as well.</summary>
    private static ReferenceBand[] GenerousIn(ReferenceBand band)
    {
        var from = band.InDays ? band.From / IsoDuration.DaysPerYear : band.From;
        var to = band.InDays ? band.To / IsoDuration.DaysPerYear : band.To;
        return [.. ReferenceBands.GenerousPhosphate.Where(generous => generous.From < to && generous.To > from)
            .Select(generous => new ReferenceBand(band.Analyte, null, InDays: false, generous.From, generous.To, generous.Low, generous.High, band.Source))];
    }
}
