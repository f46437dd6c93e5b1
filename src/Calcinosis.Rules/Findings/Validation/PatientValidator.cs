using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Age, birth and gestation.</summary>
internal sealed class PatientValidator : DocumentCheck
{
    private const decimal OldestYears = 130;
    private const decimal UnusualYears = 110;

    public override void Check(JudgedResults results, IssueSink issues)
    {
        var (patient, asOf) = (results.Document.Patient, results.Document.AsOf);
        issues.Between(patient.AgeYears, 0, OldestYears, "/patient/ageYears", "years");
        issues.Between(patient.Age?.TotalDays / IsoDuration.DaysPerYear, 0, OldestYears, "/patient/age", "years");
        issues.Between(patient.GestationalAgeWeeks, 20, 45, "/patient/gestationalAgeWeeks", "weeks");
        if (patient.AgeYears is > UnusualYears and <= OldestYears)
            issues.Warn("value-extreme", "/patient/ageYears", null, "at most 110 years", "The age is unusual; verify it.");
        if (patient.BirthDate is not { } birth || asOf is not { } day)
            return;
        if (birth.Earliest > day.Latest)
            issues.Error("birth-after-as-of", "/patient/birthDate", birth.ToString(), $"on or before {day}", "The birth lies after the day of the question; correct one of them.");
        else if (day.Latest.DayNumber - birth.Earliest.DayNumber > (OldestYears + 1) * IsoDuration.DaysPerYear)
            issues.Error("value-impossible", "/patient/birthDate", birth.ToString(), "an age of at most 130 years", "Nobody is this old; correct the date of birth.");
        else if (patient.AgeYears is { } years && Math.Abs(((day.Latest.DayNumber - birth.Latest.DayNumber) / IsoDuration.DaysPerYear) - years) > 2)
            issues.Warn("ages-disagree", "/patient/ageYears", null, "an age that fits the date of birth", "Age and date of birth disagree; the date of birth was taken.");
    }
}
