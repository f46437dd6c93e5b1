using System.Collections.Frozen;
using System.Text;

namespace Calcinosis.Rules.Measurements;

/// <summary>Reads the spellings of units that charts use and gives the UCUM form; an unknown spelling stays unknown.</summary>
internal static class Units
{
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["mg/dl"] = "mg/dL",
        ["mg%"] = "mg/dL",
        ["mgs/dl"] = "mg/dL",
        ["mg/100ml"] = "mg/dL",
        ["mg/l"] = "mg/L",
        ["mmol/l"] = "mmol/L",
        ["mm"] = "mmol/L",
        ["mol/m3"] = "mmol/L",
        ["umol/l"] = "umol/L",
        ["mcmol/l"] = "umol/L",
        ["um"] = "umol/L",
        ["meq/l"] = "meq/L",
        ["g/dl"] = "g/dL",
        ["gm/dl"] = "g/dL",
        ["g%"] = "g/dL",
        ["gr/dl"] = "g/dL",
        ["g/l"] = "g/L",
        ["gr/l"] = "g/L",
        ["gm/l"] = "g/L",
        ["pg/ml"] = "pg/mL",
        ["ng/l"] = "ng/L",
        ["pmol/l"] = "pmol/L",
        ["ng/ml"] = "ng/mL",
        ["ug/l"] = "ug/L",
        ["mcg/l"] = "ug/L",
        ["nmol/l"] = "nmol/L",
        ["ng/dl"] = "ng/dL",
        ["u/l"] = "U/L",
        ["iu/l"] = "U/L",
        ["units/l"] = "U/L",
        ["[iu]/l"] = "U/L",
        ["mu/ml"] = "U/L",
        ["miu/ml"] = "U/L",
        ["ukat/l"] = "ukat/L",
        ["u/ml"] = "U/mL",
        ["iu/ml"] = "U/mL",
        ["[iu]/ml"] = "U/mL",
        ["ml/min/{1.73_m2}"] = "mL/min/{1.73_m2}",
        ["ml/min/1.73m2"] = "mL/min/{1.73_m2}",
        ["ml/min/1.73sqm"] = "mL/min/{1.73_m2}",
        ["ml/min/1.73"] = "mL/min/{1.73_m2}",
        ["ml/min"] = "mL/min",
        ["%"] = "%",
        ["%ofnormal"] = "%",
        ["{inr}"] = "{INR}",
        ["inr"] = "{INR}",
        ["1"] = "{INR}",
        ["{ratio}"] = "{INR}",
        ["ratio"] = "{INR}",
        ["mg/(24.h)"] = "mg/(24.h)",
        ["mg/24h"] = "mg/(24.h)",
        ["mg/24hr"] = "mg/(24.h)",
        ["mg/d"] = "mg/(24.h)",
        ["mg/day"] = "mg/(24.h)",
        ["mmol/(24.h)"] = "mmol/(24.h)",
        ["mmol/24h"] = "mmol/(24.h)",
        ["mmol/d"] = "mmol/(24.h)",
        ["mg/mg"] = "mg/mg",
        ["mg/mgcreat"] = "mg/mg",
        ["mmol/mmol"] = "mmol/mmol",
        ["mg/g"] = "mg/g",
        ["mg2/dl2"] = "mg2/dL2",
        ["(mg/dl)2"] = "mg2/dL2",
        ["(mg/dl)^2"] = "mg2/dL2",
        ["mmol2/l2"] = "mmol2/L2",
        ["(mmol/l)2"] = "mmol2/L2",
        ["{ru}/ml"] = "{RU}/mL",
        ["ru/ml"] = "{RU}/mL",
        ["{titer}"] = "{titer}",
        ["titer"] = "{titer}",
        ["titre"] = "{titer}",
        ["10*9/l"] = "10*9/L",
        ["10^9/l"] = "10*9/L",
        ["x10^9/l"] = "10*9/L",
        ["10*3/ul"] = "10*9/L",
        ["k/ul"] = "10*9/L",
        ["cm"] = "cm",
        ["m"] = "m",
        ["kg"] = "kg",
        ["g"] = "g",
        ["kg/m2"] = "kg/m2",
        ["cel"] = "Cel",
        ["c"] = "Cel",
        ["°c"] = "Cel",
        ["mm[hg]"] = "mm[Hg]",
        ["mmhg"] = "mm[Hg]",
        ["/min"] = "/min",
        ["bpm"] = "/min",
        ["[in_i]"] = "[in_i]",
        ["in"] = "[in_i]",
        ["[lb_av]"] = "[lb_av]",
        ["lb"] = "[lb_av]",
        ["lbs"] = "[lb_av]",
        ["gpl"] = "[GPL'U]/mL",
        ["mm/h"] = "mm/h",
    };

    /// <summary>Spellings that stand in the table, in the letters in which they are mostly written: the way without work.</summary>
    private static readonly FrozenDictionary<string, string> AsWritten =
        Spellings.Keys.Concat(Spellings.Values).Distinct(StringComparer.Ordinal).Where(spelling => Read(spelling) is not null).ToFrozenDictionary(spelling => spelling, spelling => Read(spelling)!, StringComparer.Ordinal);

    /// <summary>Every spelling with the unit that it stands for.</summary>
    public static IEnumerable<(string Spelling, string Ucum)> Known => Spellings.Select(pair => (pair.Key, pair.Value));

    /// <summary>The UCUM form; null when the spelling is not known. <c>Mmol/L</c> is a megamole and is refused.</summary>
    public static string? Normalise(string unit) => AsWritten.TryGetValue(unit, out var ucum) ? ucum : Read(unit);

    private static string? Read(string unit)
    {
        if (unit.StartsWith("Mmol", StringComparison.Ordinal) || unit.StartsWith("Mg/", StringComparison.Ordinal))
            return null;
        var plain = new StringBuilder(unit.Length);
        foreach (var character in unit)
        {
            if (char.IsWhiteSpace(character) || character is '\u200b' or '\u2060')
                continue;
            plain.Append(character switch
            {
                'µ' or 'μ' => 'u',
                '²' => '2',
                '³' => '3',
                '×' => 'x',
                _ => char.ToLowerInvariant(character),
            });
        }

        return Spellings.GetValueOrDefault(plain.ToString());
    }
}
