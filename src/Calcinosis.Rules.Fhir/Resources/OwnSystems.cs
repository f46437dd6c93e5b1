namespace Calcinosis.Rules.Fhir.Resources;

/// <summary>Code systems of this library, for findings that no standard code names.</summary>
internal static class OwnSystems
{
    private const string Base = "urn:calcinosis-rules:";

    /// <summary>Questions about a lesion, a patient, an exposure or a report: <c>observations.txt</c>.</summary>
    public const string Observation = Base + "observation";

    /// <summary>Identifier system for lesion ids.</summary>
    public const string Lesion = Base + "lesion";

    /// <summary>System of the codes of one kind of the vocabulary, such as <c>urn:calcinosis-rules:condition</c>.</summary>
    public static string Of(Vocabulary.TermKind kind) => Base + kind.ToString().ToLowerInvariant();

    /// <summary>True for a system of the vocabulary: its codes are the findings document's own.</summary>
    public static bool IsVocabulary(string? system) => system is not null && system.StartsWith(Base, StringComparison.Ordinal) && system is not Observation and not Lesion;
}
