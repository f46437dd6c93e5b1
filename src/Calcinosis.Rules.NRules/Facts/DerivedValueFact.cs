using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.NRules.Facts;

/// <summary>A value that was computed from others, such as the calcium-phosphate product.</summary>
public sealed class DerivedValueFact : CalcinosisFact
{
    internal DerivedValueFact(DerivedValue derived, string text)
        : base("derived " + derived.Name, text, derived.From)
    {
        Derived = derived.Name;
        Value = derived.Value;
        Unit = derived.Unit;
        Result = derived.Result;
    }

    /// <summary>Name of the value, such as <c>calcium-phosphate-product</c>.</summary>
    public string Derived { get; }

    /// <summary>The number; null for a result in words.</summary>
    public decimal? Value { get; }

    /// <summary>Unit, in UCUM; null for a result in words.</summary>
    public string? Unit { get; }

    /// <summary>The result in words, such as <c>G3b</c>; null for a number.</summary>
    public string? Result { get; }
}
