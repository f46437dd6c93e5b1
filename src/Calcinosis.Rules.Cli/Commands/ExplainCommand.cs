using System.CommandLine;
using System.Globalization;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Cli.Input;
using Calcinosis.Rules.Cli.Output;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;

namespace Calcinosis.Rules.Cli.Commands;

/// <summary><c>explain FILE --type T</c>: one type in full, with rule, finding and place in the document behind each line.</summary>
internal sealed class ExplainCommand(IAssessor assessor, Terminal terminal)
{
    private const string Description = "Explain one type for one patient: why, why not, what is assumed or missing, what would change it.";

    private static readonly string[] Examples =
    [
        "calcinosis explain patient.json --type metastatic",
        "calcinosis explain patient.json --type calciphylaxis --lesion L2",
    ];

    public Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "A findings document, or a FHIR R4 Bundle of one patient (JSON); - is standard input." };
        SharedOptions.RefuseUnknownOptions(file, allowFiles: true);
        var type = SharedOptions.Type();
        var lesion = new Option<string>("--lesion", "-l") { Description = "The id of one lesion. Without it every lesion is explained.", HelpName = "ID" };
        var format = SharedOptions.Format("How to show the explanation.", SharedOptions.Text, SharedOptions.Markdown);
        var asOf = SharedOptions.AsOf();
        var command = new CommandWithExamples("explain", Description, Examples) { file, type, lesion, format, asOf };
        command.SetAction(result => Run(
            result.GetRequiredValue(file),
            SharedOptions.TypeNamed(result.GetRequiredValue(type)),
            result.GetValue(lesion),
            result.GetRequiredValue(format),
            result.GetValue(asOf)));
        return command;
    }

    private int Run(string file, CalcinosisType type, string? lesion, string format, DateOnly? asOf)
    {
        var (document, problem) = DocumentReader.Read(file, terminal.StandardInput);
        var name = DocumentReader.NameOf(file);
        if (problem is not null)
            return Wrong($"{name}: {problem}");

        var patients = assessor.AssessEach(document, asOf);
        if (patients.Count > 1)
            return Wrong(string.Create(CultureInfo.InvariantCulture, $"{name}: it speaks of {patients.Count} patients: give one patient a file"));
        var assessment = patients[0].Assessment;
        var complaints = Messages.WhyNotAssessed(assessment).ToList();
        if (complaints.Count > 0)
        {
            complaints.ForEach(complaint => terminal.Say($"{name}: {complaint}"));
            return ExitStatus.WrongInput;
        }

        if (lesion is not null && assessment.Lesions.All(group => !string.Equals(group.Lesion, lesion, StringComparison.Ordinal)))
            return Wrong($"{name}: there is no lesion '{lesion}': {Known(assessment)}");

        var report = AssessmentReport.Explain(assessment, type, lesion);
        if (SharedOptions.Is(format, SharedOptions.Markdown))
            terminal.Output.Write(MarkdownReport.Render(report));
        else
            ReportPrinter.Print(terminal, report);
        return ExitStatus.Done;
    }

    private int Wrong(string message)
    {
        terminal.Say(message);
        return ExitStatus.WrongInput;
    }

    private static string Known(Assessment assessment) =>
        assessment.Lesions.Count == 0
            ? "the document describes none"
            : $"use {Wording.List([.. assessment.Lesions.Select(group => group.Lesion)], "or")}";
}
