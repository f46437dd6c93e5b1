using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Fhir;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Cli;

/// <summary>The library behind the commands; the classifier is made when the first document asks for it.</summary>
internal sealed class ClassifierAssessor : IAssessor
{
    private readonly Lazy<CalcinosisClassifier> _classifier = new(() => new CalcinosisClassifier());

    public Assessment Assess(ReadOnlyMemory<byte> utf8, DateOnly? asOf) => _classifier.Value.ClassifyJson(utf8.Span, asOf);

    public IReadOnlyList<Assessment> AssessRecord(ReadOnlyMemory<byte> utf8, DateOnly? asOf) =>
        FhirFindings.IsFhir(utf8.Span) ? Assess(FhirFindings.Read(utf8.Span), asOf) : [Assess(utf8, asOf)];

    public IReadOnlyList<Assessment> AssessResources(string patient, IReadOnlyList<ReadOnlyMemory<byte>> resources, DateOnly? asOf) =>
        Assess(FhirFindings.Read(resources, new FhirReadOptions { Patient = patient }), asOf);

    /// <summary>One assessment a patient; input without a patient gives one that says why nothing was assessed.</summary>
    private Assessment[] Assess(FhirReadResult read, DateOnly? asOf) => read.Patients.Count == 0
        ? [_classifier.Value.Classify(new FindingsReadResult(null, read.Issues, []))]
        : [.. read.Patients.Select(patient => _classifier.Value.Classify(patient, asOf))];

    public IReadOnlyList<VocabularyEntry> SearchVocabulary(string? text) =>
        [.. ClinicalVocabulary.Default.Search(text)
            .OrderBy(term => term.Code.Equals(text, StringComparison.OrdinalIgnoreCase) || term.Label.Equals(text, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(term => term.Kind).ThenBy(term => term.Code, StringComparer.Ordinal)
            .Select(term => new VocabularyEntry(term.Code, term.Kind.ToString().ToLowerInvariant(), term.Label, term.Synonyms, [.. term.StandardCodes.Select(code => code.Replace("|", " ", StringComparison.Ordinal))]))];
}
