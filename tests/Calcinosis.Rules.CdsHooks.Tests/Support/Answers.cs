using System.Net;
using System.Text.Json;

namespace Calcinosis.Rules.CdsHooks.Tests;

/// <summary>Reading answers.</summary>
internal static class Answers
{
    /// <summary>The cards of a good answer.</summary>
    public static async Task<IReadOnlyList<JsonElement>> CardsAsync(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(HttpStatusCode.OK, text);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        return [.. JsonDocument.Parse(text).RootElement.GetProperty("cards").EnumerateArray()];
    }

    /// <summary>What an OperationOutcome complains of: "code path".</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(status, text);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/fhir+json");
        var outcome = JsonDocument.Parse(text).RootElement;
        outcome.GetProperty("resourceType").GetString().Should().Be("OperationOutcome");
        return [.. outcome.GetProperty("issue").EnumerateArray().Select(issue =>
            $"{issue.GetProperty("code").GetString()} {(issue.TryGetProperty("expression", out var path) ? path[0].GetString() : "")}".Trim())];
    }
}
