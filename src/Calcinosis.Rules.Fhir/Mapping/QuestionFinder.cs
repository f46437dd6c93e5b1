using Calcinosis.Rules.Fhir.Resources;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Finds the question that a code asks: by our own code, by a standard code, by its whole name.</summary>
internal sealed class QuestionFinder(MappingTables tables)
{
    public Question? Find(Concept? code)
    {
        if (code is null)
            return null;
        if (code.Notes is { IsQuestionKnown: false } notes)
            (notes.Question, notes.IsQuestionKnown) = (Search(code), true);
        return code.Notes.Question;
    }

    private Question? Search(Concept code)
    {
        foreach (var coding in code.Codings)
        {
            if (coding.System == OwnSystems.Observation)
                return tables.QuestionByCode(coding.Value);
            if (coding.Value is { } value && tables.QuestionByStandardCode(value) is { } question && Fits(question, coding.System, value))
                return question;
        }

        if (code.Words is not { Length: > 0 and <= 80 } words)
            return null;
        return tables.QuestionByName(ConceptReader.WithoutTag(words));
    }

    private static bool Fits(Question question, string? system, string value) => system is null
        || question.Codes.Any(code => SameCode(code.Code, value) && (code.System == "loinc" ? system.Contains("loinc", StringComparison.OrdinalIgnoreCase) || system.EndsWith("113883.6.1", StringComparison.Ordinal) || system == "LN"
            : code.System == "snomed" ? system.Contains("snomed", StringComparison.OrdinalIgnoreCase) || system.Contains("113883.6.96", StringComparison.Ordinal) || system == "SCT"
            : system.Contains("icd-10", StringComparison.OrdinalIgnoreCase)));

    private static bool SameCode(string known, string value) => value.StartsWith(known, StringComparison.OrdinalIgnoreCase);
}
