using Calcinosis.Rules.Fhir.Reading;
using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>The resources of one patient, in the order of the input.</summary>
internal sealed class PatientRecord(string reference)
{
    public string Reference { get; } = reference;

    public ResourceRecord? Patient { get; set; }

    public List<ResourceRecord> Resources { get; } = [];

    public List<Issue> Issues { get; } = [];
}

/// <summary>Sorts resources by the patient whom they are about. Nobody's findings ever reach another patient.</summary>
internal static class PatientSplitter
{
    public static List<PatientRecord> Split(FhirInput input, ReferenceIndex index, List<LeftOut> leftOut)
    {
        var patients = new List<PatientRecord>();
        var byKey = new Dictionary<string, PatientRecord>(StringComparer.Ordinal);
        var homeless = new List<ResourceRecord>();
        foreach (var record in input.Resources)
        {
            if (record.Kind == ResourceKind.Patient)
            {
                if (!index.IsRepeated(record))
                    Of(record.Reference).Patient = record;
                else
                    leftOut.Add(new LeftOut(new FhirSource(record.Reference, "Patient"), LeftOutReason.Repeated, record.Reference, "a second Patient with the same id"));
                continue;
            }

            if (record.Subject is not { Length: > 0 } subject)
            {
                homeless.Add(record);
                continue;
            }

            var target = index.Find(subject, record);
            if (target is not null && target.Kind != ResourceKind.Patient)
                leftOut.Add(new LeftOut(new FhirSource(record.Reference, $"{record.TypeName}.subject"), LeftOutReason.OtherPatient, target.TypeName, $"it is about a {target.TypeName}, not about a patient"));
            else
                Of(target?.Reference ?? ReferenceIndex.Canonical(subject)).Resources.Add(record);
        }

        Settle(homeless, patients, leftOut);
        if (homeless.Count > 0)
        {
            foreach (var patient in patients)
                patient.Resources.Sort(static (a, b) => a.Position.CompareTo(b.Position));
        }

        return patients;

        PatientRecord Of(string key)
        {
            if (!byKey.TryGetValue(key, out var patient))
            {
                byKey[key] = patient = new PatientRecord(key);
                patients.Add(patient);
            }

            return patient;
        }
    }

    /// <summary>What names no patient belongs to the only one there is; among several it belongs to nobody.</summary>
    private static void Settle(List<ResourceRecord> homeless, List<PatientRecord> patients, List<LeftOut> leftOut)
    {
        foreach (var record in homeless)
        {
            if (!IsAboutPatients(record.Kind))
            {
                if (record.Kind == ResourceKind.Other)
                    leftOut.Add(new LeftOut(new FhirSource(record.Reference, record.TypeName), LeftOutReason.NotUsed, record.TypeName, $"no rule reads {record.TypeName}"));
                continue;
            }

            if (patients.Count == 0)
                patients.Add(new PatientRecord(""));
            if (patients.Count == 1)
            {
                patients[0].Resources.Add(record);
                if (patients[0].Reference.Length > 0)
                {
                    patients[0].Issues.Add(new Issue("no-subject", IssueSeverity.Warning, $"{record.Reference}#{record.TypeName}.subject", "no patient", "a reference to the patient",
                        "The resource names no patient; it was taken as the only patient's."));
                }

                continue;
            }

            leftOut.Add(new LeftOut(new FhirSource(record.Reference, $"{record.TypeName}.subject"), LeftOutReason.OtherPatient, record.TypeName, "it names no patient, and the input speaks of several"));
        }
    }

    private static bool IsAboutPatients(ResourceKind kind) =>
        kind is not (ResourceKind.Other or ResourceKind.Medication or ResourceKind.Specimen or ResourceKind.OperationOutcome or ResourceKind.Composition or ResourceKind.Bundle);
}
