using System.Text.Json.Nodes;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Fuzzing;

/// <summary>Sound calls of every hook, with the sample patients as prefetch.</summary>
internal static class CdsCalls
{
    public static IEnumerable<byte[]> Sound()
    {
        foreach (var file in Directory.GetFiles(Repository.PathOf("samples/fhir"), "*.json").Order(StringComparer.Ordinal))
        {
            var resources = Resources(JsonNode.Parse(File.ReadAllBytes(file))!).ToArray();
            var patient = resources.First(resource => (string)resource["resourceType"]! == "Patient");
            yield return Call("patient-view", new JsonObject { ["userId"] = "Practitioner/1", ["patientId"] = Id(patient), ["encounterId"] = "e1" }, resources);
            yield return Call("problem-list-item-create", new JsonObject { ["userId"] = "Practitioner/1", ["patientId"] = Id(patient), ["conditions"] = BundleOf(resources, "Condition") }, resources);
            yield return Call("order-select", new JsonObject
            {
                ["userId"] = "Practitioner/1",
                ["patientId"] = Id(patient),
                ["selections"] = new JsonArray("MedicationRequest/draft"),
                ["draftOrders"] = Draft(),
            }, resources);
            yield return Call("order-sign", new JsonObject { ["userId"] = "Practitioner/1", ["patientId"] = Id(patient), ["draftOrders"] = Draft() }, resources);
        }
    }

    private static byte[] Call(string hook, JsonObject context, IReadOnlyList<JsonNode> resources)
    {
        var call = new JsonObject
        {
            ["hook"] = hook,
            ["hookInstance"] = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
            ["fhirServer"] = "https://ehr.example.org/fhir",
            ["fhirAuthorization"] = new JsonObject
            {
                ["access_token"] = "token",
                ["token_type"] = "Bearer",
                ["expires_in"] = 300,
                ["scope"] = "user/Patient.read",
                ["subject"] = "cds-service",
            },
            ["context"] = context,
            ["prefetch"] = new JsonObject
            {
                ["patient"] = resources.First(resource => (string)resource["resourceType"]! == "Patient").DeepClone(),
                ["conditions"] = BundleOf(resources, "Condition"),
                ["observations"] = BundleOf(resources, "Observation"),
                ["medications"] = null,
            },
        };
        return System.Text.Encoding.UTF8.GetBytes(call.ToJsonString());
    }

    private static IEnumerable<JsonNode> Resources(JsonNode bundle) => bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!);

    private static string Id(JsonNode patient) => (string?)patient["id"] ?? "1";

    private static JsonObject BundleOf(IReadOnlyList<JsonNode> resources, string type) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "searchset",
        ["entry"] = new JsonArray([.. resources.Where(resource => (string)resource["resourceType"]! == type).Select(resource => new JsonObject { ["resource"] = resource.DeepClone() })]),
    };

    private static JsonObject Draft() => new()
    {
        ["resourceType"] = "Bundle",
        ["entry"] = new JsonArray(new JsonObject
        {
            ["resource"] = new JsonObject
            {
                ["resourceType"] = "MedicationRequest",
                ["id"] = "draft",
                ["status"] = "draft",
                ["intent"] = "order",
                ["medicationCodeableConcept"] = new JsonObject { ["text"] = "warfarin" },
                ["subject"] = new JsonObject { ["reference"] = "Patient/1" },
            },
        }),
    };
}
