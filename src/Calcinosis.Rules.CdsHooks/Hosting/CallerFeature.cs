namespace Calcinosis.Rules.CdsHooks.Hosting;

/// <summary>Who calls, after the token was accepted.</summary>
/// <param name="Issuer">The client; null in development.</param>
internal sealed record CallerFeature(string? Issuer);
