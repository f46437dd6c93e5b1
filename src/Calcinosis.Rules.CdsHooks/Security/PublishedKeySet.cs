using Microsoft.IdentityModel.Tokens;

namespace Calcinosis.Rules.CdsHooks.Security;

/// <summary>
/// The key set that a client publishes. It is fetched when first needed, again after an hour, and again at most once a minute
/// when a token is signed with a key that is not in it, so that a client may rotate its keys at any time.
/// </summary>
internal sealed class PublishedKeySet(Uri address, IHttpClientFactory http, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private volatile Fetched? _last;

    /// <summary>The key; null when the client publishes none of that id.</summary>
    /// <exception cref="KeysUnavailableException">The key set could not be fetched or read.</exception>
    public async ValueTask<SecurityKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (Fresh(keyId) is { } known)
            return known;
        await _fetching.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Fresh(keyId) is { } meanwhile)
                return meanwhile;
            if (_last is not { } last || time.GetUtcNow() - last.At >= AskAgainAfter)
                _last = await FetchAsync(cancellationToken).ConfigureAwait(false);
            return _last.Keys.Find(keyId);
        }
        finally
        {
            _fetching.Release();
        }
    }

    public void Dispose() => _fetching.Dispose();

    private SecurityKey? Fresh(string keyId) =>
        _last is { } last && time.GetUtcNow() - last.At < FreshFor ? last.Keys.Find(keyId) : null;

    private async Task<Fetched> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = http.CreateClient(ClientKeys.HttpClientName);
            var text = await client.GetStringAsync(address, cancellationToken).ConfigureAwait(false);
            return new Fetched(ClientKeySet.Parse(text), time.GetUtcNow());
        }
        catch (Exception exception) when (exception is HttpRequestException or ArgumentException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new KeysUnavailableException(exception);
        }
    }

    private sealed record Fetched(ClientKeySet Keys, DateTimeOffset At);
}
