using Calcinosis.Rules.Findings;
using static Calcinosis.Rules.Findings.Comparator;

namespace Calcinosis.Rules.Measurements;

/// <summary>A value that its unit makes suspicious: it lies on the side of every threshold.</summary>
/// <param name="Analyte">Analyte id.</param>
/// <param name="Unit">Unit as it was given, UCUM; null: any.</param>
/// <param name="Limits">All must hold.</param>
/// <param name="Perhaps">Unit that may have been meant; null when it looks like another test.</param>
internal sealed record UnitSlip(string Analyte, string? Unit, IReadOnlyList<Threshold> Limits, string? Perhaps)
{
    /// <summary>The value lies where the slip shows; of the slip's own analyte.</summary>
    public bool Fits(decimal value, string unit)
    {
        if (Unit is not null && unit != Unit)
            return false;
        for (var i = 0; i < Limits.Count; i++)
        {
            if (!Limits[i].Holds(value))
                return false;
        }

        return true;
    }
}

/// <summary>Slips of units that the size of a value betrays (choices of this project; such a value is set aside, never converted).</summary>
internal static class UnitSlipThresholds
{
    /// <summary>In this order; the first that fits is reported.</summary>
    public static IReadOnlyList<UnitSlip> Slips { get; } =
    [
        Slip("calcium-total", "mg/dL", "mmol/L", (AtLeast, 1.0m), (AtMost, 4.0m)),
        Slip("calcium-corrected", "mg/dL", "mmol/L", (AtLeast, 1.0m), (AtMost, 4.0m)),
        Slip("calcium-total", "mmol/L", "mg/dL", (MoreThan, 6.2m)),
        Slip("calcium-corrected", "mmol/L", "mg/dL", (MoreThan, 6.2m)),
        Slip("albumin", "g/dL", "g/L", (AtLeast, 10m), (AtMost, 70m)),
        Slip("albumin", "g/L", "g/dL", (MoreThan, 0m), (LessThan, 7m)),
        Slip("creatinine", "mg/dL", "umol/L", (MoreThan, 30m)),
        Slip("creatinine", "umol/L", "mg/dL", (MoreThan, 0m), (LessThan, 9m)),
    ];

    /// <summary>A total calcium that looks like an ionised one, unless a low calcium has a known reason.</summary>
    public static IReadOnlyList<UnitSlip> PerhapsIonised { get; } =
    [
        Slip("calcium-total", "mg/dL", null, (AtLeast, 3.2m), (AtMost, 6.0m)),
        Slip("calcium-total", "mmol/L", null, (AtLeast, 0.8m), (AtMost, 1.5m)),
    ];

    public static UnitSlip NoInr { get; } = new("inr", null, [new("slip.inr", "INR", MoreThan, 20m, "{INR}", "no INR: seconds or per cent", "policy")], null);

    public static IReadOnlyList<Threshold> All { get; } = [.. Slips.Concat(PerhapsIonised).Append(NoInr).SelectMany(slip => slip.Limits)];

    private static UnitSlip Slip(string analyte, string unit, string? perhaps, params (Comparator Comparison, decimal Value)[] limits)
    {
        var name = $"slip.{analyte}.{unit.ToLowerInvariant().Replace('/', '-')}.{(perhaps is null ? "ionised" : "unit")}";
        var meaning = perhaps is null ? "looks like an ionised calcium under total calcium" : $"perhaps {perhaps} was meant";
        return new UnitSlip(analyte, unit, [.. limits.Select(limit => new Threshold(
            $"{name}.{(limit.Comparison is MoreThan or AtLeast ? "from" : "to")}", $"{analyte.Replace('-', ' ')} given in {unit}", limit.Comparison, limit.Value, unit, meaning, "policy"))], perhaps);
    }
}
