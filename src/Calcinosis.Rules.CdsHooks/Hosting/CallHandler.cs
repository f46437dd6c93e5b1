using System.Diagnostics;
using System.Text.Json;
using Calcinosis.Rules.CdsHooks.Cards;
using Calcinosis.Rules.CdsHooks.Discovery;
using Calcinosis.Rules.CdsHooks.Observability;
using Calcinosis.Rules.CdsHooks.PatientData;
using Calcinosis.Rules.CdsHooks.Requests;
using Calcinosis.Rules.Explanation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.CdsHooks.Hosting;

/// <summary>Answers <c>POST cds-services/{id}</c>: read the call, bring the patient's data together, assess, make cards.</summary>
internal sealed class CallHandler(
    IOptions<CdsHooksOptions> options, PatientRecordSource source, FhirPatientAssessor assessor, TypeCards typeCards, OrderCards orderCards, CdsHooksMetrics metrics)
{
    private static readonly byte[] NoCards = "{\"cards\":[]}"u8.ToArray();

    public async Task HandleAsync(HttpContext context, CdsService service)
    {
        var started = Stopwatch.GetTimestamp();
        var hook = "unknown";
        var answered = false;
        using var activity = CdsHooksTelemetry.Source.StartActivity("calcinosis.cds.call", ActivityKind.Internal);
        activity?.SetTag("calcinosis.cds.service", service.Id);
        try
        {
            var (body, refused) = await RequestBody.ReadAsync(context, options.Value.Requests).ConfigureAwait(false);
            if (body is null)
            {
                var (code, text) = Outcome.OfStatus(refused, options.Value.Requests);
                await Outcome.WriteAsync(context, refused, code, text).ConfigureAwait(false);
            }
            else
            {
                using (body)
                    hook = await ReadAndAnswerAsync(context, service, body.Bytes).ConfigureAwait(false);
            }

            answered = true;
        }
        finally
        {
            var status = answered ? context.Response.StatusCode : context.RequestAborted.IsCancellationRequested ? StatusCodes.Status499ClientClosedRequest : StatusCodes.Status500InternalServerError;
            activity?.SetTag("calcinosis.cds.hook", hook);
            activity?.SetTag("http.response.status_code", status);
            metrics.Request(service.Id, hook, status, Stopwatch.GetElapsedTime(started));
        }
    }

    /// <summary>Answers a call whose body has come; returns its hook, one of our own list.</summary>
    private async Task<string> ReadAndAnswerAsync(HttpContext context, CdsService service, ReadOnlyMemory<byte> body)
    {
        var problems = new List<RequestProblem>();
        using var call = CallBody.Read(body, problems);
        if (call is null || CdsRequestReader.Read(call.Envelope.RootElement, service.Hooks, problems, call.Prefetch) is not { } request)
        {
            await Outcome.WriteAsync(context, StatusCodes.Status400BadRequest, problems).ConfigureAwait(false);
            return "unknown";
        }

        await AnswerAsync(context, service, request, call.Bytes).ConfigureAwait(false);
        return request.Hook;
    }

    private async Task AnswerAsync(HttpContext context, CdsService service, CdsRequest request, ReadOnlyMemory<byte> body)
    {
        var concerns = ConcernsOf(request);
        if (concerns is { Count: 0 })
        {
            await WriteAsync(context, service, request.Hook, []).ConfigureAwait(false);
            return;
        }

        var record = await source.GatherAsync(request, body, context.RequestAborted).ConfigureAwait(false);
        if (!record.TellsOfSkin)
        {
            // Nothing that could tell of a deposit came: "no card" would claim that there is none.
            await Outcome.WriteAsync(context, StatusCodes.Status412PreconditionFailed, [.. record.Gaps.Select(Missing)]).ConfigureAwait(false);
            return;
        }

        var assessment = assessor.Assess(record, request.PatientId);
        if (assessment?.Conclusion == Conclusion.NotAssessed)
        {
            await Outcome.WriteAsync(context, StatusCodes.Status412PreconditionFailed, [.. assessment.Issues.Select(issue => new RequestProblem("processing", issue.Path, issue.Code))]).ConfigureAwait(false);
            return;
        }

        var cards = new CardContext(service.Id, OriginOf(context, request), request.PatientId, request.EncounterId, record.Gaps);
        await WriteAsync(context, service, request.Hook, assessment is null ? [] : concerns is null ? typeCards.Build(assessment, cards) : orderCards.Build(assessment, concerns, cards)).ConfigureAwait(false);
    }

    /// <summary>What deserves a second look among the orders; null for a hook without orders.</summary>
    private static List<OrderConcern>? ConcernsOf(CdsRequest request) =>
        request.DraftOrders is { } orders ? [.. DraftOrder.Read(orders, request.Selections).SelectMany(OrderConcern.Of)] : null;

    private static string OriginOf(HttpContext context, CdsRequest request) =>
        ClientOf(context) ?? request.FhirServer?.AbsoluteUri ?? "";

    private static string? ClientOf(HttpContext context) => context.Features.Get<CallerFeature>()?.Issuer;

    private static RequestProblem Missing(RecordGap gap) => new("processing", $"prefetch.{gap.Key}", gap.Reason switch
    {
        GapReason.NotProvided => $"'{gap.Key}' ({gap.Label}) is neither in prefetch nor could it be read from fhirServer.",
        GapReason.Failed => $"'{gap.Key}' ({gap.Label}) could not be read.",
        _ => $"'{gap.Key}' ({gap.Label}) could be read only in part.",
    });

    private async Task WriteAsync(HttpContext context, CdsService service, string hook, IReadOnlyList<Card> cards)
    {
        foreach (var card in cards)
            metrics.Cards(service.Id, hook, card.Indicator.ToString().ToLowerInvariant());
        Activity.Current?.SetTag("calcinosis.cds.cards", cards.Count);
        var bytes = cards.Count == 0 ? NoCards : JsonSerializer.SerializeToUtf8Bytes(new CardResponse(cards), CardJson.Default.CardResponse);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }
}
