using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Vocabulary;

/// <summary>A finding that rules can speak of, about one lesion group of one patient.</summary>
/// <param name="Id">Stable id, such as <c>condition.haemodialysis</c>.</param>
/// <param name="Label">What a reader sees when it is present.</param>
/// <param name="LabelAbsent">What a reader sees when it is absent; null: "not" with the label.</param>
internal sealed record FindingDefinition(string Id, string Label, string? LabelAbsent = null)
{
    /// <summary>Test or question that would settle it; null when none is known.</summary>
    public string? Test { get; init; }

    /// <summary>States of other findings that follow when this one is present.</summary>
    public IReadOnlyList<Implication> WhenPresent { get; init; } = [];

    /// <summary>States of other findings that follow when this one is absent.</summary>
    public IReadOnlyList<Implication> WhenAbsent { get; init; } = [];
}

/// <summary>A state that follows from another. It never overrules what is known by itself.</summary>
internal sealed record Implication(string Finding, FindingState State);
