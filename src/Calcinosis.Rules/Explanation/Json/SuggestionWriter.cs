using System.Text.Json;

namespace Calcinosis.Rules.Explanation.Json;

/// <summary>The members of one lesion group: its five ranked types and what stands for and against each.</summary>
internal static class SuggestionWriter
{
    public static void WriteLesion(Utf8JsonWriter json, LesionAssessment lesion)
    {
        json.WriteString("lesion", lesion.Lesion);
        json.WriteArray("suggestions", lesion.Suggestions, WriteSuggestion);
    }

    public static void WriteEvidence(Utf8JsonWriter json, EvidenceLine line)
    {
        json.WriteString("rule", line.Rule);
        json.WriteOptional("finding", line.Finding);
        json.WriteString("state", EnumNames.NameOf(line.State));
        if (line.Weight is { } weight)
            json.WriteString("weight", EnumNames.NameOf(weight));
        if (line.Role is { } role)
            json.WriteString("role", EnumNames.NameOf(role));
        json.WriteOptional("seen", line.Seen);
        json.WriteStrings("from", line.From);
        json.WriteString("text", line.Text);
        json.WriteStrings("sources", line.Sources);
        json.WriteString("status", EnumNames.NameOf(line.Status));
    }

    private static void WriteSuggestion(Utf8JsonWriter json, Suggestion suggestion)
    {
        json.WriteString("type", EnumNames.NameOf(suggestion.Type));
        json.WriteString("subtype", suggestion.Subtype);
        json.WriteString("certainty", EnumNames.NameOf(suggestion.Certainty));
        WriteAlternativeLabel(json, suggestion.AlternativeLabel);
        json.WriteStrings("contributing", suggestion.Contributing);
        json.WriteNames("couldBecome", suggestion.CouldBecome, EnumNames.NameOf);
        json.WriteArray("why", suggestion.Why, WriteEvidence);
        json.WriteArray("against", suggestion.Against, WriteEvidence);
        json.WriteArray("assumed", suggestion.Assumed, WriteAssumption);
        json.WriteArray("missing", suggestion.Missing, WriteMissing);
        json.WriteArray("whyNotHigher", suggestion.WhyNotHigher, WriteEvidence);
    }

    private static void WriteAlternativeLabel(Utf8JsonWriter json, AlternativeLabel? label)
    {
        if (label is null)
        {
            json.WriteNull("alternativeLabel");
            return;
        }

        json.WriteStartObject("alternativeLabel");
        json.WriteString("type", EnumNames.NameOf(label.Type));
        json.WriteString("subtype", label.Subtype);
        json.WriteString("text", label.Text);
        json.WriteEndObject();
    }

    private static void WriteAssumption(Utf8JsonWriter json, Assumption assumption)
    {
        json.WriteString("finding", assumption.Finding);
        json.WriteString("as", EnumNames.NameOf(assumption.As));
        json.WriteString("text", assumption.Text);
    }

    private static void WriteMissing(Utf8JsonWriter json, MissingFinding missing)
    {
        json.WriteString("finding", missing.Finding);
        if (missing.IfPresent is { } ifPresent)
            json.WriteString("ifPresent", EnumNames.NameOf(ifPresent));
        if (missing.IfAbsent is { } ifAbsent)
            json.WriteString("ifAbsent", EnumNames.NameOf(ifAbsent));
        if (missing.Needed is { } needed)
            json.WriteString("needed", EnumNames.NameOf(needed));
        json.WriteStrings("together", missing.Together);
        json.WriteString("text", missing.Text);
    }
}
