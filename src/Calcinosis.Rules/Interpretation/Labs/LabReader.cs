using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>Reads each result against its range: the laboratory's own first, the tables by age and sex after it, the flag beside both.</summary>
internal sealed class LabReader(PatientContext patient, ReadingSpace space)
{
    public List<ReadingNote> Notes { get; } = space.Notes;

    /// <summary>Reads all results of a document, in its order.</summary>
    public void Read(ResolvedDocument document)
    {
        var explained = new Lazily(patient.Document);
        foreach (var (result, analyte, index) in document.Labs)
        {
            if (patient.IsAfterAsOf(result.TakenOn))
                continue;
            var reading = space.Readings.Next();
            reading.Become(result, analyte, index);
            if (Read(reading, document, ref explained))
            {
                reading.IsRecent = patient.IsRecent(reading.Day);
                document.Readings.Add(reading);
            }
        }
    }

    /// <summary>Judges one result; false when it takes no part.</summary>
    private bool Read(LabReading reading, ResolvedDocument document, ref Lazily explained)
    {
        var (result, analyte) = (reading.Result, reading.Analyte);
        var finding = result.Value is { } raw ? Plausibility.Judge(analyte, raw, result.Unit, explained.LowCalcium(analyte)) : PlausibilityFinding.Fine;
        if (result.SpecimenType == SpecimenType.Urine && IsOfBlood(analyte.Id))
        {
            if (space.KeepsWords)
                Notes.Add(new ReadingNote("urine-under-blood-test", $"{reading.Seen}: a urine sample under a test of blood; it took no part", [reading.Path]));
            return false;
        }

        if (analyte.Qualitative)
        {
            (reading.State, reading.FlagOnly) = (Qualitative(result, analyte), result.Value is null);
            return true;
        }

        if (result.Value is { } value && finding.Verdict is PlausibilityVerdict.Use or PlausibilityVerdict.UseButNotAlone && analyte.TryConvert(value, result.Unit, out var canonical))
        {
            (reading.Value, reading.Extreme) = (canonical, finding.Verdict == PlausibilityVerdict.UseButNotAlone);
            if (space.KeepsWords)
                reading.Interval = Interval(reading);
            Against(reading);
            return true;
        }

        if (finding.Code == "calcium-possibly-ionised")
            document.PossiblyIonised.Add(reading);

        // The value was set aside or is missing; a flag still stands.
        if (result.Interpretation is null)
            return false;
        (reading.State, reading.FlagOnly) = (Flag(result), true);
        return true;
    }

    /// <summary>Whether a low calcium has a known reason: asked at most once, and only for a total calcium.</summary>
    private struct Lazily(FindingsDocument document)
    {
        private bool? _explained;

        public bool LowCalcium(Analyte analyte) => ReferenceEquals(analyte, AnalyteCatalogue.CalciumTotal) && (_explained ??= Plausibility.LowCalciumExplained(document));
    }

    private static bool IsOfBlood(string analyte) => !analyte.StartsWith("urine-", StringComparison.Ordinal) && analyte != "tubular-phosphate-reabsorption";

    private void Against(LabReading reading)
    {
        var age = patient.AgeOn(reading.Day);
        var analyte = reading.Analyte;
        var flag = reading.Result.Interpretation is null ? RangeState.Unknown : Flag(reading.Result);
        if (reading.Result.Comparator is not null)
        {
            WithBound(reading, age, flag);
            return;
        }

        if (OwnRange(reading) is { } own)
        {
            WithRange(reading, own.Low, own.High, age, flag);
            return;
        }

        var table = ReferenceIntervals.StateOf(analyte, reading.Value!.Value, age, patient.Sex, patient.BornPreterm);
        reading.UpperLimit = ReferenceIntervals.UpperLimit(analyte, age, patient.Sex, patient.BornPreterm);
        if (flag == RangeState.Unknown)
        {
            reading.State = table;
            return;
        }

        var decides = table is RangeState.BorderlineHigh or RangeState.BorderlineLow or RangeState.Unknown || table == flag
            || (table == RangeState.Normal && age.Is(LaboratoryThresholds.FlagDecidesFromAge) == true);
        reading.State = decides ? flag : RangeState.Unknown;
        if (!decides && space.KeepsWords)
            Notes.Add(new ReadingNote("flag-against-table", $"{reading.Seen}: the flag disagrees with the range for age; left open", [reading.Path]));
    }

