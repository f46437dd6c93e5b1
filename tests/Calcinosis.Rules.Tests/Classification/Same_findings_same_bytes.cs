using System.Globalization;
using System.Text.RegularExpressions;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Tests.PublishedCases;

namespace Calcinosis.Rules.Tests.Classification;

/// <summary>Order of facts, culture and parallel calls change no byte (apart from `from`, which names positions).</summary>
public sealed partial class Same_findings_same_bytes
{
    private static readonly CalcinosisClassifier Classifier = new();

    [Fact]
    public void The_order_of_facts_changes_nothing_but_the_pointers()
    {
        var random = new Random(3);
        foreach (var published in PublishedCase.All())
        {
            var document = FindingsJson.Read(published.Json).Document!;
            var shuffled = document with
            {
                Labs = Shuffled(document.Labs, random),
                Conditions = Shuffled(document.Conditions, random),
                Exposures = Shuffled(document.Exposures, random),
                Lesions = Shuffled(document.Lesions, random),
                Imaging = Shuffled(document.Imaging, random),
                Histology = Shuffled(document.Histology, random),
                FamilyHistory = Shuffled(document.FamilyHistory, random),
            };
            WithoutPointers(Classifier.Classify(shuffled).ToJson()).Should().Be(WithoutPointers(Classifier.Classify(document).ToJson()), published.Id);
        }
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_changes_no_byte(string culture)
    {
        var expected = PublishedCase.All().Select(published => Classifier.ClassifyJson(published.Json).ToJson()).ToArray();
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            var there = new CalcinosisClassifier();
            PublishedCase.All().Select(published => there.ClassifyJson(published.Json).ToJson()).Should().Equal(expected);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Fact]
    public void Parallel_calls_on_one_classifier_change_no_byte()
    {
        var cases = PublishedCase.All().ToArray();
        var expected = cases.Select(published => Classifier.ClassifyJson(published.Json).ToJson()).ToArray();
        Parallel.For(0, cases.Length * 4, i =>
        {
            var text = Classifier.ClassifyJson(cases[i % cases.Length].Json).ToJson();
            if (text != expected[i % cases.Length])
                throw new InvalidOperationException(cases[i % cases.Length].Id);
        });
    }

    private static T[] Shuffled<T>(IReadOnlyList<T> items, Random random)
        where T : FindingsEntry
    {
        var copy = items.ToArray();
        random.Shuffle(copy);
        return copy;
    }

    private static string WithoutPointers(string json) => Pointers().Replace(json, "\"from\":[]");

    [GeneratedRegex("\"from\":\\[[^\\]]*\\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pointers();
}
