using Calcinosis.Rules.CdsHooks.Discovery;
using Calcinosis.Rules.CdsHooks.Feedback;
using Calcinosis.Rules.CdsHooks.Observability;
using Calcinosis.Rules.CdsHooks.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.CdsHooks.Hosting;

/// <summary>Answers <c>POST cds-services/{id}/feedback</c>. Sending the same report again changes nothing.</summary>
internal sealed class FeedbackHandler(IOptions<CdsHooksOptions> options, IFeedbackStore store, TimeProvider time, CdsHooksMetrics metrics)
{
    public async Task HandleAsync(HttpContext context, CdsService service)
    {
        var (body, refused) = await RequestBody.ReadAsync(context, options.Value.Requests).ConfigureAwait(false);
        if (body is null)
        {
            var (code, text) = Outcome.OfStatus(refused, options.Value.Requests);
            await Outcome.WriteAsync(context, refused, code, text).ConfigureAwait(false);
            return;
        }

        using (body)
        {
            var problems = new List<RequestProblem>();
            using var document = JsonBody.Parse(body.Bytes, problems);
            var envelope = new FeedbackReader.Envelope(service.Id, context.Features.Get<CallerFeature>()?.Issuer, options.Value.Feedback.KeepComments, time.GetUtcNow());
            var entries = document is null ? [] : FeedbackReader.Read(document.RootElement, envelope, problems);
            if (problems.Count > 0)
            {
                await Outcome.WriteAsync(context, StatusCodes.Status400BadRequest, problems).ConfigureAwait(false);
                return;
            }

            var added = await store.SaveAsync(entries, context.RequestAborted).ConfigureAwait(false);
            metrics.Feedback(service.Id, added, entries.Count - added);
            context.Response.StatusCode = StatusCodes.Status200OK;
        }
    }
}
