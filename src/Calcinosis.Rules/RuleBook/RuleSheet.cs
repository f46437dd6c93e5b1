using System.Globalization;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Knowledge.Check;
using Calcinosis.Rules.RuleBook.Pages;

namespace Calcinosis.Rules.RuleBook;

/// <summary>One rule in full, for whoever asks for it by its id: words, condition, readers, an example, sources.</summary>
internal static class RuleSheet
{
    private const int MostReaders = 20;

    public static ReportDocument Of(KnowledgeBase knowledge, Rule rule)
    {
        var words = PageParts.Words(knowledge, RuleLinks.PageOf(rule));
        List<ReportBlock> blocks =
        [
            new ReportHeading(1, $"{rule.Id}: {rule.Title}"),
            new ReportTable([], Facts(rule)),
            new ReportHeading(2, "Met when"),
            words.Points(rule.When),
        ];
        var readers = knowledge.Rules.Where(other => StructureCheck.All(other.When).OfType<Holds>().Any(holds => holds.Rule == rule.Id)).ToArray();
        if (readers.Length > 0)
        {
            blocks.Add(new ReportHeading(2, "Read by"));
            blocks.Add(new ReportList([.. readers.Take(MostReaders).Select(reader => new ReportItem('-', [new ReportSpan(reader.Id, ReportTone.Strong), $": {reader.Title}"]))]));
            if (readers.Length > MostReaders)
                blocks.Add(new ReportParagraph([string.Create(CultureInfo.InvariantCulture, $"and {readers.Length - MostReaders} more")]));
        }

        blocks.AddRange(Example(knowledge, rule));
        blocks.Add(new ReportHeading(2, "Sources"));
        blocks.Add(new ReportList([.. PageParts.InOrder(rule.Sources).Select(source => new ReportItem('-', [new ReportSpan(source.Id, ReportTone.Strong), $": {source.Citation} ({source.About})"]))]));
        return new ReportDocument(blocks);
    }

    private static List<IReadOnlyList<ReportSpan>> Facts(Rule rule)
    {
        var facts = new List<(string Name, string Value)> { ("Kind", RuleText.Kind(rule.Kind)) };
        if (rule.Types.Count > 0)
            facts.Add(("Speaks of", Wording.List(rule.Types)));
        if (rule.Kind == RuleKind.Level)
            facts.Add(("Level", Words.Of(rule.Level!.Value)));
        if (rule.Kind == RuleKind.Cap)
            facts.Add(("Effect", RuleText.Effect(rule)));
        if (rule.Key is { } key)
            facts.Add(("Key", key));
        if (rule.Text.Length > 0 && rule.Text != rule.Title)
            facts.Add(("Says", rule.Text));
        if (rule.Remark is { } remark)
            facts.Add(("Remark", remark));
        if (rule.Weight is { } weight)
            facts.Add(("Weight", Wording.Of(weight)));
        if (rule.Urgency is { } urgency)
            facts.Add(("Urgency", Wording.Of(urgency)));
        if (rule.Action is { } action && Wording.Effect(action) is { Length: > 0 } effect)
            facts.Add(("Action", effect));
        if (rule.Targets.Count > 0)
            facts.Add((rule.Kind == RuleKind.Block ? "Against" : "Would settle", string.Join(", ", rule.Targets)));
        if (rule.Narrows.Count > 0)
            facts.Add(("Narrows", string.Join(", ", rule.Narrows)));
        facts.Add(("Status", RuleText.Status(rule.Status)));
        facts.Add(("Version", rule.Version.ToString(CultureInfo.InvariantCulture)));
        return [.. facts.Select(fact => (IReadOnlyList<ReportSpan>)[new(fact.Name), new(fact.Value)])];
    }

    /// <summary>The smallest patient that was found who meets the rule.</summary>
    private static IEnumerable<ReportBlock> Example(KnowledgeBase knowledge, Rule rule)
    {
        if (new CaseFinder(knowledge, PossiblePictures.IsPossible).Find(rule.Id, Outcome.Met) is not { } picture)
            yield break;
        var said = Enumerable.Range(0, knowledge.Catalogue.Count)
            .Where(finding => picture[finding] != FindingState.Unknown && picture.SaidBy(finding) == finding)
            .Select(finding => EvidenceText.Label(knowledge.Catalogue[finding], picture[finding])).ToArray();
        yield return new ReportHeading(2, "For example");
        yield return said.Length == 0
            ? new ReportParagraph(["It is met while nothing is known."])
            : new ReportList([.. said.Select(label => new ReportItem('-', [label]))]);
    }
}
