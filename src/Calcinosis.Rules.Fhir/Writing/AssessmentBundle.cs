using System.Globalization;
using System.Text.Json;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Explanation.Rendering;

namespace Calcinosis.Rules.Fhir.Writing;

/// <summary>
/// The Bundle: a ClinicalImpression (what problems the findings suggest, which is what that resource is for; RiskAssessment
/// speaks of the future and of probabilities, which the rules do not give), a provisional Condition for each type at possible
/// or above, a DetectedIssue for each red flag, and Device and Provenance, which name software and rule base.
/// </summary>
internal sealed class AssessmentBundle(Utf8JsonWriter json, Assessment assessment, FhirPatient? patient, FhirWriteOptions options)
{
    private const string IcdSystem = "http://hl7.org/fhir/sid/icd-10-cm";
    private const string TypeSystem = "urn:calcinosis-rules:type";
    private const string CertaintySystem = "urn:calcinosis-rules:certainty";
    private readonly FhirIdentity _identity = new(assessment);
    private readonly SourceReferences _sources = new(patient);

    private string Impression => Url("impression");

    private string Software => Url("device");

    private string? Day => options.MadeAt is { } at ? Instant(at) : patient?.Document.AsOf is { } day ? day.ToString() : null;

    public void Write()
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("id", _identity.Of("bundle"));
        json.WriteString("type", "collection");
        if (options.MadeAt is { } at)
            json.WriteString("timestamp", Instant(at));
        json.WriteStartArray("entry");
        Entry("impression", "ClinicalImpression", WriteImpression);
        foreach (var (lesion, suggestion, key) in Suggested())
            Entry(key, "Condition", () => WriteCondition(lesion, suggestion));
        for (var i = 0; i < assessment.RedFlags.Count; i++)
        {
            var flag = assessment.RedFlags[i];
            Entry(FlagKey(i), "DetectedIssue", () => WriteFlag(flag));
        }

        Entry("device", "Device", WriteDevice);
        Entry("provenance", "Provenance", WriteProvenance);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string FlagKey(int flag) => string.Create(CultureInfo.InvariantCulture, $"flag/{flag}");

    private static bool IsSuggested(Suggestion suggestion) => suggestion.Certainty is Certainty.Possible or Certainty.Probable or Certainty.Established;

    private string Url(string key) => "urn:uuid:" + _identity.Of(key);

    private IEnumerable<(string Lesion, Suggestion Suggestion, string Key)> Suggested() =>
        assessment.Lesions.SelectMany(lesion => lesion.Suggestions.Where(IsSuggested).Select(suggestion => (lesion.Lesion, suggestion, Key(lesion.Lesion, suggestion))));

    private static string Key(string lesion, Suggestion suggestion) => $"condition/{lesion}/{EnumNames.NameOf(suggestion.Type)}";

