using System.Globalization;
using System.Runtime.InteropServices;

namespace Calcinosis.Rules.Compare.Timing;

/// <summary>Prints the tables.</summary>
internal static class Tables
{
    public static void Machine()
    {
        var processor = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() : null;
        Console.WriteLine($"Machine: {Environment.ProcessorCount} x {processor ?? RuntimeInformation.ProcessArchitecture.ToString()}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.");
    }

    public static void Table(string title, string reference, IEnumerable<Line> lines, string? note = null)
    {
        Console.WriteLine($"\n### {title}\n");
        Console.WriteLine($"| | us a patient | ratio to {reference} | bytes allocated |");
        Console.WriteLine("|---|---:|---:|---:|");
        foreach (var line in lines)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {line.Name} | {line.Microseconds:F2} | {line.Ratio:F2} | {(double.IsNaN(line.Bytes) ? "" : line.Bytes.ToString("F0", CultureInfo.InvariantCulture))} |"));
        if (note is not null)
            Console.WriteLine($"\n{note}");
    }
}
