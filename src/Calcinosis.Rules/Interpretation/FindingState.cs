namespace Calcinosis.Rules.Interpretation;

/// <summary>The three values that a finding may have. The default is unknown: what is not said is not known.</summary>
public enum FindingState : byte
{
    /// <summary>Not said, or not decidable from what was said.</summary>
    Unknown = 0,

    /// <summary>Known to be there.</summary>
    Present = 1,

    /// <summary>Known not to be there.</summary>
    Absent = 2,
}
