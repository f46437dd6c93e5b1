using System.Collections.Frozen;

namespace Calcinosis.Rules.CdsHooks.Security;

/// <summary>
/// Signing algorithms that a client's token may use. The specification forbids <c>none</c> and every algorithm with a shared
/// key, so neither is on the list, and no setting can put it there.
/// </summary>
internal static class TokenAlgorithms
{
    public static FrozenSet<string> Supported { get; } = FrozenSet.Create(
        StringComparer.Ordinal, "ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512");
}
