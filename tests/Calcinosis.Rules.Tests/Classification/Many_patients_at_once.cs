using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Classification;

public sealed class Many_patients_at_once
{
    private static readonly CalcinosisClassifier Classifier = new();
    private static readonly FindingsDocument[] Published =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Calcinosis.Rules.Tests", "PublishedCases", "Data"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => FindingsJson.Read(File.ReadAllBytes(file)).Document!)];

    [Fact]
    public void Give_the_same_assessments_in_the_same_order_as_one_by_one()
    {
        var many = Classifier.ClassifyMany(Published, parallel: 3).Select(assessment => assessment.ToJson());

        many.Should().Equal(Published.Select(document => Classifier.Classify(document).ToJson()));
    }

    [Fact]
    public async Task Give_the_same_assessments_from_a_stream()
    {
        var many = new List<string>();
        await foreach (var assessment in Classifier.ClassifyMany(Stream(Published)))
            many.Add(assessment.ToJson());

        many.Should().Equal(Published.Select(document => Classifier.Classify(document).ToJson()));
    }

    [Fact]
    public void Are_taken_no_faster_than_results_are_asked_for()
    {
        var taken = 0;
        var endless = Endless();

        Classifier.ClassifyMany(endless, parallel: 2).Take(3).Should().HaveCount(3);

        taken.Should().BeLessThan(30);

        IEnumerable<FindingsDocument> Endless()
        {
            while (true)
            {
                taken++;
                yield return Published[taken % Published.Length];
            }
        }
    }

    [Fact]
    public void A_summary_says_what_the_assessment_says_and_gives_it_on_demand()
    {
        foreach (var document in Published)
            SummaryAndAssessmentAgree(document);
    }

    /// <summary>Eight lesions go through the circuit of the rules together: the ninth begins a second one.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(17)]
    public void A_patient_with_many_lesions_has_each_of_them_in_the_summary(int lesions)
    {
        var patient = Woman(40).Has("systemic sclerosis").Normal("calcium-total", "phosphate");
        for (var number = 1; number <= lesions; number++)
            patient.Lesion(new Lesion { Id = $"L{number}", Sites = [number % 3 == 0 ? "thighs" : "fingers"], Morphology = [number % 2 == 0 ? "ulcer" : "nodule"] });

        SummaryAndAssessmentAgree(patient.Document());
    }

    [Fact]
    public void A_document_with_errors_gives_a_summary_that_says_so()
    {
        var summary = Classifier.Summarise(new FindingsDocument { Id = "p", Labs = [new LabResult { Analyte = "calcium-total", Value = -1, Unit = "mg/dL" }] });

        summary.Conclusion.Should().Be(Conclusion.NotAssessed);
        summary.Issues.Should().Contain(issue => issue.Code == "value-negative");
        summary.Explain().Conclusion.Should().Be(Conclusion.NotAssessed);
    }

    private static void SummaryAndAssessmentAgree(FindingsDocument document)
    {
        var summary = Classifier.Summarise(document);
        var assessment = Classifier.Classify(document);

        summary.Conclusion.Should().Be(assessment.Conclusion);
        summary.Leading.Should().Be(assessment.Leading);
        summary.MostUrgentRedFlag.Should().Be(assessment.RedFlags.Count == 0 ? null : assessment.RedFlags.Max(flag => flag.Urgency));
        summary.Lesions.Select(lesion => lesion.Lesion).Should().Equal(assessment.Lesions.Select(lesion => lesion.Lesion));
        foreach (var (levels, lesion) in summary.Lesions.Zip(assessment.Lesions))
        {
            levels.Ranked.Should().Equal(lesion.Suggestions.Select(suggestion => suggestion.Type));
            lesion.Suggestions.Should().OnlyContain(suggestion => levels[suggestion.Type] == suggestion.Certainty);
        }

        summary.Explain().ToJson().Should().Be(assessment.ToJson());
    }

    private static async IAsyncEnumerable<FindingsDocument> Stream(IEnumerable<FindingsDocument> documents)
    {
        foreach (var document in documents)
        {
            await Task.Yield();
            yield return document;
        }
    }
}
