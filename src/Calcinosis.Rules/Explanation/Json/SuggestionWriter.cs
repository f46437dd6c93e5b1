using System.Text.Json;

namespace Calcinosis.Rules.Explanation.Json;

/// <summary>The members of one lesion group: its five ranked types and what stands for and against each.</summary>
internal static class SuggestionWriter
{
    public static void WriteLesion(Utf8JsonWriter json, LesionAssessment lesion)
    {
        json.WriteString("lesion"u8, lesion.Lesion);
        json.WriteArray("suggestions"u8, lesion.Suggestions, WriteSuggestion);
    }

    public static void WriteEvidence(Utf8JsonWriter json, EvidenceLine line)
    {
        json.WriteString("rule"u8, line.Rule);
        json.WriteOptional("finding"u8, line.Finding);
        json.WriteString("state"u8, EnumNames.NameOf(line.State));
        if (line.Weight is { } weight)
            json.WriteString("weight"u8, EnumNames.NameOf(weight));
        if (line.Role is { } role)
            json.WriteString("role"u8, EnumNames.NameOf(role));
        json.WriteOptional("seen"u8, line.Seen);
        json.WriteStrings("from"u8, line.From);
        json.WriteString("text"u8, line.Text);
        json.WriteStrings("sources"u8, line.Sources);
        json.WriteString("status"u8, EnumNames.NameOf(line.Status));
    }

    private static void WriteSuggestion(Utf8JsonWriter json, Suggestion suggestion)
    {
        json.WriteString("type"u8, EnumNames.NameOf(suggestion.Type));
        json.WriteString("subtype"u8, suggestion.Subtype);
        json.WriteString("certainty"u8, EnumNames.NameOf(suggestion.Certainty));
        WriteAlternativeLabel(json, suggestion.AlternativeLabel);
        json.WriteStrings("contributing"u8, suggestion.Contributing);
        json.WriteNames("couldBecome"u8, suggestion.CouldBecome, EnumNames.NameOf);
        json.WriteArray("why"u8, suggestion.Why, WriteEvidence);
        json.WriteArray("against"u8, suggestion.Against, WriteEvidence);
        json.WritePreparedArray("assumed"u8, suggestion.Assumed, WriteAssumption);
        json.WritePreparedArray("missing"u8, suggestion.Missing, WriteMissing);
        json.WriteArray("whyNotHigher"u8, suggestion.WhyNotHigher, WriteEvidence);
    }

    private static void WriteAlternativeLabel(Utf8JsonWriter json, AlternativeLabel? label)
    {
        if (label is null)
        {
            json.WriteNull("alternativeLabel"u8);
            return;
        }

        json.WriteStartObject("alternativeLabel"u8);
        json.WriteString("type"u8, EnumNames.NameOf(label.Type));
        json.WriteString("subtype"u8, label.Subtype);
        json.WriteString("text"u8, label.Text);
        json.WriteEndObject();
    }

    public static void WriteAssumption(Utf8JsonWriter json, Assumption assumption)
    {
        json.WriteString("finding"u8, assumption.Finding);
        json.WriteString("as"u8, EnumNames.NameOf(assumption.As));
        json.WriteString("text"u8, assumption.Text);
    }

    public static void WriteMissing(Utf8JsonWriter json, MissingFinding missing)
    {
        json.WriteString("finding"u8, missing.Finding);
        if (missing.IfPresent is { } ifPresent)
            json.WriteString("ifPresent"u8, EnumNames.NameOf(ifPresent));
        if (missing.IfAbsent is { } ifAbsent)
            json.WriteString("ifAbsent"u8, EnumNames.NameOf(ifAbsent));
        if (missing.Needed is { } needed)
            json.WriteString("needed"u8, EnumNames.NameOf(needed));
        json.WriteStrings("together"u8, missing.Together);
        json.WriteString("text"u8, missing.Text);
    }
}
