using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Calcinosis.Rules.CdsHooks.Security;

/// <summary>Finds the public key of a trusted client: in the settings, or in the key set that the client publishes at the configured address.</summary>
internal sealed class ClientKeys : IDisposable
{
    /// <summary>Name of the HTTP client that fetches key sets.</summary>
    public const string HttpClientName = "Calcinosis.Rules.CdsHooks.Keys";
    private readonly FrozenDictionary<string, ClientKeySet> _inline;
    private readonly FrozenDictionary<string, PublishedKeySet> _published;

    public ClientKeys(IOptions<CdsHooksOptions> options, IHttpClientFactory http, TimeProvider time)
    {
        var clients = options.Value.TrustedClients;
        _inline = clients.Where(client => client.JsonWebKeySet is not null)
            .ToFrozenDictionary(client => client.Issuer, client => ClientKeySet.Parse(client.JsonWebKeySet!), StringComparer.Ordinal);
        _published = clients.Where(client => client.JwksUri is not null)
            .ToFrozenDictionary(client => client.Issuer, client => new PublishedKeySet(client.JwksUri!, http, time), StringComparer.Ordinal);
    }

    /// <summary>The key; null when the client has none of that id.</summary>
    /// <exception cref="KeysUnavailableException">The client's key set could not be fetched.</exception>
    public async ValueTask<SecurityKey?> FindAsync(string issuer, string keyId, CancellationToken cancellationToken)
    {
        if (_inline.TryGetValue(issuer, out var inline))
            return inline.Find(keyId);
        return _published.TryGetValue(issuer, out var published) ? await published.FindAsync(keyId, cancellationToken).ConfigureAwait(false) : null;
    }

    public void Dispose()
    {
        foreach (var published in _published.Values)
            published.Dispose();
    }
}
