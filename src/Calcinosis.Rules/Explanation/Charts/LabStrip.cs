using System.Globalization;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Interpretation.Labs;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Explanation.Charts;

/// <summary>One laboratory result beside the interval for that age, in the unit in which it was entered.</summary>
/// <param name="Path">Where it stands in the document.</param>
/// <param name="Label">The analyte in words.</param>
/// <param name="Seen">The value as it was entered, with bound sign and unit; the flag when there is no value.</param>
/// <param name="Value">The number; null when only a flag is known.</param>
/// <param name="State">How it was read.</param>
/// <param name="TakenOn">Day of the sample; null when undated.</param>
internal sealed record LabStrip(string Path, string Label, string Seen, decimal? Value, RangeState State, string? TakenOn)
{
    /// <summary>True for a test that is positive or negative and not high or low.</summary>
    public bool Qualitative { get; init; }

    /// <summary>Surely normal from here; null is open.</summary>
    public decimal? Low { get; init; }

    /// <summary>Surely normal to here; null is open.</summary>
    public decimal? High { get; init; }

    /// <summary>Surely low below this.</summary>
    public decimal? OuterLow { get; init; }

    /// <summary>Surely high above this.</summary>
    public decimal? OuterHigh { get; init; }

    /// <summary>Who says what is normal; null when there is no interval.</summary>
    public IntervalOrigin? Origin { get; init; }

    /// <summary>Source ids of the interval.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>A bound or an extreme or contradictory value: words for the reader; null when there is nothing to say.</summary>
    public string? Remark { get; init; }

    public static IReadOnlyList<LabStrip> Of(PatientPicture patient, ClinicalVocabulary vocabulary) =>
        [.. patient.Readings.Select(reading => Of(reading, patient.Context, vocabulary))];

    private static LabStrip Of(LabReading reading, PatientContext patient, ClinicalVocabulary vocabulary)
    {
        var result = reading.Result;
        var label = vocabulary.Find(TermKind.Analyte, reading.Analyte.Id)?.Label ?? reading.Analyte.Id;
        var shown = result.Value is { } value && reading.Value is { } canonical
            ? (Value: (decimal?)value, Factor: canonical == 0 || value == 0 ? FactorOf(reading) : canonical / value)
            : (null, 1m);
        var seen = shown.Value is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"{Sign(result.Comparator)}{PlainNumber.Text(number)} {result.Unit}").TrimEnd()
            : result.Interpretation is { } flag ? Findings.Json.EnumWords<LabInterpretation>.Of(flag).Replace('-', ' ') : "not used";
        var interval = shown.Value is null ? null : UsedInterval.Of(reading, patient);
        return new LabStrip(reading.Path, label, seen, shown.Value, reading.State, result.TakenOn?.ToString())
        {
            Qualitative = reading.Analyte.Qualitative,
            Low = Scaled(interval?.Low, shown.Factor),
            High = Scaled(interval?.High, shown.Factor),
            OuterLow = Scaled(interval?.OuterLow, shown.Factor),
            OuterHigh = Scaled(interval?.OuterHigh, shown.Factor),
            Origin = interval?.Origin,
            Sources = interval?.Sources ?? [],
            Remark = reading.Contradictory ? "value and flag contradict each other" : reading.Extreme ? "extreme: verify" : result.Quality.Count > 0 ? string.Join(", ", result.Quality.Select(Findings.Json.EnumWords<SampleQuality>.Of)) : null,
        };
    }

    private static decimal FactorOf(LabReading reading) => reading.Analyte.TryConvert(1, reading.Result.Unit, out var factor) && factor != 0 ? factor : 1m;

    /// <summary>Four significant digits: a limit that was converted carries no more than its table does.</summary>
    private static decimal? Scaled(decimal? limit, decimal factor) => limit is { } known ? Formulas.FourDigits(known / factor) : null;

    private static string Sign(Comparator? comparator) => comparator switch
    {
        null => "",
        { } sign => Findings.Json.EnumWords<Comparator>.Of(sign) + " ",
    };
}
