using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Advice;

/// <summary>A patient in a sentence, told so that one rule speaks.</summary>
internal sealed record Story(string Rule, Func<PatientStory> Patient);

/// <summary>Stories by their sentence; a test over them shows the sentence.</summary>
internal sealed class Stories : Dictionary<string, Story>
{
    public Stories()
        : base(StringComparer.Ordinal)
    {
    }

    public void Add(string rule, string sentence, Func<PatientStory> patient) => Add(sentence, new Story(rule, patient));

    public TheoryData<string> Sentences() => [.. Keys];

    /// <summary>Rules of a kind that no story tells of: a new rule comes with its story.</summary>
    public IEnumerable<string> Untold(RuleKind kind) =>
        new CalcinosisClassifier().Knowledge.Rules.Where(rule => rule.Kind == kind).Select(rule => rule.Id).Except(Values.Select(story => story.Rule));
}
