using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Calcinosis.Rules.Cli.Batch;
using Calcinosis.Rules.Cli.Input;
using Calcinosis.Rules.Cli.Output;

namespace Calcinosis.Rules.Cli.Commands;

/// <summary><c>batch INPUT -o OUTPUT</c>: one line of assessment a patient, in input order, in bounded memory.</summary>
internal sealed class BatchCommand(IAssessor assessor, Terminal terminal)
{
    private const string Ndjson = "ndjson";
    private const string Parquet = "parquet";

    private const string Description =
        """
        Assess a stream of patients: one line of assessment a patient, in input order, in bounded memory.
        INPUT is NDJSON of findings documents or FHIR Bundles (also gzip, by its name .gz), a folder of a FHIR Bulk Data
        export, or - for standard input. A line that is wrong becomes an error line and is counted; the rest goes on.
        """;

    private static readonly string[] Examples =
    [
        "calcinosis batch patients.ndjson -o assessments.ndjson",
        "calcinosis batch bundles.ndjson.gz -o assessments.ndjson.gz --resume",
        "calcinosis batch export/ -o assessments.parquet --format parquet",
        "cat patients.ndjson | calcinosis batch - > assessments.ndjson",
    ];

    public Command Build()
    {
        var input = new Argument<string>("INPUT") { Description = "The patients: an NDJSON file, a folder of a FHIR Bulk Data export, or - for standard input." };
        SharedOptions.RefuseUnknownOptions(input, allowFiles: true);
        var output = new Option<string>("--output", "-o") { Description = "Where the assessments go; gzip by its name .gz. Default: standard output.", HelpName = "OUTPUT", DefaultValueFactory = _ => DocumentReader.StandardInputName };
        var format = SharedOptions.Format("Assessments as NDJSON, or flat columns for analysts as Parquet.", Ndjson, Parquet);
        var parallel = new Option<int?>("--parallel", "-p") { Description = "Patients that are worked on at a time. Default: one a processor.", HelpName = "N" };
        parallel.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
                result.AddError("--parallel must be 1 or more.");
        });
        var resume = new Option<bool>("--resume") { Description = "Continue a run that was interrupted, without a lost or doubled line." };
        var asOf = SharedOptions.AsOf();
        var command = new CommandWithExamples("batch", Description, Examples) { input, output, format, parallel, resume, asOf };
        command.SetAction(result => Run(new Settings(
            result.GetRequiredValue(input), result.GetRequiredValue(output), SharedOptions.Is(result.GetRequiredValue(format), Parquet),
            result.GetValue(parallel) ?? Environment.ProcessorCount, result.GetValue(resume), result.GetValue(asOf))));
        return command;
    }

    private int Run(Settings settings)
    {
        if (Problem(settings) is { } problem)
            return Wrong(problem);
        var batch = new BatchAssessor(assessor, settings.AsOf);
        var lines = settings.LinesPath;
        var checkpoint = new Checkpoint { Run = RunName(settings, batch) };
        if (lines is not null)
        {
            var (found, broken) = Checkpoint.Read(settings.Output);
            if (broken is not null)
                return Wrong(broken);
            if (found is null && settings.Resume && File.Exists(settings.Output))
            {
                terminal.Say($"{settings.Output} is complete: nothing to resume");
                return ExitStatus.Done;
            }

            if (found is not null && !settings.Resume)
                return Wrong($"{settings.Output} is unfinished: add --resume to continue it, or delete {Checkpoint.PathFor(settings.Output)} to start over");
            if (found is not null && CannotContinue(found, checkpoint, lines, Checkpoint.PathFor(settings.Output)) is { } obstacle)
                return Wrong(obstacle);
            checkpoint = found ?? checkpoint;
        }

        try
        {
            return Assess(settings, batch, checkpoint);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Wrong($"{(failure is InvalidDataException ? DocumentReader.NameOf(settings.Input) : settings.Output)}: {failure.Message}");
        }
    }

    private int Assess(Settings settings, BatchAssessor batch, Checkpoint done)
    {
        var clock = Stopwatch.StartNew();
        var run = new BatchRun(Source(settings, batch), settings.Parquet ? new FlatRows() : new AssessmentLines(), settings.Parallel);
        Checkpoint? end;
        if (settings.LinesPath is { } path)
        {
            done.Write(settings.Output);
            using var file = OutputFile.Open(path, done.OutputBytes);
            end = Progress.Show(terminal, done.Records, tell => run.To(file, done, checkpoint => checkpoint.Write(settings.Output), tell).GetAwaiter().GetResult());
        }
        else
        {
            using var output = OutputFile.To(terminal.StandardOutput);
            end = run.To(output, done, static _ => { }, static _ => { }).GetAwaiter().GetResult();
        }

        if (end is null)
            return Wrong($"{DocumentReader.NameOf(settings.Input)} is not the input of the unfinished run: give the same input, or delete {Checkpoint.PathFor(settings.Output)} to start over");
        if (settings.Parquet)
            ParquetFile.Write(settings.LinesPath!, settings.Output);
        if (settings.LinesPath is not null)
            Checkpoint.Delete(settings.Output);
        if (settings.Parquet)
            File.Delete(settings.LinesPath!);
        foreach (var line in Summary.Of(end.Totals, clock.Elapsed, done.Totals.Patients).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            terminal.Error.Write(Messages.OneLine(line) + "\n");
        return ExitStatus.Done;
    }

    private IRecordSource Source(Settings settings, BatchAssessor batch) =>
        settings.FromStandardInput ? new NdjsonSource(() => terminal.StandardInput, gzip: false, batch)
        : Directory.Exists(settings.Input) ? new BulkFolderSource(settings.Input, batch)
        : new NdjsonSource(() => new FileStream(settings.Input, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1), OutputFile.IsGzip(settings.Input), batch);

    /// <summary>What an unfinished run must have in common with this one.</summary>
    private static string RunName(Settings settings, BatchAssessor batch) => string.Join('|',
        "calcinosis-batch/1", settings.FromStandardInput ? "-" : Path.GetFullPath(settings.Input), settings.Parquet ? Parquet : Ndjson,
        settings.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", batch.Knowledge.Fingerprint);

    private static string? CannotContinue(Checkpoint found, Checkpoint wanted, string lines, string path)
    {
        if (found.Run != wanted.Run)
            return $"the unfinished run had another input, other settings or another rule base: repeat it with the same, or delete {path} to start over";
        var length = File.Exists(lines) ? new FileInfo(lines).Length : 0;
        return length < found.OutputBytes ? $"{lines} is shorter than the unfinished run left it: delete {path} to start over" : null;
    }

    private static string? Problem(Settings settings)
    {
        if (!settings.FromStandardInput && Directory.Exists(settings.Input))
        {
            if (BulkFolderSource.FilesIn(settings.Input).Count == 0)
                return $"{settings.Input}: the folder holds no .ndjson files: give the folder of a FHIR Bulk Data export";
        }
        else if (!settings.FromStandardInput && !File.Exists(settings.Input))
        {
            return $"{settings.Input}: there is no such file or folder: check the path";
        }

        if (settings.ToStandardOutput)
            return settings.Parquet ? "Parquet needs a file: add -o OUTPUT" : settings.Resume ? "only a file can be resumed: add -o OUTPUT" : null;
        if (Directory.Exists(settings.Output))
            return $"{settings.Output} is a folder: give the name of a file";
        if (!settings.FromStandardInput && string.Equals(Path.GetFullPath(settings.Input), Path.GetFullPath(settings.Output), StringComparison.Ordinal))
            return "input and output are the same file: give another output";
        return settings.Parquet && OutputFile.IsGzip(settings.Output) ? "a Parquet file is compressed inside: give it a name without .gz" : null;
    }

    private int Wrong(string problem)
    {
        terminal.Say(problem);
        return ExitStatus.WrongInput;
    }

    private sealed record Settings(string Input, string Output, bool Parquet, int Parallel, bool Resume, DateOnly? AsOf)
    {
        public bool FromStandardInput => Input == DocumentReader.StandardInputName;

        public bool ToStandardOutput => Output == DocumentReader.StandardInputName;

        /// <summary>The file that the lines are written to; null for standard output.</summary>
        public string? LinesPath => ToStandardOutput ? null : Parquet ? Output + ParquetFile.RowsSuffix : Output;
    }
}
