namespace Calcinosis.Rules.Interpretation;

/// <summary>When a lesion began and whether it grows.</summary>
/// <param name="Lesion">Id of the lesion.</param>
/// <param name="Onset">Interval of its first sight; null when nothing is known.</param>
/// <param name="Growing">Whether it still grows.</param>
internal readonly record struct LesionTime(string Lesion, DaySpan? Onset, FindingState Growing);
