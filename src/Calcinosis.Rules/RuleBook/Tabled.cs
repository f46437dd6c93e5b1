using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.RuleBook;

/// <summary>
/// Criteria that are told in a table, because each of many causes or exposures has the same ones: "it is there", "it fits
/// this lesion", "it is ruled out"; and what is always told under one heading.
/// </summary>
internal static class Tabled
{
    private static readonly HashSet<string> Causes =
        [.. DystrophicCauses.All.SelectMany(cause => new[] { RuleWords.Number("DYS-", cause.Number), RuleWords.Number("DYS-", cause.Number) + "F" })];

    private static readonly HashSet<string> Agents =
        [.. IatrogenicAgents.All.Select(agent => IatrogenicRules.IdOf(agent.Id)).SelectMany(id => new[] { id, id + "E", id + "X" })];

    public static bool Contains(Rule rule) => rule.Kind is RuleKind.Treatment or RuleKind.Risk || Causes.Contains(rule.Id) || Agents.Contains(rule.Id);

    public static string AnchorOf(Rule rule) => rule.Kind == RuleKind.Treatment ? "tried" : rule.Kind == RuleKind.Risk ? "risks" : Causes.Contains(rule.Id) ? "causes" : "exposures";
}
