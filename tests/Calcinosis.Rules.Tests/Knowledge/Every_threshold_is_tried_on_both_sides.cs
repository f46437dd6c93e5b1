using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Knowledge;

/// <summary>Generated from the catalogue of thresholds: below, at and above, through documents. A threshold without a patient fails.</summary>
public sealed class Every_threshold_is_tried_on_both_sides
{
    private static readonly ThresholdProbes Probes = new();

    public static TheoryData<string> Ids => [.. Thresholds.All.Select(threshold => threshold.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Below_at_and_above(string id)
    {
        var threshold = Thresholds.All.Single(threshold => threshold.Id == id);
        var probe = Probes.Of(threshold);
        probe.Should().NotBeNull("every threshold needs a patient who turns on it: add a probe for {0}", id);

        foreach (var value in (decimal[])[threshold.Value - threshold.Step, threshold.Value, threshold.Value + threshold.Step])
            probe!(value).Should().Be(threshold.Holds(value), "{0}: {1} {2} {3} at {4}", id, threshold.Quantity, threshold.Comparison, threshold.Value, value);
    }

    [Fact]
    public void A_threshold_of_which_nobody_thought_has_no_patient() =>
        Probes.Of(new Threshold("new.threshold", "something", Rules.Findings.Comparator.AtLeast, 1m, "1", "something new", "policy")).Should().BeNull();

    public static TheoryData<int> Bands => [.. Enumerable.Range(0, ReferenceBands.All.Count)];

    [Theory]
    [MemberData(nameof(Bands))]
    public void Every_reference_interval_ends_where_its_table_says(int index)
    {
        var band = ReferenceBands.All[index];
        var middle = band.From + ((Math.Min(band.To, band.From + 40) - band.From) / 2);
        var age = band.InDays ? Age.Of(Rules.Findings.IsoDuration.OfDays(decimal.Truncate(middle))) : new Age(middle * Rules.Findings.IsoDuration.DaysPerYear, middle * Rules.Findings.IsoDuration.DaysPerYear, middle, middle);
        var sex = band.Sex ?? Rules.Findings.Sex.Female;
        RangeState At(decimal value) => ReferenceIntervals.StateOf(AnalyteCatalogue.Find(band.Analyte)!, value, age, sex);
        if (band.High is { } high)
        {
            At(high).Should().Be(RangeState.Normal, "{0}: the upper limit itself is normal", band);
            At(high + 0.001m).Should().BeOneOf([RangeState.High, RangeState.BorderlineHigh], band.ToString());
        }

        if (band.Low is { } low)
        {
            At(low).Should().Be(RangeState.Normal, "{0}: the lower limit itself is normal", band);
            At(low - 0.001m).Should().BeOneOf([RangeState.Low, RangeState.BorderlineLow], band.ToString());
        }
    }

    public static TheoryData<string, string> Limits
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var analyte in AnalyteCatalogue.All)
            {
                foreach (var limits in analyte.Limits)
                    data.Add(analyte.Id, limits.Unit);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Every_limit_of_plausibility_is_where_its_table_says(string id, string unit)
    {
        var analyte = AnalyteCatalogue.Find(id)!;
        var limits = analyte.Limits.Single(limits => limits.Unit == unit);
        // Slips of units are recognised first; the limits are those of values that are no slip.
        PlausibilityVerdict? Judge(decimal value) => value < 0 || UnitSlipThresholds.Slips.Append(UnitSlipThresholds.NoInr).Any(slip => slip.Analyte == id && slip.Fits(value, unit)) ? null : Plausibility.Judge(analyte, value, unit, lowCalciumExplained: true).Verdict;
        Expect(Judge(limits.RejectAbove), PlausibilityVerdict.UseButNotAlone, PlausibilityVerdict.Use);
        Expect(Judge(limits.RejectAbove + 0.001m), PlausibilityVerdict.Reject);
        Expect(Judge(limits.RejectBelow - 0.001m), PlausibilityVerdict.Reject);
        if (limits.WarnAbove is { } warnAbove)
        {
            Expect(Judge(warnAbove), PlausibilityVerdict.Use);
            Expect(Judge(warnAbove + 0.001m), PlausibilityVerdict.UseButNotAlone);
        }

        if (limits.WarnBelow is { } warnBelow)
        {
            Expect(Judge(warnBelow), PlausibilityVerdict.Use);
            Expect(Judge(warnBelow - 0.001m), PlausibilityVerdict.UseButNotAlone);
        }

        static void Expect(PlausibilityVerdict? verdict, params PlausibilityVerdict[] expected)
        {
            if (verdict is { } known)
                expected.Should().Contain(known);
        }
    }

    [Fact]
    public void The_interpretation_holds_no_number_of_its_own()
    {
        // Scores, conversions and the limits of technique are no clinical numbers.
        string[] allowed = ["1.000000000000000000000000000000m", "100m"];
        var files = Directory.GetFiles(Repository.PathOf("src/Calcinosis.Rules/Interpretation"), "*.cs", SearchOption.AllDirectories);
        var found = files.SelectMany(file => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), @"\b\d+(\.\d+)?m\b").Select(match => match.Value)).Except(allowed, StringComparer.Ordinal);

        found.Should().BeEmpty("clinical numbers stand in the catalogue of thresholds");
    }
}
