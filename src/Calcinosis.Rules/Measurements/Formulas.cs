using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Measurements;

/// <summary>The formulas, each in the units that its source prints.</summary>
internal static class Formulas
{
    private static readonly (string Category, Threshold From)[] Categories =
        [("G1", KidneyThresholds.G1), ("G2", KidneyThresholds.G2), ("G3a", KidneyThresholds.G3a), ("G3b", KidneyThresholds.G3b), ("G4", KidneyThresholds.G4)];

    /// <summary>Albumin-corrected calcium in mg/dL: total + 0.8 x (4.0 - albumin in g/dL) (lab:32, lab:85).</summary>
    public static decimal CorrectedCalciumConventional(decimal calciumMgDl, decimal albuminGDl) => calciumMgDl + (0.8m * (4.0m - albuminGDl));

    /// <summary>Albumin-corrected calcium in mmol/L: total + 0.02 x (40 - albumin in g/L) (lab:32, lab:85).</summary>
    public static decimal CorrectedCalciumSi(decimal calciumMmolL, decimal albuminGL) => calciumMmolL + (0.02m * (40m - albuminGL));

    /// <summary>Calcium-phosphate product in the square of the unit given.</summary>
    public static decimal Product(decimal calcium, decimal phosphate) => calcium * phosphate;

    /// <summary>
    /// CKD-EPI 2021 creatinine, mL/min/1.73 m2, for 18 years and older (lab:41). Powers are taken in double precision,
    /// whose error of 1e-15 lies far below the four digits that are shown.
    /// </summary>
    public static decimal EgfrCkdEpi2021(decimal creatinineMgDl, decimal ageYears, Sex sex)
    {
        var female = sex == Sex.Female;
        var ratio = (double)(creatinineMgDl / (female ? 0.7m : 0.9m));
        var value = 142d
            * Math.Pow(Math.Min(ratio, 1), female ? -0.241 : -0.302)
            * Math.Pow(Math.Max(ratio, 1), -1.2)
            * Math.Pow(0.9938, (double)ageYears)
            * (female ? 1.012 : 1);
        return (decimal)value;
    }

    /// <summary>Bedside Schwartz 2009, mL/min/1.73 m2, for 1 to under 18 years (lab:42).</summary>
    public static decimal EgfrSchwartz(decimal heightCm, decimal creatinineMgDl) => 0.413m * heightCm / creatinineMgDl;

    /// <summary>KDIGO category of an eGFR, rounded to an integer first, as laboratories do (lab:43).</summary>
    public static string GfrCategory(decimal egfr)
    {
        var whole = decimal.Round(egfr, 0, MidpointRounding.AwayFromZero);
        foreach (var (category, from) in Categories)
        {
            if (from.Holds(whole))
                return category;
        }

        return "G5";
    }

    /// <summary>Rounds to four significant digits and drops trailing zeros.</summary>
    public static decimal FourDigits(decimal value)
    {
        if (value == 0)
            return 0;
        var digits = 4 - (int)Math.Floor(Math.Log10((double)Math.Abs(value))) - 1;
        decimal rounded;
        if (digits >= 0)
        {
            rounded = decimal.Round(value, Math.Min(digits, 28), MidpointRounding.AwayFromZero);
        }
        else
        {
            var scale = 1m;
            for (var i = 0; i < -digits; i++)
                scale *= 10;
            rounded = decimal.Round(value / scale, 0, MidpointRounding.AwayFromZero) * scale;
        }

        return rounded / 1.000000000000000000000000000000m;
    }
}
