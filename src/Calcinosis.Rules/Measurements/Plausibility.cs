using System.Globalization;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Measurements;

/// <summary>What becomes of one laboratory value.</summary>
internal enum PlausibilityVerdict
{
    /// <summary>Used.</summary>
    Use,

    /// <summary>Used, but never the only reason for a state.</summary>
    UseButNotAlone,

    /// <summary>Set aside with a warning; it takes no part.</summary>
    SetAside,

    /// <summary>Impossible: the document has an error.</summary>
    Reject,
}

/// <summary>A verdict with its reason; code and words are null when there is nothing to say.</summary>
internal sealed record PlausibilityFinding(PlausibilityVerdict Verdict, string? Code = null, string? Expected = null, string? Message = null)
{
    public static readonly PlausibilityFinding Fine = new(PlausibilityVerdict.Use);
}

/// <summary>
/// Judges a laboratory value: unit slips that can be recognised come first, since they can be set aside without losing
/// the patient; then what no living person can have; then what is extreme. Values are never converted silently.
/// </summary>
internal static class Plausibility
{
    /// <summary>The code of a total calcium that looks like an ionised one.</summary>
    public const string PossiblyIonised = "calcium-possibly-ionised";

    public static PlausibilityFinding Judge(Analyte analyte, decimal value, string? unit, bool lowCalciumExplained)
    {
        if (value < 0)
            return Reject("value-negative", "zero or more", "A laboratory value cannot be negative; correct it.");
        if (analyte.Qualitative)
            return PlausibilityFinding.Fine;
        if (string.IsNullOrWhiteSpace(unit))
            return Aside("unit-missing", $"a unit such as {analyte.Unit}", "The value has no unit and was set aside; give the unit.");
        if (analyte.UnitOf(unit) is not { } ucum)
        {
            return Units.Normalise(unit) is { } other && IsOtherVitaminD(analyte.Id, other)
                ? Aside("unit-suspected", $"a unit such as {analyte.Unit}", "The unit belongs to the other vitamin D test; the value was set aside.")
                : Aside("unit-unknown", $"a unit such as {analyte.Unit}", "The unit is not known for this test; the value was set aside.");
        }

        return Slip(analyte, value, ucum, lowCalciumExplained) ?? Range(analyte, value, ucum);
    }

    /// <summary>By analyte: the slips that may be seen in it; mostly none.</summary>
    private static readonly UnitSlip[][] Slips = [.. AnalyteCatalogue.All.OrderBy(analyte => analyte.Number).Select(analyte => UnitSlipThresholds.Slips.Where(slip => slip.Analyte == analyte.Id).ToArray())];

    private static PlausibilityFinding? Slip(Analyte analyte, decimal value, string unit, bool lowCalciumExplained)
    {
        foreach (var slip in Slips[analyte.Number])
        {
            if (slip.Fits(value, unit))
                return Suspect(slip.Perhaps!);
        }

        if (!lowCalciumExplained && ReferenceEquals(analyte, AnalyteCatalogue.CalciumTotal))
        {
            foreach (var slip in UnitSlipThresholds.PerhapsIonised)
            {
                if (slip.Fits(value, unit))
                    return Ionised();
            }
        }

        return analyte.Id == UnitSlipThresholds.NoInr.Analyte && UnitSlipThresholds.NoInr.Fits(value, unit)
            ? Aside("unit-suspected", "an INR of at most 20", "The value cannot be an INR (seconds or per cent?); it was set aside.")
            : null;
    }

    private static PlausibilityFinding Range(Analyte analyte, decimal value, string unit)
    {
        var limits = LimitsIn(analyte, unit);
        if (limits is null)
        {
            // Limits in another unit of the same test apply after conversion.
            limits = LimitsIn(analyte, analyte.Unit) ?? (analyte.Limits.Count > 0 ? analyte.Limits[0] : null);
            if (limits is null || !analyte.Factors.TryGetValue(limits.Unit, out var factor))
                return PlausibilityFinding.Fine;
            value = value * analyte.Factors[unit] / factor;
        }

        if (value < limits.RejectBelow || value > limits.RejectAbove || (limits.ZeroBarred && value == 0))
            return Reject("value-impossible", Between(limits.RejectBelow, limits.RejectAbove, limits.Unit), "No living person has this value in this unit; correct value or unit.");
        if (value < limits.WarnBelow || value > limits.WarnAbove)
        {
            return new PlausibilityFinding(PlausibilityVerdict.UseButNotAlone, "value-extreme", Between(limits.WarnBelow ?? limits.RejectBelow, limits.WarnAbove ?? limits.RejectAbove, limits.Unit),
                "The value is extreme; it was kept, but nothing rests on it alone. Verify it.");
        }

        return PlausibilityFinding.Fine;
    }

    private static PlausibilityLimits? LimitsIn(Analyte analyte, string? unit)
    {
        for (var i = 0; i < analyte.Limits.Count; i++)
        {
            if (analyte.Limits[i].Unit == unit)
                return analyte.Limits[i];
        }

        return null;
    }

    private static bool IsOtherVitaminD(string analyte, string unit) => (analyte, unit) switch
    {
        ("vitamin-d-25oh", "pg/mL" or "ng/L" or "pmol/L") => true,
        ("vitamin-d-1-25oh", "ng/mL" or "ug/L" or "nmol/L") => true,
        _ => false,
    };

    private static PlausibilityFinding Suspect(string unit) =>
        Aside("unit-suspected", $"perhaps {unit}", $"The value does not fit its unit; perhaps {unit} was meant. It was set aside; give the right unit.");

    private static PlausibilityFinding Ionised() =>
        Aside(PossiblyIonised, "a total calcium", "The value looks like ionised calcium under total calcium; it was set aside. Verify the same day.");

    private static PlausibilityFinding Aside(string code, string expected, string message) => new(PlausibilityVerdict.SetAside, code, expected, message);

    private static PlausibilityFinding Reject(string code, string expected, string message) => new(PlausibilityVerdict.Reject, code, expected, message);

    private static string Between(decimal low, decimal high, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{low} to {high} {unit}");

    /// <summary>True when a low total calcium has a known reason: low albumin, or hypocalcaemia on record.</summary>
    public static bool LowCalciumExplained(FindingsDocument document)
    {
        foreach (var lab in document.Labs)
        {
            if (lab.Analyte == "albumin"
                && (lab.Interpretation is LabInterpretation.Low or LabInterpretation.CriticalLow
                    || (lab.Value is { } value && AnalyteCatalogue.Albumin.TryConvert(value, lab.Unit, out var albumin) && MineralThresholds.AlbuminNormal.Holds(albumin))))
                return true;
            if (lab.Analyte == "calcium-total" && lab.Interpretation is LabInterpretation.Low or LabInterpretation.CriticalLow && lab.Value is null)
                return true;
        }

        for (var i = 0; i < document.Conditions.Count; i++)
        {
            if (document.Conditions[i] is { Code: "hypocalcaemia", Status: null or PresenceStatus.Present })
                return true;
        }

        return false;
    }
}
