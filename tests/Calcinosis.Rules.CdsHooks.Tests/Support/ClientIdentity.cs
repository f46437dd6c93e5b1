using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Calcinosis.Rules.CdsHooks.Tests;

/// <summary>An EHR with a key pair: signs tokens by hand, so that every part of them can be made wrong.</summary>
internal sealed class ClientIdentity : IDisposable
{
    public const string Issuer = "https://ehr.example.org";
    public const string KeyId = "key-1";
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private readonly RSA _rsa = RSA.Create(2048);

    public string KeySet => JsonSerializer.Serialize(new { keys = new object[] { EllipticCurveKey(KeyId), RsaKey("key-rsa") } });

    public void Dispose()
    {
        _key.Dispose();
        _rsa.Dispose();
    }

    /// <summary>A token; every part is as the specification wants it unless it is given.</summary>
    public string Token(SettableClock clock, string service = "calcinosis-cutis-orders", Action<Dictionary<string, object>>? header = null, Action<Dictionary<string, object>>? claims = null)
    {
        var now = clock.Now.ToUnixTimeSeconds();
        var head = new Dictionary<string, object> { ["alg"] = "ES384", ["typ"] = "JWT", ["kid"] = KeyId };
        var body = new Dictionary<string, object>
        {
            ["iss"] = Issuer,
            ["aud"] = $"{CdsHost.PublicUrl}/cds-services/{service}",
            ["exp"] = now + 300,
            ["iat"] = now,
            ["jti"] = Guid.NewGuid().ToString(),
        };
        header?.Invoke(head);
        claims?.Invoke(body);
        return Sign(head, body);
    }

    private string Sign(Dictionary<string, object> header, Dictionary<string, object> claims)
    {
        var text = $"{Encode(JsonSerializer.SerializeToUtf8Bytes(header))}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        var bytes = Encoding.ASCII.GetBytes(text);
        var signature = header.GetValueOrDefault("alg") switch
        {
            "none" => [],
            "HS256" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(KeySet), bytes),
            "RS384" => _rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "PS256" => _rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            _ => _key.SignData(bytes, HashAlgorithmName.SHA384),
        };
        return $"{text}.{Encode(signature)}";
    }

    private Dictionary<string, string> EllipticCurveKey(string keyId)
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return new() { ["kty"] = "EC", ["use"] = "sig", ["crv"] = "P-384", ["kid"] = keyId, ["x"] = Encode(point.X), ["y"] = Encode(point.Y) };
    }

    private Dictionary<string, string> RsaKey(string keyId)
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return new() { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = keyId, ["n"] = Encode(key.Modulus), ["e"] = Encode(key.Exponent) };
    }

    private static string Encode(byte[]? bytes) => Base64Url.EncodeToString(bytes ?? []);
}
