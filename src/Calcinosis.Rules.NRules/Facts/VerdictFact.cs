namespace Calcinosis.Rules.NRules.Facts;

/// <summary>
/// How one rule of the catalogue came out. There is one fact a rule that is met or unmet for some lesion group; a rule
/// that is unknown everywhere has none.
/// </summary>
public sealed class VerdictFact : CalcinosisFact
{
    internal VerdictFact(string rule, string title, IEnumerable<string> metAt, IEnumerable<string> unmetAt, string text)
        : base("verdict " + rule, text, [])
    {
        Rule = rule;
        Title = title;
        MetAt = Array.AsReadOnly([.. metAt]);
        UnmetAt = Array.AsReadOnly([.. unmetAt]);
    }

    /// <summary>Id of the rule, such as <c>CPX-121</c>; the rule book lists them.</summary>
    public string Rule { get; }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>The lesion groups for which it is met.</summary>
    public IReadOnlyList<string> MetAt { get; }

    /// <summary>The lesion groups for which it is known not to be met.</summary>
    public IReadOnlyList<string> UnmetAt { get; }

    /// <summary>Met for at least one lesion group.</summary>
    public bool IsMet => MetAt.Count > 0;
}
