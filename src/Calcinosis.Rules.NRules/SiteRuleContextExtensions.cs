using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.NRules.Site;
using NRules.RuleModel;

namespace Calcinosis.Rules.NRules;

/// <summary>
/// What a rule of the site may add to the assessment: <c>Then().Do(context => context.RedFlag(Urgency.SameDay, "..."))</c>.
/// An addition bears the rule's name and the facts that the rule matched. The same addition made for several matches
/// stands once, with the facts of all of them. It never changes what the catalogue says. All of these throw
/// <see cref="ArgumentException"/> for an empty text or for a value that does not exist; the assessment then fails with a
/// <see cref="SiteRuleException"/>. A lesion is named by its id and must exist; without one, an addition speaks of the patient.
/// </summary>
public static class SiteRuleContextExtensions
{
    /// <summary>Something that must not wait.</summary>
    /// <param name="context">The context of the rule's action.</param>
    /// <param name="urgency">How soon somebody must act.</param>
    /// <param name="text">The line for a reader.</param>
    public static void RedFlag(this IContext context, Urgency urgency, string text) => RedFlag(context, urgency, text, null);

    /// <inheritdoc cref="RedFlag(IContext, Urgency, string)"/>
    /// <param name="context">The context of the rule's action.</param>
    /// <param name="urgency">How soon somebody must act.</param>
    /// <param name="text">The line for a reader.</param>
    /// <param name="lesion">Id of the lesion group.</param>
    public static void RedFlag(this IContext context, Urgency urgency, string text, string? lesion) =>
        Add(context, Make(context, SiteAdditionKind.RedFlag, text, lesion) with { Urgency = Defined(urgency) });

    /// <summary>Something to beware of.</summary>
    /// <param name="context">The context of the rule's action.</param>
    /// <param name="text">The line for a reader.</param>
    public static void Caution(this IContext context, string text) => Caution(context, text, null);

    /// <inheritdoc cref="Caution(IContext, string)"/>
    /// <param name="context">The context of the rule's action.</param>
    /// <param name="text">The line for a reader.</param>
    /// <param name="lesion">Id of the lesion group.</param>
    public static void Caution(this IContext context, string text, string? lesion) => Add(context, Make(context, SiteAdditionKind.Caution, text, lesion));

    /// <summary>Evidence that speaks for a type; it moves no certainty.</summary>
    /// <param name="context">The context of the rule's action.</param>
    /// <param name="type">The type.</param>
    /// <param name="text">The line for a reader.</param>
    public static void SpeaksFor(this IContext context, CalcinosisType type, string text) => SpeaksFor(context, type, text, null);

    /// <inheritdoc cref="SpeaksFor(IContext, CalcinosisType, string)"/>
    /// <param name="context">The context of the rule's action.</param>
    /// <param name="type">The type.</param>
    /// <param name="text">The line for a reader.</param>
    /// <param name="lesion">Id of the lesion group.</param>
    public static void SpeaksFor(this IContext context, CalcinosisType type, string text, string? lesion) => Evidence(context, type, speaksFor: true, text, lesion);

    /// <summary>Evidence that speaks against a type; it moves no certainty.</summary>
    /// <param name="context">The context of the rule's action.</param>
    /// <param name="type">The type.</param>
    /// <param name="text">The line for a reader.</param>
    public static void SpeaksAgainst(this IContext context, CalcinosisType type, string text) => SpeaksAgainst(context, type, text, null);

    /// <inheritdoc cref="SpeaksAgainst(IContext, CalcinosisType, string)"/>
    /// <param name="context">The context of the rule's action.</param>
    /// <param name="type">The type.</param>
    /// <param name="text">The line for a reader.</param>
    /// <param name="lesion">Id of the lesion group.</param>
    public static void SpeaksAgainst(this IContext context, CalcinosisType type, string text, string? lesion) => Evidence(context, type, speaksFor: false, text, lesion);

    /// <summary>A test or a question.</summary>
    /// <param name="context">The context of the rule's action.</param>
    /// <param name="test">Code or name of the test.</param>
    /// <param name="priority">1 now or the same day, 2 in the next days, 3 when convenient.</param>
    /// <param name="text">Why, for a reader.</param>
    public static void Workup(this IContext context, string test, int priority, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(test);
        ArgumentOutOfRangeException.ThrowIfLessThan(priority, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority, 3);
        Add(context, Make(context, SiteAdditionKind.Workup, text, null) with { Test = test, Priority = priority });
    }

    /// <summary>A remark.</summary>
    /// <param name="context">The context of the rule's action.</param>
    /// <param name="text">The line for a reader.</param>
    public static void Note(this IContext context, string text) => Note(context, text, null);

    /// <inheritdoc cref="Note(IContext, string)"/>
    /// <param name="context">The context of the rule's action.</param>
    /// <param name="text">The line for a reader.</param>
    /// <param name="lesion">Id of the lesion group.</param>
    public static void Note(this IContext context, string text, string? lesion) => Add(context, Make(context, SiteAdditionKind.Note, text, lesion));

    private static void Evidence(IContext context, CalcinosisType type, bool speaksFor, string text, string? lesion) =>
        Add(context, Make(context, SiteAdditionKind.Evidence, text, lesion) with { Type = Defined(type), SpeaksFor = speaksFor });

    private static SiteAddition Make(IContext context, SiteAdditionKind kind, string text, string? lesion)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new SiteAddition { Rule = context.Rule.Name, Kind = kind, Text = text, Lesion = lesion, Matched = MatchedFacts.Of(context.Match) };
    }

    private static void Add(IContext context, SiteAddition addition) => context.Insert(new AdditionFact(addition));

    private static T Defined<T>(T value)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"There is no such {typeof(T).Name}.");
}
