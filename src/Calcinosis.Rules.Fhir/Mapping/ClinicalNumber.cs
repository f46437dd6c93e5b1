using System.Globalization;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>A number as people type it: with a sign of comparison, a decimal comma, a unit behind it, or as a titre.</summary>
/// <param name="Value">The number.</param>
/// <param name="Comparator">Null for an exact value.</param>
/// <param name="Unit">What stood behind the number; <c>{titer}</c> for a titre.</param>
/// <param name="DecimalComma">The number was written with a decimal comma.</param>
internal readonly record struct ClinicalNumber(decimal Value, Comparator? Comparator, string? Unit, bool DecimalComma)
{
    /// <summary>Reads a whole text; false when it is no number, or when its comma may mean thousands as well as decimals.</summary>
    public static bool TryParse(string? text, out ClinicalNumber number)
    {
        number = default;
        var rest = (text ?? "").AsSpan().Trim();
        if (rest.Length is 0 or > 60)
            return false;
        var comparator = Sign(ref rest);
        if (rest.StartsWith("1:", StringComparison.Ordinal) && decimal.TryParse(rest[2..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var titre))
        {
            number = new ClinicalNumber(titre, comparator, "{titer}", false);
            return true;
        }

        var length = 0;
        while (length < rest.Length && (char.IsAsciiDigit(rest[length]) || rest[length] is '.' or ',' || (length == 0 && rest[0] == '-')))
            length++;
        if (length == 0 || !Digits(rest[..length].ToString(), out var value, out var comma))
            return false;
        var unit = rest[length..].Trim().ToString();
        // "8.5 - 10.5" and "12 (high)" are no values with a unit.
        if (unit.Length > 0 && (unit[0] is '-' or '–' or '(' || (char.IsAsciiDigit(unit[0]) && !unit.StartsWith("10", StringComparison.Ordinal))))
            return false;
        number = new ClinicalNumber(value, comparator, unit.Length == 0 ? null : unit, comma);
        return true;
    }

    /// <summary>Reads a range such as <c>8.5 - 10.5 mg/dL</c>, <c>&lt;30</c> or <c>&gt;= 60</c>.</summary>
    public static bool TryParseRange(string? text, out decimal? low, out decimal? high, out string? unit)
    {
        (low, high, unit) = (null, null, null);
        if (text is null || text.Length > 60)
            return false;
        var plain = text.Replace('–', '-').Replace(" to ", " - ", StringComparison.OrdinalIgnoreCase);
        var dash = plain.IndexOf('-', 1);
        if (dash > 0 && TryParse(plain[..dash], out var from) && TryParse(plain[(dash + 1)..], out var to) && from.Comparator is null && to.Comparator is null)
        {
            (low, high, unit) = (from.Value, to.Value, to.Unit ?? from.Unit);
            return true;
        }

        if (!TryParse(plain, out var one) || one.Comparator is null)
            return false;
        if (one.Comparator is Findings.Comparator.LessThan or Findings.Comparator.AtMost)
            high = one.Value;
        else
            low = one.Value;
        unit = one.Unit;
        return true;
    }

    private static Comparator? Sign(ref ReadOnlySpan<char> text)
    {
        foreach (var (sign, comparator) in new (string, Comparator)[]
        {
            ("<=", Findings.Comparator.AtMost), (">=", Findings.Comparator.AtLeast), ("≤", Findings.Comparator.AtMost), ("≥", Findings.Comparator.AtLeast),
            ("<", Findings.Comparator.LessThan), (">", Findings.Comparator.MoreThan),
        })
        {
            if (text.StartsWith(sign, StringComparison.Ordinal))
            {
                text = text[sign.Length..].TrimStart();
                return comparator;
            }
        }

        return null;
    }

    private static bool Digits(string text, out decimal value, out bool comma)
    {
        comma = false;
        var (point, firstComma, lastComma) = (text.LastIndexOf('.'), text.IndexOf(',', StringComparison.Ordinal), text.LastIndexOf(','));
        if (firstComma >= 0 && point >= 0)
        {
            // Both signs: the later one is the decimal sign.
            comma = lastComma > point;
            text = comma ? text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : text.Replace(",", "", StringComparison.Ordinal);
        }
        else if (firstComma >= 0)
        {
            value = 0;
            if (firstComma != lastComma || text.Length - firstComma - 1 == 3)
                return false;
            comma = true;
            text = text.Replace(',', '.');
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}
