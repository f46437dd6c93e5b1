using System.Globalization;
using System.Text;
using Calcinosis.Rules.Compare;
using Calcinosis.Rules.Tests.PublishedCases;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.NRules.Tests.Conformance;

/// <summary>The textbook scenarios are told to both engines by the linked stories of this project; here are all other patients.</summary>
public sealed class Both_engines_give_the_same_bytes
{
    /// <summary>CALCINOSIS_RANDOM_PATIENTS=10000 asks for more; 26 ms a patient add up.</summary>
    private static readonly int RandomPatients = int.TryParse(Environment.GetEnvironmentVariable("CALCINOSIS_RANDOM_PATIENTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1_000;

    [Fact]
    public void For_every_published_patient()
    {
        PublishedCase[] patients = [.. PublishedCase.All(), .. PublishedCase.Further()];
        patients.Should().HaveCountGreaterThan(150);

        Parallel.ForEach(patients, patient => Same(patient.Json, patient.Id));
    }

    [Fact]
    public void For_every_sample()
    {
        var samples = Directory.GetFiles(Repository.PathOf("samples/patients"), "*.json");
        samples.Should().NotBeEmpty();

        foreach (var sample in samples)
            Same(File.ReadAllBytes(sample), Path.GetFileName(sample));
    }

    [Fact]
    public void For_ten_thousand_random_patients()
    {
        var documents = new RandomDocuments(20261031);
        var patients = Enumerable.Range(0, RandomPatients).Select(number => documents.Next(number, 10 + (number % 60))).ToArray();
        var conclusions = new HashSet<string>(StringComparer.Ordinal);

        Parallel.For(0, patients.Length, number =>
        {
            var conclusion = Same(Encoding.UTF8.GetBytes(patients[number]), $"random patient {number}");
            lock (conclusions)
                conclusions.Add(conclusion);
        });

        conclusions.Should().HaveCountGreaterThan(4, "the random patients must be of many kinds");
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("{}")]
    [InlineData("""{ "schema": "calcinosis-findings/1", "labs": [ { "analyte": "phosphate", "value": -3, "unit": "mg/dL" } ] }""")]
    public void For_documents_that_cannot_be_assessed(string document) => Same(Encoding.UTF8.GetBytes(document), document);

    [Fact]
    public void Summaries_say_what_the_core_says()
    {
        foreach (var patient in PublishedCase.All().Take(40))
        {
            var document = Findings.Json.FindingsJson.Read(patient.Json).Document!;
            var core = ClassifierUnderTest.Core.Summarise(document);
            var nrules = ClassifierUnderTest.NRules.Summarise(document);

            nrules.Should().BeEquivalentTo(core, options => options.Excluding(summary => summary.Lesions), patient.Id);
            foreach (var (mine, theirs) in nrules.Lesions.Zip(core.Lesions))
            {
                mine.Ranked.Should().Equal(theirs.Ranked, patient.Id);
                mine.Ranked.Should().OnlyContain(type => mine[type] == theirs[type], patient.Id);
            }
        }
    }

    private static string Same(byte[] document, string patient)
    {
        var core = ClassifierUnderTest.Core.ClassifyJson(document).ToJson();
        var answer = ClassifierUnderTest.NRules.ClassifyJson(document);
        if (!string.Equals(answer.ToJson(), core, StringComparison.Ordinal))
            Assert.Fail($"{patient}:\ncore   {core}\nNRules {answer.ToJson()}");
        return answer.Conclusion.ToString();
    }
}
