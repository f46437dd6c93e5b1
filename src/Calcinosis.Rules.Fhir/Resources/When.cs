using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir.Resources;

/// <summary>
/// A time in any of FHIR's forms (dateTime, Period, Age, Range, string, Timing), or a bare yes or no as
/// <c>abatementBoolean</c> has it. All that is not given is null.
/// </summary>
/// <param name="Element">The element that it stood in, such as <c>onsetAge</c>.</param>
internal sealed record When(string Element)
{
    public PartialDate? Start { get; init; }

    /// <summary>Time of day of <see cref="Start"/>.</summary>
    public TimeOnly? StartTime { get; init; }

    /// <summary>End of a period; null for a single moment and for an open period.</summary>
    public PartialDate? End { get; init; }

    /// <summary>True for a period: then an absent end means "not ended, as far as known".</summary>
    public bool IsPeriod { get; init; }

    /// <summary>Age of the patient, lower bound.</summary>
    public Amount? Age { get; init; }

    /// <summary>Age of the patient, upper bound.</summary>
    public Amount? AgeTo { get; init; }

    public string? Text { get; init; }

    public bool? Flag { get; init; }

    /// <summary>The latest day that it names.</summary>
    public PartialDate? Latest => End ?? Start;
}
