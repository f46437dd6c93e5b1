using Calcinosis.Rules.Findings;
using static Calcinosis.Rules.Fhir.Tests.Support.Fhir;

namespace Calcinosis.Rules.Fhir.Tests.Reading;

/// <summary>When a record has a lesion of calcinosis, and what is known of it.</summary>
public sealed class Lesions
{
    private const string Fingers = """ ,"bodySite":[{"coding":[{"system":"http://snomed.info/sct","code":"7569003:272741003=7771000"}]}] """;

    private static string Finding(string id, string code, string value, string more = "") =>
        $$"""{"resourceType":"Observation","id":"{{id}}","status":"final","category":[{"coding":[{"code":"exam"}]}],"code":{{code}},"subject":{"reference":"Patient/p"},{{value}}{{more}} }""";

    [Fact]
    public void The_name_of_calcinosis_with_a_place_is_a_lesion_there()
    {
        var lesion = Patient(Condition(Coded(Icd10Cm, "L94.2"), Fingers + ",\"onsetDateTime\":\"2024\"")).Document.Lesions.Should().ContainSingle().Subject;

        lesion.Sites.Should().Equal("left fingers");
        lesion.OnsetOn.ToString().Should().Be("2024");
    }

    [Theory]
    [InlineData("I96", "gangrene")]
    [InlineData("D69.2", "purpura")]
    [InlineData("L97.909", "an ulcer of the leg")]
    public void A_plain_look_alone_makes_no_lesion(string code, string what)
    {
        var patient = Patient(Condition(Coded(Icd10Cm, code)));

        patient.Document.Lesions.Should().BeEmpty(what);
        new CalcinosisClassifier().Classify(patient).Conclusion.Should().Be(Explanation.Conclusion.NoLesion);
    }

    [Theory]
    [InlineData("eschar")]
    [InlineData("retiform purpura")]
    [InlineData("calcified nodule")]
    public void A_look_that_tells_of_calcium_or_dying_skin_makes_one(string look) =>
        Patient(Finding("f", Words("Skin finding"), $$""" "valueCodeableConcept":{"text":"{{look}}"} """)).Document.Lesions.Should().ContainSingle().Which.Morphology.Should().Equal(look);

    [Fact]
    public void Livedo_makes_one_only_with_dead_skin()
    {
        string Skin(string more) => Finding("f", Words("Skin examination"), $$""" "valueString":"livedo racemosa" """, more);

        Patient(Skin("")).Document.Lesions.Should().BeEmpty();
        Patient(Skin(""","component":[{"code":{"text":"Necrotic"},"valueBoolean":true}]""")).Document.Lesions.Should().ContainSingle().Which.Necrotic.Should().BeTrue();
    }

    [Fact]
    public void Findings_at_the_same_place_join_the_lesion_and_those_elsewhere_do_not()
    {
        var patient = Patient(
            Condition(Coded(Icd10Cm, "L94.2"), Fingers),
            Finding("pain", Words("Pain severity"), """ "valueInteger":8 """, ""","bodySite":{"text":"left index finger"}"""),
            Finding("ulcer", Words("ulcer"), """ "valueBoolean":true """, ""","bodySite":{"text":"right heel"}"""));

        var lesion = patient.Document.Lesions.Should().ContainSingle().Subject;
        lesion.PainScore.Should().Be(8);
        lesion.Morphology.Should().BeEmpty();
        patient.Provenance["/lesions/0/painScore"].Should().Be(new FhirSource("Observation/pain", "Observation.valueInteger"));
        patient.LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.OtherSite && line.Source.Resource == "Observation/ulcer");
    }

    [Fact]
    public void A_general_pain_score_belongs_to_no_lesion() =>
        Patient(Finding("pain", Words("Pain severity"), """ "valueInteger":8 """)).LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.NotUsed);

    [Fact]
    public void A_panel_with_members_is_one_lesion()
    {
        var patient = Patient(
            """{"resourceType":"Observation","id":"panel","status":"final","code":{"text":"Calcinosis lesion"},"subject":{"reference":"Patient/p"},"bodySite":{"text":"right elbow"},"hasMember":[{"reference":"Observation/a"},{"reference":"Observation/b"}]}""",
            Finding("a", Words("Lesion size"), """ "valueString":"3 x 2 cm" """),
            Finding("b", Words("Chalky discharge"), """ "valueCodeableConcept":{"text":"yes"} """));

        patient.Document.Lesions.Should().ContainSingle().Which.Should().Match<Lesion>(lesion => lesion.ChalkyDischarge == true && lesion.SizeMm!.Min == 20 && lesion.SizeMm.Max == 30);
        patient.LeftOut.Should().BeEmpty();
    }

    [Fact]
    public void A_biopsy_with_calcium_makes_a_lesion_and_answers_about_the_specimen_are_read()
    {
        var patient = Patient(
            """{"resourceType":"DiagnosticReport","id":"r","status":"final","category":[{"coding":[{"code":"SP"}]}],"code":{"text":"Skin biopsy"},"subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-10-01","result":[{"reference":"Observation/a"},{"reference":"Observation/k"}],"conclusionCode":[{"text":"dermal calcium deposits"}]}""",
            Finding("a", Words("Specimen adequacy"), """ "valueCodeableConcept":{"text":"adequate"} """),
            Finding("k", Words("von Kossa stain"), """ "interpretation":[{"coding":[{"code":"POS"}]}] """));

        var report = patient.Document.Histology.Should().ContainSingle().Subject;
        report.Adequate.Should().BeTrue();
        report.Stains.Should().Equal(new StainResult(Stain.VonKossa, LabInterpretation.Positive));
        new CalcinosisClassifier().Classify(patient).Lesions.Should().ContainSingle();
    }

    [Fact]
    public void A_film_of_another_place_says_nothing_of_the_lesion()
    {
        string Film(string name) => $$"""{"resourceType":"DiagnosticReport","id":"r","status":"final","category":[{"coding":[{"code":"RAD"}]}],"code":{"text":"{{name}}"},"subject":{"reference":"Patient/p"},"conclusion":"no calcification"}""";

        Patient(Condition(Coded(Icd10Cm, "L94.2"), Fingers), Film("XR chest")).LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.OtherSite);
        Patient(Condition(Coded(Icd10Cm, "L94.2"), Fingers), Film("XR fingers")).Document.Imaging.Should().ContainSingle().Which.Modality.Should().Be(Modality.XRay);
    }

    [Fact]
    public void Bedside_values_are_brought_to_one_unit_and_the_newest_counts()
    {
        string Weight(string id, string day, string value, string unit) => $$"""{"resourceType":"Observation","id":"{{id}}","status":"final","category":[{"coding":[{"code":"vital-signs"}]}],"code":{{Coded(Loinc, "29463-7")}},"subject":{"reference":"Patient/p"},"effectiveDateTime":"{{day}}",{{Quantity(value, unit)}} }""";

        var patient = Patient(Weight("a", "2026-01-01", "200", "[lb_av]"), Weight("b", "2020-01-01", "70", "kg"));

        patient.Document.Measurements.Should().ContainSingle().Which.Value.Should().BeApproximately(90.7m, 0.1m);
        patient.LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.Repeated);
    }
}
