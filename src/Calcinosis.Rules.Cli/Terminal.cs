using System.Text;
using Calcinosis.Rules.Cli.Output;
using Spectre.Console;

namespace Calcinosis.Rules.Cli;

/// <summary>The streams of one run. Tests make their own; nothing else in the tool touches the process's console.</summary>
internal sealed class Terminal(Stream standardInput, TextWriter output, TextWriter error, IAnsiConsole? colour = null, Stream? standardOutput = null, IAnsiConsole? screen = null) : IDisposable
{
    public Stream StandardInput { get; } = standardInput;

    public TextWriter Output { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>Standard output as bytes, for results that are no text of ours to touch.</summary>
    public Stream StandardOutput { get; } = standardOutput ?? Stream.Null;

    /// <summary>Where progress is shown; null when nobody watches.</summary>
    public IAnsiConsole? Screen { get; } = screen;

    /// <summary>The coloured screen; null when the output is a file or a pipe, or when colour is not wanted.</summary>
    public IAnsiConsole? Colour { get; } = colour;

    public static Terminal OfThisProcess()
    {
        // Without a byte order mark: the first byte of redirected JSON has to be its brace.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var bytes = Console.OpenStandardOutput();
        var output = new StreamWriter(bytes, utf8) { AutoFlush = false, NewLine = "\n" };
        var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true, NewLine = "\n" };
        var wantsColour = ColourPolicy.WantsColour(Console.IsOutputRedirected, Environment.GetEnvironmentVariable);
        if (wantsColour)
            Console.OutputEncoding = utf8;
        return new Terminal(Console.OpenStandardInput(), output, error, wantsColour ? AnsiConsole.Console : null, bytes, Console.IsErrorRedirected ? null : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));
    }

    /// <summary>Says something about the run, for a person: never mixed with the results.</summary>
    public void Say(string message)
    {
        // On a screen both streams meet: what was printed before a message must stand before it.
        Output.Flush();
        Error.Write($"calcinosis: {Messages.OneLine(message)}\n");
    }

    public void Dispose()
    {
        Output.Flush();
        Error.Flush();
    }
}
