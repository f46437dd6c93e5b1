namespace Calcinosis.Rules.CdsHooks;

/// <summary>
/// Remembers which tokens were used. The default keeps them in memory, which serves one instance; several instances behind one
/// address need a shared one (register your own before <c>AddCalcinosisCdsHooks</c>).
/// </summary>
public interface IReplayGuard
{
    /// <summary>Notes the use of a token. Only one call for the same issuer and id may get true, however many run at once.</summary>
    /// <param name="issuer">The token's <c>iss</c>.</param>
    /// <param name="tokenId">The token's <c>jti</c>.</param>
    /// <param name="forgetAfter">From then on the token is refused by its lifetime, so it needs no remembering.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True: first use. False: used before, or there is no room to remember it.</returns>
    ValueTask<bool> TryUseAsync(string issuer, string tokenId, DateTimeOffset forgetAfter, CancellationToken cancellationToken);
}
