using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.CdsHooks.Cards;

/// <summary>
/// Identifiers of cards and suggestions, derived from what the card says of whom: the same findings give the same identifier,
/// whenever and by whomever the chart is opened, so that feedback can be joined and counted once (UUID version 8, RFC 9562).
/// </summary>
internal sealed class CardIds(IOptions<CdsHooksOptions> options)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.Value.CardIdSecret ?? "");

    public Guid Of(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part.Length).Append(':').Append(part);
        var bytes = HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
