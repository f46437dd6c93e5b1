using System.Text.Json;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>One column for analysts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SqlType">Its type: <c>VARCHAR</c>, <c>INTEGER</c> or <c>VARCHAR[]</c>.</param>
/// <param name="Value">Its value for one patient: a text, a number, a list of texts, or null.</param>
internal sealed record FlatColumn(string Name, string SqlType, Func<Assessment, object?> Value)
{
    public void Write(Utf8JsonWriter json, Assessment assessment)
    {
        switch (Value(assessment))
        {
            case null:
                json.WriteNull(Name);
                break;
            case int number:
                json.WriteNumber(Name, number);
                break;
            case IEnumerable<string> texts:
                json.WriteStartArray(Name);
                foreach (var text in texts)
                    json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            case var text:
                json.WriteString(Name, (string)text);
                break;
        }
    }
}

/// <summary>The flat columns: the answer, the certainty of each type at its best lesion, and counts. Reasons stay in the NDJSON.</summary>
internal static class FlatColumns
{
    public static IReadOnlyList<FlatColumn> All { get; } =
    [
        new("id", "VARCHAR", assessment => assessment.Id),
        new("conclusion", "VARCHAR", assessment => EnumNames.NameOf(assessment.Conclusion)),
        new("leading_type", "VARCHAR", assessment => assessment.Leading is { } leading ? EnumNames.NameOf(leading.Type) : null),
        new("leading_subtype", "VARCHAR", assessment => assessment.Leading?.Subtype),
        new("leading_certainty", "VARCHAR", assessment => assessment.Leading is { } leading ? EnumNames.NameOf(leading.Certainty) : null),
        new("leading_lesion", "VARCHAR", assessment => assessment.Leading?.Lesion),
        new("lesions", "INTEGER", assessment => assessment.Lesions.Count),
        .. Enum.GetValues<CalcinosisType>().Select(type => new FlatColumn(EnumNames.NameOf(type), "VARCHAR", assessment => Best(assessment, type))),
        new("red_flags", "VARCHAR[]", assessment => assessment.RedFlags.Select(flag => flag.Rule)),
        new("most_urgent", "VARCHAR", assessment => assessment.RedFlags.Count == 0 ? null : EnumNames.NameOf(assessment.RedFlags.Max(flag => flag.Urgency))),
        new("cautions", "VARCHAR[]", assessment => assessment.Cautions.Select(caution => caution.Rule)),
        new("record_says", "VARCHAR[]", assessment => assessment.RecordSays),
        new("workup", "VARCHAR[]", assessment => assessment.Workup.Select(item => item.Test)),
        new("errors", "INTEGER", assessment => assessment.Issues.Count(issue => issue.Severity == IssueSeverity.Error)),
        new("warnings", "INTEGER", assessment => assessment.Issues.Count(issue => issue.Severity == IssueSeverity.Warning)),
        new("not_understood", "INTEGER", assessment => assessment.NotUnderstood.Count),
        new("knowledge_version", "VARCHAR", assessment => assessment.Knowledge.Version),
        new("knowledge_fingerprint", "VARCHAR", assessment => assessment.Knowledge.Fingerprint),
    ];

    private static string? Best(Assessment assessment, CalcinosisType type) =>
        assessment.Lesions.Count == 0 ? null : EnumNames.NameOf(assessment.Lesions.Max(lesion => lesion.Suggestions.Where(suggestion => suggestion.Type == type).Max(suggestion => suggestion.Certainty)));
}
