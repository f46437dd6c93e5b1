using System.Globalization;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Bedside measurements: limits of what is possible.</summary>
internal sealed class MeasurementValidator : DocumentCheck
{
    public override void Check(JudgedResults results, IssueSink issues)
    {
        var measurements = results.Document.Measurements;
        for (var i = 0; i < measurements.Count; i++)
        {
            var (entry, path) = (measurements[i], IssuePath.Of(measurements[i], "measurements", i));
            if (entry.Value is null)
                issues.Error("no-value-or-interpretation", path, null, "a value", "The measurement has no value.");
            var (low, extremeLow, extremeHigh, high, unit) = entry.Kind switch
            {
                MeasurementKind.Height when entry.Unit == "m" => (0.2m, 0.4m, 2.2m, 2.8m, "m"),
                MeasurementKind.Height => (20m, 40m, 220m, 280m, "cm"),
                MeasurementKind.Weight => (0.2m, 0.4m, 300m, 700m, "kg"),
                MeasurementKind.Bmi => (5m, 10m, 70m, 250m, "kg/m2"),
                MeasurementKind.Temperature => (20m, 20m, 46m, 46m, "Cel"),
                MeasurementKind.SystolicBp => (0m, 0m, 350m, 350m, "mm[Hg]"),
                MeasurementKind.HeartRate => (0m, 0m, 400m, 400m, "/min"),
                MeasurementKind.Lvef => (0m, 0m, 100m, 100m, "%"),
                _ => (decimal.MinValue, decimal.MinValue, decimal.MaxValue, decimal.MaxValue, ""),
            };
            issues.Between(entry.Value, low, high, path + "/value", unit);
            if (entry.Value is { } value && value >= low && value <= high && (value < extremeLow || value > extremeHigh))
                issues.Warn("value-extreme", path + "/value", value.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{extremeLow} to {extremeHigh} {unit}"), "The value is unusual; verify it.");
        }
    }
}
