using System.Net;

namespace Calcinosis.Rules.Cli.Serving;

/// <summary>What <c>serve</c> was asked for.</summary>
/// <param name="Url">Where to listen.</param>
/// <param name="SettingsFile">Path of the settings; null when there are none.</param>
/// <param name="Development">Serve without tokens.</param>
internal sealed record ServeOptions(Uri Url, string? SettingsFile, bool Development)
{
    /// <summary>True: only programs on this machine can connect.</summary>
    public bool IsLocal => Url.IsLoopback || (IPAddress.TryParse(Url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
