namespace Calcinosis.Rules.Knowledge.Check;

/// <summary>Every finding is read by some rule, directly or through what follows from it, or is descriptive and says why.</summary>
internal static class FindingUseCheck
{
    public static IEnumerable<RuleProblem> Run(KnowledgeBase knowledge, KnowledgeParts parts)
    {
        var used = Used(knowledge);
        for (var i = 0; i < knowledge.Catalogue.Count; i++)
        {
            var id = knowledge.Catalogue[i].Id;
            var descriptive = parts.Descriptive.FirstOrDefault(entry => entry.Covers(id));
            if (!used.Contains(i) && descriptive is null)
                yield return new RuleProblem("finding-not-used", id, "is read by no rule; use it, or list it as descriptive with the reason.");
            if (used.Contains(i) && descriptive is { IsPattern: false })
                yield return new RuleProblem("descriptive-but-used", id, "is listed as descriptive, but a rule reads it.");
        }

        foreach (var entry in parts.Descriptive.Where(entry => !knowledge.Catalogue.Definitions.Any(definition => entry.Covers(definition.Id))))
            yield return new RuleProblem("descriptive-unknown", entry.Pattern, "is listed as descriptive, but no finding is called so.");
    }

    /// <summary>Findings that rules read or tests would settle, and those from which such findings follow.</summary>
    public static HashSet<int> Used(KnowledgeBase knowledge)
    {
        var used = new HashSet<int>(knowledge.Program.ReachableFacts(knowledge.Rules.Select(rule => knowledge.Program.NodeOf(rule.Id))));
        foreach (var target in knowledge.Rules.Where(rule => rule.Kind == RuleKind.Test).SelectMany(rule => rule.Targets))
            used.Add(knowledge.Catalogue.IndexOf(target));
        var before = 0;
        while (before != used.Count)
        {
            before = used.Count;
            for (var i = 0; i < knowledge.Catalogue.Count; i++)
            {
                if (Follows(knowledge, i).Any(used.Contains))
                    used.Add(i);
            }
        }

        return used;
    }

    private static IEnumerable<int> Follows(KnowledgeBase knowledge, int finding) =>
        knowledge.Catalogue.Implied(finding, Interpretation.FindingState.Present).Concat(knowledge.Catalogue.Implied(finding, Interpretation.FindingState.Absent)).Select(implied => implied.Finding);
}
