using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Knowledge.Check;

/// <summary>What is checked: the parts of the knowledge, so that a test can hand in a faulty one.</summary>
internal sealed record KnowledgeParts(FindingCatalogue Catalogue, IReadOnlyList<Rule> Rules, CalcinosisRulesOptions Options)
{
    public SourceCatalogue Sources { get; init; } = SourceCatalogue.Default;

    public IReadOnlyList<Threshold> Thresholds { get; init; } = Measurements.Thresholds.All;

    public IReadOnlyList<DescriptiveFinding> Descriptive { get; init; } = DescriptiveFindings.All;

    public IReadOnlyList<BriefItem> Brief { get; init; } = BriefCoverage.All;

    public static KnowledgeParts Of(KnowledgeBase knowledge) => new(knowledge.Catalogue, knowledge.Rules, knowledge.Options);
}

/// <summary>
/// Checks the whole knowledge: what can be read off it first; then, when it compiles, what has to be constructed
/// (patients that meet, fail and leave open every rule).
/// </summary>
internal static class KnowledgeCheck
{
    public static IReadOnlyList<RuleProblem> Run(KnowledgeParts parts)
    {
        var problems = new List<RuleProblem>();
        problems.AddRange(StructureCheck.Run(parts));
        problems.AddRange(SourceCheck.Run(parts));
        problems.AddRange(ThresholdCheck.Run(parts));
        problems.AddRange(BriefCheck.Run(parts));
        if (problems.Exists(problem => problem.Code is "duplicate-id" or "unknown-finding" or "unknown-rule"))
            return problems;
        KnowledgeBase knowledge;
        try
        {
            knowledge = KnowledgeBase.Of(parts.Catalogue, parts.Rules, parts.Options);
        }
        catch (InvalidOperationException error)
        {
            problems.Add(new RuleProblem("does-not-compile", "rules", error.Message));
            return problems;
        }

        problems.AddRange(FindingUseCheck.Run(knowledge, parts));
        problems.AddRange(ReachCheck.Run(knowledge));
        problems.AddRange(LadderCheck.Run(knowledge));
        problems.AddRange(OverlapCheck.Run(knowledge));
        return problems;
    }
}
