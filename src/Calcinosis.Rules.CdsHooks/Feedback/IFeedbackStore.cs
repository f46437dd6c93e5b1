namespace Calcinosis.Rules.CdsHooks;

/// <summary>
/// Where feedback goes. The default is an embedded SQLite file; register your own before <c>AddCalcinosisCdsHooks</c> to send
/// it elsewhere. Called by many requests at once.
/// </summary>
public interface IFeedbackStore
{
    /// <summary>Keeps entries. All or none; an entry whose <see cref="FeedbackEntry.Id"/> is known already is passed over.</summary>
    /// <param name="entries">The entries of one report, at least one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many were new.</returns>
    Task<int> SaveAsync(IReadOnlyList<FeedbackEntry> entries, CancellationToken cancellationToken);

    /// <summary>Throws when the store cannot be used now; for the readiness endpoint.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task CheckAsync(CancellationToken cancellationToken);
}
