using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>Reads each result against its range: the laboratory's own first, the tables by age and sex after it, the flag beside both.</summary>
internal sealed class LabReader(PatientContext patient, ClinicalVocabulary vocabulary)
{
    public List<ReadingNote> Notes { get; } = [];

    /// <summary>Low total calcium that was set aside because it looks like ionised calcium: to be verified the same day.</summary>
    public List<LabReading> PossiblyIonised { get; } = [];

    public List<LabReading> Read(IReadOnlyList<(LabResult Result, string Path)> labs)
    {
        var explained = Plausibility.LowCalciumExplained(patient.Document);
        var readings = new List<LabReading>();
        foreach (var (result, path) in labs)
        {
            if (result.Analyte is not { } id || AnalyteCatalogue.Find(id) is not { } analyte || patient.IsAfterAsOf(result.TakenOn))
                continue;
            if (Read(result, path, analyte, explained) is { } reading)
                readings.Add(reading);
        }

        return readings;
    }

    private LabReading? Read(LabResult result, string path, Analyte analyte, bool explained)
    {
        var label = vocabulary.Find(TermKind.Analyte, analyte.Id)?.Label ?? analyte.Id;
        var reading = new LabReading(result, path, analyte) { Seen = LabReading.SeenText(result, label) };
        var finding = result.Value is { } raw ? Plausibility.Judge(analyte, raw, result.Unit, explained) : PlausibilityFinding.Fine;
        if (result.SpecimenType == SpecimenType.Urine && IsOfBlood(analyte.Id))
        {
            Notes.Add(new ReadingNote("urine-under-blood-test", $"{reading.Seen}: a urine sample under a test of blood; it took no part", [path]));
            return null;
        }

        if (analyte.Qualitative)
            return reading with { State = Qualitative(result, analyte), FlagOnly = result.Value is null };
        if (result.Value is { } value && finding.Verdict is PlausibilityVerdict.Use or PlausibilityVerdict.UseButNotAlone && analyte.TryConvert(value, result.Unit, out var canonical))
        {
            reading = reading with { Value = canonical, Extreme = finding.Verdict == PlausibilityVerdict.UseButNotAlone };
            return Against(reading with { Interval = Interval(reading) });
        }

        if (finding.Code == "calcium-possibly-ionised")
            PossiblyIonised.Add(reading);

        // The value was set aside or is missing; a flag still stands.
        return result.Interpretation is null ? null : reading with { State = Flag(result), FlagOnly = true };
    }

    private static bool IsOfBlood(string analyte) => !analyte.StartsWith("urine-", StringComparison.Ordinal) && analyte != "tubular-phosphate-reabsorption";

    private LabReading Against(LabReading reading)
    {
        var age = patient.AgeOn(reading.Day);
        var analyte = reading.Analyte;
        var table = ReferenceIntervals.StateOf(analyte.Id, reading.Value!.Value, age, patient.Sex, patient.BornPreterm);
        var tableLimit = ReferenceIntervals.UpperLimit(analyte.Id, age, patient.Sex, patient.BornPreterm);
        var flag = reading.Result.Interpretation is null ? RangeState.Unknown : Flag(reading.Result);
        if (reading.Result.Comparator is not null)
            return WithBound(reading, age, flag);
        if (OwnRange(reading) is { } own)
        {
            var state = Plain(reading.Value.Value, own.Low, own.High);
            if (flag != RangeState.Unknown && Opposite(flag, state))
                return reading with { State = RangeState.Unknown, Contradictory = true };
            if (!PlainlyAdult(analyte.Id, own.High, age))
                return reading with { State = state, UpperLimit = own.High };
            if (Plain3(table) == Plain3(state))
                return reading with { State = state, UpperLimit = tableLimit };
            Notes.Add(new ReadingNote("adult-range-on-child", $"{reading.Seen}: the range is an adult's and disagrees with the range for age; left open", [reading.Path]));
            return reading with { State = RangeState.Unknown, UpperLimit = tableLimit };
        }

        if (flag == RangeState.Unknown)
            return reading with { State = table, UpperLimit = tableLimit };
        var adult = age.Is(LaboratoryThresholds.FlagDecidesFromAge) == true;
        var decides = table is RangeState.BorderlineHigh or RangeState.BorderlineLow or RangeState.Unknown || table == flag
            || (adult && table == RangeState.Normal);
        if (decides)
            return reading with { State = flag, UpperLimit = tableLimit };
        Notes.Add(new ReadingNote("flag-against-table", $"{reading.Seen}: the flag disagrees with the range for age; left open", [reading.Path]));
        return reading with { State = RangeState.Unknown, UpperLimit = tableLimit };
    }

