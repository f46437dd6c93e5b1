using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Calcinosis.Rules.CdsHooks.Security;

/// <summary>
/// Checks the token with which a client proves who it is ("Trusting CDS Clients" in the specification). What can be refused
/// without a key is refused first; the use of a token is noted last, so a forged token cannot use up a good one's id.
/// </summary>
internal sealed class ClientTokenValidator(IOptions<CdsHooksOptions> options, ClientKeys keys, IReplayGuard replay, TimeProvider time)
{
    private const int LongestToken = 8 * 1024;
    private const int LongestTokenId = 256;
    private const string Scheme = "Bearer ";
    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = LongestToken, MapInboundClaims = false };
    private readonly CdsHooksOptions _options = options.Value;

    /// <param name="authorization">The header's value; null when there is none.</param>
    /// <param name="audiences">Addresses for one of which the token must have been made.</param>
    /// <param name="cancellationToken">Ends the wait for keys.</param>
    public async ValueTask<TokenVerdict> ValidateAsync(string? authorization, IReadOnlyList<string> audiences, CancellationToken cancellationToken)
    {
        if (_options.DevelopmentMode)
            return TokenVerdict.Accept(null);
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return TokenVerdict.Refuse(TokenRefusal.Missing);
        if (Read(authorization[Scheme.Length..].Trim()) is not { } token)
            return TokenVerdict.Refuse(TokenRefusal.Malformed);
        if (_options.TrustedClients.FirstOrDefault(client => string.Equals(client.Issuer, token.Issuer, StringComparison.Ordinal)) is not { } client)
            return TokenVerdict.Refuse(TokenRefusal.Issuer);
        if (ProblemWithHeader(token, client) is { } early)
            return TokenVerdict.Refuse(early);
        SecurityKey? key;
        try
        {
            key = await keys.FindAsync(client.Issuer, token.Kid, cancellationToken).ConfigureAwait(false);
        }
        catch (KeysUnavailableException)
        {
            return TokenVerdict.Refuse(TokenRefusal.KeysUnavailable);
        }

        if (key is null)
            return TokenVerdict.Refuse(TokenRefusal.Key);
        var result = await Handler.ValidateTokenAsync(token, Parameters(client, key, audiences)).ConfigureAwait(false);
        if (!result.IsValid)
            return TokenVerdict.Refuse(ReasonOf(result.Exception));
        if (ProblemWithClaims(token, client) is { } late)
            return TokenVerdict.Refuse(late);
        return await replay.TryUseAsync(client.Issuer, token.Id, new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + _options.Tokens.ClockSkew, cancellationToken).ConfigureAwait(false)
            ? TokenVerdict.Accept(client.Issuer)
            : TokenVerdict.Refuse(TokenRefusal.Replay);
    }

    private static JsonWebToken? Read(string text)
    {
        // Three parts is a signed token; five would be an encrypted one, which the specification does not know.
        if (text.Length is 0 or > LongestToken || text.AsSpan().Count('.') != 2)
            return null;
        try
        {
            var token = Handler.ReadJsonWebToken(text);
            // Claims are read lazily: touch those that are needed while a failure can be caught.
            _ = (token.Issuer, token.Id, token.Alg, token.Kid, token.Typ, token.IssuedAt, token.ValidTo);
            return token;
        }
#pragma warning disable CA1031 // Whatever a stranger sent, the answer is the same: no token.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private TokenRefusal? ProblemWithHeader(JsonWebToken token, TrustedCdsClient client)
    {
        if (!TokenAlgorithms.Supported.Contains(token.Alg ?? "") || (_options.Tokens.Algorithms.Count > 0 && !_options.Tokens.Algorithms.Contains(token.Alg!)))
            return TokenRefusal.Algorithm;
        if (!string.Equals(token.Typ, "JWT", StringComparison.Ordinal) || token.TryGetHeaderValue<object>("crit", out _))
            return TokenRefusal.Header;
        if (string.IsNullOrEmpty(token.Kid))
            return TokenRefusal.Key;
        if (token.TryGetHeaderValue<string>("jku", out var jku) && !string.Equals(jku, client.JwksUri?.AbsoluteUri, StringComparison.Ordinal))
            return TokenRefusal.KeySetAddress;
        return null;
    }

    private TokenRefusal? ProblemWithClaims(JsonWebToken token, TrustedCdsClient client)
    {
        if (token.IssuedAt == DateTime.MinValue || token.IssuedAt > (time.GetUtcNow() + _options.Tokens.ClockSkew).UtcDateTime || token.ValidTo - token.IssuedAt > _options.Tokens.MaxLifetime)
            return TokenRefusal.Lifetime;
        if (token.Id is not { Length: > 0 and <= LongestTokenId })
            return TokenRefusal.TokenId;
        if (client.Tenants.Count > 0 && !(token.TryGetPayloadValue<string>("tenant", out var tenant) && client.Tenants.Contains(tenant)))
            return TokenRefusal.Tenant;
        return null;
    }

    private TokenValidationParameters Parameters(TrustedCdsClient client, SecurityKey key, IReadOnlyList<string> audiences) => new()
    {
        ValidIssuer = client.Issuer,
        ValidAudiences = audiences,
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = TokenAlgorithms.Supported,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ClockSkew = _options.Tokens.ClockSkew,
        LifetimeValidator = IsAlive,
    };

    /// <summary>By the service's own clock, so that tests can set it.</summary>
    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + _options.Tokens.ClockSkew && (notBefore is not { } start || now >= start - _options.Tokens.ClockSkew);
    }

    private static TokenRefusal ReasonOf(Exception? exception) => exception switch
    {
        SecurityTokenInvalidAudienceException => TokenRefusal.Audience,
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNoExpirationException or SecurityTokenNotYetValidException => TokenRefusal.Lifetime,
        SecurityTokenInvalidIssuerException => TokenRefusal.Issuer,
        SecurityTokenInvalidAlgorithmException => TokenRefusal.Algorithm,
        _ => TokenRefusal.Signature,
    };
}
