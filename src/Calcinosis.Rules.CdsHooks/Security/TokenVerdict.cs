namespace Calcinosis.Rules.CdsHooks.Security;

/// <summary>Whether a call may proceed, and why not. The reason is a code for the caller and for metrics; it holds nothing of the token.</summary>
internal sealed record TokenVerdict
{
    private TokenVerdict(string? issuer, TokenRefusal? refusal)
    {
        Issuer = issuer;
        Refusal = refusal;
    }

    /// <summary>The client; null for a call without a token in development, and for a refused one.</summary>
    public string? Issuer { get; }

    /// <summary>Why the call is refused; null when it may proceed.</summary>
    public TokenRefusal? Refusal { get; }

    public static TokenVerdict Accept(string? issuer) => new(issuer, null);

    public static TokenVerdict Refuse(TokenRefusal refusal) => new(null, refusal);
}

/// <summary>Why a token was refused.</summary>
internal enum TokenRefusal
{
    /// <summary>There is no bearer token.</summary>
    Missing,

    /// <summary>It is no signed JSON Web Token.</summary>
    Malformed,

    /// <summary>Its algorithm is not accepted.</summary>
    Algorithm,

    /// <summary>Its <c>typ</c> is not <c>JWT</c>, or it demands an extension.</summary>
    Header,

    /// <summary>Its issuer is not trusted.</summary>
    Issuer,

    /// <summary>Its <c>jku</c> is not the one agreed with the issuer.</summary>
    KeySetAddress,

    /// <summary>Its key is not known.</summary>
    Key,

    /// <summary>The key set could not be fetched: nothing is known against the token.</summary>
    KeysUnavailable,

    /// <summary>Its signature does not fit.</summary>
    Signature,

    /// <summary>It was made for another address.</summary>
    Audience,

    /// <summary>It is expired, not yet valid, or valid for too long.</summary>
    Lifetime,

    /// <summary>It has no <c>jti</c>, or one that is too long.</summary>
    TokenId,

    /// <summary>Its <c>tenant</c> is not accepted.</summary>
    Tenant,

    /// <summary>It was used before.</summary>
    Replay,
}
