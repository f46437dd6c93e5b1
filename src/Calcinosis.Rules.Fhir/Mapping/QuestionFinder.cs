using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Finds the question that a code asks: by our own code, by a standard code, by its whole name.</summary>
internal static class QuestionFinder
{
    public static Question? Find(MappingTables tables, Concept? code)
    {
        if (code is null)
            return null;
        foreach (var coding in code.Codings)
        {
            if (coding.System == OwnSystems.Observation)
                return tables.QuestionByCode(coding.Value);
            if (coding.Value is { } value && tables.QuestionByStandardCode(value) is { } question && Fits(question, coding.System, value))
                return question;
        }

        return ConceptReader.Words(code) is { Length: > 0 and <= 80 } words ? tables.QuestionByName(TextNormaliser.Key(words)) : null;
    }

    private static bool Fits(Question question, string? system, string value) => system is null
        || question.Codes.Any(code => SameCode(code.Code, value) && (code.System == "loinc" ? system.Contains("loinc", StringComparison.OrdinalIgnoreCase) || system.EndsWith("113883.6.1", StringComparison.Ordinal) || system == "LN"
            : code.System == "snomed" ? system.Contains("snomed", StringComparison.OrdinalIgnoreCase) || system.Contains("113883.6.96", StringComparison.Ordinal) || system == "SCT"
            : system.Contains("icd-10", StringComparison.OrdinalIgnoreCase)));

    private static bool SameCode(string known, string value) => value.StartsWith(known, StringComparison.OrdinalIgnoreCase);
}
