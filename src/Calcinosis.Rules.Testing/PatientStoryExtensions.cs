using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Testing;

/// <summary>Asks a classifier about a story. Extensions, so that a test project can put its own <c>Assess()</c> in their place.</summary>
public static class PatientStoryExtensions
{
    private static readonly CalcinosisClassifier Default = new();

    /// <summary>Asks a classifier.</summary>
    /// <param name="story">The story.</param>
    /// <param name="classifier">Whom to ask; null: one with the default settings.</param>
    /// <exception cref="ArgumentNullException"><paramref name="story"/> is null.</exception>
    public static Assessment Assess(this PatientStory story, CalcinosisClassifier? classifier = null)
    {
        ArgumentNullException.ThrowIfNull(story);
        return (classifier ?? Default).Classify(story.Document());
    }

    /// <summary>Asks a classifier with settings.</summary>
    /// <param name="story">The story.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentNullException"><paramref name="story"/> is null.</exception>
    public static Assessment Assess(this PatientStory story, CalcinosisRulesOptions options)
    {
        ArgumentNullException.ThrowIfNull(story);
        return new CalcinosisClassifier(options).Classify(story.Document());
    }
}
