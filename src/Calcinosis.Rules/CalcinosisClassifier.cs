using System.Collections.Concurrent;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Charts;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Findings.Validation;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules;

/// <summary>
/// Suggests which type of calcinosis cutis a patient's findings support, and explains exactly why. Make it once and
/// share it: it is immutable and thread-safe. It reads no clock, does no input or output, and logs nothing.
/// </summary>
public sealed class CalcinosisClassifier
{
    private readonly KnowledgeBase _knowledge;
    private readonly DocumentInterpreter _interpreter;
    private readonly AssessmentBuilder _builder;

    /// <summary>What reading a patient takes, for patient after patient; as many as were used at once.</summary>
    private readonly ConcurrentBag<ReadingSpace> _spaces = [];

    /// <summary>Makes a classifier with the default settings.</summary>
    public CalcinosisClassifier()
        : this(new CalcinosisRulesOptions())
    {
    }

    /// <summary>Makes a classifier with settings.</summary>
    /// <param name="options">The settings; they are copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">A setting has a value that does not exist.</exception>
    public CalcinosisClassifier(CalcinosisRulesOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (CalcinosisRulesOptionsValidator.Problem(options) is { } problem)
            throw new ArgumentException(problem, nameof(options));
        var catalogue = FindingCatalogue.Default;
        _knowledge = KnowledgeBase.Create(catalogue, options.Copy());
        _interpreter = new DocumentInterpreter(ClinicalVocabulary.Default, catalogue);
        _builder = new AssessmentBuilder(_knowledge);
    }

    internal KnowledgeBase Knowledge => _knowledge;

