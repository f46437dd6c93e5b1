using System.Globalization;
using System.Text.Json.Nodes;
using Calcinosis.Rules.Fhir.Mapping;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Tests.Support;

/// <summary>
/// Tells a findings document as an EHR would: a FHIR R4 Bundle made from the mapping tables alone. Whatever a table can say
/// in a standard code is said so; the rest is said in words, as charts do.
/// </summary>
internal sealed class FhirStory(FindingsDocument document)
{
    private const string Patient = "Patient/p";
    private readonly JsonArray _entries = [];

    public static byte[] Bundle(FindingsDocument document) => System.Text.Encoding.UTF8.GetBytes(new FhirStory(document).Tell().ToJsonString());

    public JsonObject Tell()
    {
        var bundle = new JsonObject { ["resourceType"] = "Bundle", ["type"] = "collection" };
        if (document.Id is { } id)
            bundle["identifier"] = new JsonObject { ["system"] = "urn:ietf:rfc:3986", ["value"] = id };
        if (document.AsOf is { IsDay: true } day)
            bundle["timestamp"] = $"{day}T12:00:00Z";
        Person();
        foreach (var (lesion, i) in document.Lesions.Select((lesion, i) => (lesion, i)))
            Lesion(lesion, i);
        foreach (var (lab, i) in document.Labs.Select((lab, i) => (lab, i)))
            Lab(lab, i);
        foreach (var (condition, i) in document.Conditions.Select((condition, i) => (condition, i)))
            Condition(condition, i);
        foreach (var (exposure, i) in document.Exposures.Select((exposure, i) => (exposure, i)))
            Exposure(exposure, i);
        foreach (var (study, i) in document.Imaging.Select((study, i) => (study, i)))
            Report("img", i, "RAD", ModalityName(study.Modality), study.TakenOn, study.Findings, [.. study.Lesion is { } one ? study.Lesions.Prepend(one) : study.Lesions], []);
        foreach (var (report, i) in document.Histology.Select((report, i) => (report, i)))
            Report("his", i, "SP", "skin biopsy", report.TakenOn, report.Findings, [.. report.Lesion is { } one ? report.Lesions.Prepend(one) : report.Lesions], [.. Specimen(report)]);
        foreach (var (relative, i) in document.FamilyHistory.Select((relative, i) => (relative, i)))
            Relative(relative, i);
        foreach (var (measurement, i) in document.Measurements.Select((measurement, i) => (measurement, i)))
            Measurement(measurement, i);
        foreach (var (gene, i) in document.Genetics.Select((gene, i) => (gene, i)))
            Add(Observation($"gen{Text(i)}", Words($"{gene.Gene} gene"), Value(Word(gene.Result!.Value))));
        bundle["entry"] = _entries;
        return bundle;
    }

    private void Person()
    {
        var patient = new JsonObject { ["resourceType"] = "Patient", ["id"] = "p" };
        if (document.Patient.Sex is { } sex)
            patient["gender"] = Word(sex);
        if (document.Patient.BirthDate is { } birth)
            patient["birthDate"] = birth.ToString();
        Add(patient);
        if (document.Patient.AgeYears is { } years)
            Add(Observation("age", Coded("http://loinc.org", "30525-0", "Age"), ("valueQuantity", Quantity(years, "a"))));
        if (document.Patient.Age is { } age)
            Add(Observation("age", Coded("http://loinc.org", "30525-0", "Age"), Span(age)));
        if (document.Patient.Pregnant is { } pregnant)
            Add(Observation("pregnant", Words("Pregnancy status"), ("valueBoolean", pregnant)));
        if (document.Patient.GestationalAgeWeeks is { } weeks)
            Add(Observation("gestation", Words("Gestational age at birth"), ("valueQuantity", Quantity(weeks, "wk"))));
    }