    private void Entry(string key, string type, Action body)
    {
        json.WriteStartObject();
        json.WriteString("fullUrl", Url(key));
        json.WriteStartObject("resource");
        json.WriteString("resourceType", type);
        json.WriteString("id", _identity.Of(key));
        body();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Subject(string name)
    {
        json.WriteStartObject(name);
        if (_sources.Patient is { } reference)
            json.WriteString("reference", reference);
        else
            json.WriteString("display", "the patient of the findings that were assessed");
        json.WriteEndObject();
    }

    private void WriteImpression()
    {
        json.Narrative(XhtmlReport.Render(AssessmentReport.Build(assessment)));
        json.WriteString("status", "completed");
        json.Concept("code", "Calcinosis cutis: what the recorded findings support");
        json.WriteString("description", "Suggested type of skin calcification, from the recorded findings by published rules.");
        Subject("subject");
        if (Day is { } day)
            json.WriteString("effectiveDateTime", day);
        json.WriteString("summary", Summary());
        var suggestions = assessment.Lesions.SelectMany(lesion => lesion.Suggestions.Select(suggestion => (lesion.Lesion, Suggestion: suggestion))).ToArray();
        if (suggestions.Length > 0)
        {
            json.WriteStartArray("finding");
            foreach (var (lesion, suggestion) in suggestions)
                Finding(lesion, suggestion);
            json.WriteEndArray();
        }

        json.References("supportingInfo", _sources.All);
        json.Note([assessment.Notice, .. assessment.Cautions.Select(caution => caution.Text)]);
    }

    private string Summary() => assessment.Leading is { } leading
        ? $"Findings support {Wording.Disease(leading.Type, leading.Subtype)}: {Wording.Of(leading.Certainty)} (lesion {leading.Lesion})."
        : assessment.Conclusion switch
        {
            Conclusion.NoLesion => "No lesion of calcinosis is recorded; nothing was classified.",
            Conclusion.NotAssessed => "The findings have errors; nothing was assessed.",
            _ => "The recorded findings support no type of calcinosis cutis.",
        };

    private void Finding(string lesion, Suggestion suggestion)
    {
        json.WriteStartObject();
        var certainty = EnumNames.NameOf(suggestion.Certainty);
        var words = $"{Wording.Disease(suggestion.Type, suggestion.Subtype)}: {Wording.Of(suggestion.Certainty)} (lesion {lesion})";
        json.Concept("itemCodeableConcept", words, (TypeSystem, EnumNames.NameOf(suggestion.Type), Wording.TypeOf(suggestion.Type)), (CertaintySystem, certainty, Wording.Of(suggestion.Certainty)));
        if (IsSuggested(suggestion))
            json.Reference("itemReference", Url(Key(lesion, suggestion)));
        var lines = suggestion.Why.Concat(suggestion.Against).Select(line => line.Text).Distinct(StringComparer.Ordinal).ToArray();
        if (lines.Length > 0)
            json.WriteString("basis", string.Join("; ", lines));
        json.WriteEndObject();
    }

    private void WriteCondition(string lesion, Suggestion suggestion)
    {
        var leading = assessment.Leading is { } first && first.Lesion == lesion && first.Type == suggestion.Type;
        json.Narrative($"<p>{XhtmlReport.Encode($"Suggestion, not a diagnosis: {Wording.Disease(suggestion.Type, suggestion.Subtype)}, {Wording.Of(suggestion.Certainty)} ({Wording.Meaning(suggestion.Certainty)}), lesion {lesion}.")}</p>");
        json.Concept("clinicalStatus", "Active", ("http://terminology.hl7.org/CodeSystem/condition-clinical", "active", "Active"));
        json.Concept("verificationStatus", leading ? "Provisional" : "Differential", ("http://terminology.hl7.org/CodeSystem/condition-ver-status", leading ? "provisional" : "differential", leading ? "Provisional" : "Differential"));
        (string, string, string?) type = (TypeSystem, EnumNames.NameOf(suggestion.Type), Wording.TypeOf(suggestion.Type));
        // ICD-10-CM has one code for all types but calciphylaxis, which it has none of its own for.
        json.Concept("code", Wording.Disease(suggestion.Type, suggestion.Subtype), suggestion.Type == CalcinosisType.Calciphylaxis ? [type] : [(IcdSystem, "L94.2", "Calcinosis cutis"), type]);
        var sites = patient?.Document.Lesions.FirstOrDefault(known => known.Id == lesion)?.Sites ?? [];
        if (sites.Count > 0)
        {
            json.WriteStartArray("bodySite");
            foreach (var site in sites)
            {
                json.WriteStartObject();
                json.ConceptBody(site);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Subject("subject");
        if (Day is { } day)
            json.WriteString("recordedDate", day);
        if (suggestion.Why.Count > 0)
        {
            json.WriteStartArray("evidence");
            foreach (var line in suggestion.Why)
                Evidence(line);
            json.WriteEndArray();
        }

        json.Note(assessment.Notice);
    }

    private void Evidence(EvidenceLine line)
    {
        json.WriteStartObject();
        json.WriteStartArray("code");
        json.WriteStartObject();
        json.ConceptBody(line.Seen is { Length: > 0 } seen ? $"{line.Text} (seen: {seen})" : line.Text, ("urn:calcinosis-rules:rule", line.Rule, null));
        json.WriteEndObject();
        json.WriteEndArray();
        json.References("detail", _sources.Of(line.From));
        json.WriteEndObject();
    }

    private void WriteFlag(RedFlag flag)
    {
        json.Narrative($"<p>{XhtmlReport.Encode($"{Wording.Of(flag.Urgency)}: {flag.Text}")}</p>");
        json.WriteString("status", "final");
        json.Concept("code", flag.Text, ("urn:calcinosis-rules:rule", flag.Rule, null));
        json.WriteString("severity", flag.Urgency switch { Urgency.Emergency or Urgency.SameDay => "high", Urgency.Days => "moderate", _ => "low" });
        Subject("patient");
        if (Day is { } day)
            json.WriteString("identifiedDateTime", day);
        json.Reference("author", Software);
        if (flag.Why.Count > 0)
        {
            json.WriteStartArray("evidence");
            foreach (var line in flag.Why)
                Evidence(line);
            json.WriteEndArray();
        }

        json.WriteString("detail", $"{Wording.Of(flag.Urgency)}: {flag.Text}");
    }

    private void WriteDevice()
    {
        var version = typeof(Assessment).Assembly.GetName().Version;
        json.WriteString("status", "active");
        json.WriteStartArray("deviceName");
        json.WriteStartObject();
        json.WriteString("name", "Calcinosis.Rules");
        json.WriteString("type", "model-name");
        json.WriteEndObject();
        json.WriteEndArray();
        json.Concept("type", "Software: rules for the type of skin calcification");
        json.WriteStartArray("version");
        Version("software", version is null ? "unknown" : version.ToString(3));
        Version("rule base", assessment.Knowledge.Version);
        Version("rule base fingerprint (SHA-256)", assessment.Knowledge.Fingerprint);
        foreach (var setting in assessment.Policy)
            Version($"setting {setting.Name}", setting.Value);
        json.WriteEndArray();
        json.Note(assessment.Notice);
    }

    private void Version(string type, string value)
    {
        json.WriteStartObject();
        json.Concept("type", type);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private void WriteProvenance()
    {
        json.References("target", [Impression, .. Suggested().Select(one => Url(one.Key)), .. Enumerable.Range(0, assessment.RedFlags.Count).Select(flag => Url(FlagKey(flag)))]);
        if (options.MadeAt is { } at)
        {
            json.WriteString("recorded", Instant(at));
        }
        else if (patient?.Document.AsOf is { IsDay: true } day)
        {
            json.WriteString("recorded", day + "T00:00:00Z");
        }
        else
        {
            // No clock is read, so the moment may be unknown; FHIR wants it said.
            json.WriteStartObject("_recorded");
            json.WriteStartArray("extension");
            json.WriteStartObject();
            json.WriteString("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason");
            json.WriteString("valueCode", "unknown");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteStartArray("agent");
        json.WriteStartObject();
        json.Concept("type", "Assembler", ("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "assembler", "Assembler"));
        json.Reference("who", Software);
        json.WriteEndObject();
        json.WriteEndArray();
        var sources = _sources.All.ToArray();
        if (sources.Length == 0)
            return;
        json.WriteStartArray("entity");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("role", "source");
            json.Reference("what", source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
