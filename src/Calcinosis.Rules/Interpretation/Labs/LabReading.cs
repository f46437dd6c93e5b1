using System.Globalization;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>One laboratory result as it is understood: converted, judged, and set against its range.</summary>
internal sealed class LabReading : Said
{
    private const long DrawOfSpecimen = -2;
    private const long UndatedDraw = -1;
    private const int MinutesOfDay = 24 * 60;
    private int _index;

    public LabResult Result { get; private set; } = new();

    public Analyte Analyte { get; private set; } = AnalyteCatalogue.Albumin;

    /// <summary>Day of the sample; null is undated.</summary>
    public DaySpan? Day { get; private set; }

    /// <summary>
    /// What tells one blood draw from another as one number, so that results are compared at once: the specimen where there
    /// is one (then its name decides as well), else day and time, else that they are undated.
    /// </summary>
    public long Draw { get; private set; }

    /// <summary>Value in the canonical unit; null when only a flag is known or the value was set aside.</summary>
    public decimal? Value { get; set; }

    /// <summary>True: extreme, never the only reason for a state.</summary>
    public bool Extreme { get; set; }

    public RangeState State { get; set; }

    /// <summary>Value and flag say opposite things.</summary>
    public bool Contradictory { get; set; }

    /// <summary>Only a flag, no value.</summary>
    public bool FlagOnly { get; set; }

    /// <summary>Upper limit in use, in the canonical unit; null when there is none or it is not unique.</summary>
    public decimal? UpperLimit { get; set; }

    /// <summary>Not long before the day of the question, or undated.</summary>
    public bool IsRecent { get; set; }

    /// <summary>Of the last day of its analyte, among those that count: it decides what does not depend on the lesion.</summary>
    public bool IsNewest { get; set; }

    public FindingState IsHigh => State switch
    {
        RangeState.High => FindingState.Present,
        RangeState.Normal or RangeState.Low or RangeState.BorderlineLow => FindingState.Absent,
        _ => FindingState.Unknown,
    };

    public FindingState IsLow => State switch
    {
        RangeState.Low => FindingState.Present,
        RangeState.Normal or RangeState.High or RangeState.BorderlineHigh => FindingState.Absent,
        _ => FindingState.Unknown,
    };

    /// <summary>Makes it the reading of a result, of which nothing is judged yet.</summary>
    public void Become(LabResult result, Analyte analyte, int index)
    {
        Forget();
        (Result, Analyte, _index) = (result, analyte, index);
        Day = result.TakenOn is { } taken ? DaySpan.Of(taken) : null;
        Draw = result.Specimen is not null ? DrawOfSpecimen : Day is { } day ? DrawOn(day, result.TakenAt) : UndatedDraw;
        (Value, UpperLimit) = (null, null);
        (Extreme, Contradictory, FlagOnly, IsRecent, IsNewest) = (false, false, false, false, false);
        State = RangeState.Unknown;
    }

    /// <summary>Results of one draw share specimen, else day and time, else are both undated.</summary>
    public bool IsOfSameDraw(LabReading other) => Draw == other.Draw && (Draw != DrawOfSpecimen || Result.Specimen == other.Result.Specimen);

    public bool Is(Analyte analyte) => ReferenceEquals(Analyte, analyte);

    /// <summary>On the side of a threshold, which may stand in any unit of the analyte; bounds such as "&lt; 5" decide only what they say.</summary>
    public FindingState Compare(Threshold threshold) => Value is null ? FindingState.Unknown : Compare(threshold, Analyte.Canonical(threshold));

    /// <summary>On the side of a threshold whose number was worked out for this reading.</summary>
    public FindingState Compare(Threshold threshold, decimal number)
    {
        var above = Above(number, orEqual: threshold.Comparison is Comparator.AtLeast or Comparator.LessThan);
        return threshold.PointsUp ? above : Negate(above);
    }

    protected override string Place() => Origin.PathOf(Result, "labs", _index);

    protected override string InWords()
    {
        var label = ClinicalVocabulary.Default.Find(TermKind.Analyte, Analyte.Id)?.Label ?? Analyte.Id;
        var value = Result.Value is { } number ? string.Create(CultureInfo.InvariantCulture, $" {Sign(Result.Comparator)}{Shortest(number)} {Result.Unit}").TrimEnd() : "";
        var range = Result.ReferenceRange is { } own && (own.Low ?? own.High) is not null
            ? string.Create(CultureInfo.InvariantCulture, $" ({own.Low}-{own.High})")
            : "";
        var flag = Result.Interpretation is { } word ? $" [{LowerWord(word)}]" : "";
        var day = Result.TakenOn is { } taken ? $" on {taken}" : "";
        return $"{label}{value}{range}{flag}{day}";
    }

    /// <summary>First day, last day and minute, each in places of its own; an unknown time is a minute of its own.</summary>
    private static long DrawOn(DaySpan day, TimeOnly? time) =>
        ((((long)day.First.DayNumber << 22) | (uint)day.Last.DayNumber) * (MinutesOfDay + 1)) + (time is { } clock ? (clock.Hour * 60) + clock.Minute : MinutesOfDay);

    private static FindingState Negate(FindingState state) => state switch
    {
        FindingState.Present => FindingState.Absent,
        FindingState.Absent => FindingState.Present,
        _ => FindingState.Unknown,
    };

    private FindingState Above(decimal threshold, bool orEqual)
    {
        if (Value is not { } value)
            return FindingState.Unknown;
        var above = orEqual ? value >= threshold : value > threshold;
        return Result.Comparator switch
        {
            null => above ? FindingState.Present : FindingState.Absent,
            Comparator.MoreThan or Comparator.AtLeast => above || (Result.Comparator == Comparator.MoreThan && value == threshold) ? FindingState.Present : FindingState.Unknown,
            _ => !above || (Result.Comparator == Comparator.LessThan && value == threshold) ? FindingState.Absent : FindingState.Unknown,
        };
    }

    private static string LowerWord(LabInterpretation word) => word switch
    {
        LabInterpretation.High => "high",
        LabInterpretation.Low => "low",
        LabInterpretation.Normal => "normal",
        _ => word.ToString().ToLowerInvariant(),
    };

    private static decimal Shortest(decimal number) => number == 0 ? number / 1.000000000000000000000000000000m : Explanation.PlainNumber.WithoutTrailingZeros(number);

    private static string Sign(Comparator? comparator) => comparator switch
    {
        Comparator.LessThan => "< ",
        Comparator.AtMost => "<= ",
        Comparator.AtLeast => ">= ",
        Comparator.MoreThan => "> ",
        _ => "",
    };
}
