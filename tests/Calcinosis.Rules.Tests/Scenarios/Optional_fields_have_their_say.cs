using System.Text.Json.Nodes;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>The optional fields of the findings document: they exist under their names and with their words, and they change what they are there for.</summary>
public sealed class Optional_fields_have_their_say
{
    /// <summary>Names and words copied by hand from the table of added fields; a "/" separates the words of a code.</summary>
    [Theory]
    [InlineData("Patient", "age gestationalAgeWeeks pregnant", "")]
    [InlineData("BedsideMeasurement", "kind value unit takenOn", "height weight bmi temperature systolic-bp heart-rate lvef")]
    [InlineData("LabResult", "specimen takenOn referenceRange interpretation quality specimenType dialysisTiming method afterTreatment", "low normal high critical-low critical-high positive negative borderline serum plasma blood capillary urine pre post measured calculated bcg bcp haemolysed lipaemic icteric paraprotein wrong-tube gadolinium biotin")]
    [InlineData("ReferenceRange", "unit", "")]
    [InlineData("Condition", "verification site lesions until duration onsetAgeYears stage", "confirmed suspected")]
    [InlineData("LesionRelation", "lesion relation beforeLesion", "in at along downstream confined beyond elsewhere")]
    [InlineData("Exposure", "lesions route dose duration indication response", "iv im sc oral topical intralesional inhaled ocular rectal dialysis")]
    [InlineData("Dose", "value unit per", "")]
    [InlineData("LesionResponse", "lesion effect after", "cleared shrunk unchanged worse")]
    [InlineData("Lesion", "painScore opioidNeeded painOutOfProportion ischaemicPattern nonHealing morphologyAbsent number count sizeMm distribution course clearedAfter localDamage onlyInDamagedSkin", "multiple new stable growing rapidly-growing shrinking cleared recurrent")]
    [InlineData("SizeRange", "min max", "")]
    [InlineData("ImagingStudy", "lesions takenOn", "")]
    [InlineData("HistologyReport", "lesions takenOn depth specimens stains decalcified", "dermis subcutis fascia muscle")]
    [InlineData("StainResult", "stain result", "h-e von-kossa alizarin")]
    [InlineData("ReportFinding", "extent", "all some")]
    [InlineData("SpectroscopyResult", "lesion method mineral", "apatite oxalate urate silicone other")]
    [InlineData("GeneticResult", "gene result", "biallelic monoallelic uncertain negative")]
    [InlineData("DifferentialEntry", "code lesion status basis", "excluded unlikely suspected confirmed")]
    public void They_are_in_the_published_schema(string type, string fields, string words)
    {
        var definition = JsonNode.Parse(Repository.Read("docs/schema/calcinosis-findings-1.schema.json"))!["$defs"]![type]!;

        definition["properties"]!.AsObject().Select(property => property.Key).Should().Contain(fields.Split(' '));
        var text = definition.ToJsonString();
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !text.Contains($"\"{word}\"", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void C32_gestational_age_gives_a_preterm_baby_its_own_calcium_range()
    {
        Certainty Of(decimal? weeks) => new CalcinosisClassifier().Classify(Infant("P5D").Has("bone metastases").Calcium(10.5m).Phosphate(6m).Lesion("forearm", "nodule").Document() is var document
            ? document with { Patient = document.Patient with { GestationalAgeWeeks = weeks } } : null!).Level(Metastatic);

        Of(39).Should().Be(Unlikely, "10.5 mg/dL is within 8.3-10.9 at five days");
        Of(30).Should().Be(Probable, "it is above 10.0 by more than the band of a preterm baby");
    }

    [Fact]
    public void A_range_in_another_unit_than_the_value_is_converted() =>
        Man(50).Has("dialysis").Add(new LabResult { Analyte = "phosphate", Value = 5.0m, Unit = "mg/dL", ReferenceRange = new ReferenceRange(0.8m, 1.7m, "mmol/L") }).Lesion("shoulder", "mass")
            .Assess().Of(Metastatic).Why.Should().NotContain(line => line.Finding == "lab.phosphate.high", "1.7 mmol/L are 5.26 mg/dL");

    [Theory]
    [InlineData(null, Probable)]
    [InlineData(SampleQuality.Haemolysed, Possible)]
    [InlineData(SampleQuality.Lipaemic, Possible)]
    [InlineData(SampleQuality.Icteric, Possible)]
    [InlineData(SampleQuality.Paraprotein, Possible)]
    public void A_disturbed_sample_leaves_phosphate_open(SampleQuality? quality, object certainty) =>
        Man(50).Has("dialysis").Add(new LabResult { Analyte = "phosphate", Value = 7m, Unit = "mg/dL", Quality = quality is { } known ? [known] : [] }).Lesion("forearm", "nodule").Assess().ShouldGive(Metastatic, (Certainty)certainty);

    [Fact]
    public void Biotin_leaves_PTH_open()
    {
        PatientStory Story(params SampleQuality[] quality) => Man(50).Has("CKD stage 3").Add(new LabResult { Analyte = "pth-intact", Value = 400, Unit = "pg/mL", Quality = quality }).Lesion("forearm", "nodule");

        Story().Assess().ShouldGive(Metastatic, Possible);
        Story(SampleQuality.Biotin).Assess().ShouldGive(Metastatic, NotAssessable);
    }

    [Fact]
    public void A_urine_sample_under_a_test_of_blood_takes_no_part_and_is_told()
    {
        var assessment = Man(50).Has("dialysis").Add(new LabResult { Analyte = "phosphate", Value = 30m, Unit = "mg/dL", SpecimenType = SpecimenType.Urine }).Lesion("forearm", "nodule").Assess();

        assessment.ShouldGive(Metastatic, Possible);
        assessment.Notes.Should().Contain(note => note.Code == "urine-under-blood-test");
    }

    [Fact]
    public void C46_a_sample_after_dialysis_makes_no_product() =>
        Man(50).Has("dialysis").Calcium(10m).Add(new LabResult { Analyte = "phosphate", Value = 7.5m, Unit = "mg/dL", DialysisTiming = DialysisTiming.Post }).Lesion("forearm", "nodule")
            .Assess().Derived.Should().NotContain(value => value.Name == "calcium-phosphate-product");

    [Theory]
    [InlineData(Route.Iv, Probable)]
    [InlineData(Route.Oral, NotAssessable)]
    public void The_route_tells_an_infusion_from_a_tablet(Route route, object certainty) =>
        Man(50).Exposed(new Exposure { Text = "calcium gluconate", Route = route, Site = "left wrist", BeforeLesion = Duration("P10D") }).Lesion("left wrist", "plaque").Assess().ShouldGive(Iatrogenic, (Certainty)certainty);

    [Fact]
    public void C72_an_opioid_counts_as_severe_pain_when_it_was_given_for_the_lesion()
    {
        Certainty Of(Exposure opioid) => Man(60).Has("dialysis").Exposed(opioid).Lesion("thigh", "eschar").Assess().Level(Calciphylaxis);

        Of(new Exposure { Text = "morphine", Indication = "leg ulcer pain" }).Should().Be(Probable);
        Of(new Exposure { Text = "morphine", Lesions = [new LesionRelation("L1")] }).Should().Be(Probable);
        Of(new Exposure { Text = "morphine", Indication = "back pain" }).Should().Be(Possible);
    }

    [Theory]
    [InlineData("ABCC6", "neck", "inherited.pxe")]
    [InlineData("WRN", "ankle", "inherited.werner")]
    public void A_biallelic_gene_is_a_diagnosis(string gene, string site, string subtype) =>
        Woman(40).Gene(gene).Lesion(site, "plaque").Assess().ShouldLeadWith(Dystrophic, subtype, Probable);

    [Theory]
    [InlineData("2026-10-01", true)]
    [InlineData("2026-05-01", false)]
    public void A_childs_height_serves_for_three_months(string measuredOn, bool computed)
    {
        var document = Man(8).Lab("creatinine", 0.5m, "mg/dL", "2026-10-10").Lesion("elbow", "nodule").Document() with
        {
            Measurements = [new BedsideMeasurement { Kind = MeasurementKind.Height, Value = 128, Unit = "cm", TakenOn = Day(measuredOn) }],
        };

        new CalcinosisClassifier().Classify(document).Derived.Any(value => value.Name == "egfr").Should().Be(computed);
    }

    [Fact]
    public void A_positive_stain_shows_calcium() =>
        Woman(50).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion("fingers", "nodule")
            .Biopsy(new HistologyReport { Stains = [new StainResult(Stain.VonKossa, LabInterpretation.Positive)] }).Assess().ShouldGive(Dystrophic, Established);

    [Fact]
    public void An_own_range_and_a_count_in_words_and_a_course_are_read()
    {
        Woman(50).Lesion(LesionAt("elbow", "mass") with { Course = LesionCourse.RapidlyGrowing }).Assess().RedFlags.Should().Contain(flag => flag.Rule == "RF-34" && flag.Urgency == Urgency.Days);
        Man(17).Lesion(LesionAt("dorsum of both hands", "papule") with { Count = LesionCount.Multiple }).Assess().ShouldLeadWith(Idiopathic, "milia_like", Possible);
    }
}
