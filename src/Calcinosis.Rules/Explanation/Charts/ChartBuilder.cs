using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Explanation.Charts;

/// <summary>Draws an assessment from the pictures on which it rests.</summary>
internal sealed class ChartBuilder(KnowledgeBase knowledge)
{
    /// <param name="assessment">The assessment of the patient.</param>
    /// <param name="patient">The patient, with the suppositions applied.</param>
    /// <param name="suppositions">What was tried out.</param>
    public AssessmentChart Build(Assessment assessment, PatientPicture patient, IReadOnlyList<Supposition> suppositions) => new(assessment)
    {
        Ladders = patient.Lesions.ToDictionary(lesion => lesion.Lesion, Ladders, StringComparer.Ordinal),
        Labs = LabStrip.Of(patient, ClinicalVocabulary.Default),
        TimeLine = new TimeLineBuilder(patient).Build(),
        Suppositions = suppositions,
        Catalogue = knowledge.Catalogue,
    };

    private IReadOnlyList<TypeLadder> Ladders(LesionPicture lesion)
    {
        var ladders = new LadderBuilder(LesionVerdict.Of(knowledge, lesion.Picture));
        return [.. TypeOrder.All.Select(ladders.Of)];
    }
}
