using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>Information on treatments, what of the findings speaks against them, and the same for drugs that are on record.</summary>
internal sealed class TreatmentAdvice(KnowledgeBase knowledge, IReadOnlyList<LesionResult> lesions)
{
    private readonly List<FiredRule> _blocks = FiredRule.Of(RuleKind.Block, knowledge, lesions);

    /// <summary>Options for every type that stands at possible or above, those of the leading types first. One option, one entry.</summary>
    public IReadOnlyList<TreatmentOption> Options()
    {
        return [.. FiredRule.Of(RuleKind.Treatment, knowledge, lesions).Select(fired => fired.Rule)
            .OrderBy(Rank).ThenBy(rule => rule.Id, StringComparer.Ordinal)
            .DistinctBy(rule => rule.Key, StringComparer.Ordinal)
            .Select(rule => new TreatmentOption(
                rule.Id, rule.Key!, string.Join(", ", Standing(rule).Select(Words.Of)), rule.Remark ?? "", rule.Text,
                [.. _blocks.Where(block => Speaks(block.Rule, rule) && block.Rule.ShownSeverity == TreatmentSeverity.Block).Select(Line)],
                [.. _blocks.Where(block => Speaks(block.Rule, rule) && block.Rule.ShownSeverity != TreatmentSeverity.Block)
                    .OrderByDescending(block => block.Rule.ShownSeverity).ThenBy(block => block.Rule.Id, StringComparer.Ordinal).Select(Line)],
                rule.Sources, rule.Status))];
    }

    /// <summary>
    /// Drugs on record: what their own rules say, and every block of a treatment that the patient already has.
    /// </summary>
    public IReadOnlyList<MedicationNote> Medications()
    {
        var notes = FiredRule.Of(RuleKind.Medication, knowledge, lesions).ConvertAll(fired => Note(fired, fired.Rule.Key!));
        foreach (var fired in _blocks)
        {
            foreach (var (treatment, drug) in TreatmentDrugs.All.Where(pair => fired.Rule.Targets.Contains(pair.Treatment)))
            {
                var finding = knowledge.Catalogue.IndexOf("exposure." + drug);
                if (fired.Rule.ShownSeverity != TreatmentSeverity.Info && fired.Lesions.Exists(lesion => lesion.Verdict.Picture[finding] == Interpretation.FindingState.Present))
                    notes.Add(Note(fired, drug));
            }
        }

        return [.. notes.DistinctBy(note => (note.Rule, note.Drug)).OrderByDescending(note => note.Severity).ThenBy(note => note.Drug, StringComparer.Ordinal).ThenBy(note => note.Rule, StringComparer.Ordinal)];
    }

    private static MedicationNote Note(FiredRule fired, string drug) => new(fired.Rule.Id, drug, fired.Rule.ShownSeverity, fired.Rule.Text, fired.Why, fired.Rule.Sources, fired.Rule.Status);

    private static bool Speaks(Rule block, Rule treatment) => block.Targets.Contains(treatment.Key!);

    /// <summary>The types of an option that stand at possible or above; all of them when an option goes by a cause alone.</summary>
    private IReadOnlyList<CalcinosisType> Standing(Rule rule)
    {
        CalcinosisType[] standing = [.. rule.Types.Where(type => lesions.Any(lesion => lesion.Verdict.LevelOf(type) >= Certainty.Possible))];
        return standing.Length > 0 ? standing : rule.Types;
    }

    private static TreatmentBlock Line(FiredRule block) =>
        new(block.Rule.Id, block.Rule.Text, block.Rule.ShownSeverity == TreatmentSeverity.Info ? [] : block.Why, block.Rule.Sources, block.Rule.Status, block.Rule.ShownSeverity);

    /// <summary>Leading types' treatments come first.</summary>
    private int Rank(Rule rule) =>
        rule.Types.Count == 0 ? 0 : -lesions.Max(lesion => rule.Types.Max(type => (int)lesion.Verdict.LevelOf(type)));
}
