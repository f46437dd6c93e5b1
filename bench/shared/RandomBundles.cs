using System.Globalization;
using System.Text;
using System.Text.Json;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Compare;

/// <summary>Random FHIR R4 Bundles of one patient: laboratory Observations and Conditions with standard codes. Same seed, same bundles.</summary>
internal sealed class RandomBundles(int seed)
{
    private static readonly (string Loinc, string Name, string Unit, decimal Low, decimal High)[] Tests =
    [
        ("17861-6", "Calcium [Mass/volume] in Serum or Plasma", "mg/dL", 7.5m, 13m), ("2777-1", "Phosphate [Mass/volume] in Serum or Plasma", "mg/dL", 2m, 9m),
        ("1751-7", "Albumin [Mass/volume] in Serum or Plasma", "g/dL", 2.2m, 5m), ("2160-0", "Creatinine [Mass/volume] in Serum or Plasma", "mg/dL", 0.4m, 8m),
        ("2731-8", "Parathyrin.intact [Mass/volume] in Serum or Plasma", "pg/mL", 5m, 900m), ("1988-5", "C reactive protein [Mass/volume] in Serum or Plasma", "mg/L", 1m, 80m),
    ];

    private readonly Random _random = new(seed);
    private readonly Term[] _conditions = [.. ClinicalVocabulary.Default.Terms.Where(term => term.Kind == TermKind.Condition && term.StandardCodes.Any(code => code.StartsWith("icd10cm|", StringComparison.Ordinal)))];

    public string Next(int number, int resources)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            var patient = string.Create(CultureInfo.InvariantCulture, $"p{number}");
            json.WriteStartObject();
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "collection");
            json.WriteStartArray("entry");
            Entry(json, "Patient", patient, () =>
            {
                json.WriteString("gender", _random.Next(2) == 0 ? "female" : "male");
                json.WriteString("birthDate", Day(1935, 2015));
            });
            for (var i = 1; i < resources; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"r{i}");
                if (i % 4 == 0)
                    Condition(json, id, patient);
                else
                    Observation(json, id, patient);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private void Observation(Utf8JsonWriter json, string id, string patient)
    {
        var test = Tests[_random.Next(Tests.Length)];
        Entry(json, "Observation", id, () =>
        {
            json.WriteStartObject("meta");
            json.WriteStartArray("profile");
            json.WriteStringValue("http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-lab");
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteString("status", "final");
            json.WriteStartArray("category");
            json.WriteStartObject();
            Coded(json, "coding", "http://terminology.hl7.org/CodeSystem/observation-category", "laboratory", "Laboratory");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartObject("code");
            Coded(json, "coding", "http://loinc.org", test.Loinc, test.Name);
            json.WriteString("text", test.Name);
            json.WriteEndObject();
            Subject(json, patient);
            json.WriteString("effectiveDateTime", Day(2026, 2027) + "T08:00:00Z");
            json.WriteStartObject("valueQuantity");
            json.WriteNumber("value", decimal.Round(test.Low + ((decimal)_random.NextDouble() * (test.High - test.Low)), 1));
            json.WriteString("unit", test.Unit);
            json.WriteString("system", "http://unitsofmeasure.org");
            json.WriteString("code", test.Unit);
            json.WriteEndObject();
        });
    }

    private void Condition(Utf8JsonWriter json, string id, string patient)
    {
        var term = _conditions[_random.Next(_conditions.Length)];
        var code = term.StandardCodes.First(code => code.StartsWith("icd10cm|", StringComparison.Ordinal)).Split('|')[1].TrimEnd('-');
        Entry(json, "Condition", id, () =>
        {
            json.WriteStartObject("clinicalStatus");
            Coded(json, "coding", "http://terminology.hl7.org/CodeSystem/condition-clinical", "active", "Active");
            json.WriteEndObject();
            json.WriteStartObject("code");
            Coded(json, "coding", "http://hl7.org/fhir/sid/icd-10-cm", code, term.Label);
            json.WriteString("text", term.Label);
            json.WriteEndObject();
            Subject(json, patient);
            json.WriteString("onsetDateTime", Day(2005, 2026));
        });
    }

    private static void Entry(Utf8JsonWriter json, string type, string id, Action content)
    {
        json.WriteStartObject();
        json.WriteString("fullUrl", $"https://example.org/fhir/{type}/{id}");
        json.WriteStartObject("resource");
        json.WriteString("resourceType", type);
        json.WriteString("id", id);
        content();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Coded(Utf8JsonWriter json, string name, string system, string code, string display)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("code", code);
        json.WriteString("display", display);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Subject(Utf8JsonWriter json, string patient)
    {
        json.WriteStartObject("subject");
        json.WriteString("reference", "Patient/" + patient);
        json.WriteEndObject();
    }

    private string Day(int from, int to) => string.Create(CultureInfo.InvariantCulture, $"{_random.Next(from, to):D4}-{_random.Next(1, 10):D2}-{_random.Next(1, 28):D2}");
}
