using System.Globalization;
using Calcinosis.Rules.CdsHooks.Security;
using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.CdsHooks.Hosting;

/// <summary>Finds settings that cannot work or are not safe, all in one pass, when the application starts.</summary>
internal sealed class CdsHooksOptionsValidator : IValidateOptions<CdsHooksOptions>
{
    public ValidateOptionsResult Validate(string? name, CdsHooksOptions options)
    {
        var problems = new List<string>();
        CheckAddress(problems, options.PublicBaseUrl, nameof(options.PublicBaseUrl), options.DevelopmentMode);
        if (options.TrustedClients.Count > 0 && options.PublicBaseUrl is null)
            problems.Add("PublicBaseUrl is missing: with trusted clients, the address that their tokens must name has to be known.");
        for (var index = 0; index < options.TrustedClients.Count; index++)
            CheckClient(problems, options.TrustedClients[index], At("TrustedClients", index), options.DevelopmentMode);
        if (options.TrustedClients.GroupBy(client => client.Issuer, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            problems.Add($"TrustedClients names the issuer '{twice.Key}' more than once.");
        foreach (var algorithm in options.Tokens.Algorithms.Where(algorithm => !TokenAlgorithms.Supported.Contains(algorithm)))
            problems.Add($"Tokens.Algorithms has '{algorithm}'; expected one of {string.Join(", ", TokenAlgorithms.Supported.Order(StringComparer.Ordinal))}.");
        for (var index = 0; index < options.FhirServers.Count; index++)
            CheckServer(problems, options.FhirServers[index], At("FhirServers", index) + ".BaseUrl", options.DevelopmentMode);
        foreach (var origin in options.AllowedOrigins.Where(origin => !IsOrigin(origin)))
            problems.Add($"AllowedOrigins has '{origin}'; expected '*' or scheme, host and port, such as https://ehr.example.org.");
        CheckLimits(problems, options);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");

    private static void CheckClient(List<string> problems, TrustedCdsClient client, string path, bool development)
    {
        if (string.IsNullOrWhiteSpace(client.Issuer))
            problems.Add($"{path}.Issuer is missing.");
        if ((client.JwksUri is null) == (client.JsonWebKeySet is null))
            problems.Add($"{path} needs either JwksUri or JsonWebKeySet.");
        CheckAddress(problems, client.JwksUri, $"{path}.JwksUri", development);
        if (client.JsonWebKeySet is { } text && ClientKeySet.Problem(text) is { } problem)
            problems.Add($"{path}.JsonWebKeySet {problem}");
    }

    private static void CheckServer(List<string> problems, AllowedFhirServer server, string path, bool development)
    {
        if (server.BaseUrl is null)
            problems.Add($"{path} is missing.");
        CheckAddress(problems, server.BaseUrl, path, development);
        if (server.BaseUrl is { IsAbsoluteUri: true } url && (url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0))
            problems.Add($"{path} must have no user, query or fragment.");
    }

    private static void CheckAddress(List<string> problems, Uri? address, string path, bool development)
    {
        if (address is null)
            return;
        if (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http"))
            problems.Add($"{path} is '{address}'; expected an absolute https address.");
        else if (address.Scheme == Uri.UriSchemeHttp && !development)
            problems.Add($"{path} is '{address}'; plain http is accepted in development only.");
    }

    private static bool IsOrigin(string origin) =>
        origin == "*" || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.GetLeftPart(UriPartial.Authority), origin, StringComparison.OrdinalIgnoreCase));

    private static void CheckLimits(List<string> problems, CdsHooksOptions options)
    {
        CheckPositive(problems, options.Requests.MaxBodyBytes, "Requests.MaxBodyBytes");
        CheckPositive(problems, options.Requests.MaxConcurrent, "Requests.MaxConcurrent");
        CheckPositive(problems, options.Requests.PerMinute ?? 1, "Requests.PerMinute");
        CheckPositive(problems, options.FhirAccess.MaxPages, "FhirAccess.MaxPages");
        CheckPositive(problems, options.FhirAccess.MaxBytes, "FhirAccess.MaxBytes");
        CheckPositive(problems, options.Requests.BodyTimeout.Ticks, "Requests.BodyTimeout");
        CheckPositive(problems, options.FhirAccess.Timeout.Ticks, "FhirAccess.Timeout");
        CheckPositive(problems, options.Tokens.MaxLifetime.Ticks, "Tokens.MaxLifetime");
        if (options.Tokens.ClockSkew < TimeSpan.Zero)
            problems.Add("Tokens.ClockSkew must not be below zero.");
        if (options.Feedback.Enabled && string.IsNullOrWhiteSpace(options.Feedback.DatabasePath))
            problems.Add("Feedback.DatabasePath is missing.");
    }

    private static void CheckPositive(List<string> problems, long value, string path)
    {
        if (value <= 0)
            problems.Add($"{path} must be above zero.");
    }
}
