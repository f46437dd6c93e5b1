using System.Runtime.CompilerServices;

namespace Calcinosis.Rules;

/// <summary>
/// Works on several elements at once and gives the results in the order of the input. Elements are taken no faster than
/// results are asked for, so that memory does not grow with the input.
/// </summary>
internal static class OrderedParallel
{
    public static IEnumerable<TResult> Select<T, TResult>(IEnumerable<T> source, int parallel, Func<T, TResult> work)
    {
        var running = new Queue<Task<TResult>>();
        foreach (var element in source)
        {
            running.Enqueue(Task.Run(() => work(element)));
            if (running.Count >= Ahead(parallel))
                yield return running.Dequeue().GetAwaiter().GetResult();
        }

        while (running.TryDequeue(out var next))
            yield return next.GetAwaiter().GetResult();
    }

    public static async IAsyncEnumerable<TResult> Select<T, TResult>(
        IAsyncEnumerable<T> source, int parallel, Func<T, TResult> work, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var running = new Queue<Task<TResult>>();
        await foreach (var element in source.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            running.Enqueue(Task.Run(() => work(element), cancellationToken));
            if (running.Count >= Ahead(parallel))
                yield return await running.Dequeue().ConfigureAwait(false);
        }

        while (running.TryDequeue(out var next))
            yield return await next.ConfigureAwait(false);
    }

    public static int Degree(int? parallel) => parallel switch
    {
        null => Environment.ProcessorCount,
        >= 1 => parallel.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(parallel), parallel, "At least one patient is worked on at a time."),
    };

    /// <summary>Elements under way: enough that no core waits for the reader of the results.</summary>
    private static int Ahead(int parallel) => parallel * 4;
}
