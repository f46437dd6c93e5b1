using System.Buffers;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Compare;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Fhir;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Inference.Circuits;
using Calcinosis.Rules.Interpretation;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

/// <summary>The stages of one patient of 40 findings, one by one and together.</summary>
[MemoryDiagnoser]
public class PatientBenchmarks
{
    private readonly CalcinosisClassifier _classifier = new();
    private readonly ArrayBufferWriter<byte> _output = new(1 << 20);
    private byte[] _json = [];
    private byte[] _bundle = [];
    private FindingsDocument _document = new();
    private Assessment? _assessment;
    private Picture? _picture;
    private Evaluation? _evaluation;
    private CircuitRun? _circuit;

    /// <summary>Makes the patient.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _json = Encoding.UTF8.GetBytes(new RandomDocuments(seed: 1).Next(0, findings: 40));
        _bundle = Encoding.UTF8.GetBytes(new RandomBundles(seed: 1).Next(0, resources: 60));
        _document = FindingsJson.Read(_json).Document!;
        _assessment = _classifier.Classify(_document);
        _picture = _classifier.Interpret(_document).Lesions[0].Picture;
        _evaluation = new Evaluation(_classifier.Knowledge.Program);
        _circuit = new CircuitRun(_classifier.Knowledge.Circuit);
    }

    /// <summary>JSON to a findings document.</summary>
    [Benchmark]
    public FindingsReadResult Read() => FindingsJson.Read(_json);

    /// <summary>A FHIR Bundle of 60 resources to a findings document.</summary>
    [Benchmark]
    public FhirReadResult ReadFhir() => FhirFindings.Read(_bundle);

    /// <summary>All rules and levels on the interpreted picture of one lesion, as <c>Summarise</c> works them out.</summary>
    [Benchmark]
    public Certainty Rules()
    {
        _circuit!.Clear();
        _circuit.Load(0, _picture!);
        _circuit.Run();
        return _circuit.LevelOf(CalcinosisType.Dystrophic, lane: 0);
    }

    /// <summary>Every clause of all rules in three values on the same picture, as <c>Classify</c> works them out for reasons.</summary>
    [Benchmark]
    public Certainty Clauses()
    {
        _evaluation!.Run(_picture!);
        return _evaluation.LevelOf(CalcinosisType.Dystrophic);
    }

    /// <summary>Types and certainties from findings in memory.</summary>
    [Benchmark]
    public ClassificationSummary Summarise() => _classifier.Summarise(_document);

    /// <summary>The whole assessment with its reasons.</summary>
    [Benchmark]
    public Assessment Classify() => _classifier.Classify(_document);

    /// <summary>An assessment to JSON.</summary>
    [Benchmark]
    public int Write()
    {
        _output.ResetWrittenCount();
        AssessmentJson.WriteLine(_assessment!, _output);
        return _output.WrittenCount;
    }
}
