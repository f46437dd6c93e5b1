using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Chooses, among the reference ranges of a result, the one for this patient: by sex, age and kind of range.</summary>
internal sealed class RangeChooser(Patient patient, PartialDate? taken)
{
    private static readonly HashSet<string> OtherKinds = new(["treatment", "therapeutic", "critical", "recommended", "panic"], StringComparer.OrdinalIgnoreCase);

    public ReferenceRange? Choose(List<RangeRecord>? ranges, string? unit)
    {
        ReferenceRange? general = null;
        foreach (var range in ranges ?? [])
        {
            if (Kind(range) is { } kind && OtherKinds.Contains(kind) || Fits(range) == false || Bounds(range, unit) is not { } bounds)
                continue;
            // A range that names this patient's age or sex goes before one for everybody.
            if (range.AppliesTo.Count > 0 || (range.AgeLow ?? range.AgeHigh) is not null)
                return bounds;
            general ??= bounds;
        }

        return general;
    }

    private static string? Kind(RangeRecord range) => range.Type is { } type ? type.Codings.FirstOrDefault()?.Value ?? type.Text : null;

    private bool Fits(RangeRecord range)
    {
        foreach (var group in range.AppliesTo)
        {
            var word = (group.Words ?? group.Codings.FirstOrDefault()?.Value ?? "").Trim().ToLowerInvariant();
            var sex = word switch { "female" or "f" or "women" or "woman" => Sex.Female, "male" or "m" or "men" or "man" => Sex.Male, _ => (Sex?)null };
            if (sex is not null && sex != patient.Sex)
                return false;
        }

        if ((range.AgeLow ?? range.AgeHigh) is null)
            return true;
        if (Age() is not { } age)
            return false;
        return !(Answers.Years(range.AgeLow) > age.Max) && !(Answers.Years(range.AgeHigh) < age.Min);
    }

    /// <summary>Age when the sample was taken, as an interval; null when it is not known.</summary>
    private (decimal Min, decimal Max)? Age()
    {
        if (patient.BirthDate is { } birth && taken is { } day)
        {
            return (Math.Max(0, day.Earliest.DayNumber - birth.Latest.DayNumber) / IsoDuration.DaysPerYear,
                Math.Max(0, day.Latest.DayNumber - birth.Earliest.DayNumber) / IsoDuration.DaysPerYear);
        }

        var years = patient.AgeYears ?? (patient.Age is { } span ? span.TotalDays / IsoDuration.DaysPerYear : null);
        return years is { } known ? (known, known) : null;
    }

    private static ReferenceRange? Bounds(RangeRecord range, string? unit)
    {
        var (low, high) = (Number(range.Low), Number(range.High));
        var own = Unit(range.Low) ?? Unit(range.High);
        if ((low ?? high) is null && ClinicalNumber.TryParseRange(range.Text, out low, out high, out var written))
            own = written;
        if ((low ?? high) is null)
            return null;
        // The unit stands with the range only where it is another one than the value's.
        var same = own is null || unit is null || string.Equals(own, unit, StringComparison.Ordinal) || (Units.Normalise(own) is { } ucum && ucum == Units.Normalise(unit));
        return new ReferenceRange(low, high, same ? null : own);
    }

    private static string? Unit(Amount? amount) => amount is null ? null : amount.Unit is { Length: > 0 } unit ? unit : amount.Code is { Length: > 0 } code ? code : null;

    private static decimal? Number(Amount? amount) => amount?.Number ?? (ClinicalNumber.TryParse(amount?.NumberText, out var written) ? written.Value : null);
}
