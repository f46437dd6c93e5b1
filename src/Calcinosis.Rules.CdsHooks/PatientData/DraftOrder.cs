using System.Text.Json;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.CdsHooks.PatientData;

/// <summary>One order of the session, as far as its name goes.</summary>
/// <param name="Reference">Type and id, as <c>selections</c> names it; null when the order has no id.</param>
/// <param name="Codings">Standard codes of what is ordered.</param>
/// <param name="Text">Its words; null when there are none.</param>
internal sealed record DraftOrder(string? Reference, IReadOnlyList<Coding> Codings, string? Text)
{
    /// <summary>The orders that the question is about: the selected ones, or all where the hook has no selection.</summary>
    /// <param name="bundle">The <c>draftOrders</c>.</param>
    /// <param name="selections">References, with or without a version or a base; null takes every order.</param>
    public static IReadOnlyList<DraftOrder> Read(JsonElement bundle, IReadOnlyList<string>? selections)
    {
        var resources = Resources(bundle).ToList();
        var medications = resources.Where(resource => TextOf(resource, "resourceType") == "Medication" && TextOf(resource, "id") is not null)
            .GroupBy(resource => $"Medication/{TextOf(resource, "id")}", StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return
        [
            .. resources.Where(resource => TextOf(resource, "resourceType") is "MedicationRequest" or "ServiceRequest")
                .Select(resource => Of(resource, medications))
                .Where(order => selections is null || (order.Reference is { } reference && selections.Any(selection => Names(selection, reference)))),
        ];
    }

    private static bool Names(string selection, string reference)
    {
        var plain = selection.Split("/_history/")[0];
        // Clients are seen to leave the type out, although the hook asks for it.
        return plain == reference || plain.EndsWith("/" + reference, StringComparison.Ordinal) || (!plain.Contains('/', StringComparison.Ordinal) && reference.EndsWith("/" + plain, StringComparison.Ordinal));
    }

    private static DraftOrder Of(JsonElement resource, Dictionary<string, JsonElement> medications)
    {
        var type = TextOf(resource, "resourceType");
        var reference = TextOf(resource, "id") is { } id ? $"{type}/{id}" : null;
        var concept = type == "ServiceRequest" ? Object(resource, "code") : Object(resource, "medicationCodeableConcept") ?? Medication(resource, medications);
        if (concept is not { } found)
            return new DraftOrder(reference, [], null);
        var codings = found.TryGetProperty("coding"u8, out var array) && array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray().Where(coding => coding.ValueKind == JsonValueKind.Object).ToList()
            : [];
        return new DraftOrder(
            reference,
            [.. codings.Select(coding => new Coding(TextOf(coding, "system"), TextOf(coding, "code"), TextOf(coding, "display")))],
            TextOf(found, "text") ?? codings.Select(coding => TextOf(coding, "display")).FirstOrDefault(display => display is not null));
    }

    private static JsonElement? Medication(JsonElement resource, Dictionary<string, JsonElement> medications)
    {
        if (Object(resource, "medicationReference") is not { } link || TextOf(link, "reference") is not { Length: > 0 } reference)
            return null;
        if (reference[0] != '#')
            return medications.TryGetValue(reference, out var known) ? Object(known, "code") : null;
        if (!resource.TryGetProperty("contained"u8, out var contained) || contained.ValueKind != JsonValueKind.Array)
            return null;
        foreach (var inner in contained.EnumerateArray().Where(inner => inner.ValueKind == JsonValueKind.Object && TextOf(inner, "id") == reference[1..]))
            return Object(inner, "code");
        return null;
    }

    private static IEnumerable<JsonElement> Resources(JsonElement bundle)
    {
        if (!bundle.TryGetProperty("entry"u8, out var entries) || entries.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var entry in entries.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.Object && Object(entry, "resource") is { } resource)
                yield return resource;
        }
    }

    private static JsonElement? Object(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
