namespace Calcinosis.Rules.Knowledge;

/// <summary>A question on which authorities differ, and the side that this library takes.</summary>
/// <param name="Id">P1 to P17.</param>
/// <param name="Title">The question.</param>
/// <param name="Dispute">Who says what.</param>
/// <param name="Decision">What the library does, and why.</param>
/// <param name="Rules">Rules that carry it out; empty when the whole structure does.</param>
/// <param name="SourceIds">Source ids, divided by blanks.</param>
internal sealed record Policy(string Id, string Title, string Dispute, string Decision, IReadOnlyList<string> Rules, string SourceIds)
{
    public IReadOnlyList<string> Sources => RuleWords.Split(SourceIds);
}
