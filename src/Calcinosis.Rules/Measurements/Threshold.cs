using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Measurements;

/// <summary>
/// A number on which an answer turns, with its unit, its direction and where it comes from. All such numbers stand in
/// <see cref="Thresholds"/>; the code compares through them, so that what the rule book prints is what is compared.
/// </summary>
/// <param name="Id">Stable id, such as <c>calcium.emergency</c>.</param>
/// <param name="Quantity">What is compared, in words.</param>
/// <param name="Comparison">Direction, and whether the bound itself is included.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">UCUM unit; <c>1</c> for a pure number, <c>a</c> for years, <c>d</c> for days.</param>
/// <param name="Meaning">What holds on that side of the number.</param>
/// <param name="SourceIds">Source ids; <c>policy</c> where the number was chosen by this project.</param>
internal sealed record Threshold(string Id, string Quantity, Comparator Comparison, decimal Value, string Unit, string Meaning, string SourceIds)
{
    /// <summary>The finding that becomes present on that side and absent on the other; null when the number serves the reading of the document.</summary>
    public string? Finding { get; init; }

    /// <summary>The number as far as a comparison with something far from it needs it.</summary>
    public double Rough { get; } = (double)Value;

    /// <summary>The unit is the day.</summary>
    public bool IsInDays { get; } = Unit == "d";

    /// <summary>A step that makes a difference for this quantity: the next value that a chart could hold.</summary>
    public decimal Step { get; init; } = 0.1m;

    public IReadOnlyList<string> Sources => SourceIds.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True when the number was chosen by this project, with or without published values beside it.</summary>
    public bool IsPolicy => Sources.Contains("policy");

    /// <summary>True when larger values lie on the side that the threshold speaks of.</summary>
    public bool PointsUp { get; } = Comparison is Comparator.MoreThan or Comparator.AtLeast;

    /// <summary>True when the number itself lies on the side that the threshold speaks of.</summary>
    public bool BoundIncluded => Comparison is Comparator.AtLeast or Comparator.AtMost;

    /// <summary>Does a value in the threshold's unit lie on its side.</summary>
    public bool Holds(decimal value) => Comparison switch
    {
        Comparator.MoreThan => value > Value,
        Comparator.AtLeast => value >= Value,
        Comparator.LessThan => value < Value,
        _ => value <= Value,
    };

    /// <summary>For a value known as an interval: true when all of it lies on the side, false when none, null when the interval spans the number.</summary>
    public bool? Holds(decimal least, decimal most)
    {
        var low = Holds(least);
        return low == Holds(most) ? low : null;
    }
}
