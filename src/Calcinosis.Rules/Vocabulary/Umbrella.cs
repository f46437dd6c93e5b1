namespace Calcinosis.Rules.Vocabulary;

/// <summary>A statement about many findings at once ("no local damage").</summary>
/// <param name="Finding">Its finding.</param>
/// <param name="Label">What a reader sees.</param>
/// <param name="Members">The findings that belong to it.</param>
internal sealed record Umbrella(string Finding, string Label, IReadOnlyList<string> Members);
