using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>The newest glomerular filtration rate of a patient, reported or computed from creatinine, age, sex or height.</summary>
internal sealed class FiltrationRate
{
    private List<DerivedValue>? _computed;

    /// <summary>The result that it comes from; null when there is none.</summary>
    public LabReading? Newest { get; private set; }

    /// <summary>Rounded to an integer as laboratories do.</summary>
    public decimal Whole { get; private set; }

    /// <summary>Low values lie far enough apart in time for chronic disease.</summary>
    public bool Chronic { get; private set; }

    /// <param name="patient">Age, sex, height.</param>
    /// <param name="readings">Results of any kind.</param>
    /// <param name="keepsWords">What was computed will be shown.</param>
    /// <param name="excluded">Creatinine says nothing of the kidneys (dialysis, acute injury).</param>
    public static FiltrationRate Of(PatientContext patient, List<LabReading> readings, bool keepsWords, bool excluded)
    {
        var rate = new FiltrationRate();
        var least = decimal.MaxValue;
        var (low, firstLow, lastLow) = (0, int.MaxValue, int.MinValue);
        foreach (var reading in readings)
        {
            if (!reading.IsRecent)
                continue;
            decimal value;
            if (reading.Is(AnalyteCatalogue.Egfr) && reading.Value is { } reported && reading.Result.Comparator is null or Comparator.MoreThan or Comparator.AtLeast)
            {
                value = reported;
            }
            else if (reading.Is(AnalyteCatalogue.Creatinine) && !excluded && Computed(patient, reading) is { } computed)
            {
                value = computed.Value;
                if (keepsWords)
                    (rate._computed ??= []).Add(new DerivedValue("egfr", Formulas.FourDigits(value), "mL/min/{1.73_m2}", null, [reading.Path], computed.Formula, Formulas.GfrCategory(value)));
            }
            else
            {
                continue;
            }

            // The newest counts; of several of one day the lowest.
            if (rate.Newest is not { } newest || Last(newest) < Last(reading) || (Last(newest) == Last(reading) && value < least))
                (rate.Newest, least) = (reading, value);
            if (reading.Day is { } day && KidneyThresholds.Reduced.Holds(Rounded(value)))
            {
                low++;
                firstLow = Math.Min(firstLow, day.Last.DayNumber);
                lastLow = Math.Max(lastLow, day.First.DayNumber);
            }
        }

        if (rate.Newest is not null)
            rate.Whole = Rounded(least);
        rate.Chronic = low > 1 && KidneyThresholds.Chronic.Holds(lastLow - firstLow);
        return rate;
    }

    /// <summary>Adds what was computed to what a picture shows.</summary>
    public void Show(PictureBuilder picture)
    {
        if (picture.KeepsWords && _computed is not null)
            picture.Derived.AddRange(_computed);
    }

    private static DateOnly Last(LabReading reading) => reading.Day?.Last ?? DateOnly.MinValue;

    private static decimal Rounded(decimal rate) => decimal.Round(rate, 0, MidpointRounding.AwayFromZero);

    private static (decimal Value, string Formula)? Computed(PatientContext patient, LabReading creatinine)
    {
        if (creatinine.Value is not { } value || creatinine.Result.Comparator is not null || creatinine.Result.DialysisTiming is not null || value <= 0)
            return null;
        var age = patient.AgeOn(creatinine.Day);
        if (age.Is(KidneyThresholds.AdultFormulaFromAge) == true && age.IsKnown && patient.Sex is { } sex && patient.Document.Patient.Pregnant != true)
            return (Formulas.EgfrCkdEpi2021(value, decimal.Truncate(age.MinYears), sex), "CKD-EPI 2021");
        var height = patient.Document.Measurements.FirstOrDefault(measurement => measurement.Kind == MeasurementKind.Height && NearInTime(measurement, creatinine))?.Value;
        if (age.Is(KidneyThresholds.EgfrFromAge) == true && age.Is(KidneyThresholds.AdultFormulaFromAge) == false && height is { } tall)
            return (Formulas.EgfrSchwartz(PatientThresholds.HeightInMetres.Holds(tall) ? tall * 100 : tall, value), "bedside Schwartz");
        return null;
    }

    /// <summary>A child's height is good for about three months; without both dates it is taken as it stands.</summary>
    private static bool NearInTime(BedsideMeasurement height, LabReading creatinine) =>
        height.TakenOn is not { } measured || creatinine.Day is not { } day || Near(DaySpan.Of(measured).DaysSince(day));

    private static bool Near((int Min, int Max) days) => KidneyThresholds.HeightHolds.Holds(days.Max) && KidneyThresholds.HeightHolds.Holds(-days.Min);
}
