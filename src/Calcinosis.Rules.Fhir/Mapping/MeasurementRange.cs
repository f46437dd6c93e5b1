using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Brings bedside measurements to the unit of the findings document, and says when none can have the value.</summary>
internal static class MeasurementRange
{
    private const decimal KilogramsPerPound = 0.45359237m;
    private const decimal CentimetresPerInch = 2.54m;

    /// <summary>Value and unit as the document wants them; null when the unit is of another kind of thing.</summary>
    public static (decimal Value, string Unit)? Canonical(MeasurementKind kind, decimal value, string? unit)
    {
        if (Math.Abs(value) > 1_000_000m)
            return null;
        var word = unit?.Trim().ToLowerInvariant();
        return (kind, word) switch
        {
            (MeasurementKind.Height, "cm") => (value, "cm"),
            (MeasurementKind.Height, "m") => (value, "m"),
            (MeasurementKind.Height, "mm") => (value / 10, "cm"),
            (MeasurementKind.Height, "[in_i]" or "in" or "inch" or "inches" or "[in_us]") => (value * CentimetresPerInch, "cm"),
            (MeasurementKind.Weight, "kg") => (value, "kg"),
            (MeasurementKind.Weight, "g") => (value / 1000, "kg"),
            (MeasurementKind.Weight, "[lb_av]" or "lb" or "lbs" or "[lb_us]" or "pounds") => (value * KilogramsPerPound, "kg"),
            (MeasurementKind.Bmi, "kg/m2" or "kg/m^2" or "kg/m²" or null or "") => (value, "kg/m2"),
            (MeasurementKind.Temperature, "cel" or "c" or "°c" or "degc") => (value, "Cel"),
            (MeasurementKind.Temperature, "[degf]" or "f" or "°f" or "degf") => (decimal.Round((value - 32) * 5 / 9, 2), "Cel"),
            (MeasurementKind.SystolicBp, "mm[hg]" or "mmhg" or "mm hg") => (value, "mm[Hg]"),
            (MeasurementKind.HeartRate, "/min" or "bpm" or "{beats}/min" or "beats/min" or "beats/minute" or "{beats}/minute" or "1/min") => (value, "/min"),
            (MeasurementKind.Lvef, "%" or null or "") => (value, "%"),
            _ => null,
        };
    }

    /// <summary>Why the value cannot be; null when it can.</summary>
    public static string? Problem(MeasurementKind kind, decimal value, string unit)
    {
        var (low, high) = kind switch
        {
            MeasurementKind.Height => unit == "m" ? (0.2m, 2.8m) : (20m, 280m),
            MeasurementKind.Weight => (0.2m, 700m),
            MeasurementKind.Bmi => (5m, 250m),
            MeasurementKind.Temperature => (20m, 46m),
            MeasurementKind.SystolicBp => (0m, 350m),
            MeasurementKind.HeartRate => (0m, 400m),
            _ => (0m, 100m),
        };
        return value < low || value > high ? "nobody has this value in this unit" : null;
    }
}
