using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>Reads each result against its range: the laboratory's own first, the tables by age and sex after it, the flag beside both.</summary>
internal sealed class LabReader(PatientContext patient, ReadingSpace space)
{
    private static readonly (Threshold Range, Threshold Until)?[] AdultRanges = MakeAdultRanges();

    public List<ReadingNote> Notes { get; } = space.Notes;

    /// <summary>Reads all results of a document, in its order.</summary>
    public void Read(ResolvedDocument document)
    {
        foreach (var (result, analyte, finding, index) in document.Labs)
        {
            if (patient.IsAfterAsOf(result.TakenOn))
                continue;
            var reading = space.Readings.Next();
            reading.Become(result, analyte, index);
            if (Read(reading, finding, document))
            {
                reading.IsRecent = patient.IsRecent(reading.Day);
                document.Readings.Add(reading);
            }
        }
    }

    /// <summary>Judges one result; false when it takes no part.</summary>
    private bool Read(LabReading reading, PlausibilityFinding finding, ResolvedDocument document)
    {
        var (result, analyte) = (reading.Result, reading.Analyte);
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
            Against(reading);
            return true;
        }

        if (finding.Code == Plausibility.PossiblyIonised)
            document.PossiblyIonised.Add(reading);

        // The value was set aside or is missing; a flag still stands.
        if (result.Interpretation is null)
            return false;
        (reading.State, reading.FlagOnly) = (Flag(result), true);
        return true;
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

        (var table, reading.UpperLimit) = ReferenceIntervals.Judge(analyte, reading.Value!.Value, age, patient.Sex, patient.BornPreterm);
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

    private void WithRange(LabReading reading, decimal? low, decimal? high, in Age age, RangeState flag)
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

        (var table, reading.UpperLimit) = ReferenceIntervals.Judge(reading.Analyte, reading.Value.Value, age, patient.Sex, patient.BornPreterm);
        var agrees = Plain3(table) == Plain3(state);
        reading.State = agrees ? state : RangeState.Unknown;
        if (!agrees && space.KeepsWords)
            Notes.Add(new ReadingNote("adult-range-on-child", $"{reading.Seen}: the range is an adult's and disagrees with the range for age; left open", [reading.Path]));
    }

    /// <summary>A bound decides only where every value that it allows agrees.</summary>
    private void WithBound(LabReading reading, in Age age, RangeState flag)
    {
        if (flag != RangeState.Unknown)
        {
            reading.State = flag;
            return;
        }

        var own = OwnRange(reading);
        var high = own?.High ?? ReferenceIntervals.UpperLimit(reading.Analyte, age, patient.Sex);
        var low = own?.Low ?? (ReferenceIntervals.Bands(reading.Analyte, age, patient.Sex) is [var first, ..] ? first.Low : null);
        var upwards = reading.Result.Comparator is Comparator.MoreThan or Comparator.AtLeast;
        var state = upwards
            ? high is { } top && reading.Value >= top ? RangeState.High : low is { } bottom && reading.Value >= bottom ? RangeState.Normal : RangeState.Unknown
            : low is { } floor && reading.Value <= floor ? RangeState.Low : high is { } ceiling && reading.Value <= ceiling ? RangeState.Normal : RangeState.Unknown;
        // "More than something inside the range" may still be high.
        reading.State = upwards && state == RangeState.Normal ? RangeState.Unknown : state;
        reading.UpperLimit = high;
    }

    /// <summary>The laboratory's own range in the canonical unit; null when it has none that can be read.</summary>
    public static (decimal? Low, decimal? High)? OwnRange(LabReading reading)
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

    /// <summary>The range is an adult's, the patient a child.</summary>
    public static bool PlainlyAdult(Analyte analyte, decimal? high, in Age age) =>
        high is { } limit && AdultRanges[analyte.Number] is var (range, until) && age.Is(until) == true && range.Holds(limit);

    /// <summary>By analyte: what betrays an adult's range, and until what age that is suspicious; null where ranges of adults and children hardly differ.</summary>
    private static (Threshold Range, Threshold Until)?[] MakeAdultRanges()
    {
        var ranges = new (Threshold, Threshold)?[AnalyteCatalogue.All.Count];
        ranges[AnalyteCatalogue.Phosphate.Number] = (LaboratoryThresholds.AdultPhosphateRange, LaboratoryThresholds.AdultRangeSuspectUntil);
        ranges[AnalyteCatalogue.Creatinine.Number] = (LaboratoryThresholds.AdultCreatinineRange, LaboratoryThresholds.AdultRangeSuspectUntil);
        ranges[AnalyteCatalogue.Find("alkaline-phosphatase")!.Number] = (LaboratoryThresholds.AdultAlkalinePhosphataseRange, LaboratoryThresholds.AdultEnzymeRangeSuspectUntil);
        return ranges;
    }

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
