using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>Red flags, cautions, work-up, treatments and risks that the findings of the patient raise.</summary>
internal sealed class Advice(KnowledgeBase knowledge, IReadOnlyList<LesionResult> lesions, IReadOnlyList<string> recordSays)
{
    private readonly TreatmentAdvice _treatments = new(knowledge, lesions);

    public IReadOnlyList<RedFlag> RedFlags()
    {
        var flags = new List<RedFlag>();
        foreach (var fired in Of(RuleKind.RedFlag))
            flags.Add(new RedFlag(fired.Rule.Id, fired.Rule.Urgency!.Value, fired.Rule.Text, fired.LesionIds, fired.Why, fired.Rule.Sources, fired.Rule.Status));

        if (recordSays.Contains("calciphylaxis") && flags.TrueForAll(flag => flag.Rule != "RF-01") && knowledge.Rules.FirstOrDefault(rule => rule.Id == "RF-01") is { } named)
            flags.Add(new RedFlag("RF-01R", Urgency.SameDay, "the record already says calciphylaxis; " + named.Text, [], [], named.Sources, named.Status));
        flags.Sort((one, other) => one.Urgency != other.Urgency ? other.Urgency.CompareTo(one.Urgency) : string.CompareOrdinal(one.Rule, other.Rule));
        return flags;
    }

    public IReadOnlyList<Caution> Cautions()
    {
        var cautions = Of(RuleKind.Caution).ConvertAll(fired =>
            new Caution(fired.Rule.Id, fired.Rule.Key!, fired.Rule.Action!.Value, fired.Rule.Text, fired.LesionIds, fired.Why, fired.Rule.Sources, fired.Rule.Status));
        cautions.Sort((one, other) => one.Action != other.Action ? other.Action.CompareTo(one.Action) : string.CompareOrdinal(one.Rule, other.Rule));
        return cautions;
    }

    /// <summary>Only tests that can change the answer.</summary>
    public IReadOnlyList<WorkupItem> Workup() => new WorkupAdvice(knowledge, lesions).Items();

    public IReadOnlyList<TreatmentOption> Treatments() => _treatments.Options();

    public IReadOnlyList<MedicationNote> Medications() => _treatments.Medications();

    public IReadOnlyList<RiskNote> Risks() =>
        Of(RuleKind.Risk).ConvertAll(fired => knowledge.Lines.Risk(fired.Rule));

    /// <summary>Published diagnostic schemes, three-valued, for whoever wants to see them.</summary>
    public IEnumerable<DerivedValue> Schemes()
    {
        foreach (var lesion in lesions)
        {
            if (lesion.Verdict.UncappedLevelOf(CalcinosisType.Calciphylaxis) < Certainty.Possible)
                continue;
            foreach (var (name, rule, scheme) in CalciphylaxisSchemes.Shown)
            {
                var state = lesion.Verdict.IsMet(rule) ? "met" : lesion.Verdict.IsUnmet(rule) ? "unmet" : "unknown";
                yield return new DerivedValue($"{name}.{lesion.Source.Lesion}", null, null, state, [], scheme);
            }
        }
    }

    private List<FiredRule> Of(RuleKind kind) => FiredRule.Of(kind, knowledge, lesions);
}
