using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.CdsHooks.Discovery;

/// <summary>
/// What the rules read, as queries. Laboratory results are asked for by the codes that the rules know, newest first, so that a
/// client sends no more than is used; lists of diseases, drugs and procedures cannot be narrowed by code and are asked for whole.
/// </summary>
internal static class PrefetchTemplates
{
    private const string Patient = "patient={{context.patientId}}";

    /// <summary>Bedside measurements: body-mass index, weight, height, temperature, systolic pressure, heart rate.</summary>
    private const string BedsideCodes = "39156-5,29463-7,8302-2,8310-5,8480-6,8867-4";

    public static IReadOnlyList<PrefetchTemplate> All { get; } =
    [
        new("patient", "Patient/{{context.patientId}}", "age and sex"),
        new("conditions", $"Condition?{Patient}", "diseases and problems", TellsOfSkin: true),
        new("examination", $"Observation?{Patient}&category=exam,imaging,procedure&_sort=-date&_count=200", "examination and imaging findings", TellsOfSkin: true),
        new("laboratory", $"Observation?{Patient}&code={LaboratoryCodes()}&_sort=-date&_count=200", "laboratory results"),
        new("measurements", $"Observation?{Patient}&code={BedsideCodes}&_sort=-date&_count=30", "bedside measurements"),
        new("reports", $"DiagnosticReport?{Patient}&category=RAD,PAT,SP,LP29684-5,LP7839-6&_sort=-date&_count=50", "imaging and pathology reports", TellsOfSkin: true),
        new("procedures", $"Procedure?{Patient}", "procedures"),
        new("medicationRequests", $"MedicationRequest?{Patient}", "prescriptions"),
        new("medicationStatements", $"MedicationStatement?{Patient}", "medication statements"),
        new("medicationAdministrations", $"MedicationAdministration?{Patient}&_count=200", "administered drugs"),
        new("familyHistory", $"FamilyMemberHistory?{Patient}", "family history"),
        new("encounters", $"Encounter?{Patient}&_sort=-date&_count=50", "dialysis and intensive-care stays"),
    ];

    private static string LaboratoryCodes() => string.Join(',', ClinicalVocabulary.Default.Terms
        .Where(term => term.Kind == TermKind.Analyte)
        .SelectMany(term => term.StandardCodes)
        .Where(code => code.StartsWith("loinc|", StringComparison.Ordinal))
        .Select(code => code["loinc|".Length..])
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal));
}
