using System.Text.Json;
using System.Text.Json.Nodes;

namespace Calcinosis.Rules.Workbench;

/// <summary>A made-up patient to look at.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Title">The name in words.</param>
/// <param name="Document">The findings document.</param>
internal sealed record SamplePatient(string Name, string Title, JsonNode Document);

/// <summary>The sample patients of the repository, held in the assembly.</summary>
internal static class SamplePatients
{
    private const string Prefix = "samples/";
    private static readonly Lazy<byte[]> Bytes = new(() => JsonSerializer.SerializeToUtf8Bytes(Load(), WorkbenchJson.Default.ListSamplePatient));

    public static byte[] Json => Bytes.Value;

    private static List<SamplePatient> Load()
    {
        var assembly = typeof(SamplePatients).Assembly;
        var patients = new List<SamplePatient>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var name = resource[Prefix.Length..];
            var title = name.Replace('-', ' ');
            patients.Add(new SamplePatient(name, char.ToUpperInvariant(title[0]) + title[1..], JsonNode.Parse(stream)!));
        }

        return patients;
    }
}
