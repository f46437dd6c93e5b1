namespace Calcinosis.Rules.Compare.Formulas;

/// <summary>A two-valued formula, as other engines know it. What is "met" and what is "unmet" are two formulas.</summary>
internal abstract record Formula;

/// <summary>Something that is known before the formula is asked.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Index">Finding, rule or type.</param>
/// <param name="Value">State of a finding, lowest level of a type; else unused.</param>
internal sealed record Known(KnownKind Kind, int Index, int Value = 0) : Formula;

internal sealed record Every(IReadOnlyList<Formula> Parts) : Formula;

internal sealed record Some(IReadOnlyList<Formula> Parts) : Formula;

internal sealed record None(Formula Part) : Formula;

internal sealed record AtLeastSo(int Count, IReadOnlyList<Formula> Parts) : Formula;

internal enum KnownKind
{
    /// <summary>A finding is in a state.</summary>
    Finding,

    /// <summary>A rule is met.</summary>
    RuleMet,

    /// <summary>A rule is unmet.</summary>
    RuleUnmet,

    /// <summary>A type stands at a level or above.</summary>
    Level,

    /// <summary>A finding of the type's rules is contradicted.</summary>
    Contradicted,
}
