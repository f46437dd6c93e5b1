using System.Text;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir.Tests.Support;

/// <summary>Short ways to write FHIR in tests.</summary>
internal static class Fhir
{
    public const string Loinc = "http://loinc.org";
    public const string Snomed = "http://snomed.info/sct";
    public const string Icd10Cm = "http://hl7.org/fhir/sid/icd-10-cm";
    public const string Person = """{"resourceType":"Patient","id":"p","gender":"female","birthDate":"1970-05-01"}""";

    /// <summary>A Bundle of the resources, with the usual patient before them.</summary>
    public static string Bundle(params string[] resources) => BundleOf([Person, .. resources]);

    public static string BundleOf(params string[] resources) =>
        $$"""{"resourceType":"Bundle","type":"searchset","timestamp":"2026-10-31T08:00:00Z","entry":[{{string.Join(',', resources.Select(resource => $$"""{"resource":{{resource}} }"""))}}]}""";

    public static FhirReadResult Read(string json, FhirReadOptions? options = null) => FhirFindings.Read(Encoding.UTF8.GetBytes(json), options);

    /// <summary>The only patient of a Bundle of the resources.</summary>
    public static FhirPatient Patient(params string[] resources) => Read(Bundle(resources)).Patients.Should().ContainSingle().Subject;

    public static string Lab(string code, string value, string more = "", string id = "o1") =>
        $$"""{"resourceType":"Observation","id":"{{id}}","status":"final","category":[{"coding":[{"code":"laboratory"}]}],"code":{{code}},"subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-10-20T07:30:00+02:00",{{value}}{{more}} }""";

    public static string Coded(string system, string code, string? text = null) =>
        text is null ? $$"""{"coding":[{"system":"{{system}}","code":"{{code}}"}]}""" : $$"""{"coding":[{"system":"{{system}}","code":"{{code}}"}],"text":"{{text}}"}""";

    public static string Words(string text) => $$"""{"text":"{{text}}"}""";

    public static string Quantity(string value, string? unit, string? code = null) =>
        $$""" "valueQuantity":{"value":{{value}}{{(unit is null ? "" : $",\"unit\":\"{unit}\"")}}{{(code is null ? "" : $",\"code\":\"{code}\"")}} } """;

    public static string Condition(string code, string more = "", string id = "c1") =>
        $$"""{"resourceType":"Condition","id":"{{id}}","code":{{code}},"subject":{"reference":"Patient/p"}{{more}} }""";

    public static LabResult OneLab(string code, string value, string more = "") => Patient(Lab(code, value, more)).Document.Labs.Should().ContainSingle().Subject;
}
