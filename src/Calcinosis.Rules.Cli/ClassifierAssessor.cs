using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Cli;

/// <summary>The library behind the commands; the classifier is made when the first document asks for it.</summary>
internal sealed class ClassifierAssessor : IAssessor
{
    private readonly Lazy<CalcinosisClassifier> _classifier = new(() => new CalcinosisClassifier());

    public Assessment Assess(ReadOnlyMemory<byte> utf8, DateOnly? asOf) => _classifier.Value.ClassifyJson(utf8.Span, asOf);

    public AssessmentChart Chart(ReadOnlyMemory<byte> utf8, DateOnly? asOf) => _classifier.Value.ChartJson(utf8.Span, asOf);

    public IReadOnlyList<VocabularyEntry> SearchVocabulary(string? text) =>
        [.. ClinicalVocabulary.Default.Search(text)
            .OrderBy(term => term.Code.Equals(text, StringComparison.OrdinalIgnoreCase) || term.Label.Equals(text, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(term => term.Kind).ThenBy(term => term.Code, StringComparer.Ordinal)
            .Select(term => new VocabularyEntry(term.Code, term.Kind.ToString().ToLowerInvariant(), term.Label, term.Synonyms, [.. term.StandardCodes.Select(code => code.Replace("|", " ", StringComparison.Ordinal))]))];
}
