using System.Collections.Concurrent;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// Lines that depend on the knowledge alone and on nothing of a patient: each is put together once, with its JSON, and
/// shared. There are as many as the knowledge has words, so that what is kept does not grow with the patients. Thread-safe.
/// </summary>
internal sealed class KnownLines(FindingCatalogue catalogue)
{
    private readonly ConcurrentDictionary<int, MissingFinding> _missing = new();
    private readonly ConcurrentDictionary<int, Assumption> _findingsAssumed = new();
    private readonly ConcurrentDictionary<int, Assumption> _levelsAssumed = new();
    private readonly ConcurrentDictionary<(string Name, string Rule), Assumption> _namesAssumed = new();
    private readonly ConcurrentDictionary<(string Rule, int Finding, FindingState State), string> _texts = new();
    private readonly ConcurrentDictionary<(string Rule, string For), TreatmentOption> _treatments = new();
    private readonly ConcurrentDictionary<string, RiskNote> _risks = new(StringComparer.Ordinal);

    /// <summary>An unknown that alone would bring a type to a level; null where the answer changes nothing.</summary>
    public MissingFinding Missing(int finding, Certainty? ifPresent, Certainty? ifAbsent) =>
        _missing.GetOrAdd((((finding * 8) + Digit(ifPresent)) * 8) + Digit(ifAbsent), static (_, line) =>
        {
            var definition = line.Catalogue[line.Finding];
            var missing = new MissingFinding { Finding = definition.Id, IfPresent = line.Present, IfAbsent = line.Absent, Text = definition.Label };
            missing.Prepared = PreparedJson.Of(missing, SuggestionWriter.WriteMissing);
            return missing;
        }, (Catalogue: catalogue, Finding: finding, Present: ifPresent, Absent: ifAbsent));

    /// <summary>An unknown of which nothing was seen, taken as absent.</summary>
    public Assumption TakenAsAbsent(int finding) => _findingsAssumed.GetOrAdd(finding, static (finding, catalogue) =>
        Prepared(new Assumption(catalogue[finding].Id, FindingState.Absent, $"{catalogue[finding].Label}: not recorded; taken as absent")), catalogue);

    /// <summary>A level that is not shown, taken as not reached.</summary>
    public Assumption TakenAsNotReached(CalcinosisType type, Certainty level) =>
        _levelsAssumed.GetOrAdd(((int)type * TypeOrder.LevelCount) + (int)level, static (_, read) =>
            Prepared(new Assumption(Words.LevelId(read.Type, read.Level), FindingState.Absent, $"{Words.Of(read.Type)} at {Words.Of(read.Level)} or above is not shown; taken as absent")), (Type: type, Level: level));

    /// <summary>A clause with a name of its own, taken as absent.</summary>
    public Assumption TakenAsAbsent(string name, Rule rule) =>
        _namesAssumed.GetOrAdd((name, rule.Id), static (key, rule) => Prepared(new Assumption(key.Name, FindingState.Absent, AssumptionTexts.Of(key.Name, rule))), rule);

    /// <summary>How a rule speaks of a finding in a state.</summary>
    public string Text(Rule rule, int finding, FindingState state) => _texts.GetOrAdd((rule.Id, finding, state), static (key, known) =>
    {
        var label = EvidenceText.Label(known.Catalogue[key.Finding], key.State);
        return known.Rule.Text.Length == 0 || string.Equals(known.Rule.Text, label, StringComparison.OrdinalIgnoreCase) ? label : $"{label}: {known.Rule.Text}";
    }, (Catalogue: catalogue, Rule: rule));

    /// <summary>A treatment against which nothing speaks.</summary>
    public TreatmentOption Treatment(Rule rule, string types) => _treatments.GetOrAdd((rule.Id, types), static (key, rule) =>
    {
        var option = new TreatmentOption(rule.Id, rule.Key!, key.For, rule.Remark ?? "", rule.Text, [], [], rule.Sources, rule.Status);
        option.Prepared = PreparedJson.Of(option, CareWriter.WriteTreatment);
        return option;
    }, rule);

    public RiskNote Risk(Rule rule) => _risks.GetOrAdd(rule.Id, static (_, rule) =>
    {
        var risk = new RiskNote(rule.Id, rule.Text, rule.Sources, rule.Status);
        risk.Prepared = PreparedJson.Of(risk, CareWriter.WriteRisk);
        return risk;
    }, rule);

    private static int Digit(Certainty? level) => level is { } known ? (int)known + 1 : 0;

    private static Assumption Prepared(Assumption assumption)
    {
        assumption.Prepared = PreparedJson.Of(assumption, SuggestionWriter.WriteAssumption);
        return assumption;
    }
}
