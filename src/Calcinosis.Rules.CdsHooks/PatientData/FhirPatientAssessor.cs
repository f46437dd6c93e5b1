using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Fhir;

namespace Calcinosis.Rules.CdsHooks.PatientData;

/// <summary>From a patient's resources to the assessment, as of today: a call is about the patient who is before the clinician now.</summary>
internal sealed class FhirPatientAssessor(CalcinosisClassifier classifier, TimeProvider time)
{
    /// <summary>The assessment; null when nothing of this patient could be read.</summary>
    public Assessment? Assess(PatientRecord record, string patientId)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var read = FhirFindings.Read(record.Resources, new FhirReadOptions { Patient = $"Patient/{patientId}", AsOf = today });
        return read.Patients.Count == 0 ? null : classifier.Classify(read.Patients[0], today);
    }
}
