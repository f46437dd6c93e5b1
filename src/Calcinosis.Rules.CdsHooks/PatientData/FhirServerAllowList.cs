using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.CdsHooks.PatientData;

/// <summary>Says whether an address that came from outside may be called: only below an allowed server's base address.</summary>
internal sealed class FhirServerAllowList(IOptions<CdsHooksOptions> options)
{
    private static readonly string[] EscapedSeparators = ["%2e", "%2f", "%5c", "\\"];

    private readonly Uri[] _bases = [.. options.Value.FhirServers.Select(server => WithSlash(server.BaseUrl!))];
    private readonly HashSet<(string Host, int Port)> _private =
        [.. options.Value.FhirServers.Where(server => server.AllowPrivateAddress).Select(server => (server.BaseUrl!.IdnHost, server.BaseUrl.Port))];

    /// <summary>The server's base address with a trailing slash, for relative queries; null when it may not be called.</summary>
    public Uri? Accept(Uri server)
    {
        var candidate = WithSlash(server);
        return candidate.Query.Length == 0 && candidate.Fragment.Length == 0 && IsBelowAny(candidate) ? candidate : null;
    }

    /// <summary>The address of a further page; null when it does not lie below the server that gave it, to which alone the token may go.</summary>
    public static Uri? AcceptPage(Uri server, string address) =>
        Uri.TryCreate(server, address, out var page) && page.Fragment.Length == 0 && IsBelow(page, server) ? page : null;

    /// <summary>True: an allowed server on this host and port may have a private address.</summary>
    public bool MayBePrivate(string host, int port) => _private.Contains((host, port));

    private bool IsBelowAny(Uri address) => _bases.Any(allowed => IsBelow(address, allowed));

    private static bool IsBelow(Uri address, Uri allowed) =>
        address.Scheme == allowed.Scheme && address.IdnHost == allowed.IdnHost && address.Port == allowed.Port && address.UserInfo.Length == 0
        && address.AbsolutePath.StartsWith(allowed.AbsolutePath, StringComparison.Ordinal)
        && !EscapedSeparators.Any(escaped => address.AbsolutePath.Contains(escaped, StringComparison.OrdinalIgnoreCase));

    private static Uri WithSlash(Uri address) =>
        address.AbsolutePath.EndsWith('/') ? address : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;
}
