using System.Text.Json.Nodes;

namespace Calcinosis.Rules.CdsHooks.Tests;

/// <summary>Patients as a client prefetches them.</summary>
internal static class FhirPatients
{
    /// <summary>Words that stand in the record and must stand nowhere else.</summary>
    public static readonly string[] Secrets = ["Zwetschgenbaum", "1962-05-02", Calls.PatientId, "pain 9 of 10"];

    private static JsonObject Subject => new() { ["reference"] = $"Patient/{Calls.PatientId}" };

    /// <summary>A woman on dialysis and warfarin with painful, dying skin of the thighs.</summary>
    public static JsonObject Calciphylaxis() => new()
    {
        ["patient"] = Parse($$"""{ "resourceType": "Patient", "id": "{{Calls.PatientId}}", "gender": "female", "birthDate": "1962-05-02", "name": [ { "family": "Zwetschgenbaum" } ] }"""),
        ["conditions"] = Calls.Bundle(
            Condition("c1", "http://hl7.org/fhir/sid/icd-10-cm", "N18.6", "End stage renal disease", "2021-05"),
            Condition("c2", "http://hl7.org/fhir/sid/icd-10-cm", "Z99.2", "Dependence on renal dialysis", "2021-05")),
        ["examination"] = Calls.Bundle(Lesion()),
        ["laboratory"] = Calls.Bundle(Lab("o1", "17861-6", 8.9m, "mg/dL"), Lab("o2", "2777-1", 6.9m, "mg/dL")),
        ["measurements"] = null,
        ["reports"] = null,
        ["procedures"] = null,
        ["medicationRequests"] = Calls.Bundle(Drug()),
        ["medicationStatements"] = null,
        ["medicationAdministrations"] = null,
        ["familyHistory"] = null,
        ["encounters"] = null,
    };

    /// <summary>A woman without any disease of the skin.</summary>
    public static JsonObject Unconcerned() => new()
    {
        ["patient"] = Parse($$"""{ "resourceType": "Patient", "id": "{{Calls.PatientId}}", "gender": "female", "birthDate": "1962-05-02" }"""),
        ["conditions"] = Calls.Bundle(Condition("c1", "http://hl7.org/fhir/sid/icd-10-cm", "I10", "Essential (primary) hypertension", "2015")),
        ["laboratory"] = Calls.Bundle(Lab("o1", "17861-6", 9.4m, "mg/dL")),
    };

    public static JsonObject Condition(string id, string system, string code, string text, string since) => new()
    {
        ["resourceType"] = "Condition",
        ["id"] = id,
        ["clinicalStatus"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/condition-clinical", ["code"] = "active" }) },
        ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code, ["display"] = text }), ["text"] = text },
        ["subject"] = Subject,
        ["onsetDateTime"] = since,
    };

    private static JsonObject Lesion() => new()
    {
        ["resourceType"] = "Observation",
        ["id"] = "lesion",
        ["status"] = "final",
        ["code"] = new JsonObject { ["text"] = "calcinosis lesion" },
        ["subject"] = Subject,
        ["effectiveDateTime"] = "2026-10-25",
        ["bodySite"] = new JsonObject { ["text"] = "thigh" },
        ["component"] = new JsonArray(
            Part("morphology", "valueString", "retiform purpura"),
            Part("pain score", "valueQuantity", new JsonObject { ["value"] = 9 }),
            Part("ulcerated", "valueBoolean", true),
            Part("necrotic", "valueBoolean", true),
            Part("onset", "valueDateTime", "2026-09-20")),
    };

    private static JsonObject Part(string name, string field, JsonNode value) => new() { ["code"] = new JsonObject { ["text"] = name }, [field] = value };

    private static JsonObject Lab(string id, string code, decimal value, string unit) => new()
    {
        ["resourceType"] = "Observation",
        ["id"] = id,
        ["status"] = "final",
        ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://loinc.org", ["code"] = code }) },
        ["subject"] = Subject,
        ["effectiveDateTime"] = "2026-10-20",
        ["valueQuantity"] = new JsonObject { ["value"] = value, ["unit"] = unit, ["system"] = "http://unitsofmeasure.org", ["code"] = unit },
    };

    private static JsonObject Drug() => new()
    {
        ["resourceType"] = "MedicationRequest",
        ["id"] = "m1",
        ["status"] = "active",
        ["intent"] = "order",
        ["medicationCodeableConcept"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://www.nlm.nih.gov/research/umls/rxnorm", ["code"] = "11289", ["display"] = "warfarin" }), ["text"] = "warfarin" },
        ["subject"] = Subject,
        ["authoredOn"] = "2026-03-01",
    };

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;
}
