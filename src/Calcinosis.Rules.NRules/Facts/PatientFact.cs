using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.NRules.Facts;

/// <summary>The patient; there is exactly one.</summary>
public sealed class PatientFact : CalcinosisFact
{
    internal PatientFact(decimal? ageYears, Sex? sex, DateOnly? asOf, string text)
        : base("patient", text, [])
    {
        AgeYears = ageYears;
        Sex = sex;
        AsOf = asOf;
    }

    /// <summary>Age on the day of the question, in years; the least that the record allows. Null: not known.</summary>
    public decimal? AgeYears { get; }

    /// <summary>Sex; null: not known.</summary>
    public Sex? Sex { get; }

    /// <summary>The day of the question; null: no day is known.</summary>
    public DateOnly? AsOf { get; }
}
