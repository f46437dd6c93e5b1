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
        var fired = FiredRule.Of(RuleKind.Treatment, knowledge, lesions).ConvertAll(option => (Rank: Rank(option.Rule), Option: option));
        if (fired.Count == 0)
            return [];
        fired.Sort((one, other) => one.Rank != other.Rank ? one.Rank.CompareTo(other.Rank) : string.CompareOrdinal(one.Option.Rule.Id, other.Option.Rule.Id));
        var lines = new TreatmentBlock?[_blocks.Count];
        var options = new List<TreatmentOption>(fired.Count);
        foreach (var (_, option) in fired)
        {
            var rule = option.Rule;
            if (options.Exists(known => string.Equals(known.Option, rule.Key, StringComparison.Ordinal)))
                continue;
            var (blockedBy, cautions) = Against(rule.Key!, lines);
            var free = knowledge.Lines.Treatment(rule, string.Join(", ", Standing(rule)));
            options.Add(blockedBy.Count + cautions.Count == 0 ? free : free with { BlockedBy = blockedBy, Cautions = cautions });
        }

        return options;
    }

    /// <summary>
    /// Drugs on record: what their own rules say, and every block of a treatment that the patient already has.
    /// </summary>
    public IReadOnlyList<MedicationNote> Medications()
    {
        var notes = new List<MedicationNote>();
        foreach (var fired in FiredRule.Of(RuleKind.Medication, knowledge, lesions))
            Add(notes, fired, fired.Rule.Key!);
        foreach (var fired in _blocks)
        {
            if (fired.Rule.ShownSeverity == TreatmentSeverity.Info)
                continue;
            foreach (var (drug, finding) in fired.Compiled.Drugs)
            {
                if (fired.Lesions.Exists(lesion => lesion.Verdict.Picture[finding] == Interpretation.FindingState.Present))
                    Add(notes, fired, drug);
            }
        }

        notes.Sort((one, other) =>
        {
            var order = other.Severity.CompareTo(one.Severity);
            if (order == 0)
                order = string.CompareOrdinal(one.Drug, other.Drug);
            return order != 0 ? order : string.CompareOrdinal(one.Rule, other.Rule);
        });
        return notes;
    }

    /// <summary>One note a rule and drug.</summary>
    private static void Add(List<MedicationNote> notes, FiredRule fired, string drug)
    {
        if (!notes.Exists(note => string.Equals(note.Rule, fired.Rule.Id, StringComparison.Ordinal) && string.Equals(note.Drug, drug, StringComparison.Ordinal)))
            notes.Add(new MedicationNote(fired.Rule.Id, drug, fired.Rule.ShownSeverity, fired.Rule.Text, fired.Why, fired.Rule.Sources, fired.Rule.Status));
    }

    /// <summary>What blocks a treatment, in the order of the rules, and what else speaks against it, the heaviest first.</summary>
    private (IReadOnlyList<TreatmentBlock> BlockedBy, IReadOnlyList<TreatmentBlock> Cautions) Against(string treatment, TreatmentBlock?[] lines)
    {
        List<TreatmentBlock>? blockedBy = null, cautions = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!_blocks[i].Rule.Targets.Contains(treatment))
                continue;
            var line = lines[i] ??= Line(_blocks[i]);
            if (line.Severity == TreatmentSeverity.Block)
                (blockedBy ??= []).Add(line);
            else
                (cautions ??= []).Add(line);
        }

        cautions?.Sort((one, other) => one.Severity != other.Severity ? other.Severity.CompareTo(one.Severity) : string.CompareOrdinal(one.Rule, other.Rule));
        return (blockedBy ?? (IReadOnlyList<TreatmentBlock>)[], cautions ?? (IReadOnlyList<TreatmentBlock>)[]);
    }

    /// <summary>The types of an option that stand at possible or above; all of them when an option goes by a cause alone.</summary>
    private List<string> Standing(Rule rule)
    {
        var standing = new List<string>(rule.Types.Count);
        foreach (var type in rule.Types)
        {
            if (Highest(type) >= Certainty.Possible)
                standing.Add(Words.Of(type));
        }

        return standing.Count > 0 ? standing : [.. rule.Types.Select(Words.Of)];
    }

    private static TreatmentBlock Line(FiredRule block) =>
        new(block.Rule.Id, block.Rule.Text, block.Rule.ShownSeverity == TreatmentSeverity.Info ? [] : block.Why, block.Rule.Sources, block.Rule.Status, block.Rule.ShownSeverity);

    /// <summary>Leading types' treatments come first.</summary>
    private int Rank(Rule rule)
    {
        if (rule.Types.Count == 0)
            return 0;
        var highest = Certainty.NotAssessable;
        foreach (var type in rule.Types)
        {
            if (Highest(type) > highest)
                highest = Highest(type);
        }

        return -(int)highest;
    }

    private Certainty Highest(CalcinosisType type)
    {
        var highest = Certainty.NotAssessable;
        foreach (var lesion in lesions)
        {
            if (lesion.Verdict.LevelOf(type) > highest)
                highest = lesion.Verdict.LevelOf(type);
        }

        return highest;
    }
}
