using System.Diagnostics;

namespace Calcinosis.Rules.CdsHooks;

/// <summary>
/// Names for OpenTelemetry: <c>AddMeter(CdsHooksTelemetry.Name)</c> and <c>AddSource(CdsHooksTelemetry.Name)</c>. Neither
/// metrics nor traces hold anything about a patient.
/// </summary>
public static class CdsHooksTelemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Calcinosis.Rules.CdsHooks";

    internal static ActivitySource Source { get; } = new(Name);
}
