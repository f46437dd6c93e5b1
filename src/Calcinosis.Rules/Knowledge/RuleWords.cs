using System.Globalization;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;

namespace Calcinosis.Rules.Knowledge;

/// <summary>The words in which rules are declared, so that a rule reads as one sentence.</summary>
internal static class RuleWords
{
    public static Rule Criterion(
        string id, string title, Clause when, string text, string sources, EvidenceWeight weight = EvidenceWeight.Moderate, RuleStatus status = RuleStatus.Sourced) =>
        new() { Id = id, Kind = RuleKind.Criterion, Title = title, When = when, Text = text, Sources = Split(sources), Weight = weight, Status = status };

    public static Rule Level(CalcinosisType type, Certainty level, string id, Clause when, string title, string sources = "policy") =>
        new() { Id = id, Kind = RuleKind.Level, Types = [type], Level = level, Title = title, When = when, Text = "", Sources = Split(sources), Status = RuleStatus.Policy };

    public static Rule Cap(string id, string title, IReadOnlyList<CalcinosisType> types, Certainty atMost, Clause when, string text, string sources, RuleStatus status = RuleStatus.Sourced) =>
        new() { Id = id, Kind = RuleKind.Cap, Title = title, Types = types, Level = atMost, Effect = CapEffect.AtMost, When = when, Text = text, Sources = Split(sources), Status = status };

    public static Rule OneLower(string id, string title, CalcinosisType type, Clause when, string text, string sources, RuleStatus status = RuleStatus.Sourced) =>
        new() { Id = id, Kind = RuleKind.Cap, Title = title, Types = [type], Level = Certainty.Possible, Effect = CapEffect.OneLower, When = when, Text = text, Sources = Split(sources), Status = status };

    public static Rule Against(CalcinosisType type, string id, string title, Clause when, string text, string sources, EvidenceWeight weight, RuleStatus status = RuleStatus.Sourced) =>
        new() { Id = id, Kind = RuleKind.Against, Types = [type], Title = title, When = when, Text = text, Sources = Split(sources), Weight = weight, Status = status };

    public static Rule For(string id, string title, IReadOnlyList<CalcinosisType> types, Clause when, string text, string sources, EvidenceWeight weight, RuleStatus status = RuleStatus.Sourced) =>
        new() { Id = id, Kind = RuleKind.For, Types = types, Title = title, When = when, Text = text, Sources = Split(sources), Weight = weight, Status = status };

    public static Rule Subtype(CalcinosisType type, string id, string key, string title, Clause when) =>
        new() { Id = id, Kind = RuleKind.Subtype, Types = [type], Key = key, Title = title, When = when, Sources = ["policy"], Status = RuleStatus.Policy };

    /// <summary>A rule id made of a prefix and a number of at least two digits.</summary>
    public static string Number(string prefix, int number) => prefix + number.ToString("00", CultureInfo.InvariantCulture);

    public static IReadOnlyList<string> Split(string sources) => sources.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
