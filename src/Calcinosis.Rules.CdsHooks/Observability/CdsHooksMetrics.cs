using System.Diagnostics;
using System.Diagnostics.Metrics;
using Calcinosis.Rules.CdsHooks.PatientData;
using Calcinosis.Rules.CdsHooks.Security;

namespace Calcinosis.Rules.CdsHooks.Observability;

/// <summary>
/// Counters and times for OpenTelemetry. Tags come from closed lists of our own (service, hook, key, state, reason): no
/// address, id, code or value of a patient can become one, and no diagnosis is counted.
/// </summary>
internal sealed class CdsHooksMetrics : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _cards;
    private readonly Counter<long> _prefetch;
    private readonly Counter<long> _fhirCalls;
    private readonly Counter<long> _refusedTokens;
    private readonly Counter<long> _feedback;
    private readonly Histogram<double> _duration;

    public CdsHooksMetrics(IMeterFactory factory)
    {
        _meter = factory.Create(CdsHooksTelemetry.Name);
        _duration = _meter.CreateHistogram<double>("calcinosis.cds.request.duration", "s", "Time of a call, by service, hook and HTTP status.");
        _cards = _meter.CreateCounter<long>("calcinosis.cds.cards", "{card}", "Cards returned, by service, hook and indicator.");
        _prefetch = _meter.CreateCounter<long>("calcinosis.cds.prefetch", "{key}", "Prefetch keys, by key and state.");
        _fhirCalls = _meter.CreateCounter<long>("calcinosis.cds.fhir.calls", "{call}", "Calls to FHIR servers, by key and state.");
        _refusedTokens = _meter.CreateCounter<long>("calcinosis.cds.tokens.refused", "{token}", "Refused tokens, by reason.");
        _feedback = _meter.CreateCounter<long>("calcinosis.cds.feedback", "{entry}", "Feedback entries, by service and whether they were new.");
    }

    public void Request(string service, string hook, int status, TimeSpan duration) =>
        _duration.Record(duration.TotalSeconds, new TagList { { "service", service }, { "hook", hook }, { "http.response.status_code", status } });

    public void Cards(string service, string hook, string indicator) =>
        _cards.Add(1, new TagList { { "service", service }, { "hook", hook }, { "indicator", indicator } });

    public void Prefetch(string key, PrefetchState state) =>
        _prefetch.Add(1, new TagList { { "key", key }, { "state", NameOf(state) } });

    public void FhirCall(string key, PrefetchState state) =>
        _fhirCalls.Add(1, new TagList { { "key", key }, { "state", NameOf(state) } });

    public void RefusedToken(TokenRefusal reason) =>
        _refusedTokens.Add(1, new TagList { { "reason", Security.TokenRefusals.CodeOf(reason) } });

    public void Feedback(string service, int added, int repeated)
    {
        _feedback.Add(added, new TagList { { "service", service }, { "new", true } });
        _feedback.Add(repeated, new TagList { { "service", service }, { "new", false } });
    }

    public void Dispose() => _meter.Dispose();

    private static string NameOf(PrefetchState state) => state switch
    {
        PrefetchState.NotProvided => "not-provided",
        PrefetchState.NothingThere => "nothing-there",
        PrefetchState.Failed => "failed",
        _ => "provided",
    };
}
