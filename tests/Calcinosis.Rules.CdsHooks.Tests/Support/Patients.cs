using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.CdsHooks.Tests;

/// <summary>Findings documents at hand: the samples, and the published patients.</summary>
internal static class Patients
{
    private static readonly CalcinosisClassifier Classifier = new();

    public static IEnumerable<string> All =>
        new[] { "Patients", "Published" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.json")).Order(StringComparer.Ordinal);

    public static Assessment Sample(string name) => Assess(Path.Combine(AppContext.BaseDirectory, "Patients", $"{name}.json"));

    public static Assessment Assess(string path) => Classifier.ClassifyJson(File.ReadAllBytes(path), new DateOnly(2026, 10, 31));

    public static Assessment AssessJson(string json) => Classifier.ClassifyJson(System.Text.Encoding.UTF8.GetBytes(json), new DateOnly(2026, 10, 31));
}
