using System.Buffers;
using System.Security.Cryptography;
using System.Threading.Channels;
using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>
/// The flow of a run: pieces of the input are assessed on all cores and written in their order. At most a few pieces are
/// under way, so that memory does not grow with the input, and the input is read no faster than the output is written.
/// </summary>
internal sealed class BatchRun(IRecordSource source, ILineFormat format, int parallel)
{
    /// <summary>Records a task works on.</summary>
    private const int RecordsAPiece = 64;

    /// <summary>Pieces between two checkpoints; fixed, because a gzip member ends with each.</summary>
    private const int PiecesACheckpoint = 16;

    /// <summary>Assesses all records behind those that are done.</summary>
    /// <param name="output">Where the lines go.</param>
    /// <param name="done">How far an earlier run came.</param>
    /// <param name="save">Called with each checkpoint, after its output is safe.</param>
    /// <param name="progress">Called with the number of records done.</param>
    /// <returns>The last checkpoint; null when the input is not the one of the earlier run.</returns>
    public async Task<Checkpoint?> To(OutputFile output, Checkpoint done, Action<Checkpoint> save, Action<long> progress)
    {
        using var stop = new CancellationTokenSource();
        var pieces = Channel.CreateBounded<Task<Piece>>(new BoundedChannelOptions(Math.Max(2, parallel * 2)) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => Read(pieces.Writer, done, stop.Token), CancellationToken.None);
        try
        {
            var written = 0;
            var last = done;
            await foreach (var working in pieces.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                using var piece = await working.ConfigureAwait(false);
                output.Write(piece.Lines);
                var totals = new Totals();
                totals.Add(last.Totals);
                totals.Add(piece.Totals);
                last = last with { Records = piece.LastRecord, LastRecord = piece.LastHash, Totals = totals };
                progress(last.Records);
                if (++written % PiecesACheckpoint == 0)
                    last = Save(output, last, save);
            }

            if (!await reading.ConfigureAwait(false))
                return null;
            return Save(output, last, save);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            // Whatever went wrong was told above; the input is to be closed before anybody opens it again.
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Checkpoint Save(OutputFile output, Checkpoint checkpoint, Action<Checkpoint> save)
    {
        output.EndPiece();
        var safe = checkpoint with { OutputBytes = output.Position };
        save(safe);
        return safe;
    }

    /// <summary>Cuts the input into pieces; false when it does not begin as the earlier run's input did.</summary>
    private async Task<bool> Read(ChannelWriter<Task<Piece>> pieces, Checkpoint done, CancellationToken stop)
    {
        Exception? failure = null;
        try
        {
            var number = 0L;
            var piece = new List<IRecord>(RecordsAPiece);
            foreach (var record in source.Records())
            {
                if (++number <= done.Records)
                {
                    if (number == done.Records && HashOf(record) != done.LastRecord)
                        return false;
                    continue;
                }

                piece.Add(record);
                if (piece.Count < RecordsAPiece)
                    continue;
                await Send(piece, number).ConfigureAwait(false);
                piece = new List<IRecord>(RecordsAPiece);
            }

            if (number < done.Records)
                return false;
            if (piece.Count > 0)
                await Send(piece, number).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        catch (Exception error)
        {
            failure = error;
            throw;
        }
        finally
        {
            pieces.Complete(failure);
        }

        ValueTask Send(List<IRecord> records, long number) => pieces.WriteAsync(Task.Run(() => Work(records, number), stop), stop);
    }

    private Piece Work(List<IRecord> records, long number)
    {
        var piece = new Piece { LastRecord = number, LastHash = HashOf(records[^1]) };
        foreach (var record in records)
        {
            foreach (var assessment in record.Assess())
            {
                format.Write(assessment, piece.Output);
                piece.Totals.Count(assessment);
            }
        }

        return piece;
    }

    private static string HashOf(IRecord record)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in record.Parts)
            hash.AppendData(part.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Some records, assessed.</summary>
    private sealed class Piece : IDisposable
    {
        public PooledBuffer Output { get; } = new();

        public ReadOnlySpan<byte> Lines => Output.WrittenSpan;

        public Totals Totals { get; } = new();

        public required long LastRecord { get; init; }

        public required string LastHash { get; init; }

        public void Dispose() => Output.Dispose();
    }
}

/// <summary>One unit of the input, which gives one line a patient.</summary>
internal interface IRecord
{
    /// <summary>Its bytes.</summary>
    IReadOnlyList<ReadOnlyMemory<byte>> Parts { get; }

    IReadOnlyList<Assessment> Assess();
}

/// <summary>Where records come from; the same input gives the same records in the same order.</summary>
internal interface IRecordSource
{
    IEnumerable<IRecord> Records();
}