    /// <summary>Assesses a findings document.</summary>
    /// <param name="document">What is known about the patient.</param>
    /// <param name="asOf">The day of the question, used when the document names none. Null: the latest date in the document.</param>
    /// <returns>The assessment. A document with errors is not assessed: its conclusion is <see cref="Conclusion.NotAssessed"/> and the issues say why.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public Assessment Classify(FindingsDocument document, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Classify(document, [], [], asOf);
    }

    /// <summary>Types and certainties alone, without working the reasons out; they are there on demand.</summary>
    /// <param name="document">What is known about the patient.</param>
    /// <param name="asOf">The day of the question, used when the document names none. Null: the latest date in the document.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public ClassificationSummary Summarise(FindingsDocument document, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var space = _spaces.TryTake(out var free) ? free : new ReadingSpace(keepsWords: false);
        try
        {
            space.Results.Become(document);
            var issues = FindingsValidator.Check(space.Results);
            if (HasError(issues))
                return AssessmentBuilder.RefuseSummary(document, issues, () => _builder.Refuse(document, issues, []));
            _interpreter.Read(asOf, space);
            return Summariser.Summarise(_knowledge, document, space, issues, () => _builder.Build(document, _interpreter.Interpret(document, asOf), issues, []));
        }
        finally
        {
            space.Clear();
            _spaces.Add(space);
        }
    }

    /// <summary>Assesses many documents on several cores. Results come in the order of the documents; no more documents are taken than are worked on.</summary>
    /// <param name="documents">The documents; enumerated once, as results are asked for.</param>
    /// <param name="asOf">The day of the question for documents that name none.</param>
    /// <param name="parallel">How many are worked on at a time; null: one a processor.</param>
    /// <exception cref="ArgumentNullException"><paramref name="documents"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parallel"/> is below 1.</exception>
    public IEnumerable<Assessment> ClassifyMany(IEnumerable<FindingsDocument> documents, DateOnly? asOf = null, int? parallel = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return OrderedParallel.Select(documents, OrderedParallel.Degree(parallel), document => Classify(document, asOf));
    }

    /// <inheritdoc cref="ClassifyMany(IEnumerable{FindingsDocument}, DateOnly?, int?)"/>
    public IAsyncEnumerable<Assessment> ClassifyMany(IAsyncEnumerable<FindingsDocument> documents, DateOnly? asOf = null, int? parallel = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return OrderedParallel.Select(documents, OrderedParallel.Degree(parallel), document => Classify(document, asOf));
    }

    /// <summary>Types and certainties of many documents on several cores, in their order.</summary>
    /// <inheritdoc cref="ClassifyMany(IEnumerable{FindingsDocument}, DateOnly?, int?)"/>
    public IEnumerable<ClassificationSummary> SummariseMany(IEnumerable<FindingsDocument> documents, DateOnly? asOf = null, int? parallel = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return OrderedParallel.Select(documents, OrderedParallel.Degree(parallel), document => Summarise(document, asOf));
    }

    /// <summary>Reads and assesses a findings document in JSON. Bad input gives issues, never an exception.</summary>
    /// <param name="utf8Json">The document, UTF-8.</param>
    /// <param name="asOf">The day of the question, used when the document names none.</param>
    public Assessment ClassifyJson(ReadOnlySpan<byte> utf8Json, DateOnly? asOf = null) => Classify(FindingsJson.Read(utf8Json), asOf);

    /// <summary>Assesses what an adapter read; what it found wrong or did not understand is part of the assessment.</summary>
    /// <param name="read">The document with the reader's issues and what it did not understand.</param>
    /// <param name="asOf">The day of the question, used when the document names none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="read"/> is null.</exception>
    public Assessment Classify(FindingsReadResult read, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return read.Document is null || HasError(read.Issues)
            ? _builder.Refuse(read.Document, [.. read.Issues, .. read.Document is null ? [] : FindingsValidator.Check(read.Document)], read.NotUnderstood)
            : Classify(read.Document, read.Issues, read.NotUnderstood, asOf);
    }

    /// <summary>Assesses a findings document and keeps what is needed to draw the answer.</summary>
    /// <param name="document">What is known about the patient.</param>
    /// <param name="asOf">The day of the question, used when the document names none. Null: the latest date in the document.</param>
    /// <returns>The same assessment that <see cref="Classify(FindingsDocument, DateOnly?)"/> gives, with its drawings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public AssessmentChart Chart(FindingsDocument document, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Chart(document, [], [], asOf, []);
    }

    /// <summary>Reads and assesses a findings document in JSON and keeps what is needed to draw the answer. Bad input gives issues, never an exception.</summary>
    /// <param name="utf8Json">The document, UTF-8.</param>
    /// <param name="asOf">The day of the question, used when the document names none.</param>
    public AssessmentChart ChartJson(ReadOnlySpan<byte> utf8Json, DateOnly? asOf = null) => ChartJson(utf8Json, asOf, []);

    /// <summary>As it stands, and with some unknowns answered to see what would follow.</summary>
    internal AssessmentChart ChartJson(ReadOnlySpan<byte> utf8Json, DateOnly? asOf, IReadOnlyList<Supposition> suppositions)
    {
        var read = FindingsJson.Read(utf8Json);
        return read.Document is null || HasError(read.Issues)
            ? new AssessmentChart(ClassifyJson(utf8Json, asOf))
            : Chart(read.Document, read.Issues, read.NotUnderstood, asOf, suppositions);
    }

    internal AssessmentChart Chart(
        FindingsDocument document, IReadOnlyList<Issue> read, IReadOnlyList<NotUnderstood> notUnderstood, DateOnly? asOf, IReadOnlyList<Supposition> suppositions)
    {
        var results = JudgedResults.Of(document);
        IReadOnlyList<Issue> issues = [.. read, .. FindingsValidator.Check(results)];
        if (HasError(issues))
            return new AssessmentChart(_builder.Refuse(document, issues, notUnderstood));
        var recorded = _interpreter.Interpret(results, asOf);
        var open = Supposition.Open(recorded, suppositions, _knowledge.Catalogue);
        var patient = Supposition.Apply(recorded, open, _knowledge.Catalogue);
        return new ChartBuilder(_knowledge).Build(_builder.Build(document, patient, issues, notUnderstood), patient, open);
    }

    /// <summary>The pictures of a document's lesions; for tests and for other engines.</summary>
    internal PatientPicture Interpret(FindingsDocument document, DateOnly? asOf = null) => _interpreter.Interpret(document, asOf);

    private Assessment Classify(FindingsDocument document, IReadOnlyList<Issue> read, IReadOnlyList<NotUnderstood> notUnderstood, DateOnly? asOf)
    {
        var results = JudgedResults.Of(document);
        IReadOnlyList<Issue> issues = [.. read, .. FindingsValidator.Check(results)];
        return HasError(issues)
            ? _builder.Refuse(document, issues, notUnderstood)
            : _builder.Build(document, _interpreter.Interpret(results, asOf), issues, notUnderstood);
    }

    private static bool HasError(IReadOnlyList<Issue> issues)
    {
        for (var i = 0; i < issues.Count; i++)
        {
            if (issues[i].Severity == IssueSeverity.Error)
                return true;
        }

        return false;
    }
}
