using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Fhir.Firely;
using Calcinosis.Rules.Tests.Support;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Calcinosis.Rules.Fhir.Tests.Records;

/// <summary>
/// Real records of people without calcinosis, where they lie beside the checkout (../shared/fhir): they are read without an
/// exception, suggest nothing, and account for every resource. Without that folder the tests have nothing to run on and pass.
/// </summary>
public sealed class Records_of_other_people
{
    private static readonly CalcinosisClassifier Classifier = new();

    private static IEnumerable<string> Files(string folder)
    {
        var path = Path.Combine(Repository.Root, "..", "shared", "fhir", folder);
        path = Directory.Exists(path) ? path : Path.Combine(Repository.Root, "..", "..", "shared", "fhir", folder);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal) : [];
    }

    public static TheoryData<string> Records() => [.. Files("synthea").Concat(Files("us-core")).DefaultIfEmpty("")];

    [Theory]
    [MemberData(nameof(Records))]
    public void Nothing_stands_at_possible_or_above(string file)
    {
        foreach (var patient in Read(file).Patients)
            Classifier.Classify(patient).Lesions.SelectMany(lesion => lesion.Suggestions).Should().NotContain(suggestion => suggestion.Certainty >= Certainty.Possible);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_resource_is_in_the_findings_or_in_the_list_with_its_reason(string file)
    {
        if (file.Length == 0)
            return;
        var read = Read(file);
        var known = read.Patients.SelectMany(patient => patient.Provenance.Values.Select(source => source.Resource).Concat(patient.LeftOut.Select(line => line.Source.Resource)))
            .Concat(read.LeftOut.Select(line => line.Source.Resource)).Select(name => name.Split('#')[0]).ToHashSet();

        Resources(file).Select(resource => $"{resource.TypeName}/{resource.Id}").Where(name => !known.Contains(name) && !NeedsNoLine(name)).Should().BeEmpty();
        read.LeftOut.Concat(read.Patients.SelectMany(patient => patient.LeftOut)).Should().NotContain(line => line.Text.Length == 0);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Bytes_and_objects_give_the_same_findings(string file)
    {
        if (file.Length == 0)
            return;
        var resource = Parse(file);

        var objects = resource is Bundle bundle ? FirelyFindings.Read(bundle) : FirelyFindings.Read([resource]);

        objects.Patients.Select(patient => patient.Document).Should().BeEquivalentTo(Read(file).Patients.Select(patient => patient.Document), options => options.WithStrictOrdering());
    }

    private static FhirReadResult Read(string file) => file.Length == 0 ? FhirFindings.Read("{\"resourceType\":\"Patient\",\"id\":\"p\"}"u8) : FhirFindings.Read(File.ReadAllBytes(file));

    private static Resource Parse(string file)
    {
        var json = new System.Text.Json.Utf8JsonReader(File.ReadAllBytes(file));
        FhirJsonDeserializer.OSTRICH.TryDeserializeResource(ref json, out var resource, out _);
        return resource!;
    }

    private static IEnumerable<Resource> Resources(string file) => Parse(file) is Bundle bundle ? bundle.Entry.Select(entry => entry.Resource!) : [Parse(file)];

    /// <summary>What is read only where another resource refers to it, and a Patient of whom nothing is told.</summary>
    private static bool NeedsNoLine(string name) => name.StartsWith("Patient/", StringComparison.Ordinal) || name.StartsWith("Medication/", StringComparison.Ordinal) || name.StartsWith("Specimen/", StringComparison.Ordinal);
}
