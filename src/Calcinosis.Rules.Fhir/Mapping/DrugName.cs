namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Strips a product name to its ingredient: "Warfarin Sodium 5 MG Oral Tablet [Coumadin]" is warfarin.</summary>
internal static class DrugName
{
    private static readonly HashSet<string> Salts = new(["sodium", "potassium", "hydrochloride", "hcl", "acetate", "succinate", "phosphate", "maleate", "tartrate", "besylate", "mesylate", "citrate", "sulfate", "monohydrate", "dihydrate"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The words before the strength, without a trailing salt; null when nothing shorter is left.</summary>
    public static string? Plain(string product)
    {
        var text = product.Split('[', '/', '(')[0].Trim();
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        // "24 HR diltiazem" begins with how long it acts.
        if (words.Count > 2 && char.IsAsciiDigit(words[0][0]) && words[1].Equals("HR", StringComparison.OrdinalIgnoreCase))
            words.RemoveRange(0, 2);
        var strength = words.FindIndex(word => char.IsAsciiDigit(word[0]));
        if (strength > 0)
            words.RemoveRange(strength, words.Count - strength);
        if (words.Count > 1 && Salts.Contains(words[^1]) && !words[0].Equals("calcium", StringComparison.OrdinalIgnoreCase))
            words.RemoveAt(words.Count - 1);
        var plain = string.Join(' ', words);
        return plain.Length == 0 || plain.Length == product.Length ? null : plain;
    }
}
