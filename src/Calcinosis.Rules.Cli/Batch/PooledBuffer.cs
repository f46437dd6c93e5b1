using System.Buffers;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>A growing buffer on rented memory, for output of unknown length that lives shortly.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _rented = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _written;

    public ReadOnlySpan<byte> WrittenSpan => _rented.AsSpan(0, _written);

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _rented.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _rented.AsSpan(_written);
    }

    public void Dispose()
    {
        var rented = _rented;
        _rented = [];
        _written = 0;
        if (rented.Length > 0)
            ArrayPool<byte>.Shared.Return(rented);
    }

    private void Reserve(int sizeHint)
    {
        if (_rented.Length - _written >= Math.Max(1, sizeHint))
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_rented.Length * 2, _written + sizeHint));
        _rented.AsSpan(0, _written).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_rented);
        _rented = larger;
    }
}
