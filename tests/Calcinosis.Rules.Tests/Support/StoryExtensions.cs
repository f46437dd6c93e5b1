using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Testing;
using Calcinosis.Rules.Tests.Support;
using Calcinosis.Rules.Vocabulary;

// One level above the tests, so that these come before the package's own Assess().
namespace Calcinosis.Rules.Tests;

internal static class StoryExtensions
{
    /// <summary>Asks the classifier under test, which another engine may be.</summary>
    public static Assessment Assess(this PatientStory story) => ClassifierUnderTest.Classify(story.Document());

    /// <inheritdoc cref="Assess(PatientStory)"/>
    public static Assessment Assess(this PatientStory story, CalcinosisRulesOptions options) => ClassifierUnderTest.Classify(story.Document(), options);

    /// <summary>The rules as they stand for the first lesion.</summary>
    public static LesionVerdict Verdict(this PatientStory story)
    {
        var knowledge = ClassifierUnderTest.Knowledge;
        var picture = new DocumentInterpreter(ClinicalVocabulary.Default, knowledge.Catalogue).Interpret(story.Document(), null).Lesions[0].Picture;
        return LesionVerdict.Of(knowledge, picture);
    }

    /// <summary>Shorthand of the textbook scenarios: exposures, damage and signs of connective tissue disease asked and absent.</summary>
    public static PatientStory EverythingElseAskedAndAbsent(this PatientStory story) => story.HasNo("iatrogenic-exposure", "local-damage", "ctd-signs");
}
