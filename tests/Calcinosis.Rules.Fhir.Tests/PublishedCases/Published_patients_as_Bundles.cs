using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Fhir.Firely;
using Calcinosis.Rules.Fhir.Tests.Support;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Tests.PublishedCases;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Calcinosis.Rules.Fhir.Tests.PublishedCases;

/// <summary>Every published patient, told as a FHIR Bundle, is assessed as from the findings document.</summary>
public sealed class Published_patients_as_Bundles
{
    private static readonly CalcinosisClassifier Classifier = new();

    private static readonly PublishedCase[] Everyone = [.. PublishedCase.All().Concat(PublishedCase.Further())];

    public static TheoryData<string> Patients() => [.. Everyone.Select(patient => patient.Id)];

    [Theory]
    [MemberData(nameof(Patients))]
    public void The_assessment_is_the_same_to_the_byte(string id)
    {
        var json = Everyone.Single(patient => patient.Id == id).Json;
        var read = FhirFindings.Read(FhirStory.Bundle(FindingsJson.Read(json).Document!));

        read.Issues.Should().BeEmpty();
        var patient = read.Patients.Should().ContainSingle().Subject;
        patient.Issues.Should().BeEmpty();
        patient.LeftOut.Where(line => line.Reason != LeftOutReason.UnknownUnit).Should().BeEmpty();
        AssessmentJson.ToJson(Classifier.Classify(patient.Document), indented: true)
            .Should().Be(AssessmentJson.ToJson(Classifier.ClassifyJson(json), indented: true), "only the names of the sources may differ, and here both are the document's own");
    }

    [Theory]
    [MemberData(nameof(Patients))]
    public void Every_line_of_the_explanation_names_a_resource_of_the_Bundle(string id)
    {
        var patient = FhirFindings.Read(FhirStory.Bundle(FindingsJson.Read(Everyone.Single(one => one.Id == id).Json).Document!)).Patients[0];
        var known = patient.Provenance.Values.Select(source => source.Resource).ToHashSet();

        var assessment = Classifier.Classify(patient);

        assessment.Lesions.SelectMany(lesion => lesion.Suggestions).SelectMany(suggestion => suggestion.Why.Concat(suggestion.Against)).SelectMany(line => line.From)
            .Where(from => !known.Contains(from.Split('#')[0])).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Patients))]
    public void Bytes_and_objects_give_the_same_findings(string id)
    {
        var bytes = FhirStory.Bundle(FindingsJson.Read(Everyone.Single(one => one.Id == id).Json).Document!);
        var json = new System.Text.Json.Utf8JsonReader(bytes);
        FhirJsonDeserializer.OSTRICH.TryDeserializeResource(ref json, out var bundle, out _);

        FirelyFindings.Read((Bundle)bundle!).Should().BeEquivalentTo(FhirFindings.Read(bytes), options => options.WithStrictOrdering().ComparingByMembers<FhirPatient>());
    }
}
