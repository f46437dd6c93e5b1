using System.Security.Cryptography;
using Calcinosis.Rules.Cli.Batch;
using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Cli.Tests;

/// <summary>A run that was killed and continued gives the file that it would have given at once, to the byte.</summary>
public sealed class Batch_resumes : IDisposable
{
    private const int Patients = 2_100;
    private static readonly LineCounter Quick = new();
    private readonly BatchTool _tool = new(Quick);

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("out.ndjson", 0)]
    [InlineData("out.ndjson", 1)]
    [InlineData("out.ndjson", 1023)]
    [InlineData("out.ndjson", 1024)]
    [InlineData("out.ndjson", 1500)]
    [InlineData("out.ndjson", 2099)]
    [InlineData("out.ndjson.gz", 1500)]
    public void After_a_kill_at_any_record_whatever_half_line_it_left(string output, int killedAfter)
    {
        var input = _tool.File("patients.ndjson", BatchTool.Patients(Patients));
        _tool.Run(input, "-o", _tool.PathOf("whole-" + output)).Should().Be(0);
        Kill(input, _tool.PathOf(output), killedAfter);
        File.AppendAllText(_tool.PathOf(output), "{\"schema\":\"calcinosis-asse");

        _tool.Run(input, "-o", _tool.PathOf(output), "--resume").Should().Be(0);

        File.ReadAllBytes(_tool.PathOf(output)).Should().Equal(File.ReadAllBytes(_tool.PathOf("whole-" + output)));
        File.Exists(Checkpoint.PathFor(_tool.PathOf(output))).Should().BeFalse();
        _tool.Error.Should().Contain("2100 patients");
    }

    [Fact]
    public void An_unfinished_run_is_not_thrown_away_by_accident()
    {
        var input = _tool.File("patients.ndjson", BatchTool.Patients(Patients));
        Kill(input, _tool.PathOf("out.ndjson"), 1500);

        _tool.Run(input, "-o", _tool.PathOf("out.ndjson")).Should().Be(2);

        _tool.Error.Should().Contain("is unfinished: add --resume");
    }

    [Fact]
    public void A_finished_run_stays_as_it_is()
    {
        var input = _tool.File("patients.ndjson", BatchTool.Patients(3));
        _tool.Run(input, "-o", _tool.PathOf("out.ndjson"));
        var before = File.ReadAllBytes(_tool.PathOf("out.ndjson"));

        _tool.Run(input, "-o", _tool.PathOf("out.ndjson"), "--resume").Should().Be(0);

        File.ReadAllBytes(_tool.PathOf("out.ndjson")).Should().Equal(before);
        _tool.Error.Should().Contain("complete: nothing to resume");
    }

    [Fact]
    public void Another_input_under_the_same_name_is_refused()
    {
        var input = _tool.File("patients.ndjson", BatchTool.Patients(Patients));
        Kill(input, _tool.PathOf("out.ndjson"), 1500);
        _tool.File("patients.ndjson", BatchTool.Patient(9) + "\n" + BatchTool.Patients(Patients));

        _tool.Run(input, "-o", _tool.PathOf("out.ndjson"), "--resume").Should().Be(2);

        _tool.Error.Should().Contain("is not the input of the unfinished run");
    }

    [Fact]
    public void Other_settings_are_refused()
    {
        var input = _tool.File("patients.ndjson", BatchTool.Patients(Patients));
        Kill(input, _tool.PathOf("out.ndjson"), 1500);

        _tool.Run(input, "-o", _tool.PathOf("out.ndjson"), "--resume", "--as-of", "2020-01-01").Should().Be(2);

        _tool.Error.Should().Contain("other settings");
    }

    /// <summary>Leaves the files of a run as a kill leaves them: the last checkpoint, and output that may lie behind it.</summary>
    private static void Kill(string input, string output, int after)
    {
        var assessor = new BatchAssessor(Quick, null);
        var name = $"calcinosis-batch/1|{Path.GetFullPath(input)}|ndjson||{assessor.Knowledge.Fingerprint}";
        var start = new Checkpoint { Run = name };
        start.Write(output);
        using var file = OutputFile.Open(output, 0);
        var source = new NdjsonSource(() => File.OpenRead(input), gzip: false, assessor);
        var run = () => new BatchRun(source, new AssessmentLines(), parallel: 2)
            .To(file, start, checkpoint => checkpoint.Write(output), records => _ = records > after ? throw new IOException("killed") : true).GetAwaiter().GetResult();
        run.Should().Throw<IOException>();
    }

    /// <summary>An assessor that only repeats a digest of what it was given: this story is about lines, not about patients.</summary>
    private sealed class LineCounter : IAssessor
    {
        public Assessment Assess(ReadOnlyMemory<byte> utf8, DateOnly? asOf) => new()
        {
            Id = Convert.ToHexString(SHA256.HashData(utf8.Span)),
            Knowledge = new KnowledgeReference("1.0.0", "0123456789abcdef"),
            Conclusion = Conclusion.NoLesion,
        };

        public AssessmentChart Chart(ReadOnlyMemory<byte> utf8, DateOnly? asOf) => throw new NotSupportedException();

        public IReadOnlyList<VocabularyEntry> SearchVocabulary(string? text) => [];
    }
}
