namespace Calcinosis.Rules.Compare.Timing;

/// <summary>One line of a table: medians over the rounds.</summary>
/// <param name="Name">What was run.</param>
/// <param name="Microseconds">Processor time a patient.</param>
/// <param name="Ratio">Quotient to the reference, each round by itself.</param>
/// <param name="Bytes">Bytes allocated a patient.</param>
internal sealed record Line(string Name, double Microseconds, double Ratio, double Bytes);

/// <summary>
/// Runs all contestants in turns and divides the times of each round, so that what slows the machine for a while slows
/// all of them. Processor time of the whole process is counted, garbage collection included.
/// </summary>
internal static class RoundRobin
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);

    public static IReadOnlyList<Line> Run(int rounds, IReadOnlyList<(string Name, Action<int> Work, int Patients)> contestants)
    {
        foreach (var (_, work, patients) in contestants)
        {
            // Long enough for the runtime to have compiled what is hot, twice.
            for (var turn = 0; turn < 3; turn++)
            {
                Measure(work, patients);
                Thread.Sleep(150);
            }
        }

        var times = contestants.Select(_ => new List<double>()).ToArray();
        var bytes = contestants.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contestants.Count; i++)
            {
                var (microseconds, allocated) = Measure(contestants[i].Work, contestants[i].Patients);
                times[i].Add(microseconds);
                bytes[i].Add(allocated);
            }
        }

        return [.. contestants.Select((contestant, i) => new Line(contestant.Name, Median(times[i]), Median([.. times[i].Select((time, round) => time / times[0][round])]), Median(bytes[i])))];
    }

    private static (double Microseconds, double Bytes) Measure(Action<int> work, int patients)
    {
        var count = 0;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.TotalTime;
        TimeSpan spent;
        do
        {
            for (var patient = 0; patient < patients; patient++)
                work(patient);
            count += patients;
            spent = Environment.CpuUsage.TotalTime - start;
        }
        while (spent < Turn);
        return (spent.TotalMicroseconds / count, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)count);
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
