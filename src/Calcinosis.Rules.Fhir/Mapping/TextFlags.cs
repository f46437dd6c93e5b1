using System.Buffers;
using Calcinosis.Rules.Fhir.Resources;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Cheap tests on the words beside a code.</summary>
internal static class TextFlags
{
    private static readonly SearchValues<string> Qualifiers = SearchValues.Create(["no ", "not", "without", "den", "absen", "negative", "exclu", "r/o", "rule", "ruled", "possib", "probab", "suspect", "likely", "question", "?", "history", "h/o", "hx", "past", "previous", "former", "prior"], StringComparison.OrdinalIgnoreCase);
    private static readonly string[] Questions = ["rule out", "r/o", "query ", "?"];
    private static readonly string[] FamilyLeads = ["family history", "fh:", "fh of", "fhx", "fh ", "family hx"];

    /// <summary>The words may deny, doubt or date what the code says.</summary>
    public static bool MayQualify(string text) => text.AsSpan().ContainsAny(Qualifiers);

    /// <summary>The words ask whether it is there ("rule out lupus").</summary>
    public static bool Asks(string text) => Array.Exists(Questions, lead => text.TrimStart().StartsWith(lead, StringComparison.OrdinalIgnoreCase));

    /// <summary>A disease of a relative by its words, or by an ICD-10 code of the family history block Z80-Z84.</summary>
    public static bool IsFamilyHistory(Concept concept)
    {
        foreach (var coding in concept.Codings)
        {
            if (coding.Value is ['Z' or 'z', '8', >= '0' and <= '4', ..] && coding.System?.Contains("icd", StringComparison.OrdinalIgnoreCase) == true)
                return true;
        }

        return concept.Words is { } words && words.AsSpan().TrimStart() is ['f' or 'F', ..] && Array.Exists(FamilyLeads, lead => words.TrimStart().StartsWith(lead, StringComparison.OrdinalIgnoreCase));
    }
}
