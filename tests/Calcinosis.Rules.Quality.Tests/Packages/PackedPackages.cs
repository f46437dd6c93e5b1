using System.IO.Compression;
using System.Xml.Linq;
using Calcinosis.Rules.Quality.Tests.Support;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Packages;

/// <summary>Every package of the solution, packed for a release into two folders by two builds that share nothing.</summary>
public sealed class PackedPackages : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("calcinosis-packages-");
    private readonly Lazy<string> _first;
    private readonly Lazy<string> _second;

    public PackedPackages()
    {
        _first = new Lazy<string>(() => Pack("first"));
        _second = new Lazy<string>(() => Pack("second"));
    }

    public string First => _first.Value;

    public string Second => _second.Value;

    public string Folder(string name) => _folder.CreateSubdirectory(name).FullName;

    public static XElement Specification(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        using var stream = zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Pack(string name)
    {
        var feed = Folder(name + "-feed");
        foreach (var project in Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Where(IsBuiltHere).Order(StringComparer.Ordinal))
        {
            var (status, output) = Command.Run(
                "dotnet", Repository.Root, ["pack", project, "-c", "Release", "-o", feed, "--artifacts-path", Folder(name), "-v", "q", "-nodeReuse:false", "-p:SOURCE_DATE_EPOCH=1767225600", "-p:DeterministicTimestamp=2026-01-01T00:00:00Z"]);
            status.Should().Be(0, "{0} must pack without a warning: {1}", Path.GetFileName(project), output);
        }

        return feed;
    }

    private static bool IsBuiltHere(string project) => !project.EndsWith("NRules.csproj", StringComparison.Ordinal);
}
