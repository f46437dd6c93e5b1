namespace Calcinosis.Rules.CdsHooks.Security;

/// <summary>Refusals as codes and sentences for the caller.</summary>
internal static class TokenRefusals
{
    public static string CodeOf(TokenRefusal refusal) => refusal switch
    {
        TokenRefusal.Missing => "missing",
        TokenRefusal.Malformed => "malformed",
        TokenRefusal.Algorithm => "algorithm",
        TokenRefusal.Header => "header",
        TokenRefusal.Issuer => "issuer",
        TokenRefusal.KeySetAddress => "jku",
        TokenRefusal.Key => "key",
        TokenRefusal.KeysUnavailable => "keys-unavailable",
        TokenRefusal.Audience => "audience",
        TokenRefusal.Lifetime => "lifetime",
        TokenRefusal.TokenId => "jti",
        TokenRefusal.Tenant => "tenant",
        TokenRefusal.Replay => "replay",
        _ => "signature",
    };

    public static string TextOf(TokenRefusal refusal) => refusal switch
    {
        TokenRefusal.Missing => "A bearer token (a signed JSON Web Token) is needed.",
        TokenRefusal.Malformed => "The token is no signed JSON Web Token.",
        TokenRefusal.Algorithm => "The token's algorithm is not accepted.",
        TokenRefusal.Header => "The token's typ must be JWT, and it must have no crit.",
        TokenRefusal.Issuer => "The token's issuer is not trusted.",
        TokenRefusal.KeySetAddress => "The token's jku is not the one agreed with its issuer.",
        TokenRefusal.Key => "The token's kid is not among the issuer's keys.",
        TokenRefusal.KeysUnavailable => "The issuer's keys could not be fetched; try again later.",
        TokenRefusal.Audience => "The token's aud is not the address that was called.",
        TokenRefusal.Lifetime => "The token is expired, not yet valid, has no iat, or is valid for too long.",
        TokenRefusal.TokenId => "The token has no usable jti.",
        TokenRefusal.Tenant => "The token's tenant is not accepted.",
        TokenRefusal.Replay => "The token was used before.",
        _ => "The token's signature does not fit.",
    };
}
