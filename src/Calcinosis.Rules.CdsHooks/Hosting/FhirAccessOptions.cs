namespace Calcinosis.Rules.CdsHooks;

/// <summary>A FHIR server that may be called with the token that its client sends.</summary>
public sealed class AllowedFhirServer
{
    /// <summary>
    /// Base address, such as <c>https://ehr.example.org/fhir</c>. A request's <c>fhirServer</c> is accepted when scheme, host
    /// and port are equal and its path is this path or lies below it.
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>
    /// True: the server may have a private, loopback or link-local address, as inside a hospital network. Default false: a
    /// name that resolves to such an address is refused.
    /// </summary>
    public bool AllowPrivateAddress { get; set; }
}

/// <summary>Limits on calls to FHIR servers, for one request of a client.</summary>
public sealed class FhirAccessLimits
{
    /// <summary>Time for all calls together. Default 3 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Pages read of one search, inclusive. Default 5.</summary>
    public int MaxPages { get; set; } = 5;

    /// <summary>Bytes read of all answers together, inclusive. Default 16 MiB.</summary>
    public int MaxBytes { get; set; } = 16 * 1024 * 1024;
}

/// <summary>What is kept of feedback, and where.</summary>
public sealed class FeedbackSettings
{
    /// <summary>False: the feedback endpoint is not mapped. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>File of the embedded SQLite store, made at the first feedback. Not used when the application registers its own <see cref="IFeedbackStore"/>.</summary>
    public string DatabasePath { get; set; } = "calcinosis-feedback.db";

    /// <summary>
    /// True: a clinician's free text is kept. Default false: free text may name a patient, so only its presence is noted.
    /// </summary>
    public bool KeepComments { get; set; }
}
