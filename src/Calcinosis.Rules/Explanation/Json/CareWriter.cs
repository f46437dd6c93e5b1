using System.Text.Json;

namespace Calcinosis.Rules.Explanation.Json;

/// <summary>The members that speak of what to do or to beware of: flags, cautions, work-up, treatments, risks.</summary>
internal static class CareWriter
{
    public static void WriteRedFlag(Utf8JsonWriter json, RedFlag flag)
    {
        json.WriteString("rule"u8, flag.Rule);
        json.WriteString("urgency"u8, EnumNames.NameOf(flag.Urgency));
        json.WriteString("text"u8, flag.Text);
        json.WriteStrings("lesions"u8, flag.Lesions);
        json.WriteArray("why"u8, flag.Why, SuggestionWriter.WriteEvidence);
        json.WriteStrings("sources"u8, flag.Sources);
        json.WriteString("status"u8, EnumNames.NameOf(flag.Status));
    }

    public static void WriteCaution(Utf8JsonWriter json, Caution caution)
    {
        json.WriteString("rule"u8, caution.Rule);
        json.WriteString("mimic"u8, caution.Mimic);
        json.WriteString("action"u8, EnumNames.NameOf(caution.Action));
        json.WriteString("text"u8, caution.Text);
        json.WriteStrings("lesions"u8, caution.Lesions);
        json.WriteArray("why"u8, caution.Why, SuggestionWriter.WriteEvidence);
        json.WriteStrings("sources"u8, caution.Sources);
        json.WriteString("status"u8, EnumNames.NameOf(caution.Status));
    }

    public static void WriteWorkup(Utf8JsonWriter json, WorkupItem item)
    {
        json.WriteString("rule"u8, item.Rule);
        json.WriteString("test"u8, item.Test);
        json.WriteNumber("priority"u8, item.Priority);
        json.WriteString("reason"u8, item.Reason);
        json.WriteNames("raises"u8, item.Raises, EnumNames.NameOf);
        json.WriteNames("lowers"u8, item.Lowers, EnumNames.NameOf);
        json.WriteNames("distinguishes"u8, item.Distinguishes, EnumNames.NameOf);
        json.WriteOptional("caution"u8, item.Caution);
        json.WriteStrings("sources"u8, item.Sources);
        json.WriteString("status"u8, EnumNames.NameOf(item.Status));
    }

    public static void WriteTreatment(Utf8JsonWriter json, TreatmentOption option)
    {
        json.WriteString("rule"u8, option.Rule);
        json.WriteString("option"u8, option.Option);
        json.WriteString("for"u8, option.For);
        json.WriteString("evidence"u8, option.Evidence);
        json.WriteString("text"u8, option.Text);
        json.WriteArray("blockedBy"u8, option.BlockedBy, WriteBlock);
        json.WriteArray("cautions"u8, option.Cautions, WriteBlock);
        json.WriteStrings("sources"u8, option.Sources);
        json.WriteString("status"u8, EnumNames.NameOf(option.Status));
    }

    public static void WriteMedication(Utf8JsonWriter json, MedicationNote note)
    {
        json.WriteString("rule"u8, note.Rule);
        json.WriteString("drug"u8, note.Drug);
        json.WriteString("severity"u8, EnumNames.NameOf(note.Severity));
        json.WriteString("text"u8, note.Text);
        json.WriteArray("why"u8, note.Why, SuggestionWriter.WriteEvidence);
        json.WriteStrings("sources"u8, note.Sources);
        json.WriteString("status"u8, EnumNames.NameOf(note.Status));
    }

    public static void WriteRisk(Utf8JsonWriter json, RiskNote risk)
    {
        json.WriteString("rule"u8, risk.Rule);
        json.WriteString("text"u8, risk.Text);
        json.WriteStrings("sources"u8, risk.Sources);
        json.WriteString("status"u8, EnumNames.NameOf(risk.Status));
    }

    private static void WriteBlock(Utf8JsonWriter json, TreatmentBlock block)
    {
        json.WriteString("rule"u8, block.Rule);
        json.WriteString("text"u8, block.Text);
        json.WriteArray("why"u8, block.Why, SuggestionWriter.WriteEvidence);
        json.WriteStrings("sources"u8, block.Sources);
        json.WriteString("status"u8, EnumNames.NameOf(block.Status));
        json.WriteString("severity"u8, EnumNames.NameOf(block.Severity));
    }
}
