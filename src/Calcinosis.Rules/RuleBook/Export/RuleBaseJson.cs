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
        json.WriteArray("rules"u8, document.Rules, WriteRule);
        json.WriteArray("findings"u8, document.Findings, WriteFinding);
        json.WriteArray("thresholds"u8, document.Thresholds, WriteThreshold);
        json.WriteArray("ranges"u8, document.Ranges, WriteRange);
        json.WriteArray("sources"u8, document.Sources, WriteSource);
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
        json.WriteNames("types"u8, rule.Types, EnumNames.NameOf);
        json.WriteOptional("level"u8, rule.Level is { } level ? EnumNames.NameOf(level) : null);
        json.WriteOptional("effect"u8, rule.Effect is { } effect ? EnumWords<Knowledge.CapEffect>.Of(effect) : null);
        json.WriteOptional("key"u8, rule.Key);
        json.WriteOptional("weight"u8, rule.Weight is { } weight ? EnumNames.NameOf(weight) : null);
        json.WriteOptional("urgency"u8, rule.Urgency is { } urgency ? EnumNames.NameOf(urgency) : null);
        json.WriteOptional("action"u8, rule.Action is { } action ? EnumNames.NameOf(action) : null);
        if (rule.Priority is { } priority)
            json.WriteNumber("priority", priority);
        json.WriteOptional("remark"u8, rule.Remark);
        json.WriteStrings("targets"u8, rule.Targets);
        json.WriteBoolean("warnsOnly", rule.WarnsOnly);
        json.WriteStrings("narrows"u8, rule.Narrows);
        json.WriteString("status", EnumNames.NameOf(rule.Status));
        json.WriteStrings("sources"u8, rule.Sources);
    }

    private static void WriteClause(Utf8JsonWriter json, ClauseEntry clause)
    {
        json.WriteString("op", EnumWords<ClauseKind>.Of(clause.Op));
        json.WriteOptional("finding"u8, clause.Finding);
        json.WriteOptional("rule"u8, clause.Rule);
        json.WriteOptional("type"u8, clause.Type is { } type ? EnumNames.NameOf(type) : null);
        json.WriteOptional("level"u8, clause.Level is { } level ? EnumNames.NameOf(level) : null);
        if (clause.Count is { } count)
            json.WriteNumber("count", count);
        json.WriteOptional("assumed"u8, clause.Assumed);
        json.WriteArray("of"u8, clause.Of, WriteClause);
    }

    private static void WriteFinding(Utf8JsonWriter json, FindingEntry finding)
    {
        json.WriteString("id", finding.Id);
        json.WriteString("present", finding.Present);
        json.WriteString("absent", finding.Absent);
        json.WriteOptional("test"u8, finding.Test);
        json.WriteStrings("whenPresent"u8, finding.WhenPresent);
        json.WriteStrings("whenAbsent"u8, finding.WhenAbsent);
    }

    private static void WriteThreshold(Utf8JsonWriter json, ThresholdEntry threshold)
    {
        json.WriteString("id", threshold.Id);
        json.WriteString("quantity", threshold.Quantity);
        json.WriteString("comparison", EnumWords<Findings.Comparator>.Of(threshold.Comparison));
        json.WritePlainNumber("value"u8, threshold.Value);
        json.WriteString("unit", threshold.Unit);
        json.WriteString("meaning", threshold.Meaning);
        json.WriteOptional("finding"u8, threshold.Finding);
        json.WriteBoolean("policy", threshold.Policy);
        json.WriteStrings("sources"u8, threshold.Sources);
    }

    private static void WriteRange(Utf8JsonWriter json, RangeEntry range)
    {
        json.WriteString("analyte", range.Analyte);
        json.WriteOptional("sex"u8, range.Sex is { } sex ? EnumWords<Findings.Sex>.Of(sex) : null);
        json.WriteString("ageUnit", range.AgeUnit);
        json.WritePlainNumber("from"u8, range.From);
        json.WritePlainNumber("to"u8, range.To);
        if (range.Low is { } low)
            json.WritePlainNumber("low"u8, low);
        if (range.High is { } high)
            json.WritePlainNumber("high"u8, high);
        json.WriteString("unit", range.Unit);
        json.WriteStrings("sources"u8, range.Sources);
    }

    private static void WriteSource(Utf8JsonWriter json, SourceEntry source)
    {
        json.WriteString("id", source.Id);
        json.WriteString("about", source.About);
        json.WriteString("citation", source.Citation);
        json.WriteOptional("background"u8, source.Background);
    }
}
