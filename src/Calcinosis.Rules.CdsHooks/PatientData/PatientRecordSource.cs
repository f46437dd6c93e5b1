using System.Text.Json;
using Calcinosis.Rules.CdsHooks.Discovery;
using Calcinosis.Rules.CdsHooks.Observability;
using Calcinosis.Rules.CdsHooks.Requests;
using Calcinosis.Rules.Fhir.Reading;
using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.CdsHooks.PatientData;

/// <summary>
/// Brings together what the client sent and, where that is allowed, what it left out: the missing keys and further pages are
/// read from its FHIR server. A <c>null</c> and an OperationOutcome are answers and are not asked for again.
/// </summary>
internal sealed class PatientRecordSource(IOptions<CdsHooksOptions> options, FhirServerAllowList allowList, FhirServerClient server, CdsHooksMetrics metrics)
{
    /// <param name="request">The call.</param>
    /// <param name="body">The bytes that the elements of the call were read from.</param>
    /// <param name="cancellationToken">Ends when the client hangs up.</param>
    public async Task<PatientRecord> GatherAsync(CdsRequest request, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.Value.FhirAccess.Timeout);
        var reach = ReachOf(request, deadline.Token);
        var templates = PrefetchTemplates.All;
        var parts = new Task<Part>[templates.Count];
        for (var index = 0; index < templates.Count; index++)
        {
            var answer = PrefetchAnswer.Of(request.Prefetch.GetValueOrDefault(templates[index].Key), templates[index]);
            metrics.Prefetch(templates[index].Key, answer.State);
            parts[index] = CompleteAsync(templates[index], answer, request.PatientId, reach);
        }

        var read = await Task.WhenAll(parts).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var context = request.Conditions is { } conditions ? PrefetchAnswer.RawOf(conditions, body) : default;
        return new PatientRecord(
            [.. read.SelectMany(part => part.Pages), .. context.IsEmpty ? Array.Empty<FhirPart>() : [new FhirPart(context)]],
            [.. read.Where(part => part.Gap is not null).Select(part => new RecordGap(part.Template.Key, part.Template.Label, part.Gap!.Value))],
            !context.IsEmpty || read.Any(part => part.Template.TellsOfSkin && part.IsAnswered));
    }

    /// <summary>How the FHIR server can be reached for this call; null when it may not.</summary>
    private Reach? ReachOf(CdsRequest request, CancellationToken deadline) =>
        request is { FhirServer: { } address, Authorization: { } authorization } && allowList.Accept(address) is { } root
            ? new Reach(root, authorization.AccessToken, new ResponseBudget(options.Value.FhirAccess.MaxBytes), deadline)
            : null;

    private async Task<Part> CompleteAsync(PrefetchTemplate template, PrefetchAnswer answer, string patientId, Reach? reach)
    {
        var pages = new List<FhirPart>();
        if (answer.State == PrefetchState.NotProvided)
        {
            if (reach is null)
                return new Part(template, pages, GapReason.NotProvided, IsAnswered: false);
            answer = await server.GetAsync(new Uri(reach.Root, template.For(patientId)), reach.Token, template, reach.Budget, reach.Deadline).ConfigureAwait(false);
        }

        if (answer.State == PrefetchState.Failed)
            return new Part(template, pages, GapReason.Failed, IsAnswered: false);
        var complete = !answer.IsPartial;
        for (var page = 1; ; page++)
        {
            if (answer.State == PrefetchState.Provided)
                pages.Add(answer.Part);
            if (answer.Next is null)
                break;
            if (reach is null || page == options.Value.FhirAccess.MaxPages || FhirServerAllowList.AcceptPage(reach.Root, answer.Next) is not { } next)
            {
                complete = false;
                break;
            }

            answer = await server.GetAsync(next, reach.Token, template, reach.Budget, reach.Deadline).ConfigureAwait(false);
            complete &= answer is { IsPartial: false, State: not PrefetchState.Failed };
        }

        return new Part(template, pages, complete ? null : GapReason.Incomplete, IsAnswered: true);
    }

    private sealed record Reach(Uri Root, string Token, ResponseBudget Budget, CancellationToken Deadline);

    private sealed record Part(PrefetchTemplate Template, List<FhirPart> Pages, GapReason? Gap, bool IsAnswered);
}