    private void Lab(LabResult lab, int i)
    {
        var observation = Observation($"lab{Text(i)}", lab.Analyte is { } analyte ? Analyte(analyte, lab.Unit) : Words(lab.Text!));
        observation["category"] = new JsonArray(Coded("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory", "Laboratory"));
        if (lab.Value is { } value)
        {
            observation["valueQuantity"] = Quantity(value, lab.Unit);
            if (lab.Comparator is { } comparator)
                observation["valueQuantity"]!["comparator"] = Word(comparator);
        }

        if (lab.Interpretation is { } flag)
            observation["interpretation"] = new JsonArray(Coded("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", FlagCode(flag), Word(flag)));
        if (lab.ReferenceRange is { } range)
        {
            var told = new JsonObject();
            if (range.Low is { } low)
                told["low"] = Quantity(low, range.Unit ?? lab.Unit);
            if (range.High is { } high)
                told["high"] = Quantity(high, range.Unit ?? lab.Unit);
            observation["referenceRange"] = new JsonArray(told);
        }

        if (lab.TakenOn is { } taken)
            observation["effectiveDateTime"] = taken.ToString();
        Add(observation);
    }

    /// <summary>A LOINC code of the analyte whose property fits the unit and which says nothing else; else our own code.</summary>
    private static JsonObject Analyte(string analyte, string? unit)
    {
        var molar = unit is not null && Units.Normalise(unit)?.Contains("mol", StringComparison.Ordinal) == true;
        foreach (var code in ClinicalVocabulary.Default.Find(TermKind.Analyte, analyte)?.StandardCodes ?? [])
        {
            var loinc = code.Split('|')[1];
            var row = MappingTables.Default.Loinc.GetValueOrDefault(loinc);
            if (code.StartsWith("loinc|", StringComparison.Ordinal) && (row is null || (row.Property == (molar ? "molar" : "mass") && row is { Material: "", Method: "", Dialysis: "" })))
                return Coded("http://loinc.org", loinc, null);
        }

        return Coded("urn:calcinosis-rules:analyte", analyte, null);
    }

    private void Condition(Condition condition, int i)
    {
        var verification = condition.Status == PresenceStatus.Absent ? "refuted" : condition.Verification == Verification.Suspected ? "provisional" : "confirmed";
        var told = new JsonObject
        {
            ["resourceType"] = "Condition",
            ["id"] = $"con{Text(i)}",
            ["verificationStatus"] = Coded("http://terminology.hl7.org/CodeSystem/condition-ver-status", verification, null),
            ["code"] = Disease(condition, TermKind.Condition),
            ["subject"] = Reference(Patient),
        };
        if (condition.Status != PresenceStatus.Absent)
            told["clinicalStatus"] = Coded("http://terminology.hl7.org/CodeSystem/condition-clinical", condition.Status == PresenceStatus.Past ? "resolved" : "active", null);
        if (condition.Since is { } since)
            told["onsetDateTime"] = since.ToString();
        else if (condition.OnsetAgeYears is { } age)
            told["onsetAge"] = Quantity(age, "a");
        else if (condition.Duration is { } duration)
            told["onsetString"] = duration.ToString();
        if (condition.Until is { } until)
            told["abatementDateTime"] = until.ToString();
        if (condition.Site is { } site)
            told["bodySite"] = new JsonArray(Words(site));
        if (condition.Stage is { } stage)
            told["stage"] = new JsonArray(new JsonObject { ["summary"] = Words(stage) });
        if (condition.Lesions.Count > 0)
            told["evidence"] = new JsonArray(new JsonObject { ["detail"] = new JsonArray([.. condition.Lesions.Select(lesion => (JsonNode)Reference($"Observation/{LesionName(lesion.Lesion)}"))]) });
        Add(told);
    }

    private void Exposure(Exposure exposure, int i)
    {
        var drug = exposure.Ongoing is not null || exposure.Dose is not null || exposure.Route is not null;
        var (type, status) = exposure.Status == PresenceStatus.Absent ? drug ? ("MedicationStatement", "not-taken") : ("Procedure", "not-done")
            : drug ? ("MedicationStatement", exposure.Ongoing switch { true => "active", false => "completed", null => "unknown" }) : ("Procedure", "completed");
        var told = new JsonObject
        {
            ["resourceType"] = type,
            ["id"] = $"exp{Text(i)}",
            ["status"] = status,
            [drug ? "medicationCodeableConcept" : "code"] = Disease(exposure, TermKind.Exposure),
            ["subject"] = Reference(Patient),
        };
        if (exposure.StartedOn is { } start && exposure.EndedOn is { } end)
            told[drug ? "effectivePeriod" : "performedPeriod"] = new JsonObject { ["start"] = start.ToString(), ["end"] = end.ToString() };
        else if (exposure.StartedOn is { } day)
            told[drug ? "effectiveDateTime" : "performedDateTime"] = day.ToString();
        if (drug)
        {
            var dosage = new JsonObject();
            if (exposure.Site is { } place)
                dosage["site"] = Words(place);
            if (exposure.Route is { } route)
                dosage["route"] = Words(Word(route));
            if (dosage.Count > 0)
                told["dosage"] = new JsonArray(dosage);
        }
        else if (exposure.Site is { } site)
        {
            told["bodySite"] = new JsonArray(Words(site));
        }

        Add(told);
        if (exposure.BeforeLesion is { } latency)
            Add(Part($"exp{Text(i)}latency", $"{type}/exp{Text(i)}", "before-lesion", Span(latency)));
        if (exposure.Extravasation is { } leak)
            Add(Part($"exp{Text(i)}leak", $"{type}/exp{Text(i)}", "extravasation", ("valueBoolean", leak)));
    }

