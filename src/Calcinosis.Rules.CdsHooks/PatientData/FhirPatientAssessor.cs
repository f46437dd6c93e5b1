using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Fhir;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.CdsHooks.PatientData;

/// <summary>From a patient's resources to the assessment, as of today: a call is about the patient who is before the clinician now.</summary>
internal sealed class FhirPatientAssessor(CalcinosisClassifier classifier, TimeProvider time)
{
    /// <summary>The assessment; null when nothing of this patient could be read, or when the record tells of no lesion, so that there is nothing to say.</summary>
    public Assessment? Assess(PatientRecord record, string patientId)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var read = FhirFindings.Read(record.Resources, new FhirReadOptions { Patient = $"Patient/{patientId}", AsOf = today });
        if (read.Patients.Count == 0)
            return null;
        var patient = read.Patients[0];
        return HasNoLesion(patient, today) ? null : classifier.Classify(patient, today);
    }

    /// <summary>Most patients have no deposit. Types and certainties are known long before the reasons for them.</summary>
    private bool HasNoLesion(FhirPatient patient, DateOnly today) =>
        !patient.Issues.Any(issue => issue.Severity == IssueSeverity.Error)
        && classifier.Summarise(patient.Document, today) is { Conclusion: not Conclusion.NotAssessed, Lesions.Count: 0 };
}
