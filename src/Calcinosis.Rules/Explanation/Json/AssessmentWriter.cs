using System.Text.Json;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Explanation.Json;

/// <summary>The document's outer members, in the order of the published example.</summary>
internal static class AssessmentWriter
{
    public static void Write(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartObject();
        json.WriteString("schema", Assessment.SchemaId);
        json.WriteOptional("id", assessment.Id);
        json.WriteStartObject("knowledge");
        json.WriteString("version", assessment.Knowledge.Version);
        json.WriteString("fingerprint", assessment.Knowledge.Fingerprint);
        json.WriteEndObject();
        json.WriteArray("policy", assessment.Policy, WritePolicy);
        json.WriteString("conclusion", EnumNames.NameOf(assessment.Conclusion));
        json.WriteNames("types", assessment.Types, EnumNames.NameOf);
        WriteLeading(json, assessment.Leading);
        json.WriteStrings("recordSays", assessment.RecordSays);
        json.WriteArray("lesions", assessment.Lesions, SuggestionWriter.WriteLesion);
        json.WriteArray("redFlags", assessment.RedFlags, CareWriter.WriteRedFlag);
        json.WriteArray("cautions", assessment.Cautions, CareWriter.WriteCaution);
        json.WriteArray("workup", assessment.Workup, CareWriter.WriteWorkup);
        json.WriteArray("treatments", assessment.Treatments, CareWriter.WriteTreatment);
        json.WriteArray("medications", assessment.Medications, CareWriter.WriteMedication);
        json.WriteArray("risks", assessment.Risks, CareWriter.WriteRisk);
        json.WriteArray("derived", assessment.Derived, WriteDerived);
        json.WriteArray("notes", assessment.Notes, WriteNote);
        json.WriteArray("notUnderstood", assessment.NotUnderstood, WriteNotUnderstood);
        json.WriteArray("issues", assessment.Issues, WriteIssue);
        json.WriteString("notice", assessment.Notice);
        json.WriteEndObject();
    }

    private static void WritePolicy(Utf8JsonWriter json, PolicySetting setting)
    {
        json.WriteString("name", setting.Name);
        json.WriteString("value", setting.Value);
    }

    private static void WriteLeading(Utf8JsonWriter json, LeadingSuggestion? leading)
    {
        if (leading is null)
        {
            json.WriteNull("leading");
            return;
        }

        json.WriteStartObject("leading");
        json.WriteString("type", EnumNames.NameOf(leading.Type));
        json.WriteString("subtype", leading.Subtype);
        json.WriteString("certainty", EnumNames.NameOf(leading.Certainty));
        json.WriteString("lesion", leading.Lesion);
        json.WriteEndObject();
    }

    private static void WriteDerived(Utf8JsonWriter json, DerivedValue derived)
    {
        json.WriteString("name", derived.Name);
        if (derived.Value is { } value)
            json.WritePlainNumber("value", value);
        json.WriteOptional("unit", derived.Unit);
        json.WriteOptional("result", derived.Result);
        json.WriteStrings("from", derived.From);
        json.WriteString("formula", derived.Formula);
        json.WriteOptional("note", derived.Note);
    }

    private static void WriteNote(Utf8JsonWriter json, ReadingNote note)
    {
        json.WriteString("code", note.Code);
        json.WriteString("text", note.Text);
        json.WriteStrings("from", note.From);
    }

    private static void WriteNotUnderstood(Utf8JsonWriter json, NotUnderstood entry)
    {
        json.WriteString("path", entry.Path);
        json.WriteString("kind", entry.Kind);
        json.WriteString("text", entry.Text);
        json.WriteString("reason", entry.Reason);
    }

    private static void WriteIssue(Utf8JsonWriter json, Issue issue)
    {
        json.WriteString("code", issue.Code);
        json.WriteString("severity", EnumNames.NameOf(issue.Severity));
        json.WriteString("path", issue.Path);
        json.WriteOptional("found", issue.Found);
        json.WriteOptional("expected", issue.Expected);
        json.WriteString("message", issue.Message);
    }
}
