using Calcinosis.Rules.CdsHooks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

var builder = WebApplication.CreateBuilder(args);

// Settings: appsettings.json; docs/cds-hooks.md lists them all.
builder.Services.AddCalcinosisCdsHooks(options => builder.Configuration.GetSection("CdsHooks").Bind(options));

// Numbers and traces, without anything about a patient. The address comes from OTEL_EXPORTER_OTLP_ENDPOINT.
builder.Services.AddOpenTelemetry()
    .WithMetrics(metrics => metrics.AddMeter(CdsHooksTelemetry.Name).AddOtlpExporter())
    .WithTracing(traces => traces.AddSource(CdsHooksTelemetry.Name).AddOtlpExporter());

var app = builder.Build();
app.MapCalcinosisCdsHooks();
app.MapCalcinosisHealth();
app.MapGet("/", () => "This hospital's own application.");
app.Run();