    private void Lesion(Lesion lesion, int i)
    {
        var observation = Observation(LesionName(lesion.Id ?? $"L{Text(i + 1)}"), Own("lesion"));
        if (lesion.Id is { } id)
            observation["identifier"] = new JsonArray(new JsonObject { ["system"] = "urn:calcinosis-rules:lesion", ["value"] = id });
        if (lesion.Sites.Count > 0)
            observation["bodySite"] = Words(lesion.Sites[0]);
        var parts = new JsonArray();
        foreach (var site in lesion.Sites.Skip(1))
            parts.Add(Component("site", Value(site)));
        foreach (var look in lesion.Morphology)
            parts.Add(Component("morphology", Value(look)));
        foreach (var look in lesion.MorphologyAbsent)
            parts.Add(Component("morphology-absent", Value(look)));
        foreach (var spread in lesion.Distribution)
            parts.Add(Component("distribution", Value(spread)));
        Say("count", lesion.Count is { } count ? Value(Word(count)) : null);
        Say("number", lesion.Number is { } number ? ("valueInteger", number) : null);
        Say("size", lesion.SizeMm is { } size ? ("valueRange", new JsonObject { ["low"] = Quantity(size.Min ?? size.Max!.Value, "mm"), ["high"] = Quantity(size.Max ?? size.Min!.Value, "mm") }) : null);
        Say("pain", lesion.Pain is { } pain ? Value(Word(pain)) : null);
        Say("pain-score", lesion.PainScore is { } score ? ("valueInteger", (int)score) : null);
        Say("depth", lesion.Depth is { } depth ? Value(Word(depth)) : null);
        Say("course", lesion.Course is { } course ? Value(Word(course)) : null);
        Say("onset", lesion.OnsetOn is { } onset ? ("valueDateTime", onset.ToString()) : null);
        Say("onset-age", lesion.OnsetAgeYears is { } age ? ("valueQuantity", Quantity(age, "a")) : null);
        Say("duration", lesion.Duration is { } duration ? Span(duration) : null);
        Say("cleared-after", lesion.ClearedAfter is { } cleared ? Span(cleared) : null);
        foreach (var (code, flag) in new (string, bool?)[]
        {
            ("opioid-needed", lesion.OpioidNeeded), ("pain-out-of-proportion", lesion.PainOutOfProportion), ("ulcerated", lesion.Ulcerated), ("necrotic", lesion.Necrotic), ("chalky-discharge", lesion.ChalkyDischarge),
            ("ischaemic-pattern", lesion.IschaemicPattern), ("non-healing", lesion.NonHealing), ("symmetric", lesion.Symmetric), ("at-prior-injury", lesion.AtPriorInjury), ("local-damage", lesion.LocalDamage),
            ("only-in-damaged-skin", lesion.OnlyInDamagedSkin), ("growing", lesion.Growing),
        })
            Say(code, flag is { } yes ? ("valueBoolean", yes) : null);
        if (parts.Count > 0)
            observation["component"] = parts;
        Add(observation);

        void Say(string code, (string Element, JsonNode Value)? answer)
        {
            if (answer is { } said)
                parts.Add(Component(code, said));
        }
    }

