using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Calcinosis.Rules.CdsHooks.Discovery;
using Calcinosis.Rules.CdsHooks.Observability;

namespace Calcinosis.Rules.CdsHooks.PatientData;

/// <summary>
/// Reads from the client's FHIR server, with the token that came with the call. Only reads; only below the allowed base; no
/// redirects; within limits of time, pages and bytes. Whatever goes wrong becomes "could not be read", never an exception.
/// </summary>
internal sealed class FhirServerClient(IHttpClientFactory http, CdsHooksMetrics metrics)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string HttpClientName = "Calcinosis.Rules.CdsHooks.Fhir";
    private const int Chunk = 32 * 1024;

    /// <summary>One page: what it is, and its bytes.</summary>
    /// <param name="address">Below the allowed base.</param>
    /// <param name="token">The client's token.</param>
    /// <param name="template">The query.</param>
    /// <param name="budget">Bytes that may still be read.</param>
    /// <param name="cancellationToken">The time limit.</param>
    public async Task<PrefetchAnswer> GetAsync(Uri address, string token, PrefetchTemplate template, ResponseBudget budget, CancellationToken cancellationToken)
    {
        var answer = await TryGetAsync(address, token, template, budget, cancellationToken).ConfigureAwait(false);
        metrics.FhirCall(template.Key, answer.State);
        return answer;
    }

    private async Task<PrefetchAnswer> TryGetAsync(Uri address, string token, PrefetchTemplate template, ResponseBudget budget, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/fhir+json"));
            using var client = http.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (template.IsRead && response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
                return new PrefetchAnswer(PrefetchState.NothingThere);
            if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
                return new PrefetchAnswer(PrefetchState.Failed);
            var body = await ReadAsync(response, budget, cancellationToken).ConfigureAwait(false);
            if (body is null)
                return new PrefetchAnswer(PrefetchState.Failed);
            using var document = JsonDocument.Parse(body.Value);
            return PrefetchAnswer.Of(document.RootElement, body.Value, template);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException or JsonException or System.Net.Sockets.SocketException)
        {
            return new PrefetchAnswer(PrefetchState.Failed);
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpResponseMessage response, ResponseBudget budget, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var body = new MemoryStream();
            var chunk = new byte[Chunk];
            int read;
            while ((read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (!budget.TryTake(read))
                    return null;
                body.Write(chunk, 0, read);
            }

            return body.GetBuffer().AsMemory(0, (int)body.Length);
        }
    }
}
