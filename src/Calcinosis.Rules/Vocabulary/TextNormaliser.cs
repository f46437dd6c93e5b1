using System.Buffers;
using System.Globalization;
using System.Text;

namespace Calcinosis.Rules.Vocabulary;

/// <summary>
/// Brings names to one form: lower case, no accents, no hyphens, American spelling of Greek and Latin vowels, singular.
/// Both the vocabulary and what is looked up go through it, so the form itself need not be pretty.
/// </summary>
internal static class TextNormaliser
{
    /// <summary>Marks where one part of a phrase ends.</summary>
    public const string Break = "|";

    public static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var word = new StringBuilder();
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(character);
            if (category == UnicodeCategory.NonSpacingMark || character is '\'' or '’')
                continue;
            if (char.IsLetterOrDigit(character) || (character is '.' && word.Length > 0 && char.IsAsciiDigit(word[^1])))
            {
                word.Append(char.ToLowerInvariant(character));
                continue;
            }

            Flush(tokens, word);
            if (character is ',' or ';' or '(' or ')' or ':' or '+' or '?' && tokens.Count > 0)
                tokens.Add(Break);
        }

        Flush(tokens, word);
        return tokens;
    }

    public static string Key(IEnumerable<string> tokens) => string.Join(' ', tokens.Where(token => token != Break));

    public static string Key(string text) => Key(Tokens(text));

    private static void Flush(List<string> tokens, StringBuilder word)
    {
        if (word.Length == 0)
            return;
        var token = word.ToString().TrimEnd('.');
        word.Clear();
        // A possessive s that its apostrophe left behind belongs to the word before ("Raynaud's").
        if (token.Length > 0)
            tokens.Add(Singular(Spelling(token)));
    }

    /// <summary>Latin plurals ("bullae") lose their e before the diphthongs are simplified.</summary>
    private static string Latin(string word) =>
        word.Length > 4 && word.EndsWith("ae", StringComparison.Ordinal) ? word[..^1] : word;

    /// <summary>What some spelling replaces; most words hold none of it.</summary>
    private static readonly SearchValues<string> Replaced = SearchValues.Create(
        ["æ", "œ", "ae", "oe", "sulph", "isation", "ised", "ising", "leuco", "tumour", "colour", "fibre", "centre", "phenomena"], StringComparison.Ordinal);

    private static string Spelling(string word) => !word.AsSpan().ContainsAny(Replaced) ? word :
        Latin(word).Replace("æ", "e", StringComparison.Ordinal)
            .Replace("œ", "e", StringComparison.Ordinal)
            .Replace("ae", "e", StringComparison.Ordinal)
            .Replace("oe", "e", StringComparison.Ordinal)
            .Replace("sulph", "sulf", StringComparison.Ordinal)
            .Replace("isation", "ization", StringComparison.Ordinal)
            .Replace("ised", "ized", StringComparison.Ordinal)
            .Replace("ising", "izing", StringComparison.Ordinal)
            .Replace("leuco", "leuko", StringComparison.Ordinal)
            .Replace("tumour", "tumor", StringComparison.Ordinal)
            .Replace("colour", "color", StringComparison.Ordinal)
            .Replace("fibre", "fiber", StringComparison.Ordinal)
            .Replace("centre", "center", StringComparison.Ordinal)
            .Replace("phenomena", "phenomenon", StringComparison.Ordinal);

    private static string Singular(string word)
    {
        switch (word)
        {
            case "feet":
                return "foot";
            case "calves":
                return "calf";
            case "thrombi":
                return "thrombus";
            case "microthrombi":
                return "microthrombus";
            case "phalanges":
                return "phalanx";
        }

        if (word.Length <= 3 || !word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal)
            || word.EndsWith("is", StringComparison.Ordinal) || word.EndsWith("os", StringComparison.Ordinal))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            return word[..^3] + "y";
        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal))
            return word[..^2];
        // "Thromboses", "stenoses", "metastases"; not "doses".
        if (word.Length > 6 && (word.EndsWith("oses", StringComparison.Ordinal) || word.EndsWith("stases", StringComparison.Ordinal)))
            return word[..^2] + "is";
        return word[..^1];
    }
}
