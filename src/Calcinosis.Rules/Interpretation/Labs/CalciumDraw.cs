namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>What one blood draw says of calcium.</summary>
/// <param name="State">Whether it is high.</param>
/// <param name="Seen">In words; empty when no reasons are asked for.</param>
/// <param name="From">Where the results stand.</param>
/// <param name="Suspected">It may be high, which the correction cannot prove.</param>
/// <param name="Contradictory">Results of the draw, or value and flag, say opposite things.</param>
/// <param name="Low">Whether it is low.</param>
internal readonly record struct CalciumDraw(FindingState State, string Seen, string[] From, bool Suspected, bool Contradictory, FindingState Low);