    private void Report(string prefix, int i, string category, string name, PartialDate? taken, IReadOnlyList<ReportFinding> findings, string[] lesions, JsonObject[] extra)
    {
        var id = $"{prefix}{Text(i)}";
        var report = new JsonObject
        {
            ["resourceType"] = "DiagnosticReport",
            ["id"] = id,
            ["status"] = "final",
            ["category"] = new JsonArray(Coded("http://terminology.hl7.org/CodeSystem/v2-0074", category, null)),
            ["code"] = Words(name),
            ["subject"] = Reference(Patient),
        };
        if (taken is { } day)
            report["effectiveDateTime"] = day.ToString();
        var results = new JsonArray();
        var kind = category == "SP" ? TermKind.Histology : TermKind.Imaging;
        if (lesions.Length == 0 && findings.All(finding => finding.Status != PresenceStatus.Absent && finding.Extent is null))
        {
            if (findings.Count > 0)
                report["conclusionCode"] = new JsonArray([.. findings.Select(finding => (JsonNode)Named(finding, kind))]);
        }
        else
        {
            for (var j = 0; j < findings.Count; j++)
                Result(Observation($"{id}f{Text(j)}", Named(findings[j], kind), findings[j].Extent is { } extent ? Value(Word(extent)) : ("valueBoolean", findings[j].Status != PresenceStatus.Absent)));
        }

        foreach (var observation in extra)
            Result(observation);
        if (results.Count > 0)
            report["result"] = results;
        Add(report);

        void Result(JsonObject observation)
        {
            if (lesions.Length > 0)
                observation["focus"] = new JsonArray([.. lesions.Select(lesion => (JsonNode)Reference($"Observation/{LesionName(lesion)}"))]);
            results.Add(Reference($"Observation/{observation["id"]!.GetValue<string>()}"));
            Add(observation);
        }
    }

    private static IEnumerable<JsonObject> Specimen(HistologyReport report)
    {
        if (report.Adequate is { } adequate)
            yield return Observation("adequate", Own("adequate"), ("valueBoolean", adequate));
        if (report.Depth is { } depth)
            yield return Observation("depth", Own("specimen-depth"), Value(Word(depth)));
        if (report.Decalcified is { } decalcified)
            yield return Observation("decalcified", Own("decalcified"), ("valueBoolean", decalcified));
        foreach (var stain in report.Stains)
        {
            if (stain.Result is { } result)
                yield return Observation($"stain-{Word(stain.Stain)}", Own($"stain-{Word(stain.Stain)}"), Value(Word(result)));
        }
    }

    private void Relative(FamilyHistoryEntry relative, int i) => Add(new JsonObject
    {
        ["resourceType"] = "FamilyMemberHistory",
        ["id"] = $"fam{Text(i)}",
        ["status"] = "completed",
        ["patient"] = Reference(Patient),
        ["relationship"] = Words(relative.Relation ?? "family member"),
        ["condition"] = new JsonArray(new JsonObject { ["code"] = Named(relative, TermKind.Family) }),
    });

    private void Measurement(BedsideMeasurement measurement, int i)
    {
        var question = MappingTables.Default.QuestionByCode(Word(measurement.Kind!.Value))!;
        var observation = Observation($"mea{Text(i)}", question.Codes.Count > 0 ? Coded("http://loinc.org", question.Codes[0].Code, null) : Words(question.Names[0]), ("valueQuantity", Quantity(measurement.Value!.Value, measurement.Unit)));
        if (measurement.TakenOn is { } taken)
            observation["effectiveDateTime"] = taken.ToString();
        Add(observation);
    }

