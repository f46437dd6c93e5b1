namespace Calcinosis.Rules.Knowledge.Check;

/// <summary>Something that is wrong with the knowledge.</summary>
/// <param name="Code">Kind of problem, stable.</param>
/// <param name="Subject">Id of the rule, finding, source or threshold.</param>
/// <param name="Text">What is wrong and what to do.</param>
internal sealed record RuleProblem(string Code, string Subject, string Text);
