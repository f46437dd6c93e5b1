using System.CommandLine;
using System.Text;
using Calcinosis.Rules.Cli.Input;
using Calcinosis.Rules.Cli.Output;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Fhir;

namespace Calcinosis.Rules.Cli.Commands;

/// <summary>
/// <c>classify FILE...</c>: one assessment a file, or a patient where a FHIR Bundle speaks of several. A file that is wrong is
/// reported and the others are still handled (C85).
/// </summary>
internal sealed class ClassifyCommand(IAssessor assessor, Terminal terminal)
{
    private const string Description = "Suggest which type of calcinosis cutis a patient's findings support, with the reasons.";

    private static readonly string[] Examples =
    [
        "calcinosis classify patient.json",
        "calcinosis classify patient.json --format markdown > patient.md",
        "calcinosis classify *.json --format json > assessments.ndjson",
        "calcinosis classify bundle.json --format fhir > suggestion.json",
        "cat patient.json | calcinosis classify - --as-of 2026-10-31",
    ];

    public Command Build()
    {
        var files = new Argument<string[]>("FILE") { Description = "Findings documents, or FHIR R4 Bundles (JSON), each patient giving one assessment; - is standard input.", Arity = ArgumentArity.OneOrMore };
        SharedOptions.RefuseUnknownOptions(files, allowFiles: true);
        files.Validators.Add(result =>
        {
            if (result.Tokens.Count(token => string.Equals(token.Value, DocumentReader.StandardInputName, StringComparison.Ordinal)) > 1)
                result.AddError("Standard input (-) can be read only once: name it once.");
        });
        var format = SharedOptions.Format("How to show the assessment; in JSON and FHIR, several patients give one line each.", SharedOptions.Text, SharedOptions.Json, SharedOptions.Markdown, SharedOptions.Fhir);
        var asOf = SharedOptions.AsOf();
        var command = new CommandWithExamples("classify", Description, Examples) { files, format, asOf };
        command.SetAction(result => Run(result.GetRequiredValue(files), result.GetRequiredValue(format), result.GetValue(asOf)));
        return command;
    }

    private int Run(string[] files, string format, DateOnly? asOf)
    {
        var status = ExitStatus.Done;
        var several = files.Length > 1;
        var printed = 0;
        foreach (var file in files)
        {
            var (document, problem) = DocumentReader.Read(file, terminal.StandardInput);
            if (problem is not null)
            {
                terminal.Say($"{DocumentReader.NameOf(file)}: {problem}");
                status = ExitStatus.WrongInput;
                continue;
            }

            var patients = assessor.AssessEach(document, asOf);
            foreach (var patient in patients)
            {
                var wrong = Complain(file, patient.Assessment);
                if (wrong)
                    status = ExitStatus.WrongInput;
                // A program reads the errors in the JSON; a person has just read them.
                if (wrong && !SharedOptions.Is(format, SharedOptions.Json))
                    continue;
                Print(file, patient, format, several || patients.Count > 1, isFirst: printed++ == 0);
            }
        }

        return status;
    }

    private bool Complain(string file, Assessment assessment)
    {
        var wrong = false;
        foreach (var sentence in Messages.WhyNotAssessed(assessment))
        {
            terminal.Say($"{DocumentReader.NameOf(file)}: {sentence}");
            wrong = true;
        }

        return wrong;
    }

    private void Print(string file, AssessedPatient patient, string format, bool several, bool isFirst)
    {
        var assessment = patient.Assessment;
        if (SharedOptions.Is(format, SharedOptions.Fhir))
        {
            terminal.Output.Write(Encoding.UTF8.GetString(FhirAssessment.Write(assessment, patient.Patient, new FhirWriteOptions { Indented = !several })) + "\n");
            return;
        }

        if (SharedOptions.Is(format, SharedOptions.Json))
        {
            terminal.Output.Write(AssessmentJson.ToJson(assessment, indented: !several) + "\n");
            return;
        }

        if (SharedOptions.Is(format, SharedOptions.Markdown))
        {
            terminal.Output.Write((isFirst ? "" : "\n---\n\n") + MarkdownReport.Render(assessment));
            return;
        }

        if (several)
            terminal.Output.Write($"{(isFirst ? "" : "\n")}--- {Messages.OneLine(patient.Patient is { Reference.Length: > 0 } one ? $"{DocumentReader.NameOf(file)}: {one.Reference}" : DocumentReader.NameOf(file))} ---\n\n");
        ReportPrinter.Print(terminal, AssessmentReport.Build(assessment));
    }
}
