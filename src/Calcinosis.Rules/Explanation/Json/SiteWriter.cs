using System.Text.Json;

namespace Calcinosis.Rules.Explanation.Json;

/// <summary>What a site's own rules added. The member is there only when there are additions.</summary>
internal static class SiteWriter
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<SiteAddition> additions)
    {
        if (additions.Count > 0)
            json.WriteArray("siteAdditions"u8, additions, WriteAddition);
    }

    private static void WriteAddition(Utf8JsonWriter json, SiteAddition addition)
    {
        json.WriteString("rule"u8, addition.Rule);
        json.WriteString("kind"u8, EnumNames.NameOf(addition.Kind));
        json.WriteString("text"u8, addition.Text);
        if (addition.Urgency is { } urgency)
            json.WriteString("urgency"u8, EnumNames.NameOf(urgency));
        if (addition.Type is { } type)
            json.WriteString("type"u8, EnumNames.NameOf(type));
        if (addition.SpeaksFor is { } speaksFor)
            json.WriteBoolean("speaksFor"u8, speaksFor);
        json.WriteOptional("test"u8, addition.Test);
        if (addition.Priority is { } priority)
            json.WriteNumber("priority"u8, priority);
        json.WriteOptional("lesion"u8, addition.Lesion);
        json.WriteArray("matched"u8, addition.Matched, WriteMatch);
    }

    private static void WriteMatch(Utf8JsonWriter json, SiteMatch match)
    {
        json.WriteString("fact"u8, match.Fact);
        json.WriteString("text"u8, match.Text);
        json.WriteStrings("from"u8, match.From);
    }
}
