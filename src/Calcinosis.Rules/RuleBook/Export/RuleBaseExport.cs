using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.RuleBook.Pages;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.RuleBook.Export;

/// <summary>Makes the document of a rule base.</summary>
internal static class RuleBaseExport
{
    public static RuleBaseDocument Of(KnowledgeBase knowledge)
    {
        var words = PageParts.Words(knowledge, "");
        return new RuleBaseDocument
        {
            Knowledge = new KnowledgeReference(KnowledgeBase.Version, knowledge.Fingerprint),
            Rules = [.. knowledge.Rules.Select(rule => Entry(rule, words))],
            Findings = [.. knowledge.Catalogue.Definitions.Select(Entry)],
            Thresholds = [.. Thresholds.All.Select(limit => new ThresholdEntry(limit.Id, limit.Quantity, limit.Comparison, limit.Value, limit.Unit, limit.Meaning, limit.Finding, limit.IsPolicy, limit.Sources))],
            Ranges = [.. ReferenceBands.All.Select(band => new RangeEntry(band.Analyte, band.Sex, band.InDays ? "d" : "a", band.From, band.To, band.Low, band.High, AnalyteCatalogue.Find(band.Analyte)!.Unit!, RuleWords.Split(band.Source)))],
            Sources = [.. SourceCatalogue.Default.All.Select(source => new SourceEntry(source.Id, source.About, source.Citation, source.Background))],
        };
    }

    private static RuleEntry Entry(Rule rule, ClauseWords words) => new()
    {
        Id = rule.Id,
        Version = rule.Version,
        Kind = rule.Kind,
        Title = rule.Title,
        Text = rule.Text,
        Words = words.Text(rule.When),
        When = Entry(rule.When),
        Types = rule.Types,
        Level = rule.Kind == RuleKind.Level || (rule.Kind == RuleKind.Cap && rule.Effect != CapEffect.OneLower) ? rule.Level : null,
        Effect = rule.Kind == RuleKind.Cap ? rule.Effect : null,
        Key = rule.Key,
        Weight = rule.Weight,
        Urgency = rule.Urgency,
        Action = rule.Action,
        Priority = rule.Kind == RuleKind.Test ? rule.Priority : null,
        Remark = rule.Remark,
        Targets = rule.Targets,
        WarnsOnly = rule.WarnsOnly,
        Narrows = rule.Narrows,
        Status = rule.Status,
        Sources = rule.Sources,
    };

    private static ClauseEntry Entry(Clause clause)
    {
        IReadOnlyList<ClauseEntry> below = [.. clause.Children.Select(Entry)];
        return clause switch
        {
            Fact fact => new ClauseEntry { Op = ClauseKind.Finding, Finding = fact.Finding, Of = below },
            Not => new ClauseEntry { Op = ClauseKind.Not, Of = below },
            All => new ClauseEntry { Op = ClauseKind.All, Of = below },
            Any => new ClauseEntry { Op = ClauseKind.Any, Of = below },
            Inference.AtLeast some => new ClauseEntry { Op = ClauseKind.AtLeast, Count = some.Count, Of = below },
            Unless unless => new ClauseEntry { Op = ClauseKind.Unless, Assumed = unless.Name, Of = below },
            Holds holds => new ClauseEntry { Op = ClauseKind.Rule, Rule = holds.Rule, Of = below },
            Reaches reaches => new ClauseEntry { Op = ClauseKind.Reaches, Type = reaches.Type, Level = reaches.Level, Of = below },
            Contradicted contradicted => new ClauseEntry { Op = ClauseKind.Contradicted, Type = contradicted.Type, Of = below },
            _ => throw new InvalidOperationException($"A condition of kind {clause.GetType().Name} cannot be exported."),
        };
    }

    private static FindingEntry Entry(FindingDefinition definition) => new(
        definition.Id, EvidenceText.Label(definition, FindingState.Present), EvidenceText.Label(definition, FindingState.Absent), definition.Test, Follows(definition.WhenPresent), Follows(definition.WhenAbsent));

    private static IReadOnlyList<string> Follows(IReadOnlyList<Implication> implications) =>
        [.. implications.Select(implied => $"{implied.Finding}={(implied.State == FindingState.Present ? "present" : "absent")}")];
}