    /// <summary>The laboratory's own range, unless it is an adult's on a child; then, and without one, the table's.</summary>
    private UsedInterval? Interval(LabReading reading)
    {
        var age = patient.AgeOn(reading.Day);
        return OwnRange(reading) is { } own && !PlainlyAdult(reading.Analyte.Id, own.High, age)
            ? UsedInterval.Laboratory(own.Low, own.High)
            : UsedInterval.Table(reading.Analyte.Id, age, patient.Sex);
    }

    /// <summary>A bound decides only where every value that it allows agrees.</summary>
    private LabReading WithBound(LabReading reading, Age age, RangeState flag)
    {
        if (flag != RangeState.Unknown)
            return reading with { State = flag };
        var own = OwnRange(reading);
        var high = own?.High ?? ReferenceIntervals.UpperLimit(reading.Analyte.Id, age, patient.Sex);
        var low = own?.Low ?? ReferenceIntervals.Bands(reading.Analyte.Id, age, patient.Sex).Select(band => band.Low).FirstOrDefault();
        var upwards = reading.Result.Comparator is Comparator.MoreThan or Comparator.AtLeast;
        var state = upwards
            ? high is { } top && reading.Value >= top ? RangeState.High : low is { } bottom && reading.Value >= bottom ? RangeState.Normal : RangeState.Unknown
            : low is { } floor && reading.Value <= floor ? RangeState.Low : high is { } ceiling && reading.Value <= ceiling ? RangeState.Normal : RangeState.Unknown;
        // "More than something inside the range" may still be high.
        if (upwards && state == RangeState.Normal)
            state = RangeState.Unknown;
        return reading with { State = state, UpperLimit = high };
    }

    private static (decimal? Low, decimal? High)? OwnRange(LabReading reading)
    {
        if (reading.Result.ReferenceRange is not { } range || (range.Low ?? range.High) is null || range.Low > range.High)
            return null;
        var unit = range.Unit ?? reading.Result.Unit;
        decimal? low = null, high = null;
        if (range.Low is { } bottom && reading.Analyte.TryConvert(bottom, unit, out var l))
            low = l;
        if (range.High is { } top && reading.Analyte.TryConvert(top, unit, out var h))
            high = h;
        return (low ?? high) is null ? null : (low, high);
    }

    private static bool PlainlyAdult(string analyte, decimal? high, Age age) => high is { } limit && (analyte switch
    {
        "phosphate" => age.Is(LaboratoryThresholds.AdultRangeSuspectUntil) == true && LaboratoryThresholds.AdultPhosphateRange.Holds(limit),
        "creatinine" => age.Is(LaboratoryThresholds.AdultRangeSuspectUntil) == true && LaboratoryThresholds.AdultCreatinineRange.Holds(limit),
        "alkaline-phosphatase" => age.Is(LaboratoryThresholds.AdultEnzymeRangeSuspectUntil) == true && LaboratoryThresholds.AdultAlkalinePhosphataseRange.Holds(limit),
        _ => false,
    });

    private static RangeState Plain(decimal value, decimal? low, decimal? high) =>
        value > high ? RangeState.High : value < low ? RangeState.Low : RangeState.Normal;

    private static RangeState Plain3(RangeState state) => state is RangeState.BorderlineHigh or RangeState.BorderlineLow ? RangeState.Unknown : state;

    private static bool Opposite(RangeState flag, RangeState state) => flag != state;

    private static RangeState Flag(LabResult result) => result.Interpretation switch
    {
        LabInterpretation.High or LabInterpretation.CriticalHigh or LabInterpretation.Positive => RangeState.High,
        LabInterpretation.Low or LabInterpretation.CriticalLow => RangeState.Low,
        LabInterpretation.Normal or LabInterpretation.Negative => RangeState.Normal,
        _ => RangeState.Unknown,
    };

    private static RangeState Qualitative(LabResult result, Analyte analyte)
    {
        if (result.Interpretation is not null)
            return Flag(result);
        if (result.Value is not { } value)
            return RangeState.Unknown;
        if (result.ReferenceRange?.High is { } high)
            return value > high ? RangeState.High : RangeState.Normal;
        // A titre of 1:80 is the usual entry level for ANA; other tests have no common cut-off.
        return analyte.Id == "ana" && Units.Normalise(result.Unit ?? "") == "{titer}" ? LaboratoryThresholds.AnaTitre.Holds(value) ? RangeState.High : RangeState.Normal : RangeState.Unknown;
    }
}
