using System.Text.Json;

namespace Calcinosis.Rules.CdsHooks.Tests.Contract;

/// <summary>
/// What the specification demands of an answer, HL7's invariants cds-resp-1 to cds-resp-7 among it. Every card that any test
/// sees goes through it.
/// </summary>
internal static class CardContract
{
    private static readonly string[] CardFields = ["uuid", "summary", "detail", "indicator", "source", "suggestions", "selectionBehavior", "overrideReasons", "links"];

    /// <summary>Everything in an answer that breaks a rule; empty for a good one.</summary>
    public static IReadOnlyList<string> Breaches(JsonElement answer)
    {
        var breaches = new List<string>();
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("cards", out var cards) || cards.ValueKind != JsonValueKind.Array)
            return ["an answer has an array of cards"];
        Check(breaches, !answer.TryGetProperty("systemActions", out _), "nothing is to be done without a person");
        foreach (var card in cards.EnumerateArray())
            CheckCard(breaches, card);
        CheckNothingEmpty(breaches, answer, "");
        var uuids = cards.EnumerateArray().SelectMany(UuidsOf).ToList();
        Check(breaches, uuids.Distinct(StringComparer.Ordinal).Count() == uuids.Count, "every uuid is used once");
        return breaches;
    }

    private static void CheckCard(List<string> breaches, JsonElement card)
    {
        foreach (var field in card.EnumerateObject())
            Check(breaches, CardFields.Contains(field.Name), $"'{field.Name}' is no field of a card");
        Check(breaches, card.GetProperty("summary").GetString() is { Length: > 0 and < 140 } summary && !summary.Contains('\n', StringComparison.Ordinal), "summary is one line of fewer than 140 characters");
        Check(breaches, card.GetProperty("indicator").GetString() is "info" or "warning" or "critical", "indicator is info, warning or critical");
        Check(breaches, Guid.TryParseExact(card.GetProperty("uuid").GetString(), "D", out _), "uuid is a UUID");
        CheckSource(breaches, card.GetProperty("source"));
        CheckSuggestions(breaches, card);
        foreach (var reason in Array(card, "overrideReasons"))
        {
            // cds-resp-4
            Check(breaches, reason.GetProperty("display").GetString() is { Length: > 0 }, "an override reason has a display");
            CheckCoding(breaches, reason);
        }

        foreach (var link in Array(card, "links"))
        {
            Check(breaches, link.GetProperty("label").GetString() is { Length: > 0 }, "a link has a label");
            Check(breaches, IsAbsolute(link.GetProperty("url").GetString()), "a link's url is absolute");
            Check(breaches, link.GetProperty("type").GetString() is "absolute" or "smart", "a link's type is absolute or smart");
            // cds-resp-3
            Check(breaches, link.GetProperty("type").GetString() == "smart" || !link.TryGetProperty("appContext", out _), "appContext is for smart links only");
            Check(breaches, !link.TryGetProperty("autolaunchable", out _), "no link starts by itself");
        }
    }

    private static void CheckSource(List<string> breaches, JsonElement source)
    {
        Check(breaches, source.GetProperty("label").GetString() is { Length: > 0 }, "a source has a label");
        Check(breaches, !source.TryGetProperty("url", out var url) || IsAbsolute(url.GetString()), "a source's url is absolute");
        Check(breaches, !source.GetProperty("label").GetString()!.Contains("Calcinosis.Rules", StringComparison.Ordinal), "the source is the guidance and not the software");
        CheckCoding(breaches, source.GetProperty("topic"));
    }

    private static void CheckSuggestions(List<string> breaches, JsonElement card)
    {
        var suggestions = Array(card, "suggestions");
        var behaviour = card.TryGetProperty("selectionBehavior", out var value) ? value.GetString() : null;
        // cds-resp-6
        Check(breaches, suggestions.Count == 0 == behaviour is null, "suggestions and selectionBehavior come together");
        Check(breaches, behaviour is null or "at-most-one" or "any", "selectionBehavior is at-most-one or any");
        // cds-resp-1
        Check(breaches, behaviour != "at-most-one" || suggestions.Count(IsRecommended) <= 1, "at most one suggestion is recommended where one may be chosen");
        foreach (var suggestion in suggestions)
        {
            Check(breaches, suggestion.GetProperty("label").GetString() is { Length: > 0 }, "a suggestion has a label");
            Check(breaches, Guid.TryParseExact(suggestion.GetProperty("uuid").GetString(), "D", out _), "a suggestion's uuid is a UUID");
            // cds-resp-7, and the feature may be used only with clients that are known to support it
            Check(breaches, !suggestion.TryGetProperty("actionSelectionBehavior", out _), "actionSelectionBehavior is not used");
            foreach (var action in Array(suggestion, "actions"))
                CheckAction(breaches, action);
        }
    }

    private static void CheckAction(List<string> breaches, JsonElement action)
    {
        var type = action.GetProperty("type").GetString();
        Check(breaches, type is "create" or "update" or "delete", "an action's type is create, update or delete");
        // cds-resp-5
        Check(breaches, action.GetProperty("description").GetString() is { Length: > 0 }, "an action has a description");
        // cds-resp-2
        Check(breaches, type != "delete" || (action.TryGetProperty("resourceId", out _) && !action.TryGetProperty("resource", out _)), "a deletion names what it deletes");
        Check(breaches, type == "delete" || action.TryGetProperty("resource", out _), "what is created or updated comes along");
        if (!action.TryGetProperty("resource", out var resource))
            return;
        Check(breaches, resource.GetProperty("resourceType").GetString() == "ServiceRequest", "only tests are suggested");
        Check(breaches, resource.GetProperty("status").GetString() == "draft" && resource.GetProperty("intent").GetString() == "proposal", "a suggestion is a proposal and no order");
        Check(breaches, resource.GetProperty("priority").GetString() is "routine" or "urgent" or "asap" or "stat", "a priority of FHIR R4");
        Check(breaches, resource.GetProperty("subject").GetProperty("reference").GetString()!.StartsWith("Patient/", StringComparison.Ordinal), "a test is for the patient");
        foreach (var coding in resource.GetProperty("code").GetProperty("coding").EnumerateArray())
            CheckCoding(breaches, coding);
    }

    private static void CheckCoding(List<string> breaches, JsonElement coding)
    {
        Check(breaches, coding.GetProperty("code").GetString() is { Length: > 0 }, "a Coding has a code");
        Check(breaches, IsAbsolute(coding.GetProperty("system").GetString()), "a Coding's system is a URI");
    }

    /// <summary>"JSON elements SHALL NOT be null or empty", but for the one array that may be.</summary>
    private static void CheckNothingEmpty(List<string> breaches, JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                breaches.Add($"{path} is null");
                break;
            case JsonValueKind.String:
                Check(breaches, element.GetString()!.Length > 0, $"{path} is empty");
                break;
            case JsonValueKind.Array:
                Check(breaches, element.GetArrayLength() > 0 || path == "/cards", $"{path} is empty");
                foreach (var item in element.EnumerateArray())
                    CheckNothingEmpty(breaches, item, path + "/-");
                break;
            case JsonValueKind.Object:
                Check(breaches, element.EnumerateObject().Any(), $"{path} is empty");
                foreach (var field in element.EnumerateObject())
                    CheckNothingEmpty(breaches, field.Value, $"{path}/{field.Name}");
                break;
        }
    }

    private static IEnumerable<string> UuidsOf(JsonElement card) =>
        Array(card, "suggestions").Select(suggestion => suggestion.GetProperty("uuid").GetString()!).Append(card.GetProperty("uuid").GetString()!);

    private static List<JsonElement> Array(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var array) ? [.. array.EnumerateArray()] : [];

    private static bool IsRecommended(JsonElement suggestion) =>
        suggestion.TryGetProperty("isRecommended", out var recommended) && recommended.GetBoolean();

    private static bool IsAbsolute(string? address) => Uri.TryCreate(address, UriKind.Absolute, out _);

    private static void Check(List<string> breaches, bool holds, string rule)
    {
        if (!holds)
            breaches.Add(rule);
    }
}
