using System.Net.Sockets;
using Calcinosis.Rules.CdsHooks;
using Calcinosis.Rules.Workbench;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Calcinosis.Rules.Cli.Serving;

/// <summary>Runs the server until it is told to stop. Whatever is wrong with the settings is said in sentences, with exit status 2.</summary>
internal sealed class ServeHost(Terminal terminal)
{
    private const string Section = "CdsHooks";
    private const string TelemetryEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public async Task<int> RunAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        if (options is { Development: true, IsLocal: false })
        {
            terminal.Say($"--development serves without tokens, so it may listen on this machine alone: {options.Url} would be open to others. Use http://127.0.0.1:5080, or trusted clients in --settings.");
            return ExitStatus.WrongInput;
        }

        if (options.SettingsFile is { } file && !File.Exists(file))
        {
            terminal.Say($"{file}: there is no such settings file: check the path");
            return ExitStatus.WrongInput;
        }

        try
        {
            var application = Build(options);
            await using var ended = application.ConfigureAwait(false);
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            Announce(application, options);
            await application.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            return ExitStatus.Done;
        }
        catch (OptionsValidationException exception)
        {
            foreach (var failure in exception.Failures)
                terminal.Say($"{options.SettingsFile ?? "settings"}: {failure}");
            return ExitStatus.WrongInput;
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException or InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" })
        {
            terminal.Say($"{options.SettingsFile ?? "settings"}: it cannot be read: {(exception is InvalidOperationException ? exception : exception.InnerException ?? exception).Message}");
            return ExitStatus.WrongInput;
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            terminal.Say($"cannot listen on {options.Url}: {exception.Message}");
            return ExitStatus.Failure;
        }
    }

    private static WebApplication Build(ServeOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "calcinosis", EnvironmentName = options.Development ? "Development" : "Production" });
        // Settings come from the named file and the environment alone, never from a file that happens to lie about.
        builder.Configuration.Sources.Clear();
        if (options.SettingsFile is { } file)
            builder.Configuration.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false);
        builder.Configuration.AddEnvironmentVariables("CALCINOSIS_");
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseUrls(options.Url.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddCalcinosisCdsHooks(settings =>
        {
            builder.Configuration.GetSection(Section).Bind(settings, binder => binder.ErrorOnUnknownConfiguration = true);
            settings.DevelopmentMode |= options.Development;
        });
        // A page in a browser must not be able to reach this machine under a name of its own choice.
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = AllowedHosts(options, builder.Configuration));
        AddTelemetry(builder);
        var application = builder.Build();
        application.UseHostFiltering();
        application.MapCalcinosisCdsHooks();
        application.MapCalcinosisHealth();
        application.MapCalcinosisWorkbench(workbench =>
        {
            workbench.Classifier = application.Services.GetRequiredService<CalcinosisClassifier>();
            workbench.ReadOther = FhirDocuments.Read;
        });
        return application;
    }

    private static List<string> AllowedHosts(ServeOptions options, ConfigurationManager configuration)
    {
        if (!options.IsLocal)
            return ["*"];
        var hosts = new List<string> { "localhost", "127.0.0.1", "[::1]", options.Url.Host };
        if (Uri.TryCreate(configuration[$"{Section}:{nameof(CdsHooksOptions.PublicBaseUrl)}"], UriKind.Absolute, out var known))
            hosts.Add(known.Host);
        return hosts;
    }

    /// <summary>Metrics and traces go where the usual variable of OpenTelemetry says; without it, nowhere.</summary>
    private static void AddTelemetry(WebApplicationBuilder builder)
    {
        if (Environment.GetEnvironmentVariable(TelemetryEndpoint) is not { Length: > 0 })
            return;
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter(CdsHooksTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime").AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(CdsHooksTelemetry.Name).AddOtlpExporter());
    }

    private void Announce(WebApplication application, ServeOptions options)
    {
        foreach (var address in application.Urls)
            terminal.Say($"the workbench is at {address}/ and the CDS Hooks service at {address}/cds-services; Ctrl+C ends it");
        if (options is { IsLocal: false, Url.Scheme: "http" })
            terminal.Say("plain http can be read on the way: put a server that speaks https in front of it");
    }
}
