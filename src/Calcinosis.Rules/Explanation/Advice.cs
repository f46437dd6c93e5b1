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

    /// <summary>Only tests that can change the answer.</summary>
    public IReadOnlyList<WorkupItem> Workup() => new WorkupAdvice(knowledge, lesions).Items();

    public IReadOnlyList<TreatmentOption> Treatments() => new TreatmentAdvice(knowledge, lesions, Why).Options();

    public IReadOnlyList<MedicationNote> Medications() => new TreatmentAdvice(knowledge, lesions, Why).Medications();

    public IReadOnlyList<RiskNote> Risks() =>
        [.. Of(RuleKind.Risk).Where(rule => Fired(rule).Count > 0).Select(rule => new RiskNote(rule.Id, rule.Text, rule.Sources, rule.Status))];

    /// <summary>Published diagnostic schemes, three-valued, for whoever wants to see them.</summary>
    public IEnumerable<DerivedValue> Schemes()
    {
        foreach (var lesion in lesions.Where(lesion => lesion.Verdict.UncappedLevelOf(CalcinosisType.Calciphylaxis) >= Certainty.Possible))
        {
            foreach (var (name, rule, scheme) in CalciphylaxisSchemes.Shown)
            {
                var state = lesion.Verdict.IsMet(rule) ? "met" : lesion.Verdict.IsUnmet(rule) ? "unmet" : "unknown";
                yield return new DerivedValue($"{name}.{lesion.Source.Lesion}", null, null, state, [], scheme);
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
}
