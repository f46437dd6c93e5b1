using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>Information on treatments, what of the findings speaks against them, and the same for drugs that are on record.</summary>
internal sealed class TreatmentAdvice(KnowledgeBase knowledge, IReadOnlyList<LesionResult> lesions, Func<Rule, List<LesionResult>, List<EvidenceLine>> why)
{
    /// <summary>Options for every type that stands at possible or above, those of the leading types first. One option, one entry.</summary>
    public IReadOnlyList<TreatmentOption> Options()
    {
        var blocks = FiredBlocks();
        return [.. knowledge.Rules.Where(rule => rule.Kind == RuleKind.Treatment && Fired(rule).Count > 0)
            .OrderBy(Rank).ThenBy(rule => rule.Id, StringComparer.Ordinal)
            .DistinctBy(rule => rule.Key, StringComparer.Ordinal)
            .Select(rule => new TreatmentOption(
                rule.Id, rule.Key!, string.Join(", ", Standing(rule).Select(Words.Of)), rule.Remark ?? "", rule.Text,
                [.. blocks.Where(block => Speaks(block.Rule, rule) && block.Rule.ShownSeverity == TreatmentSeverity.Block).Select(Line)],
                [.. blocks.Where(block => Speaks(block.Rule, rule) && block.Rule.ShownSeverity != TreatmentSeverity.Block)
                    .OrderByDescending(block => block.Rule.ShownSeverity).ThenBy(block => block.Rule.Id, StringComparer.Ordinal).Select(Line)],
                rule.Sources, rule.Status))];
    }

    /// <summary>
    /// Drugs on record: what their own rules say, and every block of a treatment that the patient already has.
    /// </summary>
    public IReadOnlyList<MedicationNote> Medications()
    {
        var notes = knowledge.Rules.Where(rule => rule.Kind == RuleKind.Medication)
            .Select(rule => (rule, fired: Fired(rule)))
            .Where(line => line.fired.Count > 0)
            .Select(line => Note(line.rule, line.rule.Key!, why(line.rule, line.fired)))
            .ToList();
        foreach (var (rule, fired) in FiredBlocks())
        {
            foreach (var (treatment, drug) in TreatmentDrugs.All.Where(pair => rule.Targets.Contains(pair.Treatment)))
            {
                var finding = knowledge.Catalogue.IndexOf("exposure." + drug);
                if (rule.ShownSeverity != TreatmentSeverity.Info && fired.Exists(lesion => lesion.Verdict.Picture[finding] == Interpretation.FindingState.Present))
                    notes.Add(Note(rule, drug, why(rule, fired)));
            }
        }

        return [.. notes.DistinctBy(note => (note.Rule, note.Drug)).OrderByDescending(note => note.Severity).ThenBy(note => note.Drug, StringComparer.Ordinal).ThenBy(note => note.Rule, StringComparer.Ordinal)];
    }

    private static MedicationNote Note(Rule rule, string drug, List<EvidenceLine> why) => new(rule.Id, drug, rule.ShownSeverity, rule.Text, why, rule.Sources, rule.Status);

    private static bool Speaks(Rule block, Rule treatment) => block.Targets.Contains(treatment.Key!);

    /// <summary>The types of an option that stand at possible or above; all of them when an option goes by a cause alone.</summary>
    private IReadOnlyList<CalcinosisType> Standing(Rule rule)
    {
        CalcinosisType[] standing = [.. rule.Types.Where(type => lesions.Any(lesion => lesion.Verdict.LevelOf(type) >= Certainty.Possible))];
        return standing.Length > 0 ? standing : rule.Types;
    }

    private TreatmentBlock Line((Rule Rule, List<LesionResult> Fired) block) =>
        new(block.Rule.Id, block.Rule.Text, block.Rule.ShownSeverity == TreatmentSeverity.Info ? [] : why(block.Rule, block.Fired), block.Rule.Sources, block.Rule.Status, block.Rule.ShownSeverity);

    private (Rule Rule, List<LesionResult> Fired)[] FiredBlocks() =>
        [.. knowledge.Rules.Where(rule => rule.Kind == RuleKind.Block).Select(rule => (rule, Fired(rule))).Where(line => line.Item2.Count > 0)];

    private List<LesionResult> Fired(Rule rule) => [.. lesions.Where(lesion => lesion.Verdict.IsMet(rule.Id))];

    /// <summary>Leading types' treatments come first.</summary>
    private int Rank(Rule rule) =>
        -lesions.SelectMany(lesion => rule.Types.Select(type => (int)lesion.Verdict.LevelOf(type))).DefaultIfEmpty(0).Max();
}
