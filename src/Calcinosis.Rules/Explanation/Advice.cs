using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>Red flags, cautions, work-up, treatments and risks that the findings of the patient raise.</summary>
internal sealed class Advice(KnowledgeBase knowledge, IReadOnlyList<LesionResult> lesions, IReadOnlyList<string> recordSays)
{
    public IReadOnlyList<RedFlag> RedFlags()
    {
        var flags = new List<RedFlag>();
        foreach (var rule in Of(RuleKind.RedFlag))
        {
            var fired = Fired(rule);
            if (fired.Count > 0)
                flags.Add(new RedFlag(rule.Id, rule.Urgency!.Value, rule.Text, Ids(fired), Why(rule, fired), rule.Sources, rule.Status));
        }

        if (recordSays.Contains("calciphylaxis") && flags.TrueForAll(flag => flag.Rule != "RF-01") && knowledge.Rules.FirstOrDefault(rule => rule.Id == "RF-01") is { } named)
            flags.Add(new RedFlag("RF-01R", Urgency.SameDay, "the record already says calciphylaxis; " + named.Text, [], [], named.Sources, named.Status));
        return [.. flags.OrderByDescending(flag => flag.Urgency).ThenBy(flag => flag.Rule, StringComparer.Ordinal)];
    }

    public IReadOnlyList<Caution> Cautions() =>
        [.. Of(RuleKind.Caution)
            .Select(rule => (rule, fired: Fired(rule)))
            .Where(line => line.fired.Count > 0)
            .Select(line => new Caution(line.rule.Id, line.rule.Key!, line.rule.Action!.Value, line.rule.Text, Ids(line.fired), Why(line.rule, line.fired), line.rule.Sources, line.rule.Status))
            .OrderByDescending(caution => caution.Action).ThenBy(caution => caution.Rule, StringComparer.Ordinal)];

    /// <summary>Only tests that can change a level: those whose findings are unknown and move some type.</summary>
    public IReadOnlyList<WorkupItem> Workup()
    {
        var items = new List<WorkupItem>();
        var effects = lesions.Select(lesion => (lesion, whatIf: new WhatIf(knowledge, lesion.Verdict.Picture))).ToArray();
        foreach (var rule in Of(RuleKind.Test))
        {
            var fired = Fired(rule);
            var raises = new SortedSet<CalcinosisType>();
            var lowers = new SortedSet<CalcinosisType>();
            foreach (var (lesion, whatIf) in effects.Where(effect => fired.Contains(effect.lesion)))
                Effects(rule, lesion, whatIf, raises, lowers);
            if (raises.Count + lowers.Count == 0)
                continue;
            items.Add(new WorkupItem(rule.Id, rule.Key!, rule.Priority, rule.Text, [.. raises], [.. lowers], [.. raises.Union(lowers).Order()], rule.Remark, rule.Sources, rule.Status));
        }

        return [.. items.GroupBy(item => item.Test, StringComparer.Ordinal).Select(group => group.OrderBy(item => item.Priority).First())
            .OrderBy(item => item.Priority).ThenBy(item => item.Test, StringComparer.Ordinal)];
    }

    public IReadOnlyList<TreatmentOption> Treatments()
    {
        var blocks = Of(RuleKind.Block).Select(rule => (rule, fired: Fired(rule))).Where(line => line.fired.Count > 0).ToArray();
        return [.. Of(RuleKind.Treatment)
            .Select(rule => (rule, fired: Fired(rule)))
            .Where(line => line.fired.Count > 0)
            .OrderBy(line => Rank(line.rule)).ThenBy(line => line.rule.Id, StringComparer.Ordinal)
            .Select(line => new TreatmentOption(
                line.rule.Id, line.rule.Key!, string.Join(", ", line.rule.Types.Select(Words.Of)), line.rule.Remark ?? "", line.rule.Text,
                [.. Against(line.rule, blocks, warnsOnly: false)], [.. Against(line.rule, blocks, warnsOnly: true)], line.rule.Sources, line.rule.Status))];
    }

