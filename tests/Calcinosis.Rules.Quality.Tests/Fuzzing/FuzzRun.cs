using System.Globalization;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Fuzzing;

/// <summary>
/// Feeds a reader with broken documents. In the tests a few thousand; <c>CALCINOSIS_FUZZ_INPUTS</c> sets another number for each reader and
/// <c>CALCINOSIS_FUZZ_SEED</c> another beginning. Of many documents every twentieth is assessed with its reasons, the others are read only. A document that a reader falls over is kept in <c>TestResults/fuzz</c>.
/// </summary>
internal static class FuzzRun
{
    private const long InTheTests = 1500;
    private const long Few = 10_000;
    private const long Seldom = 20;

    public static void Of(string reader, Mutator mutator, Action<byte[], bool> read)
    {
        var inputs = Setting("CALCINOSIS_FUZZ_INPUTS", InTheTests);
        var seed = (int)Setting("CALCINOSIS_FUZZ_SEED", 1);
        var failures = new System.Collections.Concurrent.ConcurrentQueue<string>();
        Parallel.For(0L, inputs, (number, loop) =>
        {
            var document = mutator.Next(seed, number);
            try
            {
                read(document, inputs <= Few || number % Seldom == 0);
            }
#pragma warning disable CA1031 // Any exception is the finding that is looked for.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                var kept = Keep(reader, seed, number, document);
                failures.Enqueue($"seed {seed}, input {number}: {exception.GetType().Name}: {exception.Message} (kept as {kept})\n{exception.StackTrace}");
                if (failures.Count >= 5)
                    loop.Stop();
            }
        });

        failures.Should().BeEmpty("no input, however broken, may make the {0} fall over", reader);
    }

    private static long Setting(string name, long otherwise) =>
        long.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static string Keep(string reader, int seed, long number, byte[] document)
    {
        var folder = Repository.PathOf("TestResults/fuzz");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{reader.Replace(' ', '-')}-{seed}-{number}.bin"));
        File.WriteAllBytes(path, document);
        return path;
    }
}
