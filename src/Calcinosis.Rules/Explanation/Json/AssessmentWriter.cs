using System.Text.Json;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Explanation.Json;

/// <summary>The document's outer members, in the order of the published example.</summary>
internal static class AssessmentWriter
{
    public static void Write(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartObject();
        json.WriteString("schema"u8, Assessment.SchemaId);
        json.WriteOptional("id"u8, assessment.Id);
        json.WriteStartObject("knowledge"u8);
        json.WriteString("version"u8, assessment.Knowledge.Version);
        json.WriteString("fingerprint"u8, assessment.Knowledge.Fingerprint);
        json.WriteEndObject();
        json.WriteArray("policy"u8, assessment.Policy, WritePolicy);
        json.WriteString("conclusion"u8, EnumNames.NameOf(assessment.Conclusion));
        json.WriteNames("types"u8, assessment.Types, EnumNames.NameOf);
        WriteLeading(json, assessment.Leading);
        json.WriteStrings("recordSays"u8, assessment.RecordSays);
        json.WriteArray("lesions"u8, assessment.Lesions, SuggestionWriter.WriteLesion);
        json.WriteArray("redFlags"u8, assessment.RedFlags, CareWriter.WriteRedFlag);
        json.WriteArray("cautions"u8, assessment.Cautions, CareWriter.WriteCaution);
        json.WriteArray("workup"u8, assessment.Workup, CareWriter.WriteWorkup);
        json.WritePreparedArray("treatments"u8, assessment.Treatments, CareWriter.WriteTreatment);
        json.WriteArray("medications"u8, assessment.Medications, CareWriter.WriteMedication);
        json.WritePreparedArray("risks"u8, assessment.Risks, CareWriter.WriteRisk);
        SiteWriter.Write(json, assessment.SiteAdditions);
        json.WriteArray("derived"u8, assessment.Derived, WriteDerived);
        json.WriteArray("notes"u8, assessment.Notes, WriteNote);
        json.WriteArray("notUnderstood"u8, assessment.NotUnderstood, WriteNotUnderstood);
        json.WriteArray("issues"u8, assessment.Issues, WriteIssue);
        json.WriteString("notice"u8, assessment.Notice);
        json.WriteEndObject();
    }

    private static void WritePolicy(Utf8JsonWriter json, PolicySetting setting)
    {
        json.WriteString("name"u8, setting.Name);
        json.WriteString("value"u8, setting.Value);
    }

    private static void WriteLeading(Utf8JsonWriter json, LeadingSuggestion? leading)
    {
        if (leading is null)
        {
            json.WriteNull("leading"u8);
            return;
        }

        json.WriteStartObject("leading"u8);
        json.WriteString("type"u8, EnumNames.NameOf(leading.Type));
        json.WriteString("subtype"u8, leading.Subtype);
        json.WriteString("certainty"u8, EnumNames.NameOf(leading.Certainty));
        json.WriteString("lesion"u8, leading.Lesion);
        json.WriteEndObject();
    }

    private static void WriteDerived(Utf8JsonWriter json, DerivedValue derived)
    {
        json.WriteString("name"u8, derived.Name);
        if (derived.Value is { } value)
            json.WritePlainNumber("value"u8, value);
        json.WriteOptional("unit"u8, derived.Unit);
        json.WriteOptional("result"u8, derived.Result);
        json.WriteStrings("from"u8, derived.From);
        json.WriteString("formula"u8, derived.Formula);
        json.WriteOptional("note"u8, derived.Note);
    }

    private static void WriteNote(Utf8JsonWriter json, ReadingNote note)
    {
        json.WriteString("code"u8, note.Code);
        json.WriteString("text"u8, note.Text);
        json.WriteStrings("from"u8, note.From);
    }

    private static void WriteNotUnderstood(Utf8JsonWriter json, NotUnderstood entry)
    {
        json.WriteString("path"u8, entry.Path);
        json.WriteString("kind"u8, entry.Kind);
        json.WriteString("text"u8, entry.Text);
        json.WriteString("reason"u8, entry.Reason);
    }

    private static void WriteIssue(Utf8JsonWriter json, Issue issue)
    {
        json.WriteString("code"u8, issue.Code);
        json.WriteString("severity"u8, EnumNames.NameOf(issue.Severity));
        json.WriteString("path"u8, issue.Path);
        json.WriteOptional("found"u8, issue.Found);
        json.WriteOptional("expected"u8, issue.Expected);
        json.WriteString("message"u8, issue.Message);
    }
}
