namespace Calcinosis.Rules.Knowledge;

/// <summary>Where a statement comes from.</summary>
/// <param name="Id"><c>brief</c> (the owner's article), <c>policy</c> (a decision of this project), <c>ct:n</c> (clinical literature), <c>lab:n</c> (laboratory and treatment).</param>
/// <param name="About">What it was read for.</param>
/// <param name="Citation">Who, where, when, with the identifier or address under which it was seen.</param>
/// <param name="Background">Why it is listed although nothing cites it; null when something does.</param>
internal sealed record Source(string Id, string About, string Citation, string? Background);