    private void WithRange(LabReading reading, decimal? low, decimal? high, Age age, RangeState flag)
    {
        var state = Plain(reading.Value!.Value, low, high);
        if (flag != RangeState.Unknown && Opposite(flag, state))
        {
            (reading.State, reading.Contradictory) = (RangeState.Unknown, true);
            return;
        }

        if (!PlainlyAdult(reading.Analyte, high, age))
        {
            (reading.State, reading.UpperLimit) = (state, high);
            return;
        }

        reading.UpperLimit = ReferenceIntervals.UpperLimit(reading.Analyte, age, patient.Sex, patient.BornPreterm);
        var agrees = Plain3(ReferenceIntervals.StateOf(reading.Analyte, reading.Value.Value, age, patient.Sex, patient.BornPreterm)) == Plain3(state);
        reading.State = agrees ? state : RangeState.Unknown;
        if (!agrees && space.KeepsWords)
            Notes.Add(new ReadingNote("adult-range-on-child", $"{reading.Seen}: the range is an adult's and disagrees with the range for age; left open", [reading.Path]));
    }

    /// <summary>The laboratory's own range, unless it is an adult's on a child; then, and without one, the table's.</summary>
    private UsedInterval? Interval(LabReading reading)
    {
        var age = patient.AgeOn(reading.Day);
        return OwnRange(reading) is { } own && !PlainlyAdult(reading.Analyte, own.High, age)
            ? UsedInterval.Laboratory(own.Low, own.High)
            : UsedInterval.Table(reading.Analyte, age, patient.Sex);
    }

    /// <summary>A bound decides only where every value that it allows agrees.</summary>
    private void WithBound(LabReading reading, Age age, RangeState flag)
    {
        if (flag != RangeState.Unknown)
        {
            reading.State = flag;
            return;
        }

        var own = OwnRange(reading);
        var high = own?.High ?? ReferenceIntervals.UpperLimit(reading.Analyte, age, patient.Sex);
        var low = own?.Low ?? ReferenceIntervals.Bands(reading.Analyte, age, patient.Sex).Select(band => band.Low).FirstOrDefault();
        var upwards = reading.Result.Comparator is Comparator.MoreThan or Comparator.AtLeast;
        var state = upwards
            ? high is { } top && reading.Value >= top ? RangeState.High : low is { } bottom && reading.Value >= bottom ? RangeState.Normal : RangeState.Unknown
            : low is { } floor && reading.Value <= floor ? RangeState.Low : high is { } ceiling && reading.Value <= ceiling ? RangeState.Normal : RangeState.Unknown;
        // "More than something inside the range" may still be high.
        reading.State = upwards && state == RangeState.Normal ? RangeState.Unknown : state;
        reading.UpperLimit = high;
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

    private static bool PlainlyAdult(Analyte analyte, decimal? high, Age age) => high is { } limit && (analyte.Id switch
    {
        "phosphate" => LaboratoryThresholds.AdultPhosphateRange.Holds(limit) && age.Is(LaboratoryThresholds.AdultRangeSuspectUntil) == true,
        "creatinine" => LaboratoryThresholds.AdultCreatinineRange.Holds(limit) && age.Is(LaboratoryThresholds.AdultRangeSuspectUntil) == true,
        "alkaline-phosphatase" => LaboratoryThresholds.AdultAlkalinePhosphataseRange.Holds(limit) && age.Is(LaboratoryThresholds.AdultEnzymeRangeSuspectUntil) == true,
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
