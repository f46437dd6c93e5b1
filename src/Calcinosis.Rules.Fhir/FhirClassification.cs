using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Fhir;

/// <summary>Assesses patients that were read from FHIR.</summary>
public static class FhirClassification
{
    /// <summary>Assesses one patient; what reading left out or found wrong is part of the assessment.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="patient">The patient, as <see cref="FhirFindings"/> read it.</param>
    /// <param name="asOf">The day of the question, used when the document names none.</param>
    public static Assessment Classify(this CalcinosisClassifier classifier, FhirPatient patient, DateOnly? asOf = null) => throw new NotSupportedException("not ready");
}
