namespace Calcinosis.Rules.Findings;

/// <summary>Who the patient is, as far as a rule needs it.</summary>
public sealed record Patient
{
    /// <summary>Age on <c>asOf</c> in years, fractions allowed; the last choice after <see cref="BirthDate"/> and <see cref="Age"/>.</summary>
    public decimal? AgeYears { get; init; }

    /// <summary>Age on <c>asOf</c> as an ISO 8601 duration such as <c>P17D</c> or <c>P8M</c>.</summary>
    public IsoDuration? Age { get; init; }

    /// <summary>Date of birth; a year or a month alone is an interval.</summary>
    public PartialDate? BirthDate { get; init; }

    /// <summary>Sex for reference intervals and for eGFR; null is unknown.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Gestational age at birth in completed weeks, 20 to 45.</summary>
    public decimal? GestationalAgeWeeks { get; init; }

    /// <summary>Pregnancy on <c>asOf</c>.</summary>
    public bool? Pregnant { get; init; }
}

/// <summary>Sex as laboratories and formulas use it.</summary>
public enum Sex
{
    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,
}
