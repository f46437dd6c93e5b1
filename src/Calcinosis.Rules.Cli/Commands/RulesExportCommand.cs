using System.CommandLine;
using System.Globalization;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.RuleBook;
using Calcinosis.Rules.RuleBook.Export;

namespace Calcinosis.Rules.Cli.Commands;

/// <summary><c>rules export</c>: the rule base as one JSON document, or as the pages of the rule book.</summary>
internal sealed class RulesExportCommand(Lazy<KnowledgeBase> knowledge, Terminal terminal)
{
    public Command Build()
    {
        var format = SharedOptions.Format("JSON of the whole rule base, or the rule book as a folder of Markdown pages.", SharedOptions.Json, SharedOptions.Markdown);
        var output = new Option<string?>("--output", "-o") { Description = "Where to write: a file for JSON (else standard output), a folder for Markdown.", HelpName = "PATH" };
        var command = new CommandWithExamples("export", "Export the knowledge.", ["calcinosis rules export > rules.json", "calcinosis rules export --format markdown --output docs/rule-book"]) { format, output };
        command.SetAction(result => Run(result.GetRequiredValue(format), result.GetValue(output)));
        return command;
    }

    private int Run(string format, string? output)
    {
        try
        {
            if (SharedOptions.Is(format, SharedOptions.Markdown))
                return Pages(output);
            var json = RuleBaseJson.ToJson(RuleBaseExport.Of(knowledge.Value));
            if (output is null)
                terminal.Output.Write(json);
            else
                File.WriteAllText(output, json);
            return ExitStatus.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            terminal.Say($"{output}: cannot be written ({error.Message}): name a place that you may write to");
            return ExitStatus.WrongInput;
        }
    }

    private int Pages(string? folder)
    {
        if (folder is null)
        {
            terminal.Say("the rule book is a folder of pages: name one with --output");
            return ExitStatus.WrongInput;
        }

        Directory.CreateDirectory(folder);
        var pages = RuleBookPages.All(knowledge.Value);
        foreach (var page in pages)
            File.WriteAllText(Path.Combine(folder, page.File), page.Markdown());
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages written to {folder}"));
        return ExitStatus.Done;
    }
}
