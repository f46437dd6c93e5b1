using System.Text.Json;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Fhir.Firely;
using Calcinosis.Rules.Fhir.Tests.Support;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Tests.PublishedCases;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Validation;

namespace Calcinosis.Rules.Fhir.Tests.Writing;

/// <summary>The written Bundle is strict FHIR R4, leads back to the sources, and never says more than the assessment.</summary>
public sealed class The_assessment_as_FHIR
{
    private static readonly CalcinosisClassifier Classifier = new();
    private static readonly FhirWriteOptions At = new() { MadeAt = new DateTimeOffset(2026, 10, 31, 9, 30, 0, TimeSpan.Zero) };

    private static readonly PublishedCase[] Everyone = [.. PublishedCase.All().Concat(PublishedCase.Further())];

    public static TheoryData<string> Patients() => [.. Everyone.Select(patient => patient.Id)];

    private static FhirPatient Patient(string id) => FhirFindings.Read(FhirStory.Bundle(FindingsJson.Read(Everyone.Single(one => one.Id == id).Json).Document!)).Patients[0];

    [Theory]
    [MemberData(nameof(Patients))]
    public void It_is_strict_FHIR_R4_with_all_cardinalities_and_bindings(string id)
    {
        var patient = Patient(id);
        var json = new Utf8JsonReader(FhirAssessment.Write(Classifier.Classify(patient), patient, At));

        FhirJsonDeserializer.STRICT.TryDeserializeResource(ref json, out var bundle, out var faults);

        faults.Select(fault => fault.Message).Should().BeEmpty();
        bundle!.Validate(NarrativeValidationKind.FhirXhtml).Select(fault => fault.Message).Should().BeEmpty();
    }

    [Fact]
    public void Without_a_patient_and_without_a_time_it_is_strict_FHIR_too()
    {
        foreach (var published in PublishedCase.All().Take(10))
        {
            var json = new Utf8JsonReader(FhirAssessment.Write(Classifier.ClassifyJson(published.Json)));
            FhirJsonDeserializer.STRICT.TryDeserializeResource(ref json, out var bundle, out var faults);
            faults.Select(fault => fault.Message).Should().BeEmpty();
            bundle!.Validate(NarrativeValidationKind.FhirXhtml).Select(fault => fault.Message).Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Patients))]
    public void It_says_what_the_assessment_says(string id)
    {
        var patient = Patient(id);
        var assessment = Classifier.Classify(patient);
        var bundle = FirelyAssessment.ToBundle(assessment, patient, At);
        var resources = bundle.Entry.Select(entry => entry.Resource).ToArray();

        resources.OfType<ClinicalImpression>().Should().ContainSingle().Which.Finding.Should().HaveCount(assessment.Lesions.Sum(lesion => lesion.Suggestions.Count));
        resources.OfType<Condition>().Should().HaveCount(assessment.Lesions.SelectMany(lesion => lesion.Suggestions).Count(suggestion => suggestion.Certainty is Certainty.Possible or Certainty.Probable or Certainty.Established));
        resources.OfType<Condition>().Select(condition => condition.VerificationStatus!.Coding[0].Code).Except(["provisional", "differential"]).Should().BeEmpty("a suggestion is never a confirmed diagnosis");
        resources.OfType<DetectedIssue>().Should().HaveCount(assessment.RedFlags.Count);
        resources.OfType<Device>().Single().Version.Select(version => version.Value).Should().Contain([assessment.Knowledge.Version, assessment.Knowledge.Fingerprint]);
        resources.OfType<Provenance>().Single().Target.Should().HaveCount(1 + resources.OfType<Condition>().Count() + resources.OfType<DetectedIssue>().Count());
    }

    [Theory]
    [MemberData(nameof(Patients))]
    public void Every_reference_leads_into_the_Bundle_or_back_to_the_record(string id)
    {
        var patient = Patient(id);
        var bundle = FirelyAssessment.ToBundle(Classifier.Classify(patient), patient, At);
        var known = bundle.Entry.Select(entry => entry.FullUrl).Concat(patient.Provenance.Values.Select(source => source.Resource)).Append(patient.Reference).ToHashSet();

        References(bundle).Where(reference => !known.Contains(reference)).Should().BeEmpty();
    }

    [Fact]
    public void The_same_assessment_gives_the_same_bytes_and_another_one_other_names()
    {
        var ids = PublishedCase.All().Take(2).Select(one => one.Id).ToArray();
        byte[] Write(string id) => FhirAssessment.Write(Classifier.Classify(Patient(id)), Patient(id), At);

        Write(ids[0]).Should().Equal(Write(ids[0]));
        JsonDocument.Parse(Write(ids[0])).RootElement.GetProperty("id").GetString().Should().NotBe(JsonDocument.Parse(Write(ids[1])).RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public void Words_of_the_record_cannot_break_out_of_the_narrative()
    {
        var patient = Support.Fhir.Patient(Support.Fhir.Condition(Support.Fhir.Coded(Support.Fhir.Icd10Cm, "L94.2"), ""","bodySite":[{"text":"finger"}]"""), Support.Fhir.Condition(Support.Fhir.Words("<script>alert(1)</script>"), id: "c2"));

        var impression = FirelyAssessment.ToBundle(Classifier.Classify(patient), patient, At).Entry.Select(entry => entry.Resource).OfType<ClinicalImpression>().Single();

        impression.Text!.Div.Should().NotContain("<script");
    }

    private static IEnumerable<string> References(Base element) =>
        element is ResourceReference { Reference: { } reference } ? [reference] : element.EnumerateElements().SelectMany(pair => pair.Value is Base one ? References(one) : pair.Value is IEnumerable<Base> many ? many.SelectMany(References) : []);
}
