using System.Collections.Frozen;

namespace Calcinosis.Rules.CdsHooks.Cards;

/// <summary>
/// Tests of the rule base that can be ordered under a standard code. Questions and examinations are no orders, and a biopsy is
/// never suggested: in possible calciphylaxis it can do harm. They stand in the card's text.
/// </summary>
internal static class OrderableTests
{
    private const string Loinc = "http://loinc.org";
    private const string Snomed = "http://snomed.info/sct";

    /// <summary>Codes by test; several codes are several orders. Names as LOINC and SNOMED CT give them.</summary>
    public static FrozenDictionary<string, CodeReference[]> All { get; } = new Dictionary<string, CodeReference[]>(StringComparer.Ordinal)
    {
        ["calcium-albumin"] =
        [
            new(Loinc, "17861-6", "Calcium [Mass/volume] in Serum or Plasma"),
            new(Loinc, "1751-7", "Albumin [Mass/volume] in Serum or Plasma"),
        ],
        ["ionised-calcium"] = [new(Loinc, "1995-0", "Calcium.ionized [Moles/volume] in Serum or Plasma")],
        ["phosphate"] = [new(Loinc, "2777-1", "Phosphate [Mass/volume] in Serum or Plasma")],
        ["creatinine"] = [new(Loinc, "2160-0", "Creatinine [Mass/volume] in Serum or Plasma")],
        ["pth"] = [new(Loinc, "2731-8", "Parathyrin.intact [Mass/volume] in Serum or Plasma")],
        ["vitamin-d-25oh"] = [new(Loinc, "62292-8", "25-Hydroxyvitamin D3+25-Hydroxyvitamin D2 [Mass/volume] in Serum or Plasma")],
        ["vitamin-d-1-25oh"] = [new(Loinc, "62290-2", "1,25-Dihydroxyvitamin D, Serum")],
        ["lesion-x-ray"] = [new(Snomed, "168537006", "Plain radiography")],
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
