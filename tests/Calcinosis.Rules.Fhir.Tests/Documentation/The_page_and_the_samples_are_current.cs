using System.Text.Encodings.Web;
using System.Text.Json;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Fhir.Mapping;
using Calcinosis.Rules.Fhir.Tests.Support;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Tests.Support;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Tests.Documentation;

/// <summary>docs/fhir.md and samples/fhir come from the tables; UPDATE_APPROVED=1 renews them.</summary>
public sealed class The_page_and_the_samples_are_current
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<string> Samples() =>
        Directory.EnumerateFiles(Repository.PathOf("samples/patients"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    private static string Bundle(string sample) =>
        new FhirStory(FindingsJson.Read(Repository.ReadBytes($"samples/patients/{sample}.json")).Document!).Tell().ToJsonString(Readable) + "\n";

    [Fact]
    public void The_sample_Bundles_are_the_sample_patients()
    {
        foreach (var sample in Samples())
        {
            Renew($"samples/fhir/{sample}.json", Bundle(sample));
            Repository.Read($"samples/fhir/{sample}.json").Should().Be(Bundle(sample), "renew it with UPDATE_APPROVED=1");
        }
    }

    [Fact]
    public void A_sample_Bundle_gives_the_assessment_of_its_sample_patient()
    {
        var classifier = new CalcinosisClassifier();
        foreach (var sample in Samples())
        {
            var patient = FhirFindings.Read(Repository.ReadBytes($"samples/fhir/{sample}.json")).Patients.Should().ContainSingle().Subject;

            (patient.Issues.Count, patient.LeftOut.Count).Should().Be((0, 0), sample);
            AssessmentJson.ToJson(classifier.Classify(patient.Document), indented: true).Should().Be(AssessmentJson.ToJson(classifier.ClassifyJson(Repository.ReadBytes($"samples/patients/{sample}.json")), indented: true), sample);
        }
    }

    [Fact]
    public void The_page_is_what_the_tables_say()
    {
        var page = FhirPage.Write(Samples().Select(sample => (sample, Bundle(sample))));
        Renew("docs/fhir.md", page);
        Repository.Read("docs/fhir.md").Should().Be(page, "docs/fhir.md is generated; renew it with UPDATE_APPROVED=1");
    }

    [Fact]
    public void Every_status_of_a_resource_that_is_read_has_a_meaning()
    {
        var elements = MappingTables.Default.Statuses.Select(row => row.Element).ToHashSet();

        elements.Should().Contain(["Observation.status", "Condition.clinicalStatus", "Condition.verificationStatus", "Procedure.status", "MedicationRequest.status", "MedicationStatement.status", "MedicationAdministration.status", "MedicationDispense.status", "DiagnosticReport.status", "FamilyMemberHistory.status", "Encounter.status"]);
    }

    [Fact]
    public void Every_LOINC_code_with_a_property_belongs_to_an_analyte()
    {
        var analytes = ClinicalVocabulary.Default.Terms.Where(term => term.Kind == TermKind.Analyte).SelectMany(term => term.StandardCodes).Select(code => code.Split('|')[1]).ToHashSet();

        MappingTables.Default.Loinc.Keys.Except(analytes).Should().BeEmpty();
    }

    [Fact]
    public void A_name_asks_one_question_only()
    {
        MappingTables.Default.Questions.SelectMany(question => question.Names.Select(TextNormaliser.Key).Distinct().Select(name => (name, question.Code))).GroupBy(pair => pair.name).Where(group => group.Count() > 1).Select(group => group.Key).Should().BeEmpty();
    }

    private static void Renew(string path, string text)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
            File.WriteAllText(Repository.PathOf(path), text);
    }
}
