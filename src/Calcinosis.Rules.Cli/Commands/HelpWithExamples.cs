using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Calcinosis.Rules.Cli.Commands;

/// <summary>The usual help, at a width that reads well, and examples of the command under it.</summary>
internal sealed class HelpWithExamples(Terminal terminal, IReadOnlyList<string> rootExamples) : SynchronousCommandLineAction
{
    private readonly HelpAction _usual = new() { MaxWidth = 100 };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        _usual.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command is CommandWithExamples command ? command.Examples : rootExamples;
        terminal.Output.Write("Examples:\n");
        foreach (var example in examples)
            terminal.Output.Write($"  {example}\n");
        return ExitStatus.Done;
    }
}
