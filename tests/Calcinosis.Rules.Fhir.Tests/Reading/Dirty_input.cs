using System.Globalization;
using System.Text;
using Calcinosis.Rules.Findings;
using FsCheck;
using FsCheck.Fluent;
using static Calcinosis.Rules.Fhir.Tests.Support.Fhir;

namespace Calcinosis.Rules.Fhir.Tests.Reading;

/// <summary>Whatever the bytes are, reading ends with issues: never an exception, never silence.</summary>
public sealed class Dirty_input
{
    [Theory]
    [InlineData("", "empty-input")]
    [InlineData("  \n", "empty-input")]
    [InlineData("<Bundle xmlns=\"http://hl7.org/fhir\"></Bundle>", "xml-not-supported")]
    [InlineData("{", "malformed-json")]
    [InlineData("[1,2]", "not-fhir")]
    [InlineData("{\"a\":1}", "not-fhir")]
    [InlineData("{\"resourceType\":7}", "not-fhir")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}", "no-patient")]
    [InlineData("{\"resourceType\":\"Organization\",\"id\":\"o\"}", "no-patient")]
    [InlineData("{\"resourceType\":\"Bundle\"} {\"resourceType\":\"Bundle\"}", "malformed-json")]
    public void What_is_no_FHIR_JSON_is_told(string text, string code)
    {
        var read = Read(text);

        read.Patients.Should().BeEmpty();
        read.Issues.Should().ContainSingle(issue => issue.Code == code && issue.Severity == IssueSeverity.Error);
    }

    [Fact]
    public void Text_that_is_no_UTF8_is_told() =>
        FhirFindings.Read([.. "{\"resourceType\":\"Patient\",\"id\":\""u8, 0xC3, 0x28, .. "\"}"u8]).Issues.Should().ContainSingle(issue => issue.Code == "malformed-json");

    [Fact]
    public void Nesting_beyond_the_limit_is_told()
    {
        var deep = new StringBuilder("{\"resourceType\":\"Patient\",\"x\":");
        deep.Insert(deep.Length, "[", 100).Insert(deep.Length, "]", 100).Append('}');

        Read(deep.ToString()).Issues.Should().ContainSingle(issue => issue.Code == "too-deep");
    }

    [Fact]
    public void Nothing_of_a_text_that_breaks_off_is_used() =>
        Read(Bundle(Condition(Coded(Icd10Cm, "M34.1")))[..^3]).Patients.Should().BeEmpty("half a record could hide what speaks against a finding");

    [Theory]
    [InlineData("\"code\":null")]
    [InlineData("\"code\":[]")]
    [InlineData("\"code\":\"calcium\"")]
    [InlineData("\"code\":17")]
    [InlineData("\"code\":{\"coding\":null}")]
    [InlineData("\"code\":{\"coding\":[null]}")]
    [InlineData("\"code\":{\"coding\":{\"system\":\"http://loinc.org\",\"code\":\"17861-6\"}}")]
    [InlineData("\"valueQuantity\":9.4")]
    [InlineData("\"valueQuantity\":[{\"value\":9.4}]")]
    [InlineData("\"valueQuantity\":{\"value\":1e400,\"unit\":\"mg/dL\"}")]
    [InlineData("\"valueQuantity\":{\"value\":{},\"unit\":[]}")]
    [InlineData("\"effectiveDateTime\":\"31.10.2026\"")]
    [InlineData("\"effectiveDateTime\":\"2026-02-30\"")]
    [InlineData("\"effectivePeriod\":\"2026\"")]
    [InlineData("\"component\":{}")]
    [InlineData("\"component\":[null,1,\"x\"]")]
    [InlineData("\"interpretation\":\"H\"")]
    [InlineData("\"referenceRange\":[{\"low\":\"8.5\"}]")]
    [InlineData("\"status\":{\"value\":\"final\"}")]
    [InlineData("\"hasMember\":[{\"reference\":5}]")]
    [InlineData("\"contained\":[{}]")]
    [InlineData("\"subject\":\"Patient/p\"")]
    [InlineData("\"id\":[\"x\"]")]
    public void An_element_of_the_wrong_type_is_told_and_the_rest_is_read(string element)
    {
        var read = Read(Bundle($$"""{"resourceType":"Observation","id":"o","status":"final","subject":{"reference":"Patient/p"},"code":{"text":"serum calcium"},{{element}} }""", Condition(Coded(Icd10Cm, "M34.1"))));

        read.Patients.Should().ContainSingle().Which.Document.Conditions.Should().ContainSingle();
        (read.Patients[0].Issues.Count + read.Patients[0].LeftOut.Count + read.LeftOut.Count).Should().BeGreaterThan(0);
    }

