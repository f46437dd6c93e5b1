using System.Text.Json.Nodes;

namespace Calcinosis.Rules.CdsHooks.Tests;

/// <summary>Bodies of calls.</summary>
internal static class Calls
{
    public const string TypeService = "calcinosis-cutis-type";
    public const string OrderService = "calcinosis-cutis-orders";
    public const string PatientId = "1288992";

    /// <summary>A chart is opened; nothing was prefetched.</summary>
    public static JsonObject PatientView() => new()
    {
        ["hook"] = "patient-view",
        ["hookInstance"] = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        ["context"] = new JsonObject { ["userId"] = "Practitioner/example", ["patientId"] = PatientId },
    };

    /// <summary>An order that is nobody's concern here, so that the answer is empty whatever the patient has.</summary>
    public static JsonObject HarmlessOrder() => Orders("MedicationRequest/1", Medication("1", "Paracetamol 500 mg tablet"));

    public static JsonObject Orders(string selection, params JsonObject[] orders) => new()
    {
        ["hook"] = "order-select",
        ["hookInstance"] = "4a74b1d0-4fee-4d18-b76f-7f3bd361e4bc",
        ["context"] = new JsonObject
        {
            ["userId"] = "Practitioner/example",
            ["patientId"] = PatientId,
            ["selections"] = new JsonArray(selection),
            ["draftOrders"] = Bundle(orders),
        },
    };

    public static JsonObject Medication(string id, string text) => new()
    {
        ["resourceType"] = "MedicationRequest",
        ["id"] = id,
        ["status"] = "draft",
        ["intent"] = "order",
        ["medicationCodeableConcept"] = new JsonObject { ["text"] = text },
        ["subject"] = new JsonObject { ["reference"] = $"Patient/{PatientId}" },
    };

    public static JsonObject Bundle(params JsonObject[] resources) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "searchset",
        ["entry"] = new JsonArray([.. resources.Select(resource => new JsonObject { ["resource"] = resource })]),
    };

    /// <summary>The body without one of its fields, given by its path.</summary>
    public static JsonObject Without(this JsonObject body, string path)
    {
        var names = path.Split('.');
        var owner = names.SkipLast(1).Aggregate(body, (node, name) => node[name]!.AsObject());
        owner.Remove(names[^1]);
        return body;
    }

    /// <summary>The body with one of its fields set.</summary>
    public static JsonObject With(this JsonObject body, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var owner = names.SkipLast(1).Aggregate(body, (node, name) => node[name]!.AsObject());
        owner[names[^1]] = value;
        return body;
    }
}