    public IReadOnlyList<RiskNote> Risks() =>
        [.. Of(RuleKind.Risk).Where(rule => Fired(rule).Count > 0).Select(rule => new RiskNote(rule.Id, rule.Text, rule.Sources, rule.Status))];

    /// <summary>Published diagnostic schemes, three-valued, for whoever wants to see them.</summary>
    public IEnumerable<DerivedValue> Schemes()
    {
        foreach (var lesion in lesions.Where(lesion => lesion.Verdict.UncappedLevelOf(CalcinosisType.Calciphylaxis) >= Certainty.Possible))
        {
            foreach (var (name, rule) in new[] { ("hayashi-c1", "CPX-130"), ("hayashi-c2", "CPX-131"), ("hayashi-c3", "CPX-132"), ("hayashi-clinical", "CPX-134") })
            {
                var state = lesion.Verdict.IsMet(rule) ? "met" : lesion.Verdict.IsUnmet(rule) ? "unmet" : "unknown";
                yield return new DerivedValue($"{name}.{lesion.Source.Lesion}", null, null, state, [], "Hayashi 2012");
            }
        }
    }

    private IEnumerable<Rule> Of(RuleKind kind) => knowledge.Rules.Where(rule => rule.Kind == kind);

    private List<LesionResult> Fired(Rule rule) => [.. lesions.Where(lesion => lesion.Verdict.IsMet(rule.Id))];

    private static List<string> Ids(List<LesionResult> fired) => [.. fired.Select(lesion => lesion.Source.Lesion)];

    private List<EvidenceLine> Why(Rule rule, List<LesionResult> fired)
    {
        var lines = new List<EvidenceLine>();
        foreach (var lesion in fired)
        {
            var support = new Support(knowledge.Program, lesion.Verdict.Evaluation, lesion.Verdict.Picture, lesion.Verdict.RungOf);
            var text = new EvidenceText(lesion.Verdict.Picture);
            lines.AddRange(support.Smallest(knowledge.Program.NodeOf(rule.Id), met: true, rule)
                .Select(ground => lesion.Verdict.Picture.SaidBy(ground.Finding) is var said && said != ground.Finding ? ground with { Finding = said, State = lesion.Verdict.Picture[said] } : ground)
                .Select(ground => text.Line(ground, role: null)));
        }

        return [.. lines.DistinctBy(line => line.Finding).OrderBy(line => line.Rule, StringComparer.Ordinal).ThenBy(line => line.Finding, StringComparer.Ordinal)];
    }

    private void Effects(Rule rule, LesionResult lesion, WhatIf whatIf, SortedSet<CalcinosisType> raises, SortedSet<CalcinosisType> lowers)
    {
        foreach (var target in rule.Targets)
        {
            if (!knowledge.Catalogue.TryIndexOf(target, out var finding) || !whatIf.Open.Contains(finding))
                continue;
            foreach (var type in TypeOrder.All)
            {
                var level = lesion.Verdict.LevelOf(type);
                foreach (var state in new[] { FindingState.Present, FindingState.Absent })
                {
                    var after = whatIf.LevelOf(type, finding, state);
                    if (Height(after) > Height(level))
                        raises.Add(type);
                    else if (Height(after) < Height(level))
                        lowers.Add(type);
                }
            }
        }
    }

    private static int Height(Certainty level) => level == Certainty.Excluded ? -1 : (int)level;

    /// <summary>Leading types' treatments come first.</summary>
    private int Rank(Rule rule) =>
        -lesions.SelectMany(lesion => rule.Types.Select(type => (int)lesion.Verdict.LevelOf(type))).DefaultIfEmpty(0).Max();

    private IEnumerable<TreatmentBlock> Against(Rule treatment, (Rule Rule, List<LesionResult> Fired)[] blocks, bool warnsOnly) =>
        blocks.Where(block => block.Rule.Targets.Contains(treatment.Key!) && (block.Rule.WarnsOnly || block.Rule.Status == RuleStatus.Unverified) == warnsOnly)
            .Select(block => new TreatmentBlock(block.Rule.Id, block.Rule.Text, Why(block.Rule, block.Fired), block.Rule.Sources, block.Rule.Status));
}
