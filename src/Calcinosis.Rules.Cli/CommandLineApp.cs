using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using Calcinosis.Rules.Cli.Commands;

namespace Calcinosis.Rules.Cli;

/// <summary>The tool: parses the arguments, runs the command and turns every outcome into an exit status and a clear message.</summary>
internal sealed class CommandLineApp(IAssessor assessor, Terminal terminal)
{
    private const string Description =
        """
        Which type of calcinosis cutis do a patient's findings support, and exactly why?
        Information for a qualified clinician; it decides nothing. Nothing leaves this machine.

        Exit status: 0 done; 2 the input or the arguments are wrong; 1 anything else.
        Messages go to standard error.
        """;

    private static readonly string[] Examples =
    [
        "calcinosis classify patient.json",
        "calcinosis batch patients.ndjson -o assessments.ndjson",
        "calcinosis explain patient.json --type metastatic",
        "calcinosis vocabulary scleroderma",
        "calcinosis rules show CPX-EST",
    ];

    public int Run(IReadOnlyList<string> arguments)
    {
        try
        {
            return Invoke(arguments);
        }
#pragma warning disable CA1031 // The last line of defence: a person at a terminal gets a sentence, never a stack trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            terminal.Say($"unexpected failure ({exception.GetType().Name}): {exception.Message}");
            return ExitStatus.Failure;
        }
        finally
        {
            terminal.Output.Flush();
        }
    }

    private int Invoke(IReadOnlyList<string> arguments)
    {
        var root = BuildRoot();
        // A file may be called "@x": it must not be taken for a list of further arguments.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is null or ParseErrorAction)
            return Complain(parsed);
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
        });
    }

    private RootCommand BuildRoot()
    {
        var root = new RootCommand(Description)
        {
            new ClassifyCommand(assessor, terminal).Build(),
            new BatchCommand(assessor, terminal).Build(),
            new ExplainCommand(assessor, terminal).Build(),
            new VocabularyCommand(assessor, terminal).Build(),
            new RulesCommand(terminal).Build(),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples(terminal, Examples);
        foreach (var version in root.Options.OfType<VersionOption>())
            version.Action = new VersionAction(terminal);
        return root;
    }

    private int Complain(ParseResult parsed)
    {
        // "A command is required" says nothing new when the command was only misspelt.
        var command = parsed.CommandResult.Command;
        var messages = parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal).ToList();
        foreach (var message in command is RootCommand && parsed.UnmatchedTokens.Count > 0 && messages.Count > 1 ? messages.Skip(1) : messages)
            terminal.Say(message);
        var name = command is RootCommand ? "" : $"{command.Name} ";
        terminal.Say($"see 'calcinosis {name}--help'");
        return ExitStatus.WrongInput;
    }

    /// <summary>The version alone: the commit that the build adds behind it is noise in a terminal.</summary>
    private sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var version = typeof(CommandLineApp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
            terminal.Output.Write($"calcinosis {version.Split('+')[0]}\n");
            return ExitStatus.Done;
        }
    }
}
