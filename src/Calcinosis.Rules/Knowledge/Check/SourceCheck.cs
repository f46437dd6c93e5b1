using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Knowledge.Check;

/// <summary>Every source that is cited exists, every source is cited or listed as background, every rule cites one, and the status says the same as the sources.</summary>
internal static class SourceCheck
{
    public static IEnumerable<RuleProblem> Run(KnowledgeParts parts)
    {
        var cited = Citations(parts).ToArray();
        foreach (var (subject, source) in cited.Where(citation => parts.Sources.Find(citation.Source) is null).Distinct())
            yield return new RuleProblem("unknown-source", subject, $"cites '{source}', which is not in the list of sources.");
        var used = cited.Select(citation => citation.Source).ToHashSet(StringComparer.Ordinal);
        foreach (var source in parts.Sources.All)
        {
            if (!used.Contains(source.Id) && source.Background is null)
                yield return new RuleProblem("source-not-cited", source.Id, "is cited by nothing; cite it, or say in the list why it is kept as background.");
            if (used.Contains(source.Id) && source.Background is not null)
                yield return new RuleProblem("source-cited-after-all", source.Id, "is listed as background, but it is cited.");
        }

        foreach (var rule in parts.Rules)
        {
            var onlyPolicy = rule.Sources.All(source => source == SourceCatalogue.Policy);
            if (rule.Sources.Count == 0)
                yield return new RuleProblem("no-source", rule.Id, "cites no source; cite one, or 'policy' for a decision of this project.");
            else if (onlyPolicy && rule.Status == RuleStatus.Sourced)
                yield return new RuleProblem("status-without-source", rule.Id, "is called sourced, but cites nothing beside 'policy'.");
            else if (rule.Status == RuleStatus.Policy && !rule.Sources.Contains(SourceCatalogue.Policy))
                yield return new RuleProblem("policy-not-cited", rule.Id, "is called a policy, but does not cite 'policy'.");
        }
    }

    /// <summary>Everything in the knowledge that cites a source.</summary>
    public static IEnumerable<(string Subject, string Source)> Citations(KnowledgeParts parts) =>
    [
        .. parts.Rules.SelectMany(rule => rule.Sources.Select(source => (rule.Id, source))),
        .. parts.Thresholds.SelectMany(threshold => threshold.Sources.Select(source => (threshold.Id, source))),
        .. ReferenceBands.All.SelectMany(band => RuleWords.Split(band.Source).Select(source => ("range of " + band.Analyte, source))),
        .. ReferenceBands.GenerousPhosphateSources.Select(source => ("generous phosphate limits", source)),
        .. AnalyteCatalogue.All.SelectMany(analyte => analyte.Sources.Select(source => ("analyte " + analyte.Id, source))),
        .. IatrogenicAgents.All.SelectMany(agent => agent.Sources.Select(source => ("window of " + agent.Id, source))),
        .. FormulaCatalogue.All.SelectMany(formula => formula.Sources.Select(source => ("formula " + formula.Id, source))),
        .. Policies.All.SelectMany(policy => policy.Sources.Select(source => (policy.Id, source))),
        .. TypeProfiles.All.SelectMany(profile => profile.Sources.Select(source => ("profile of " + Words.Of(profile.Type), source))),
    ];
}
