using System.Collections.Concurrent;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Fhir;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Tests.PublishedCases;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Conventions;

public sealed class One_classifier_serves_all_threads
{
    private const int Threads = 16;
    private const int Rounds = 3;

    [Fact]
    public void Everything_at_once_on_a_new_classifier_gives_what_each_gives_alone()
    {
        var patients = PublishedCase.All().Where((_, index) => index % 4 == 0).Select(published => published.Json).ToArray();
        var bundles = Directory.GetFiles(Repository.PathOf("samples/fhir"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        var alone = new CalcinosisClassifier();
        var expected = patients.Select(patient => All(alone, patient)).Concat(bundles.Select(bundle => Fhir(alone, bundle))).ToArray();
        var wrong = new ConcurrentBag<int>();
        // A new classifier, so that whatever is made on first use is raced for as well.
        var shared = new CalcinosisClassifier();
        using var start = new Barrier(Threads);

        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            start.SignalAndWait();
            for (var i = 0; i < expected.Length * Rounds; i++)
            {
                var which = (i + (number * 7)) % expected.Length;
                var answer = which < patients.Length ? All(shared, patients[which]) : Fhir(shared, bundles[which - patients.Length]);
                if (!string.Equals(answer, expected[which], StringComparison.Ordinal))
                    wrong.Add(which);
            }
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();

        wrong.Should().BeEmpty();
    }

    private static string All(CalcinosisClassifier classifier, byte[] patient)
    {
        var assessment = classifier.ClassifyJson(patient);
        var summary = classifier.Summarise(FindingsJson.Read(patient).Document!);
        return assessment.ToJson() + assessment.ToMarkdown() + TextReport.Render(assessment) + summary.Leading + classifier.ChartJson(patient).Assessment.ToJson();
    }

    private static string Fhir(CalcinosisClassifier classifier, byte[] bundle) =>
        string.Concat(FhirFindings.Read(bundle).Patients.Select(patient => Convert.ToHexString(FhirAssessment.Write(classifier.Classify(patient), patient))));
}
