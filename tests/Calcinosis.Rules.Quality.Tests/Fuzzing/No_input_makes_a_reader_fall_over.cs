using System.Text.Json;
using Calcinosis.Rules.CdsHooks.Requests;
using Calcinosis.Rules.Cli;
using Calcinosis.Rules.Cli.Batch;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Fhir;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Tests.PublishedCases;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Fuzzing;

public sealed class No_input_makes_a_reader_fall_over
{
    private static readonly CalcinosisClassifier Classifier = new();

    [Fact]
    public void The_reader_of_findings()
    {
        var seeds = Samples("samples/patients").Concat(PublishedCase.All().Concat(PublishedCase.Further()).Select(published => published.Json));

        FuzzRun.Of("reader of findings", new Mutator(seeds), (document, inFull) =>
        {
            var read = FindingsJson.Read(document);
            EveryIssueIsClear(read.Issues);
            if (read.Document is null)
                read.Issues.Should().Contain(issue => issue.Severity == IssueSeverity.Error, "a document that cannot be read says why");
            if (inFull)
                Answers(() => Classifier.Classify(read));
        });
    }

    [Fact]
    public void The_reader_of_FHIR() => FuzzRun.Of("reader of FHIR", new Mutator(Samples("samples/fhir")), (document, inFull) =>
    {
        var read = FhirFindings.Read(document);
        EveryIssueIsClear(read.Issues);
        (read.Patients.Count > 0 || read.Issues.Count > 0 || read.LeftOut.Count > 0 || FhirFindings.IsFhir(document)).Should().BeTrue("what gives no patient says why");
        foreach (var patient in read.Patients)
        {
            EveryIssueIsClear(patient.Issues);
            if (!inFull)
                continue;
            var assessment = Answers(() => Classifier.Classify(patient));
            using var written = JsonDocument.Parse(FhirAssessment.Write(assessment, patient));
        }
    });

    [Fact]
    public void The_reader_of_CDS_Hooks_calls()
    {
        string[] hooks = ["patient-view", "problem-list-item-create", "order-select", "order-sign"];
        FuzzRun.Of("reader of CDS Hooks calls", new Mutator(CdsCalls.Sound()), (body, _) =>
        {
            var problems = new List<RequestProblem>();
            using var call = CallBody.Read(body, problems);
            var request = call is null ? null : CdsRequestReader.Read(call.Envelope.RootElement, hooks, problems, call.Prefetch);
            (request is not null || problems.Count > 0).Should().BeTrue("a call that is refused says why");

            var parsedProblems = new List<RequestProblem>();
            using var parsed = JsonBody.Parse(body, parsedProblems);
            if (parsed is not null)
                CdsRequestReader.Read(parsed.RootElement, hooks, parsedProblems);
            problems.Should().Equal(parsedProblems, "one pass finds what the parser finds");
        });
    }

    [Fact]
    public void The_stream_of_a_batch()
    {
        var lines = PublishedCase.All().Select(published => OneLine(published.Json)).Concat(Samples("samples/fhir").Select(OneLine)).ToArray();
        var seeds = lines.Chunk(3).Select(chunk => chunk.SelectMany(line => line.Append((byte)'\n')).ToArray());
        var assessor = new BatchAssessor(new ClassifierAssessor(), new DateOnly(2026, 10, 31));

        FuzzRun.Of("stream of a batch", new Mutator(seeds), (stream, inFull) =>
        {
            foreach (var record in new NdjsonSource(() => new MemoryStream(stream), gzip: false, assessor).Records())
            {
                if (!inFull)
                    continue;
                var assessments = record.Assess();
                assessments.Should().NotBeEmpty("each record has a line in the output");
                assessments.Should().NotContain(assessment => assessment.Issues.Any(issue => issue.Code == "unexpected-failure"), "the safety net of the batch must not be needed");
            }
        });
    }

    [Fact]
    public void The_same_seed_gives_the_same_document()
    {
        var mutator = new Mutator(Samples("samples/patients"));

        mutator.Next(1, 77).Should().Equal(new Mutator(Samples("samples/patients")).Next(1, 77));
        Enumerable.Range(0, 200).Select(number => Convert.ToHexString(mutator.Next(1, number))).Distinct().Should().HaveCountGreaterThan(190);
    }

    private static Assessment Answers(Func<Assessment> classify)
    {
        var assessment = classify();
        using var json = JsonDocument.Parse(AssessmentExtensions.ToJson(assessment));
        (assessment.Conclusion == Conclusion.NotAssessed).Should().Be(assessment.Issues.Any(issue => issue.Severity == IssueSeverity.Error));
        return assessment;
    }

    private static void EveryIssueIsClear(IReadOnlyList<Issue> issues)
    {
        foreach (var issue in issues)
        {
            if (issue.Code.Length == 0 || issue.Message.Length == 0 || issue.Path is null)
                throw new InvalidOperationException($"An issue without code, place or message: {issue.Code} {issue.Path}");
        }
    }

    private static IEnumerable<byte[]> Samples(string folder) => Directory.GetFiles(Repository.PathOf(folder), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    private static byte[] OneLine(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.SerializeToUtf8Bytes(document.RootElement);
    }
}