    /// <summary>Words, with a standard code beside them where exactly one says the same and the words add nothing to it.</summary>
    private static JsonObject Disease(NamedEntry entry, TermKind kind)
    {
        var concept = Named(entry, kind);
        if (entry.Text is not { } text || entry.Code is not null || entry.Codings.Count > 0 || HasRouteWord(text))
            return concept;
        var resolution = ClinicalVocabulary.Default.Resolve(kind, null, null, text);
        if (resolution is not { Terms: [{ Negated: false, Suspected: false, Past: false } only], Leftover.Count: 0 })
            return concept;
        foreach (var code in only.Term.StandardCodes.Where(code => !code.EndsWith('-')))
        {
            var parts = code.Split('|');
            var system = parts[0] switch { "icd10cm" => "http://hl7.org/fhir/sid/icd-10-cm", "snomed" => "http://snomed.info/sct", "atc" => "http://www.whocc.no/atc", "rxnorm" => "http://www.nlm.nih.gov/research/umls/rxnorm", _ => null };
            if (system is null || ClinicalVocabulary.Default.Find(new Coding(system, parts[1])) is not [{ } same] || same != only.Term)
                continue;
            concept["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = parts[1] });
            break;
        }

        return concept;
    }

    private static bool HasRouteWord(string text) => TextNormaliser.Tokens(text).Exists(token => MappingTables.Default.Routes.Any(row => row.Words.Contains(token)));

    private static JsonObject Named(NamedEntry entry, TermKind kind)
    {
        var concept = new JsonObject();
        var codings = new JsonArray();
        if (entry.Code is { } own)
            codings.Add(new JsonObject { ["system"] = $"urn:calcinosis-rules:{Word(kind)}", ["code"] = own });
        foreach (var coding in entry.Codings)
            codings.Add(new JsonObject { ["system"] = coding.System, ["code"] = coding.Value, ["display"] = coding.Display });
        if (codings.Count > 0)
            concept["coding"] = codings;
        if (entry.Text is { } text)
            concept["text"] = text;
        return concept;
    }

    private static JsonObject Part(string id, string whole, string question, (string Element, JsonNode Value) answer)
    {
        var observation = Observation(id, Own(question), answer);
        observation["partOf"] = new JsonArray(Reference(whole));
        return observation;
    }

    private static JsonObject Observation(string id, JsonObject code, (string Element, JsonNode Value)? answer = null)
    {
        var observation = new JsonObject { ["resourceType"] = "Observation", ["id"] = id, ["status"] = "final", ["code"] = code, ["subject"] = Reference(Patient) };
        if (answer is { } said)
            observation[said.Element] = said.Value;
        return observation;
    }

    private static JsonObject Component(string question, (string Element, JsonNode Value) answer) => new() { ["code"] = Own(question), [answer.Element] = answer.Value };

    private static (string Element, JsonNode Value) Value(string words) => ("valueCodeableConcept", Words(words));

    /// <summary>A length of time as a quantity where one unit can say it, else in ISO form.</summary>
    private static (string Element, JsonNode Value) Span(IsoDuration span) => span switch
    {
        { Months: 0, Days: 0, Hours: 0 } => ("valueQuantity", Quantity(span.Years, "a")),
        { Years: 0, Days: 0, Hours: 0 } => ("valueQuantity", Quantity(span.Months, "mo")),
        { Years: 0, Months: 0, Hours: 0 } => ("valueQuantity", Quantity(span.Days, "d")),
        _ => ("valueString", span.ToString()),
    };

    private static JsonObject Quantity(decimal value, string? unit) => unit is null ? new JsonObject { ["value"] = value } : new JsonObject { ["value"] = value, ["unit"] = unit };

    private static JsonObject Coded(string system, string code, string? display)
    {
        var coding = new JsonObject { ["system"] = system, ["code"] = code };
        if (display is not null)
            coding["display"] = display;
        return new JsonObject { ["coding"] = new JsonArray(coding) };
    }

    private static JsonObject Own(string question) => Coded("urn:calcinosis-rules:observation", question, null);

    private static JsonObject Words(string text) => new() { ["text"] = text };

    private static JsonObject Reference(string reference) => new() { ["reference"] = reference };

    private static string LesionName(string id) => $"lesion-{id}";

    private static string ModalityName(Modality? modality) => modality switch
    {
        Modality.XRay => "X-ray",
        Modality.Ct => "CT",
        Modality.Mri => "MRI",
        Modality.PetCt => "PET-CT",
        Modality.BoneScan => "Bone scan",
        null or Modality.Other => "Other imaging",
        { } known => Word(known),
    };

    private static string FlagCode(LabInterpretation flag) => flag switch
    {
        LabInterpretation.High => "H",
        LabInterpretation.Low => "L",
        LabInterpretation.Normal => "N",
        LabInterpretation.CriticalHigh => "HH",
        LabInterpretation.CriticalLow => "LL",
        LabInterpretation.Positive => "POS",
        LabInterpretation.Negative => "NEG",
        _ => "IND",
    };

    private static string Word<T>(T value)
        where T : struct, Enum => EnumWords<T>.Of(value);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Add(JsonObject resource) => _entries.Add(new JsonObject
    {
        ["fullUrl"] = $"https://ehr.example/fhir/{resource["resourceType"]!.GetValue<string>()}/{resource["id"]!.GetValue<string>()}",
        ["resource"] = resource,
    });
}
