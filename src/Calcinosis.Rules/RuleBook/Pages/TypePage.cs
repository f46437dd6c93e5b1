using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>A type: what it is, its decision table as a picture and in words, its criteria, causes, limits and sources.</summary>
internal sealed class TypePage
{
    private readonly KnowledgeBase _knowledge;
    private readonly CalcinosisType _type;
    private readonly string _page;
    private readonly ClauseWords _words;

    private TypePage(KnowledgeBase knowledge, CalcinosisType type)
    {
        _knowledge = knowledge;
        _type = type;
        _page = RuleLinks.PageOf(type);
        _words = PageParts.Words(knowledge, _page);
    }

    public static Page Of(KnowledgeBase knowledge, CalcinosisType type) => new TypePage(knowledge, type).Make();

    private Page Make()
    {
        List<ReportBlock> blocks = [.. WhatItIs(), .. Ladder(), .. Levels(), .. Caps(), .. Causes(), .. Criteria(), .. Subtypes(), .. OtherNames(), .. For(), .. Against()];
        blocks.AddRange(PageParts.Sources(TypeProfiles.Of(_type).Sources.Concat(Own().SelectMany(rule => rule.Sources))));
        return new Page(_page, RuleText.Sentence(Wording.Disease(_type)).TrimEnd('.'), TypeProfiles.Of(_type).WhatItIs, blocks);
    }

    private IEnumerable<Rule> Own() => _knowledge.Rules.Where(rule => RuleLinks.PageOf(rule) == _page);

    private IEnumerable<Rule> Own(RuleKind kind) => _knowledge.Rules.Where(rule => rule.Kind == kind && rule.Types.Contains(_type));

    private IEnumerable<ReportBlock> WhatItIs()
    {
        var profile = TypeProfiles.Of(_type);
        yield return new ReportHeading(2, "What it is");
        yield return new ReportParagraph([profile.WhatItIs]);
        yield return new ReportTable([], [[new("Calcium and phosphate"), new(profile.Minerals)], [new("Tissue before the deposit"), new(profile.Tissue)], [new("Sources"), new(string.Join(", ", profile.Sources))]]);
        yield return new ReportHeading(2, "How it is judged");
        yield return new ReportParagraph([profile.HowItIsJudged]);
    }

    private IEnumerable<ReportBlock> Ladder()
    {
        yield return new ReportHeading(2, "The decision ladder");
        yield return new ReportParagraph(["The levels are tried from the top; the first whose condition is met is the answer. An upper limit that is met then lowers it. When nothing is met the type is not assessable."]);
        yield return new ReportDiagram(LadderDiagram.Of(_knowledge.Program[_type]));
    }

    private IEnumerable<ReportBlock> Levels()
    {
        yield return new ReportHeading(2, "The levels");
        foreach (var rung in TypeOrder.Rungs.Select(level => _knowledge.Program[_type].Rungs[(int)level]).OfType<Rung>())
        {
            var level = RuleText.Sentence(Wording.Of(rung.Rule.Level!.Value)).TrimEnd('.');
            yield return new ReportHeading(3, level) { Anchor = RuleLinks.Anchor(rung.Rule) };
            yield return new ReportParagraph([new ReportSpan($"{RuleText.Sentence(rung.Rule.Title)} This level means: {Wording.Meaning(rung.Rule.Level.Value)}.")]);
            yield return _words.Points(rung.Rule.When);
            yield return RuleText.Footnote(rung.Rule);
        }
    }

    private IEnumerable<ReportBlock> Caps()
    {
        yield return new ReportHeading(2, "What holds the level down");
        foreach (var block in Own(RuleKind.Cap).SelectMany(rule => HereOrLinked(rule, $"{RuleText.Effect(rule)}; {rule.Text}.", RuleText.Sentence($"{RuleText.Effect(rule)}: {rule.Text}"))))
            yield return block;
    }

    /// <summary>A rule that stands on this page as a section; one of another page as a line that leads there.</summary>
    private IEnumerable<ReportBlock> HereOrLinked(Rule rule, string line, string? lead = null) => RuleLinks.PageOf(rule) == _page
        ? RuleText.Section(rule, _words, lead)
        : [new ReportParagraph([new ReportSpan(rule.Title) { Link = RuleLinks.From(_page, rule) }, $" ({rule.Id}): {line}"])];

    private IEnumerable<ReportBlock> Causes() => _type switch
    {
        CalcinosisType.Dystrophic => CauseTables.Dystrophic(_knowledge),
        CalcinosisType.Iatrogenic => CauseTables.Iatrogenic(),
        _ => [],
    };

    private IEnumerable<ReportBlock> Criteria()
    {
        yield return new ReportHeading(2, "The criteria");
        foreach (var block in Own().Where(rule => rule.Kind == RuleKind.Criterion && !Tabled.Contains(rule)).SelectMany(rule => RuleText.Section(rule, _words)))
            yield return block;
    }

    private IEnumerable<ReportBlock> Subtypes()
    {
        yield return new ReportHeading(2, "The subtypes");
        yield return new ReportParagraph(["The first that is met names the suggestion; the others are given as contributing."]);
        yield return new ReportTable(
            ["subtype", "key", "when", "rule"],
            [.. Own(RuleKind.Subtype).Select(rule => (IReadOnlyList<ReportSpan>)[new(rule.Title), new(rule.Key!), new(_words.Text(rule.When)), new(rule.Id, ReportTone.Muted)])]);
    }

    private IEnumerable<ReportBlock> OtherNames()
    {
        var labels = Own(RuleKind.AlternativeLabel).ToArray();
        if (labels.Length == 0)
            yield break;
        yield return new ReportHeading(2, "Other names that other authors would give");
        foreach (var block in labels.SelectMany(rule => RuleText.Section(rule, _words)))
            yield return block;
    }

    private IEnumerable<ReportBlock> For()
    {
        yield return new ReportHeading(2, "What else speaks for it");
        yield return new ReportParagraph(["These lines are shown to the reader; they move no level by themselves."]);
        foreach (var block in Own(RuleKind.For).SelectMany(rule => HereOrLinked(rule, $"{rule.Text}.")))
            yield return block;
    }

    private IEnumerable<ReportBlock> Against()
    {
        yield return new ReportHeading(2, "What speaks against it");
        yield return new ReportParagraph(["These lines are shown to the reader; they move no level by themselves."]);
        foreach (var block in Own(RuleKind.Against).SelectMany(rule => RuleText.Section(rule, _words)))
            yield return block;
    }
}
