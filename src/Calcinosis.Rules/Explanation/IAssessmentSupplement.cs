using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Explanation;

/// <summary>Adds what rules outside the catalogue have to say to an assessment that is otherwise complete. Thread-safe.</summary>
internal interface IAssessmentSupplement
{
    /// <summary>The same assessment with additions; everything else in it stays as it is.</summary>
    Assessment Supplement(Assessment assessment, PatientPicture patient, IReadOnlyList<LesionResult> lesions);
}
