using System.Buffers;
using System.Text;
using System.Text.Json;
using Calcinosis.Rules.Compare.Timing;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Fhir;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Calcinosis.Rules.Compare;

/// <summary>FHIR Bundles: our forward-only way against only parsing the same bytes.</summary>
internal static class FhirBundles
{
    private const int Count = 100;
    private const int FindingsAPatient = 60;

    public static void Compare(CalcinosisClassifier classifier, int rounds)
    {
        var random = new RandomBundles(seed: 20261031);
        var bundles = Enumerable.Range(0, Count).Select(number => Encoding.UTF8.GetBytes(random.Next(number, FindingsAPatient))).ToArray();
        var texts = bundles.Select(Encoding.UTF8.GetString).ToArray();
        var firely = new FhirJsonDeserializer();
        var output = new ArrayBufferWriter<byte>(1 << 20);
        Tables.Table($"FHIR Bundles of {FindingsAPatient} resources", "JsonDocument.Parse of the same bytes", RoundRobin.Run(rounds,
        [
            ("JsonDocument.Parse", Parse, Count),
            ("reading into findings", patient => FhirFindings.Read(bundles[patient]), Count),
            ("reading, types and certainties", Summarise, Count),
            ("the whole way to assessment JSON", Whole, Count),
            ("Hl7.Fhir.R4 6.8.0, only parsing into objects", patient => firely.Deserialize<Bundle>(texts[patient]), 20),
        ]), $"A bundle is {bundles.Average(bundle => bundle.Length):F0} bytes.");

        void Parse(int patient)
        {
            using var document = JsonDocument.Parse(bundles[patient]);
        }

        void Summarise(int patient)
        {
            foreach (var read in FhirFindings.Read(bundles[patient]).Patients)
                classifier.Summarise(read.Document);
        }

        void Whole(int patient)
        {
            output.ResetWrittenCount();
            foreach (var read in FhirFindings.Read(bundles[patient]).Patients)
                AssessmentJson.WriteLine(classifier.Classify(read), output);
        }
    }
}
