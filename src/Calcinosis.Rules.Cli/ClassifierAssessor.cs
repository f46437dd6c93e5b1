using Calcinosis.Rules.Cli.Serving;
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

    public IReadOnlyList<AssessedPatient> AssessEach(ReadOnlyMemory<byte> utf8, DateOnly? asOf) =>
        FhirFindings.IsFhir(utf8.Span) ? Assess(FhirFindings.Read(utf8.Span, new FhirReadOptions { AsOf = asOf }), asOf) : [new AssessedPatient(Assess(utf8, asOf), null)];

    public IReadOnlyList<AssessedPatient> AssessResources(string patient, IReadOnlyList<ReadOnlyMemory<byte>> resources, DateOnly? asOf) =>
        Assess(FhirFindings.Read(resources, new FhirReadOptions { Patient = patient, AsOf = asOf }), asOf);

    /// <summary>One assessment a patient; input without a patient gives one that says why nothing was assessed.</summary>
    private AssessedPatient[] Assess(FhirReadResult read, DateOnly? asOf) => read.Patients.Count == 0
        ? [new AssessedPatient(_classifier.Value.Classify(new FindingsReadResult(null, read.Issues, []), asOf), null)]
        : [.. read.Patients.Select(patient => new AssessedPatient(_classifier.Value.Classify(patient, asOf), patient))];

    public AssessmentChart Chart(ReadOnlyMemory<byte> utf8, DateOnly? asOf) => FhirDocuments.Read(utf8) is { Document: { } document } read
        ? _classifier.Value.Chart(document, read.Issues, read.LeftOut, asOf, [])
        : _classifier.Value.ChartJson(utf8.Span, asOf);

    public IReadOnlyList<VocabularyEntry> SearchVocabulary(string? text) =>
        [.. ClinicalVocabulary.Default.Search(text)
            .OrderBy(term => term.Code.Equals(text, StringComparison.OrdinalIgnoreCase) || term.Label.Equals(text, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(term => term.Kind).ThenBy(term => term.Code, StringComparer.Ordinal)
            .Select(term => new VocabularyEntry(term.Code, term.Kind.ToString().ToLowerInvariant(), term.Label, term.Synonyms, [.. term.StandardCodes.Select(code => code.Replace("|", " ", StringComparison.Ordinal))]))];
}
