namespace Calcinosis.Rules.Inference;

/// <summary>How a condition came out.</summary>
internal enum Outcome
{
    /// <summary>Neither: something is not known.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    Met,

    /// <summary>It is known not to hold.</summary>
    Unmet,
}
