using System.Net;
using System.Net.Sockets;

namespace Calcinosis.Rules.CdsHooks.PatientData;

/// <summary>
/// Opens connections to FHIR servers. The name is resolved once and the connection goes to an address that was looked at, so
/// that a name cannot point elsewhere between the check and the call.
/// </summary>
internal static class GuardedConnection
{
    public static SocketsHttpHandler Handler(FhirServerAllowList allowList) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(2),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxConnectionsPerServer = 64,
        MaxResponseHeadersLength = 32,
        // Without a propagator no trace of the call is made, which would hold the address with the patient's id.
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, allowList, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, FhirServerAllowList allowList, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(endPoint.Host, cancellationToken).ConfigureAwait(false);
        if (!allowList.MayBePrivate(endPoint.Host, endPoint.Port))
            addresses = [.. addresses.Where(AddressRules.IsPublic)];
        if (addresses.Length == 0)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The FHIR server has no address that may be called.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, endPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
