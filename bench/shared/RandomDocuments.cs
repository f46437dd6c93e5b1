using System.Globalization;
using System.Text;
using System.Text.Json;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Compare;

/// <summary>
/// Random findings documents of a chosen size: laboratory results, diseases, exposures, lesions and reports, named in all
/// ways that documents may use (our codes, standard codes, words). Same seed, same documents.
/// </summary>
internal sealed class RandomDocuments(int seed)
{
    private static readonly string[] Sites =
        ["fingers", "left hand", "scrotum", "right thigh", "abdomen", "left heel", "elbow", "right forearm", "knee", "scalp", "left lower leg", "buttock", "shoulder", "eyelid", "penis", "left dorsal hand", "vulva", "ear"];

    private static readonly (string Analyte, string Unit, double Low, double High)[] Tests =
    [
        ("calcium-total", "mg/dL", 7.5, 13), ("phosphate", "mg/dL", 2, 9), ("calcium-ionised", "mmol/L", 1.0, 1.6), ("albumin", "g/dL", 2.2, 5), ("pth-intact", "pg/mL", 5, 900),
        ("vitamin-d-25oh", "ng/mL", 5, 160), ("creatinine", "mg/dL", 0.4, 8), ("egfr", "mL/min/{1.73_m2}", 5, 110), ("alkaline-phosphatase", "U/L", 40, 400), ("magnesium", "mg/dL", 1.4, 2.8),
        ("bicarbonate", "mmol/L", 14, 30), ("uric-acid", "mg/dL", 3, 10), ("crp", "mg/L", 1, 80), ("haemoglobin", "g/dL", 7, 16), ("platelets", "10*9/L", 90, 400), ("ferritin", "ng/mL", 10, 900),
        ("cholesterol", "mg/dL", 120, 280), ("triglycerides", "mg/dL", 60, 300), ("hba1c", "%", 4.5, 10), ("white-blood-cells", "10*9/L", 3, 15), ("creatine-kinase", "U/L", 40, 900), ("ace", "U/L", 10, 120),
    ];

    private readonly Random _random = new(seed);
    private readonly Term[] _conditions = Terms(TermKind.Condition);
    private readonly Term[] _exposures = Terms(TermKind.Exposure);
    private readonly Term[] _looks = Terms(TermKind.Morphology);
    private readonly Term[] _imaging = Terms(TermKind.Imaging);
    private readonly Term[] _histology = Terms(TermKind.Histology);

    public string Next(int number, int findings)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("schema", "calcinosis-findings/1");
            json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"p{number:D7}"));
            json.WriteString("asOf", "2026-10-31");
            Patient(json);
            var (labs, conditions, exposures) = (findings * 11 / 20, findings / 5, findings / 10);
            List(json, "labs", labs, () => Lab(json));
            List(json, "conditions", conditions, () => Condition(json));
            List(json, "exposures", exposures, () => Exposure(json));
            var lesions = _random.Next(1, 3);
            var lesion = 0;
            List(json, "lesions", lesions, () => Lesion(json, ++lesion));
            var reports = Math.Max(2, findings - labs - conditions - exposures - lesions);
            List(json, "imaging", 1, () =>
            {
                json.WriteString("modality", "x-ray");
                List(json, "findings", reports / 2, () => Name(json, _imaging));
            });
            List(json, "histology", 1, () =>
            {
                json.WriteString("lesion", "L1");
                json.WriteBoolean("adequate", true);
                List(json, "findings", reports - (reports / 2), () => Name(json, _histology));
            });
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static Term[] Terms(TermKind kind) => [.. ClinicalVocabulary.Default.Terms.Where(term => term.Kind == kind)];

    private static void List(Utf8JsonWriter json, string name, int count, Action element)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < count; i++)
        {
            json.WriteStartObject();
            element();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Patient(Utf8JsonWriter json)
    {
        json.WriteStartObject("patient");
        if (OneIn(3))
            json.WriteString("birthDate", Day(1930, 2024));
        else
            json.WriteNumber("ageYears", OneIn(4) ? _random.Next(0, 17) : _random.Next(18, 90));
        json.WriteString("sex", OneIn(2) ? "female" : "male");
        json.WriteEndObject();
    }

    private void Lab(Utf8JsonWriter json)
    {
        var test = Tests[OneIn(3) ? _random.Next(4) : _random.Next(Tests.Length)];
        if (OneIn(8))
            json.WriteString("text", test.Analyte.Replace('-', ' '));
        else
            json.WriteString("analyte", test.Analyte);
        json.WriteNumber("value", decimal.Round((decimal)(test.Low + (_random.NextDouble() * (test.High - test.Low))), 1));
        json.WriteString("unit", test.Unit);
        if (OneIn(3))
        {
            json.WriteStartObject("referenceRange");
            json.WriteNumber("low", decimal.Round((decimal)(test.Low * 1.1), 1));
            json.WriteNumber("high", decimal.Round((decimal)(test.High * 0.7), 1));
            json.WriteEndObject();
        }

        json.WriteString("takenOn", OneIn(4) ? Day(2023, 2026) : string.Create(CultureInfo.InvariantCulture, $"2026-10-{_random.Next(10, 29)}"));
    }

    private void Condition(Utf8JsonWriter json)
    {
        Name(json, _conditions);
        json.WriteString("status", OneIn(4) ? "absent" : OneIn(8) ? "past" : "present");
        if (OneIn(3))
            json.WriteString("since", Day(2005, 2026));
    }

    private void Exposure(Utf8JsonWriter json)
    {
        Name(json, _exposures);
        if (OneIn(2))
            json.WriteString("startedOn", Day(2024, 2026));
        if (OneIn(3))
            json.WriteString("site", Pick(Sites));
    }

    private void Lesion(Utf8JsonWriter json, int number)
    {
        json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"L{number}"));
        json.WriteStartArray("sites");
        json.WriteStringValue(Pick(Sites));
        json.WriteEndArray();
        json.WriteStartArray("morphology");
        json.WriteStringValue(Pick(_looks).Code);
        json.WriteEndArray();
        if (OneIn(2))
            json.WriteString("pain", OneIn(2) ? "mild" : "severe");
        if (OneIn(2))
            json.WriteBoolean("ulcerated", OneIn(2));
        if (OneIn(2))
            json.WriteString("onsetOn", Day(2022, 2026));
    }

    private void Name(Utf8JsonWriter json, Term[] terms)
    {
        var term = Pick(terms);
        if (OneIn(2))
        {
            json.WriteString("code", term.Code);
        }
        else if (OneIn(2) && term.StandardCodes.FirstOrDefault(code => code.StartsWith("icd10cm|", StringComparison.Ordinal)) is { } standard)
        {
            json.WriteStartArray("codings");
            json.WriteStartObject();
            json.WriteString("system", "http://hl7.org/fhir/sid/icd-10-cm");
            json.WriteString("code", standard.Split('|')[1].TrimEnd('-'));
            json.WriteEndObject();
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("text", term.Label);
        }
    }

    private bool OneIn(int count) => _random.Next(count) == 0;

    private T Pick<T>(T[] all) => all[_random.Next(all.Length)];

    private string Day(int from, int to) => string.Create(CultureInfo.InvariantCulture, $"{_random.Next(from, to):D4}-{_random.Next(1, 13):D2}-{_random.Next(1, 28):D2}");
}
