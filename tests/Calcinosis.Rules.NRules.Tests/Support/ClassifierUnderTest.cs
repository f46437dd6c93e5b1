using System.Collections.Concurrent;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.NRules;

namespace Calcinosis.Rules.Tests.Support;

/// <summary>Tells each story to the core and to NRules, holds both answers to the same bytes, and goes on with that of NRules.</summary>
internal static class ClassifierUnderTest
{
    private static readonly ConcurrentDictionary<TumoralCalcinosisPolicy, Lazy<(CalcinosisClassifier Core, CalcinosisClassifier NRules)>> Pairs = new();

    public static CalcinosisClassifier Core => Of(TumoralCalcinosisPolicy.Convention).Core;

    public static CalcinosisClassifier NRules => Of(TumoralCalcinosisPolicy.Convention).NRules;

    public static KnowledgeBase Knowledge => NRules.Knowledge;

    public static Assessment Classify(FindingsDocument document) => Classify(document, new CalcinosisRulesOptions());

    public static Assessment Classify(FindingsDocument document, CalcinosisRulesOptions options)
    {
        var (core, nrules) = Of(options.TumoralCalcinosis);
        var answer = nrules.Classify(document);
        answer.ToJson(indented: true).Should().Be(core.Classify(document).ToJson(indented: true), "both engines give the same bytes");
        return answer;
    }

    private static (CalcinosisClassifier Core, CalcinosisClassifier NRules) Of(TumoralCalcinosisPolicy policy) =>
        Pairs.GetOrAdd(policy, known => new(() => (
            new CalcinosisClassifier(new CalcinosisRulesOptions { TumoralCalcinosis = known }),
            new CalcinosisClassifier(new CalcinosisRulesOptions { TumoralCalcinosis = known }.UseNRules())))).Value;
}
