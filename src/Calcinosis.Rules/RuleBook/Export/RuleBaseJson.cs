using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Findings.Json;

namespace Calcinosis.Rules.RuleBook.Export;

/// <summary>Writes the document of a rule base. Lists are always written; what is null is left out.</summary>
internal static class RuleBaseJson
{
    private static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n", Indented = true, IndentCharacter = ' ', IndentSize = 2 };

    public static string ToJson(RuleBaseDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 20);
        using (var json = new Utf8JsonWriter(buffer, Indented))
            Write(json, document);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, RuleBaseDocument document)
    {
        json.WriteStartObject();
        json.WriteString("schema", RuleBaseDocument.SchemaId);
        json.WriteStartObject("knowledge");
        json.WriteString("version", document.Knowledge.Version);
        json.WriteString("fingerprint", document.Knowledge.Fingerprint);
        json.WriteEndObject();
        json.WriteArray("rules", document.Rules, WriteRule);
        json.WriteArray("findings", document.Findings, WriteFinding);
        json.WriteArray("thresholds", document.Thresholds, WriteThreshold);
        json.WriteArray("ranges", document.Ranges, WriteRange);
        json.WriteArray("sources", document.Sources, WriteSource);
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, RuleEntry rule)
    {
        json.WriteString("id", rule.Id);
        json.WriteNumber("version", rule.Version);
        json.WriteString("kind", EnumWords<Knowledge.RuleKind>.Of(rule.Kind));
        json.WriteString("title", rule.Title);
        json.WriteString("text", rule.Text);
        json.WriteString("words", rule.Words);
        json.WriteStartObject("when");
        WriteClause(json, rule.When);
        json.WriteEndObject();
        json.WriteNames("types", rule.Types, EnumNames.NameOf);
        json.WriteOptional("level", rule.Level is { } level ? EnumNames.NameOf(level) : null);
        json.WriteOptional("effect", rule.Effect is { } effect ? EnumWords<Knowledge.CapEffect>.Of(effect) : null);
        json.WriteOptional("key", rule.Key);
        json.WriteOptional("weight", rule.Weight is { } weight ? EnumNames.NameOf(weight) : null);
        json.WriteOptional("urgency", rule.Urgency is { } urgency ? EnumNames.NameOf(urgency) : null);
        json.WriteOptional("action", rule.Action is { } action ? EnumNames.NameOf(action) : null);
        if (rule.Priority is { } priority)
            json.WriteNumber("priority", priority);
        json.WriteOptional("remark", rule.Remark);
        json.WriteStrings("targets", rule.Targets);
        json.WriteBoolean("warnsOnly", rule.WarnsOnly);
        json.WriteStrings("narrows", rule.Narrows);
        json.WriteString("status", EnumNames.NameOf(rule.Status));
        json.WriteStrings("sources", rule.Sources);
    }

    private static void WriteClause(Utf8JsonWriter json, ClauseEntry clause)
    {
        json.WriteString("op", EnumWords<ClauseKind>.Of(clause.Op));
        json.WriteOptional("finding", clause.Finding);
        json.WriteOptional("rule", clause.Rule);
        json.WriteOptional("type", clause.Type is { } type ? EnumNames.NameOf(type) : null);
        json.WriteOptional("level", clause.Level is { } level ? EnumNames.NameOf(level) : null);
        if (clause.Count is { } count)
            json.WriteNumber("count", count);
        json.WriteOptional("assumed", clause.Assumed);
        json.WriteArray("of", clause.Of, WriteClause);
    }

    private static void WriteFinding(Utf8JsonWriter json, FindingEntry finding)
    {
        json.WriteString("id", finding.Id);
        json.WriteString("present", finding.Present);
        json.WriteString("absent", finding.Absent);
        json.WriteOptional("test", finding.Test);
        json.WriteStrings("whenPresent", finding.WhenPresent);
        json.WriteStrings("whenAbsent", finding.WhenAbsent);
    }

    private static void WriteThreshold(Utf8JsonWriter json, ThresholdEntry threshold)
    {
        json.WriteString("id", threshold.Id);
        json.WriteString("quantity", threshold.Quantity);
        json.WriteString("comparison", EnumWords<Findings.Comparator>.Of(threshold.Comparison));
        json.WritePlainNumber("value", threshold.Value);
        json.WriteString("unit", threshold.Unit);
        json.WriteString("meaning", threshold.Meaning);
        json.WriteOptional("finding", threshold.Finding);
        json.WriteBoolean("policy", threshold.Policy);
        json.WriteStrings("sources", threshold.Sources);
    }

    private static void WriteRange(Utf8JsonWriter json, RangeEntry range)
    {
        json.WriteString("analyte", range.Analyte);
        json.WriteOptional("sex", range.Sex is { } sex ? EnumWords<Findings.Sex>.Of(sex) : null);
        json.WriteString("ageUnit", range.AgeUnit);
        json.WritePlainNumber("from", range.From);
        json.WritePlainNumber("to", range.To);
        if (range.Low is { } low)
            json.WritePlainNumber("low", low);
        if (range.High is { } high)
            json.WritePlainNumber("high", high);
        json.WriteString("unit", range.Unit);
        json.WriteStrings("sources", range.Sources);
    }

    private static void WriteSource(Utf8JsonWriter json, SourceEntry source)
    {
        json.WriteString("id", source.Id);
        json.WriteString("about", source.About);
        json.WriteString("citation", source.Citation);
        json.WriteOptional("background", source.Background);
    }
}
