using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Explanation;

/// <summary>Red flags, cautions, work-up, treatments and risks that the findings of the patient raise.</summary>
internal sealed class Advice(KnowledgeBase knowledge, IReadOnlyList<LesionResult> lesions, IReadOnlyList<string> recordSays)
{
    public IReadOnlyList<RedFlag> RedFlags()
    {
        var flags = new List<RedFlag>();
        foreach (var (rule, node, fired) in Of(RuleKind.RedFlag))
            flags.Add(new RedFlag(rule.Id, rule.Urgency!.Value, rule.Text, Ids(fired), Why(rule, node, fired), rule.Sources, rule.Status));

        if (recordSays.Contains("calciphylaxis") && flags.TrueForAll(flag => flag.Rule != "RF-01") && knowledge.Rules.FirstOrDefault(rule => rule.Id == "RF-01") is { } named)
            flags.Add(new RedFlag("RF-01R", Urgency.SameDay, "the record already says calciphylaxis; " + named.Text, [], [], named.Sources, named.Status));
        return [.. flags.OrderByDescending(flag => flag.Urgency).ThenBy(flag => flag.Rule, StringComparer.Ordinal)];
    }

    public IReadOnlyList<Caution> Cautions() =>
        [.. Of(RuleKind.Caution)
            .Select(line => new Caution(line.Rule.Id, line.Rule.Key!, line.Rule.Action!.Value, line.Rule.Text, Ids(line.Lesions), Why(line.Rule, line.Node, line.Lesions), line.Rule.Sources, line.Rule.Status))
            .OrderByDescending(caution => caution.Action).ThenBy(caution => caution.Rule, StringComparer.Ordinal)];

    /// <summary>Only tests that can change a level: those whose findings are unknown and move some type.</summary>
    public IReadOnlyList<WorkupItem> Workup()
    {
        var items = new List<WorkupItem>();
        foreach (var (rule, _, fired) in Of(RuleKind.Test))
        {
            var effects = new Effects();
            foreach (var lesion in fired)
                effects.Add(rule, lesion, knowledge.Catalogue);
            if (effects.Any)
                items.Add(new WorkupItem(rule.Id, rule.Key!, rule.Priority, rule.Text, effects.Raises, effects.Lowers, effects.Both, rule.Remark, rule.Sources, rule.Status));
        }

        return [.. items.GroupBy(item => item.Test, StringComparer.Ordinal).Select(group => group.OrderBy(item => item.Priority).First())
            .OrderBy(item => item.Priority).ThenBy(item => item.Test, StringComparer.Ordinal)];
    }

    public IReadOnlyList<TreatmentOption> Treatments()
    {
        var blocks = Of(RuleKind.Block).ConvertAll(block => (block.Rule, Block: new TreatmentBlock(block.Rule.Id, block.Rule.Text, Why(block.Rule, block.Node, block.Lesions), block.Rule.Sources, block.Rule.Status)));
        return [.. Of(RuleKind.Treatment)
            .OrderBy(line => Rank(line.Rule)).ThenBy(line => line.Rule.Id, StringComparer.Ordinal)
            .Select(line => new TreatmentOption(
                line.Rule.Id, line.Rule.Key!, string.Join(", ", line.Rule.Types.Select(Words.Of)), line.Rule.Remark ?? "", line.Rule.Text,
                [.. Against(line.Rule, blocks, warnsOnly: false)], [.. Against(line.Rule, blocks, warnsOnly: true)], line.Rule.Sources, line.Rule.Status))];
    }

    public IReadOnlyList<RiskNote> Risks() =>
        [.. Of(RuleKind.Risk).Select(line => new RiskNote(line.Rule.Id, line.Rule.Text, line.Rule.Sources, line.Rule.Status))];

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

    /// <summary>The rules of a kind that are met for some lesion, with those lesions.</summary>
    private List<FiredRule> Of(RuleKind kind)
    {
        var fired = new List<FiredRule>();
        foreach (var rule in knowledge.Program.OfKind(kind))
        {
            List<LesionResult>? here = null;
            foreach (var lesion in lesions)
            {
                if (lesion.Verdict.Evaluation.IsMet(rule.Node))
                    (here ??= []).Add(lesion);
            }

            if (here is not null)
                fired.Add(new FiredRule(rule.Rule, rule.Node, here));
        }

        return fired;
    }

    private static List<string> Ids(List<LesionResult> fired) => [.. fired.Select(lesion => lesion.Source.Lesion)];

    private static List<EvidenceLine> Why(Rule rule, int node, List<LesionResult> fired)
    {
        var lines = new List<EvidenceLine>();
        foreach (var lesion in fired)
        {
            var picture = lesion.Verdict.Picture;
            var text = new EvidenceText(picture);
            foreach (var ground in new Support(lesion.Verdict).Smallest(node, met: true, rule))
            {
                var said = picture.SaidBy(ground.Finding);
                lines.Add(text.Line(said != ground.Finding ? ground with { Finding = said, State = picture[said] } : ground, role: null));
            }
        }

        return [.. lines.DistinctBy(line => line.Finding).OrderBy(line => line.Rule, StringComparer.Ordinal).ThenBy(line => line.Finding, StringComparer.Ordinal)];
    }

    /// <summary>Leading types' treatments come first.</summary>
    private int Rank(Rule rule) =>
        -lesions.Max(lesion => rule.Types.Count == 0 ? 0 : rule.Types.Max(type => (int)lesion.Verdict.LevelOf(type)));

    private static IEnumerable<TreatmentBlock> Against(Rule treatment, List<(Rule Rule, TreatmentBlock Block)> blocks, bool warnsOnly) =>
        blocks.Where(block => block.Rule.Targets.Contains(treatment.Key!) && (block.Rule.WarnsOnly || block.Rule.Status == RuleStatus.Unverified) == warnsOnly)
            .Select(block => block.Block);

    /// <summary>A rule that is met, with the lesions for which it is.</summary>
    private sealed record FiredRule(Rule Rule, int Node, List<LesionResult> Lesions);

    /// <summary>The types that some answer to what a test settles would raise, and those that it would lower.</summary>
    private sealed class Effects
    {
        private readonly bool[] _raises = new bool[TypeOrder.Count];
        private readonly bool[] _lowers = new bool[TypeOrder.Count];

        public bool Any => Array.IndexOf(_raises, true) >= 0 || Array.IndexOf(_lowers, true) >= 0;

        public IReadOnlyList<CalcinosisType> Raises => [.. TypeOrder.All.Where(type => _raises[(int)type])];

        public IReadOnlyList<CalcinosisType> Lowers => [.. TypeOrder.All.Where(type => _lowers[(int)type])];

        public IReadOnlyList<CalcinosisType> Both => [.. TypeOrder.All.Where(type => _raises[(int)type] || _lowers[(int)type])];

        public void Add(Rule test, LesionResult lesion, FindingCatalogue catalogue)
        {
            foreach (var target in test.Targets)
            {
                if (!catalogue.TryIndexOf(target, out var finding) || !lesion.WhatIf.IsOpen(finding))
                    continue;
                foreach (var type in TypeOrder.Types)
                {
                    var height = Height(lesion.Verdict.LevelOf(type));
                    foreach (var state in (ReadOnlySpan<FindingState>)[FindingState.Present, FindingState.Absent])
                    {
                        var after = Height(lesion.WhatIf.LevelOf(type, finding, state));
                        _raises[(int)type] |= after > height;
                        _lowers[(int)type] |= after < height;
                    }
                }
            }
        }

        private static int Height(Certainty level) => level == Certainty.Excluded ? -1 : (int)level;
    }
}
