using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Knowledge.Check;

/// <summary>Every item of the brief points to rules, findings, names or treatments that exist.</summary>
internal static class BriefCheck
{
    public static IEnumerable<RuleProblem> Run(KnowledgeParts parts)
    {
        foreach (var item in parts.Brief)
        {
            if (item.References.Count == 0)
                yield return new RuleProblem("brief-not-covered", item.Text, "nothing in the knowledge is said to cover it.");
            foreach (var reference in item.References.Where(reference => !Exists(reference, parts)))
                yield return new RuleProblem("brief-reference-unknown", item.Text, $"points to '{reference}', which does not exist.");
        }
    }

    private static bool Exists(string reference, KnowledgeParts parts) => reference.Split(':') switch
    {
        ["site", var words] => ClinicalVocabulary.Default.ReadSite(words).Places.Length > 0,
        ["analyte", var code] => ClinicalVocabulary.Default.Find(TermKind.Analyte, code) is not null,
        ["look", var code] => ClinicalVocabulary.Default.Find(TermKind.Morphology, code) is not null,
        ["test", var key] => parts.Rules.Any(rule => rule.Kind == RuleKind.Test && rule.Key == key),
        ["policy", var id] => Policies.All.Any(policy => policy.Id == id),
        [var id] => parts.Rules.Any(rule => rule.Id == id) || parts.Catalogue.Contains(id),
        _ => false,
    };
}
