using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Documentation;

/// <summary>A folder with the files that the pages speak of; it is the current folder for as long as it is in use.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("calcinosis-docs-");
    private readonly string _before = Directory.GetCurrentDirectory();

    public Workplace()
    {
        foreach (var sample in Directory.GetFiles(Repository.PathOf("samples"), "*.json", SearchOption.AllDirectories).Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal)))
        {
            var copy = PathOf(Path.GetRelativePath(Repository.Root, sample));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(sample, copy);
        }

        File.Copy(Repository.PathOf("samples/patients/systemic-sclerosis-fingers.json"), PathOf("patient.json"));
        var patients = Directory.GetFiles(Repository.PathOf("samples/patients"), "*.json").Order(StringComparer.Ordinal).Select(OneLine).ToArray();
        var bundles = Directory.GetFiles(Repository.PathOf("samples/fhir"), "*.json").Order(StringComparer.Ordinal).Select(OneLine).ToArray();
        File.WriteAllLines(PathOf("patients.ndjson"), patients);
        using (var gzip = new StreamWriter(new GZipStream(File.Create(PathOf("bundles.ndjson.gz")), CompressionLevel.Fastest)))
        {
            foreach (var bundle in bundles)
                gzip.WriteLine(bundle);
        }

        Directory.CreateDirectory(PathOf("export"));
        foreach (var type in bundles.SelectMany(bundle => JsonNode.Parse(bundle)!["entry"]!.AsArray()).Select(entry => entry!["resource"]!).GroupBy(resource => (string)resource["resourceType"]!))
            File.WriteAllLines(PathOf($"export/{type.Key}.ndjson"), type.Select(resource => resource.ToJsonString()));
        Directory.SetCurrentDirectory(_folder.FullName);
    }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_before);
        _folder.Delete(recursive: true);
    }

    private static string OneLine(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return JsonSerializer.Serialize(document.RootElement);
    }
}
