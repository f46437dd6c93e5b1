using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Tests.Support;

/// <summary>
/// The classifier that the patients' stories are told to. A test project that links the stories brings a class of this
/// name of its own, so that another engine hears the same stories.
/// </summary>
internal static class ClassifierUnderTest
{
    private static readonly CalcinosisClassifier Default = new();

    public static KnowledgeBase Knowledge => Default.Knowledge;

    public static Assessment Classify(FindingsDocument document) => Default.Classify(document);

    public static Assessment Classify(FindingsDocument document, CalcinosisRulesOptions options) => new CalcinosisClassifier(options).Classify(document);
}
