using Calcinosis.Rules.Classification;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// What a rule of the site (a hospital's own, not of the catalogue) added. It stands apart from everything that the
/// catalogue says and moves no certainty. Immutable.
/// </summary>
public sealed record SiteAddition
{
    /// <summary>Name of the site's rule.</summary>
    public required string Rule { get; init; }

    /// <summary>What it is.</summary>
    public required SiteAdditionKind Kind { get; init; }

    /// <summary>The line for a reader.</summary>
    public required string Text { get; init; }

    /// <summary>How soon somebody must act; null unless it is a red flag.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>The type that evidence speaks of; null unless it is evidence.</summary>
    public CalcinosisType? Type { get; init; }

    /// <summary>True when evidence speaks for the type, false when against it; null unless it is evidence.</summary>
    public bool? SpeaksFor { get; init; }

    /// <summary>Code or name of the test that is suggested; null unless it is work-up.</summary>
    public string? Test { get; init; }

    /// <summary>1 now or the same day, 2 in the next days, 3 when convenient; null unless it is work-up.</summary>
    public int? Priority { get; init; }

    /// <summary>Id of the lesion group; null when it speaks of the patient.</summary>
    public string? Lesion { get; init; }

    /// <summary>The facts that the rule matched, in the order of its conditions.</summary>
    public IReadOnlyList<SiteMatch> Matched { get; init; } = [];
}

/// <summary>What an addition is.</summary>
public enum SiteAdditionKind
{
    /// <summary>Something that must not wait.</summary>
    RedFlag,

    /// <summary>Something to beware of.</summary>
    Caution,

    /// <summary>Speaks for or against a type; moves no certainty.</summary>
    Evidence,

    /// <summary>A test or a question.</summary>
    Workup,

    /// <summary>A remark.</summary>
    Note,
}

/// <summary>A fact that a site's rule matched.</summary>
/// <param name="Fact">What kind of fact it is and which one, such as <c>measurement phosphate</c>.</param>
/// <param name="Text">The fact in words.</param>
/// <param name="From">Where it was seen: JSON Pointers or resource paths.</param>
public sealed record SiteMatch(string Fact, string Text, IReadOnlyList<string> From);
