using System.Text.Json;

namespace Calcinosis.Rules.Explanation.Json;

/// <summary>The members that speak of what to do or to beware of: flags, cautions, work-up, treatments, risks.</summary>
internal static class CareWriter
{
    public static void WriteRedFlag(Utf8JsonWriter json, RedFlag flag)
    {
        json.WriteString("rule", flag.Rule);
        json.WriteString("urgency", EnumNames.NameOf(flag.Urgency));
        json.WriteString("text", flag.Text);
        json.WriteStrings("lesions", flag.Lesions);
        json.WriteArray("why", flag.Why, SuggestionWriter.WriteEvidence);
        json.WriteStrings("sources", flag.Sources);
        json.WriteString("status", EnumNames.NameOf(flag.Status));
    }

    public static void WriteCaution(Utf8JsonWriter json, Caution caution)
    {
        json.WriteString("rule", caution.Rule);
        json.WriteString("mimic", caution.Mimic);
        json.WriteString("action", EnumNames.NameOf(caution.Action));
        json.WriteString("text", caution.Text);
        json.WriteStrings("lesions", caution.Lesions);
        json.WriteArray("why", caution.Why, SuggestionWriter.WriteEvidence);
        json.WriteStrings("sources", caution.Sources);
        json.WriteString("status", EnumNames.NameOf(caution.Status));
    }

    public static void WriteWorkup(Utf8JsonWriter json, WorkupItem item)
    {
        json.WriteString("rule", item.Rule);
        json.WriteString("test", item.Test);
        json.WriteNumber("priority", item.Priority);
        json.WriteString("reason", item.Reason);
        json.WriteNames("raises", item.Raises, EnumNames.NameOf);
        json.WriteNames("lowers", item.Lowers, EnumNames.NameOf);
        json.WriteNames("distinguishes", item.Distinguishes, EnumNames.NameOf);
        json.WriteOptional("caution", item.Caution);
        json.WriteStrings("sources", item.Sources);
        json.WriteString("status", EnumNames.NameOf(item.Status));
    }

    public static void WriteTreatment(Utf8JsonWriter json, TreatmentOption option)
    {
        json.WriteString("rule", option.Rule);
        json.WriteString("option", option.Option);
        json.WriteString("for", option.For);
        json.WriteString("evidence", option.Evidence);
        json.WriteString("text", option.Text);
        json.WriteArray("blockedBy", option.BlockedBy, WriteBlock);
        json.WriteArray("cautions", option.Cautions, WriteBlock);
        json.WriteStrings("sources", option.Sources);
        json.WriteString("status", EnumNames.NameOf(option.Status));
    }

    public static void WriteMedication(Utf8JsonWriter json, MedicationNote note)
    {
        json.WriteString("rule", note.Rule);
        json.WriteString("drug", note.Drug);
        json.WriteString("severity", EnumNames.NameOf(note.Severity));
        json.WriteString("text", note.Text);
        json.WriteArray("why", note.Why, SuggestionWriter.WriteEvidence);
        json.WriteStrings("sources", note.Sources);
        json.WriteString("status", EnumNames.NameOf(note.Status));
    }

    public static void WriteRisk(Utf8JsonWriter json, RiskNote risk)
    {
        json.WriteString("rule", risk.Rule);
        json.WriteString("text", risk.Text);
        json.WriteStrings("sources", risk.Sources);
        json.WriteString("status", EnumNames.NameOf(risk.Status));
    }

    private static void WriteBlock(Utf8JsonWriter json, TreatmentBlock block)
    {
        json.WriteString("rule", block.Rule);
        json.WriteString("text", block.Text);
        json.WriteArray("why", block.Why, SuggestionWriter.WriteEvidence);
        json.WriteStrings("sources", block.Sources);
        json.WriteString("status", EnumNames.NameOf(block.Status));
        json.WriteString("severity", EnumNames.NameOf(block.Severity));
    }
}
