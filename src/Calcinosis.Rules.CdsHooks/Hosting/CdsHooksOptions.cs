namespace Calcinosis.Rules.CdsHooks;

/// <summary>
/// Settings of the CDS Hooks service. The defaults are the safe ones: every call needs a token of a trusted client, no
/// browser origin and no FHIR server is trusted. Settings are checked when the application starts.
/// </summary>
public sealed class CdsHooksOptions
{
    /// <summary>
    /// The address under which clients call the service, without <c>/cds-services</c>, such as <c>https://cds.example.org</c>.
    /// Needed as soon as a client is trusted: a token is good only for the address that it names. Must be https outside development.
    /// </summary>
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>
    /// True: calls without a token are served, and plain http is accepted for <see cref="PublicBaseUrl"/>, for FHIR servers and
    /// for key sets. For a developer's machine only. Default false.
    /// </summary>
    public bool DevelopmentMode { get; set; }

    /// <summary>Clients whose tokens are accepted. Empty and not in development: every call is refused.</summary>
    public IList<TrustedCdsClient> TrustedClients { get; } = [];

    /// <summary>Limits on tokens.</summary>
    public TokenLimits Tokens { get; } = new();

    /// <summary>Browser origins that may call, such as <c>https://ehr.example.org</c>; <c>*</c> is any. Empty (the default): none.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>FHIR servers that may be asked for what a client did not send. Empty (the default): none is ever called.</summary>
    public IList<AllowedFhirServer> FhirServers { get; } = [];

    /// <summary>Limits on calls to FHIR servers.</summary>
    public FhirAccessLimits FhirAccess { get; } = new();

    /// <summary>Limits on requests.</summary>
    public RequestLimits Requests { get; } = new();

    /// <summary>What is kept of feedback, and where.</summary>
    public FeedbackSettings Feedback { get; } = new();

    /// <summary>
    /// A secret that goes into the identifiers of cards. With it, nobody who reads stored feedback can find out by trying
    /// which patient a card was about. Null: identifiers are stable without a secret.
    /// </summary>
    public string? CardIdSecret { get; set; }
}

/// <summary>A client (an EHR) whose tokens are accepted.</summary>
public sealed class TrustedCdsClient
{
    /// <summary>The value of <c>iss</c>, compared exactly.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>
    /// Where the client publishes its public keys (a JSON Web Key Set). A token's <c>jku</c> must equal it. Keys are fetched
    /// from here alone, never from an address that a token names. Null: <see cref="JsonWebKeySet"/> holds the keys.
    /// </summary>
    public Uri? JwksUri { get; set; }

    /// <summary>The client's public keys, as the text of a JSON Web Key Set; for clients that publish none.</summary>
    public string? JsonWebKeySet { get; set; }

    /// <summary>Values of <c>tenant</c> that are accepted. Empty: any, or none.</summary>
    public IList<string> Tenants { get; } = [];
}

/// <summary>Limits on tokens.</summary>
public sealed class TokenLimits
{
    /// <summary>
    /// Signing algorithms that are accepted. Empty: ES256, ES384, ES512, RS256, RS384, RS512, PS256, PS384 and PS512. Neither
    /// <c>none</c> nor an HMAC algorithm can be allowed.
    /// </summary>
    public IList<string> Algorithms { get; } = [];

    /// <summary>Longest time between <c>iat</c> and <c>exp</c>, inclusive. Default one hour.</summary>
    public TimeSpan MaxLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How far the clocks of client and service may differ. Default 30 seconds.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>True: discovery needs a token as well. Default false: discovery tells nothing about a patient.</summary>
    public bool ProtectDiscovery { get; set; }
}

/// <summary>Limits on requests.</summary>
public sealed class RequestLimits
{
    /// <summary>Largest body, in bytes, inclusive; a larger one gets 413. Default 16 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Time within which the body must have come; else 408. Default 10 seconds.</summary>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Requests handled at the same time over all clients; more get 503. Default 512.</summary>
    public int MaxConcurrent { get; set; } = 512;

    /// <summary>Requests a minute from one address; more get 429. Null: no limit. Default 6000.</summary>
    public int? PerMinute { get; set; } = 6000;
}
