using System.Collections.Concurrent;

namespace Calcinosis.Rules.CdsHooks.Security;

/// <summary>Used tokens, in memory and bounded. When it is full of tokens that are still good, further ones are refused.</summary>
internal sealed class MemoryReplayGuard(TimeProvider time, int capacity = MemoryReplayGuard.DefaultCapacity) : IReplayGuard
{
    public const int DefaultCapacity = 1_000_000;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string Issuer, string TokenId), DateTimeOffset> _used = new();
    private readonly Lock _sweeping = new();
    private DateTimeOffset _nextSweep = DateTimeOffset.MinValue;

    public ValueTask<bool> TryUseAsync(string issuer, string tokenId, DateTimeOffset forgetAfter, CancellationToken cancellationToken)
    {
        Sweep();
        return ValueTask.FromResult(_used.Count < capacity && _used.TryAdd((issuer, tokenId), forgetAfter));
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        if (now < _nextSweep || !_sweeping.TryEnter())
            return;
        try
        {
            foreach (var entry in _used.Where(entry => entry.Value < now))
                _used.TryRemove(entry);
            _nextSweep = now + SweepEvery;
        }
        finally
        {
            _sweeping.Exit();
        }
    }
}
