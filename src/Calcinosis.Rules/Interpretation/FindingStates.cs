namespace Calcinosis.Rules.Interpretation;

/// <summary>From an answer of three values to the state of a finding.</summary>
internal static class FindingStates
{
    /// <summary>True is present, false is absent, null is unknown.</summary>
    public static FindingState Of(bool? holds) => holds switch
    {
        true => FindingState.Present,
        false => FindingState.Absent,
        null => FindingState.Unknown,
    };
}
