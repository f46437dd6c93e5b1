using System.Text;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Charts;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Explanation.Charts;

/// <summary>Charts of the sample patients and of small documents.</summary>
internal static class Chart
{
    public static readonly CalcinosisClassifier Classifier = new();

    public static IEnumerable<string> SamplePatients =>
        Directory.EnumerateFiles(Repository.PathOf("samples/patients"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText);

    public static AssessmentChart Of(string json, params Supposition[] suppositions) =>
        Classifier.ChartJson(Encoding.UTF8.GetBytes(json), new DateOnly(2026, 10, 31), suppositions);
}
