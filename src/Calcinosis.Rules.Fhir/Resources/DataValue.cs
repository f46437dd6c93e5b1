namespace Calcinosis.Rules.Fhir.Resources;

/// <summary>Which of the forms of <c>value[x]</c> a value has.</summary>
internal enum ValueForm
{
    Quantity,
    Concept,
    Text,
    Flag,
    Integer,
    Range,
    Ratio,
    When,
    Other,
}

/// <summary>A number with its unit, as the resource gives them.</summary>
/// <param name="Number">The number; null when it was missing or could not be read.</param>
/// <param name="Unit">Unit as shown.</param>
/// <param name="Code">Coded unit.</param>
/// <param name="Comparator">A sign such as <c>&lt;</c>; null for an exact value.</param>
internal sealed record Amount(decimal? Number, string? Unit, string? Code, string? Comparator)
{
    /// <summary>The number stood there as a string.</summary>
    public string? NumberText { get; init; }
}

/// <summary>A <c>value[x]</c>.</summary>
/// <param name="Form">Which form it has.</param>
/// <param name="Element">Its element name, such as <c>valueQuantity</c>.</param>
internal sealed record DataValue(ValueForm Form, string Element)
{
    /// <summary>The quantity; the lower bound of a range; the numerator of a ratio.</summary>
    public Amount? Amount { get; init; }

    /// <summary>The upper bound of a range; the denominator of a ratio.</summary>
    public Amount? Second { get; init; }

    public Concept? Concept { get; init; }

    public string? Text { get; init; }

    public bool? Flag { get; init; }

    public When? When { get; init; }
}

/// <summary>One <c>referenceRange</c>.</summary>
internal sealed class RangeRecord
{
    public Amount? Low { get; set; }

    public Amount? High { get; set; }

    public Concept? Type { get; set; }

    public List<Concept> AppliesTo { get; } = [];

    public Amount? AgeLow { get; set; }

    public Amount? AgeHigh { get; set; }

    public string? Text { get; set; }
}
