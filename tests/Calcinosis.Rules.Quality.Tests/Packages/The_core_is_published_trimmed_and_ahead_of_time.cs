using System.Runtime.InteropServices;
using Calcinosis.Rules.Quality.Tests.Support;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Packages;

/// <summary>A small program on the core, published as native code, says the same as the library here: nothing that it needs was trimmed away.</summary>
public sealed class The_core_is_published_trimmed_and_ahead_of_time : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("calcinosis-native-");

    [PublishFact]
    public void As_native_code_it_says_the_same() => Publish("PublishAot");

    [PublishFact]
    public void Trimmed_it_says_the_same() => Publish("PublishTrimmed");

    [PublishFact]
    public void The_tool_is_one_native_program()
    {
        var output = Path.Combine(_folder.FullName, "tool");
        var (status, said) = Command.Run("dotnet", _folder.FullName, ["publish", Repository.PathOf("src/Calcinosis.Rules.Cli"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishAot=true", $"-p:CppCompilerAndLinker={Linker() ?? "clang"}", "-o", output, "--artifacts-path", Path.Combine(_folder.FullName, "artifacts"), "-nodeReuse:false"]);

        status.Should().Be(0, said);
        var program = Path.Combine(output, OperatingSystem.IsWindows() ? "calcinosis.exe" : "calcinosis");
        foreach (var sample in Directory.GetFiles(Repository.PathOf("samples/patients"), "*.json"))
        {
            var (ran, text) = Command.Run(program, _folder.FullName, ["classify", sample, "--format", "json"]);
            ran.Should().Be(0, text);
            text.TrimEnd().Should().Be(new CalcinosisClassifier().ClassifyJson(File.ReadAllBytes(sample)).ToJson(indented: true), sample);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Publish(string how)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "Native.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <TrimmerSingleWarn>false</TrimmerSingleWarn>
                <InvariantGlobalization>true</InvariantGlobalization>
                <{how}>true</{how}>
                <CppCompilerAndLinker>{Linker() ?? "clang"}</CppCompilerAndLinker>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="{Repository.PathOf("src/Calcinosis.Rules.Fhir/Calcinosis.Rules.Fhir.csproj")}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(_folder.FullName, "Program.cs"), """
            using Calcinosis.Rules;
            using Calcinosis.Rules.Explanation.Rendering;
            using Calcinosis.Rules.Fhir;

            var classifier = new CalcinosisClassifier();
            var bytes = File.ReadAllBytes(args[0]);
            var assessment = FhirFindings.IsFhir(bytes) ? classifier.Classify(FhirFindings.Read(bytes).Patients[0]) : classifier.ClassifyJson(bytes);
            Console.Write(assessment.ToJson() + "\n" + assessment.ToMarkdown());
            """);

        var output = Path.Combine(_folder.FullName, "out");
        var (status, said) = Command.Run("dotnet", _folder.FullName, ["publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-o", output, "--artifacts-path", Path.Combine(_folder.FullName, "artifacts"), "-nodeReuse:false"]);

        status.Should().Be(0, "trimming must not warn: {0}", said);
        var program = Path.Combine(output, OperatingSystem.IsWindows() ? "Native.exe" : "Native");
        foreach (var sample in Directory.GetFiles(Repository.PathOf("samples/patients"), "*.json"))
        {
            var assessment = new CalcinosisClassifier().ClassifyJson(File.ReadAllBytes(sample));
            var (ran, text) = Command.Run(program, _folder.FullName, [sample]);
            ran.Should().Be(0, text);
            text.Should().Be(assessment.ToJson() + "\n" + assessment.ToMarkdown(), sample);
        }

        foreach (var sample in Directory.GetFiles(Repository.PathOf("samples/fhir"), "*.json"))
            Command.Run(program, _folder.FullName, [sample]).Status.Should().Be(0, sample);
    }

    private static string? Linker() =>
        new[] { "clang", "gcc" }.FirstOrDefault(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name))));
}
