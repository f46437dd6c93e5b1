using Microsoft.IdentityModel.Tokens;

namespace Calcinosis.Rules.CdsHooks.Security;

/// <summary>The public keys of one client by their id. Only elliptic-curve keys and RSA keys of at least 2048 bits are taken.</summary>
internal sealed class ClientKeySet
{
    private const int SmallestRsaKey = 2048;
    private readonly Dictionary<string, SecurityKey> _keys;

    private ClientKeySet(Dictionary<string, SecurityKey> keys) => _keys = keys;

    public SecurityKey? Find(string keyId) => _keys.GetValueOrDefault(keyId);

    /// <summary>Reads a JSON Web Key Set. Keys that cannot verify a client's signature are passed over.</summary>
    /// <exception cref="ArgumentException">The text is no key set.</exception>
    public static ClientKeySet Parse(string json)
    {
        var keys = new Dictionary<string, SecurityKey>(StringComparer.Ordinal);
        foreach (var key in new JsonWebKeySet(json).GetSigningKeys())
        {
            if (key is { KeyId.Length: > 0 } && IsUsable(key))
                keys.TryAdd(key.KeyId, key);
        }

        return new ClientKeySet(keys);
    }

    /// <summary>What is wrong with the text of a key set; null when nothing is.</summary>
    public static string? Problem(string json)
    {
        try
        {
            return Parse(json)._keys.Count > 0 ? null : "holds no public key with a kid that can verify a signature (elliptic curve, or RSA of at least 2048 bits).";
        }
        catch (ArgumentException)
        {
            return "is no JSON Web Key Set.";
        }
    }

    private static bool IsUsable(SecurityKey key) => key switch
    {
        JsonWebKey { Kty: JsonWebAlgorithmsKeyTypes.RSA } json => json.KeySize >= SmallestRsaKey,
        JsonWebKey json => json.Kty == JsonWebAlgorithmsKeyTypes.EllipticCurve,
        RsaSecurityKey rsa => rsa.KeySize >= SmallestRsaKey,
        ECDsaSecurityKey => true,
        _ => false,
    };
}
