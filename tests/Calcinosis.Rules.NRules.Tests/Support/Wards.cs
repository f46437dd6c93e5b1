using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Tests.Support;
using NRules.Fluent.Dsl;

namespace Calcinosis.Rules.NRules.Tests.Support;

/// <summary>Hospitals with rules of their own; the core evaluates the catalogue.</summary>
internal static class Wards
{
    public static CalcinosisClassifier With(params Rule[] rules) => With(_ => { }, rules);

    public static CalcinosisClassifier With(Action<NRulesOptions> configure, params Rule[] rules) =>
        new(new CalcinosisRulesOptions().UseNRules(nrules =>
        {
            nrules.Catalogue = CatalogueEngine.Core;
            foreach (var rule in rules)
                nrules.AddRule(rule);
            configure(nrules);
        }));

    /// <summary>On dialysis, with a painful black sore at the thigh and three phosphates.</summary>
    public static PatientStory OnDialysis() =>
        PatientStory.Woman(60).Has("dialysis")
            .Lab("phosphate", 7.1m, "mg/dL", "2026-08-01").Lab("phosphate", 9.4m, "mg/dL", "2026-10-20").Lab("phosphate", 8.2m, "mg/dL", "2026-09-10")
            .Skin("thigh", "eschar");

    public static IReadOnlyList<SiteAddition> Additions(this CalcinosisClassifier classifier, PatientStory story) => classifier.Classify(story.Document()).SiteAdditions;
}
