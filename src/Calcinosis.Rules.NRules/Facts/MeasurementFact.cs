using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.NRules.Facts;

/// <summary>
/// All results of one laboratory test. The properties speak of the latest (by day; among those of one day, and among those
/// without a day, the last in the record); <see cref="Results"/> holds them all.
/// </summary>
public sealed class MeasurementFact : CalcinosisFact
{
    internal MeasurementFact(string analyte, IReadOnlyList<MeasuredResult> results)
        : base("measurement " + analyte, results[^1].Text, [results[^1].From])
    {
        Analyte = analyte;
        Results = results;
    }

    /// <summary>Code of the test, such as <c>phosphate</c>.</summary>
    public string Analyte { get; }

    /// <summary>Every result, the earliest first; never empty. Results without a day stand first.</summary>
    public IReadOnlyList<MeasuredResult> Results { get; }

    /// <summary>The latest result.</summary>
    public MeasuredResult Latest => Results[^1];

    /// <summary>The latest value in <see cref="Unit"/>; null when it was only flagged or was set aside.</summary>
    public decimal? Value => Latest.Value;

    /// <summary>The unit in which the library holds this test, in UCUM; null for tests that are positive or negative.</summary>
    public string? Unit => Latest.Unit;

    /// <summary>Whether the latest result is above its range; unknown when there is no range or it is close to the limit.</summary>
    public FindingState High => Latest.High;

    /// <summary>Whether the latest result is below its range; unknown when there is no range or it is close to the limit.</summary>
    public FindingState Low => Latest.Low;

    /// <summary>True when the latest value is surely at or above a limit in <see cref="Unit"/>, the limit included; false when it is not or is not known.</summary>
    /// <param name="limit">The limit.</param>
    public bool IsAtLeast(decimal limit) => Value >= limit && Latest.Bound is not (ValueBound.LessThan or ValueBound.AtMost);

    /// <summary>True when the latest value is surely at or below a limit in <see cref="Unit"/>, the limit included; false when it is not or is not known.</summary>
    /// <param name="limit">The limit.</param>
    public bool IsAtMost(decimal limit) => Value <= limit && Latest.Bound is not (ValueBound.MoreThan or ValueBound.AtLeast);
}
