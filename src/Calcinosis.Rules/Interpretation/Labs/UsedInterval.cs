using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>
/// The interval against which a value was read. From <see cref="Low"/> to <see cref="High"/> it is surely normal; from
/// there to the outer limits it is left open, because laboratories differ or because age or sex are not known.
/// </summary>
/// <param name="Low">Lower limit, included; null is open.</param>
/// <param name="High">Upper limit, included; null is open.</param>
/// <param name="OuterLow">Below this it is surely low; equal to <paramref name="Low"/> when nothing is left open.</param>
/// <param name="OuterHigh">Above this it is surely high; equal to <paramref name="High"/> when nothing is left open.</param>
/// <param name="Origin">Who says so.</param>
/// <param name="Sources">Source ids of the tables; empty for the laboratory's own range.</param>
internal sealed record UsedInterval(decimal? Low, decimal? High, decimal? OuterLow, decimal? OuterHigh, IntervalOrigin Origin, IReadOnlyList<string> Sources)
{
    /// <summary>What the value of a result was held against: the laboratory's own range, unless it is an adult's on a child; then, and without one, the table's.</summary>
    public static UsedInterval? Of(LabReading reading, PatientContext patient)
    {
        if (reading.Value is null)
            return null;
        var age = patient.AgeOn(reading.Day);
        return LabReader.OwnRange(reading) is { } own && !LabReader.PlainlyAdult(reading.Analyte, own.High, age) ? Laboratory(own.Low, own.High) : Table(reading.Analyte, age, patient.Sex);
    }

    private static UsedInterval Laboratory(decimal? low, decimal? high) => new(low, high, low, high, IntervalOrigin.Laboratory, []);

    /// <summary>The table's interval for all ages and sexes that are possible; null when the table has none.</summary>
    private static UsedInterval? Table(Analyte analyte, in Age age, Sex? sex)
    {
        var bands = ReferenceIntervals.Bands(analyte, age, sex);
        if (bands.Count == 0)
            return null;
        if (bands is [var only])
        {
            var (above, below) = ReferenceIntervals.BorderlineEdges(only, age);
            return new UsedInterval(only.Low, only.High, only.Low is null ? null : below, only.High is null ? null : above, IntervalOrigin.Table, only.Sources);
        }

        var now = age;
        var edges = bands.Select(band => ReferenceIntervals.BorderlineEdges(band, now)).ToArray();
        var several = bands.Select(band => (band.Low, band.High)).Distinct().Count() > 1;
        return new UsedInterval(
            bands.Max(band => band.Low),
            bands.Min(band => band.High),
            bands.All(band => band.Low is not null) ? edges.Min(edge => edge.Below) : null,
            bands.All(band => band.High is not null) ? edges.Max(edge => edge.Above) : null,
            several ? IntervalOrigin.TableForSeveral : IntervalOrigin.Table,
            [.. bands.SelectMany(band => band.Sources).Distinct(StringComparer.Ordinal)]);
    }
}

/// <summary>Who says what is normal.</summary>
internal enum IntervalOrigin
{
    /// <summary>The laboratory that measured it.</summary>
    Laboratory,

    /// <summary>The table for the patient's age and sex.</summary>
    Table,

    /// <summary>The tables for every age and sex that are possible, because they are not all known.</summary>
    TableForSeveral,
}
