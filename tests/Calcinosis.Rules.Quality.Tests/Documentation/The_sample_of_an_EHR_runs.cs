using Calcinosis.Rules.Fhir;
using Calcinosis.Rules.Quality.Tests.Support;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Documentation;

/// <summary><c>samples/EhrIntegration</c>, started as a program of its own on every FHIR sample.</summary>
public sealed class The_sample_of_an_EHR_runs : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("calcinosis-ehr-");

    public static TheoryData<string> Bundles => new(Directory.GetFiles(Repository.PathOf("samples/fhir"), "*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Bundles))]
    public void It_explains_each_patient_and_writes_FHIR_that_we_read_again(string bundle)
    {
        var (status, output) = Start(Repository.PathOf("samples/fhir/" + bundle), _folder.FullName);

        status.Should().Be(0, output);
        var patients = FhirFindings.Read(File.ReadAllBytes(Repository.PathOf("samples/fhir/" + bundle))).Patients;
        foreach (var patient in patients)
            output.Should().Contain(new CalcinosisClassifier().Classify(patient).ToText().ReplaceLineEndings());
        var written = _folder.GetFiles("*.json");
        written.Should().HaveCount(patients.Count);
        written.Should().OnlyContain(file => FhirFindings.IsFhir(File.ReadAllBytes(file.FullName)));
    }

    [Fact]
    public void It_says_what_it_needs()
    {
        var (status, output) = Start();

        status.Should().Be(2);
        output.Should().Contain("FHIR R4 Bundle");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>It lies beside the tests, where some of its libraries come with the framework that the tests run on.</summary>
    private static (int Status, string Output) Start(params string[] arguments)
    {
        static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
        const string Host = "Calcinosis.Rules.Quality.Tests";
        return Command.Run("dotnet", Repository.Root, ["exec", "--depsfile", Beside(Host + ".deps.json"), "--runtimeconfig", Beside(Host + ".runtimeconfig.json"), Beside("EhrIntegration.dll"), .. arguments]);
    }
}
