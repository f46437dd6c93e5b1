using System.IO.Compression;
using System.Security.Cryptography;
using Calcinosis.Rules.Quality.Tests.Support;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Packages;

public sealed class The_packages_are_fit_to_publish(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private static readonly string[] Ids = [.. Libraries.All.Select(library => library.GetName().Name!), "Calcinosis.Rules.Cli"];

    [PublishFact]
    public void Each_brings_readme_icon_licence_symbols_and_documentation()
    {
        var files = Directory.GetFiles(packages.First, "*.nupkg");
        files.Select(file => (string)PackedPackages.Specification(file).Elements().Single(element => element.Name.LocalName == "id")).Should().BeEquivalentTo(Ids);

        foreach (var file in files)
        {
            var metadata = PackedPackages.Specification(file).Elements().ToLookup(element => element.Name.LocalName, element => element.Value);
            metadata["license"].Should().Equal(["MIT"], file);
            metadata["readme"].Should().Equal(["README.md"], file);
            metadata["icon"].Should().Equal(["icon.png"], file);
            metadata["description"].Single().Should().NotBeNullOrWhiteSpace(file);

            using var zip = ZipFile.OpenRead(file);
            var entries = zip.Entries.Select(entry => entry.FullName).ToArray();
            entries.Should().Contain(["README.md", "icon.png"], file);
            var tool = metadata["id"].Single() == "Calcinosis.Rules.Cli";
            if (!tool)
                entries.Should().Contain($"lib/net10.0/{metadata["id"].Single()}.xml", file);

            using var symbols = ZipFile.OpenRead(Path.ChangeExtension(file, ".snupkg"));
            symbols.Entries.Should().Contain(entry => entry.FullName.EndsWith(tool ? "calcinosis.pdb" : $"{metadata["id"].Single()}.pdb", StringComparison.Ordinal), file);
        }
    }

    [PublishFact]
    public void Two_packs_of_one_state_are_equal_to_the_byte()
    {
        static Dictionary<string, string> Hashes(string feed) => Directory.GetFiles(feed).ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

        Hashes(packages.Second).Should().Equal(Hashes(packages.First));
    }

    [PublishFact]
    public void A_stranger_with_nothing_else_gets_the_first_answer_in_three_lines()
    {
        var folder = packages.Folder("consumer");
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests/consumer")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        Separate(folder);
        var sample = Repository.PathOf("samples/patients/systemic-sclerosis-fingers.json");

        var (status, output) = Command.Run("dotnet", folder, ["run", "--", sample], Private());

        status.Should().Be(0, output);
        output.Should().Contain("Findings support dystrophic calcinosis cutis: limited systemic sclerosis (CREST).");
        File.ReadAllLines(Path.Combine(folder, "Program.cs")).Where(line => line.Length > 0 && !line.StartsWith("using", StringComparison.Ordinal)).Should().HaveCount(3);
    }

    [PublishFact]
    public void The_tool_is_installed_from_its_package()
    {
        var folder = packages.Folder("tool-user");
        Separate(folder);
        var version = (string)PackedPackages.Specification(Directory.GetFiles(packages.First, "Calcinosis.Rules.Cli.*.nupkg").Single()).Elements().Single(element => element.Name.LocalName == "version");

        var (installed, said) = Command.Run("dotnet", folder, ["tool", "install", "Calcinosis.Rules.Cli", "--version", version, "--tool-path", "tools", "--add-source", packages.First], Private());
        installed.Should().Be(0, said);
        var (status, output) = Command.Run(Path.Combine(folder, "tools", OperatingSystem.IsWindows() ? "calcinosis.exe" : "calcinosis"), folder, ["classify", Repository.PathOf("samples/patients/scrotal-nodules.json")]);

        status.Should().Be(0, output);
        output.Should().Contain("idiopathic");
    }

    /// <summary>Cuts the folder off from the settings of this repository; packages come from the packed feed besides the machine's own sources.</summary>
    private void Separate(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(
            Path.Combine(folder, "Directory.Build.targets"),
            $"<Project><PropertyGroup><RestoreAdditionalProjectSources>{packages.First}</RestoreAdditionalProjectSources></PropertyGroup></Project>");
    }

    private Dictionary<string, string> Private() => new() { ["NUGET_PACKAGES"] = packages.Folder("private-packages"), ["DOTNET_CLI_HOME"] = packages.Folder("home") };
}
