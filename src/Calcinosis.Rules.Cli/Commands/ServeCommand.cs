using System.CommandLine;
using Calcinosis.Rules.Cli.Serving;

namespace Calcinosis.Rules.Cli.Commands;

/// <summary><c>serve</c>: the workbench page and the CDS Hooks service, in one process.</summary>
internal sealed class ServeCommand(Terminal terminal)
{
    private const string Description =
        """
        Serve the workbench page and the CDS Hooks service.

        Without settings it listens on this machine alone, the page works, and CDS Hooks calls are refused because no client
        is trusted: name trusted clients in a settings file (docs/cds-hooks.md), or use --development to try the service out.
        """;

    private static readonly string[] Examples =
    [
        "calcinosis serve",
        "calcinosis serve --development",
        "calcinosis serve --settings cds-hooks.json --url http://0.0.0.0:8080",
    ];

    public Command Build()
    {
        var url = new Option<Uri>("--url")
        {
            Description = "Where to listen.",
            HelpName = "URL",
            DefaultValueFactory = _ => new Uri("http://127.0.0.1:5080"),
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.AbsolutePath == "/")
                    return address;
                result.AddError($"'{text}' is no address to listen on: write --url as scheme, host and port, such as http://127.0.0.1:5080.");
                return null!;
            },
        };
        var settings = new Option<string?>("--settings") { Description = "Settings of the service, a JSON file (docs/cds-hooks.md).", HelpName = "FILE" };
        var development = new Option<bool>("--development") { Description = "Serve CDS Hooks calls without a token, to try the service out. On this machine alone." };
        var command = new CommandWithExamples("serve", Description, Examples) { url, settings, development };
        command.SetAction((result, cancellationToken) =>
            new ServeHost(terminal).RunAsync(new ServeOptions(result.GetRequiredValue(url), result.GetValue(settings), result.GetValue(development)), cancellationToken));
        return command;
    }
}