    [Fact]
    public void An_empty_text_is_no_text_and_the_code_beside_it_counts()
    {
        var patient = Patient(
            Condition("""{"text":"","coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"M34.1"}]}"""),
            """{"resourceType":"Procedure","id":"x","status":"completed","subject":{"reference":"Patient/p"},"code":{"text":"","coding":[{"display":""}]}}""");

        patient.Document.Conditions.Should().ContainSingle().Which.Text.Should().BeNull();
        patient.LeftOut.Should().Contain(line => line.Source.Resource == "Procedure/x");
    }

    [Theory]
    [InlineData("79228162514264337593543950335", "a")]
    [InlineData("79228162514264337593543950335", "mo")]
    [InlineData("79228162514264337593543950335", "wk")]
    [InlineData("79228162514264337593543950335", "d")]
    [InlineData("79228162514264337593543950335", "h")]
    [InlineData("-79228162514264337593543950335", "wk")]
    [InlineData("201", "a")]
    [InlineData("2401", "mo")]
    public void An_age_that_no_life_holds_is_left_out(string number, string unit)
    {
        var patient = Read(BundleOf("""{"resourceType":"Patient","id":"p"}""", Lab(Coded(Loinc, "30525-0"), Quantity(number, unit)))).Patients.Single();

        (patient.Document.Patient.AgeYears, patient.Document.Patient.Age).Should().Be((null, null));
        patient.LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.BadValue);
    }

    [Theory]
    [InlineData("""{"resourceType":"MedicationStatement","id":"m","taken":"n","status":"completed","medicationCodeableConcept":{"text":"warfarin"},"subject":{"reference":"Patient/p"}}""", "STU3")]
    [InlineData("""{"resourceType":"Condition","id":"m","clinicalStatus":"resolved","code":{"text":"lupus"},"subject":{"reference":"Patient/p"}}""", "STU3")]
    [InlineData("""{"resourceType":"Condition","id":"m","assertedDate":"2020","code":{"text":"lupus"},"subject":{"reference":"Patient/p"}}""", "STU3")]
    [InlineData("""{"resourceType":"Procedure","id":"m","notDone":true,"status":"completed","code":{"text":"parathyroidectomy"},"subject":{"reference":"Patient/p"}}""", "STU3")]
    [InlineData("""{"resourceType":"MedicationRequest","id":"m","status":"active","intent":"order","medication":{"concept":{"text":"warfarin"}},"subject":{"reference":"Patient/p"}}""", "R5")]
    [InlineData("""{"resourceType":"Procedure","id":"m","status":"completed","occurrenceDateTime":"2020","code":{"text":"parathyroidectomy"},"subject":{"reference":"Patient/p"}}""", "R5")]
    [InlineData("""{"resourceType":"Encounter","id":"m","status":"completed","class":[{"text":"IMP"}],"subject":{"reference":"Patient/p"}}""", "R5")]
    public void A_resource_of_another_FHIR_version_is_left_out_with_a_clear_message(string resource, string version)
    {
        var patient = Patient(resource);

        patient.LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.OtherVersion && line.Text.Contains(version, StringComparison.Ordinal));
        patient.Issues.Should().ContainSingle(issue => issue.Code == "other-fhir-version");
        (patient.Document.Conditions.Count + patient.Document.Exposures.Count).Should().Be(0);
    }

    [Fact]
    public void An_animal_is_refused()
    {
        var patient = Read("""{"resourceType":"Patient","id":"dog","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-animal"}]}""").Patients[0];

        new CalcinosisClassifier().Classify(patient).Conclusion.Should().Be(Explanation.Conclusion.NotAssessed);
    }

    [Fact]
    public void Two_patients_are_two_and_nothing_crosses_over()
    {
        var read = Read(BundleOf(Person, """{"resourceType":"Patient","id":"q","gender":"male"}""", Condition(Coded(Icd10Cm, "M34.1")), Condition(Coded(Icd10Cm, "M32.9"), id: "c2").Replace("Patient/p", "Patient/q", StringComparison.Ordinal), """{"resourceType":"Condition","id":"c3","code":{"text":"lupus"}}"""));

        read.Patients.Select(patient => (patient.Reference, patient.Document.Conditions.Count)).Should().Equal(("Patient/p", 1), ("Patient/q", 1));
        read.LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.OtherPatient && line.Source.Resource == "Condition/c3");
    }

    [Fact]
    public void Only_the_patient_that_was_asked_for_is_read()
    {
        var read = Read(BundleOf(Person, """{"resourceType":"Patient","id":"q"}""", Condition(Coded(Icd10Cm, "M34.1"))), new FhirReadOptions { Patient = "Patient/q" });

        read.Patients.Should().ContainSingle().Which.Reference.Should().Be("Patient/q");
        read.LeftOut.Should().OnlyContain(line => line.Reason == LeftOutReason.OtherPatient).And.HaveCount(2);
    }

    [Fact]
    public void Loose_resources_are_read_together_and_null_is_passed_over()
    {
        ReadOnlyMemory<byte>[] texts = [.. new[] { Person, "null", Condition(Coded(Icd10Cm, "M34.1")), BundleOf(Lab(Coded(Loinc, "17861-6"), Quantity("9.4", "mg/dL"))) }.Select(text => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text))];

        var patient = FhirFindings.Read(texts).Patients[0];

        (patient.Document.Conditions.Count, patient.Document.Labs.Count).Should().Be((1, 1));
    }

    [Fact]
    public void A_transaction_names_its_resources_by_urn_uuid()
    {
        var read = Read("""{"resourceType":"Bundle","type":"transaction","entry":[{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"x","gender":"male"}},{"resource":{"resourceType":"Condition","code":{"text":"lupus"},"subject":{"reference":"urn:uuid:1"}},"fullUrl":"urn:uuid:2"}]}""");

        var patient = read.Patients.Should().ContainSingle().Subject;
        patient.Document.Patient.Sex.Should().Be(Sex.Male);
        patient.Provenance["/conditions/0"].Resource.Should().Be("urn:uuid:2");
    }

    [Fact]
    public void The_order_of_members_does_not_matter() =>
        Read("""{"entry":[{"resource":{"gender":"male","id":"x","resourceType":"Patient"}}],"resourceType":"Bundle"}""").Patients.Should().ContainSingle().Which.Document.Patient.Sex.Should().Be(Sex.Male);

    [Fact]
    public void A_repeated_id_is_told_and_the_first_counts()
    {
        var patient = Patient(Condition(Coded(Icd10Cm, "M34.1")), Condition(Coded(Icd10Cm, "M32.9")));

        patient.Document.Conditions.Should().ContainSingle();
        patient.Issues.Should().ContainSingle(issue => issue.Code == "duplicate-id");
        patient.LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.Repeated);
    }

    [Fact]
    public void References_that_dangle_or_go_in_a_circle_are_told()
    {
        string Panel(string id, string member) => $$"""{"resourceType":"Observation","id":"{{id}}","status":"final","code":{"text":"Calcinosis lesion"},"subject":{"reference":"Patient/p"},"hasMember":[{"reference":"Observation/{{member}}"}]}""";

        var patient = Patient(Panel("a", "b"), Panel("b", "a"), Panel("c", "nowhere"));

        patient.Issues.Should().Contain(issue => issue.Code == "circular-reference");
        patient.LeftOut.Should().Contain(line => line.Reason == LeftOutReason.BadReference && line.What == "Observation/nowhere");
    }

    [Fact]
    public void One_page_of_several_and_a_message_of_the_server_are_told()
    {
        var read = Read("""{"resourceType":"Bundle","link":[{"relation":"next","url":"x"}],"entry":[{"resource":{"resourceType":"Patient","id":"p"}},{"resource":{"resourceType":"OperationOutcome","issue":[]}}]}""");

        read.Patients[0].Issues.Select(issue => issue.Code).Should().BeEquivalentTo("more-pages", "server-message");
    }

    [Fact]
    public void A_Bundle_of_50_MB_is_read()
    {
        var labs = new StringBuilder(Bundle()[..^2]);
        for (var i = 0; labs.Length < 50_000_000; i++)
            labs.Append(',').Append(CultureInfo.InvariantCulture, $$"""{"resource":{{Lab(Coded(Loinc, i % 2 == 0 ? "17861-6" : "718-7"), Quantity("9.4", "mg/dL"), id: $"o{i}")}} }""");
        labs.Append("]}");

        var read = Read(labs.ToString());

        read.Patients.Should().ContainSingle().Which.Document.Labs.Count.Should().BeGreaterThan(100_000);
    }

    [Fact]
    public void No_broken_byte_makes_it_throw()
    {
        var whole = Encoding.UTF8.GetBytes(Bundle(Condition(Coded(Icd10Cm, "L94.2"), ""","bodySite":[{"text":"finger"}],"onsetAge":{"value":3,"unit":"a"}"""), Lab(Coded(Loinc, "17861-6"), Quantity("9.4", "mg/dL"), ""","referenceRange":[{"text":"8 - 10"}],"interpretation":[{"text":"H"}]""")));
        var classifier = new CalcinosisClassifier();

        Prop.ForAll(Gen.Choose(0, whole.Length - 1).Zip(Gen.Choose(0, 255)).ArrayOf(3).ToArbitrary(), changes =>
        {
            var broken = (byte[])whole.Clone();
            foreach (var (at, value) in changes)
                broken[at] = (byte)value;
            var read = FhirFindings.Read(broken);
            foreach (var patient in read.Patients)
                classifier.Classify(patient);
            return read.Patients.Count + read.Issues.Count > 0;
        }).QuickCheckThrowOnFailure();
    }
}
