using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Knowledge.Check;

/// <summary>Every number has an id of its own, a unit that is known, a source or "policy", and speaks of a finding that exists.</summary>
internal static class ThresholdCheck
{
    private static readonly string[] PlainUnits = ["1", "a", "d", "mo", "mm", "wk", "g/d", "ug/d"];

    public static IEnumerable<RuleProblem> Run(KnowledgeParts parts)
    {
        foreach (var group in parts.Thresholds.GroupBy(threshold => threshold.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return new RuleProblem("duplicate-threshold", group.Key, "is defined twice.");
        foreach (var threshold in parts.Thresholds)
        {
            if (threshold.Sources.Count == 0)
                yield return new RuleProblem("threshold-without-source", threshold.Id, "has no source; cite one, or mark it 'policy'.");
            if (threshold.Finding is { } finding && !parts.Catalogue.Contains(finding))
                yield return new RuleProblem("unknown-finding", threshold.Id, $"decides the finding '{finding}', which the catalogue does not have.");
            if (!PlainUnits.Contains(threshold.Unit, StringComparer.Ordinal) && Units.Normalise(threshold.Unit) != threshold.Unit)
                yield return new RuleProblem("unknown-unit", threshold.Id, $"has the unit '{threshold.Unit}', which is not known.");
            if (threshold.Step <= 0)
                yield return new RuleProblem("threshold-without-step", threshold.Id, "has no step that makes a difference.");
        }
    }
}
