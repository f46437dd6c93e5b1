using System.Globalization;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Numbers, sizes and dates of lesions.</summary>
internal sealed class LesionValidator : DocumentCheck
{
    /// <summary>Up to so many lesions are compared one by one before anything is sorted.</summary>
    private const int MostCompared = 64;
    private const decimal SmallestMm = 0.05m;
    private const decimal LargestMm = 2000m;
    private const decimal UnusualMm = 300m;

    public override void Check(JudgedResults results, IssueSink issues)
    {
        var document = results.Document;
        for (var i = 0; i < document.Lesions.Count; i++)
            Check(document.Lesions[i], IssuePath.Of(document.Lesions[i], "lesions", i), document.AsOf, issues);
        if (AnyRepeated(document.Lesions))
            Repeated(document.Lesions, issues);
    }

    private static bool AnyRepeated(IReadOnlyList<Lesion> lesions)
    {
        if (lesions.Count > MostCompared)
            return true;
        for (var i = 1; i < lesions.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (lesions[i].Id is { } id && lesions[j].Id == id)
                    return true;
            }
        }

        return false;
    }

    private static void Repeated(IReadOnlyList<Lesion> lesions, IssueSink issues)
    {
        foreach (var group in lesions.Where(lesion => lesion.Id is not null).GroupBy(lesion => lesion.Id!, StringComparer.Ordinal).Where(group => group.Count() > 1))
            issues.Warn("lesion-repeated", "/lesions", group.Key, "each lesion once", "Several entries have this id; they were read as reports of one lesion.");
    }

    private static void Check(Lesion lesion, IssuePath path, PartialDate? asOf, IssueSink issues)
    {
        issues.Between(lesion.PainScore, 0, 10, path + "/painScore", "");
        issues.Between(lesion.Number, 1, 100_000, path + "/number", "lesions");
        issues.Between(lesion.SizeMm?.Min, SmallestMm, LargestMm, path + "/sizeMm/min", "mm");
        issues.Between(lesion.SizeMm?.Max, SmallestMm, LargestMm, path + "/sizeMm/max", "mm");
        issues.Between(lesion.OnsetAgeYears, 0, 130, path + "/onsetAgeYears", "years");
        issues.NotAfter(lesion.OnsetOn, asOf, path + "/onsetOn");
        if (lesion.SizeMm is { Min: { } min, Max: { } max } && min > max)
            issues.Error("range-reversed", path + "/sizeMm", string.Create(CultureInfo.InvariantCulture, $"{min} to {max}"), "min not above max", "The sizes are reversed; correct them.");
        if (lesion.SizeMm?.Max is > UnusualMm and <= LargestMm)
            issues.Warn("value-extreme", path + "/sizeMm/max", null, "at most 300 mm", "The size is unusual; verify it.");
        if (lesion.Number is { } number && lesion.Count is { } count && !Agree(number, count))
            issues.Warn("counts-disagree", path + "/number", number.ToString(CultureInfo.InvariantCulture), "a number that fits the count", "Number and count disagree; the number was taken.");
        if (lesion.OnsetOn is { } onset && lesion.Duration is { } duration && asOf is { } day
            && Math.Abs(onset.Earliest.DayNumber - duration.Before(day.Latest).DayNumber) > Math.Max(60, duration.TotalDays / 2) && Math.Abs(onset.Latest.DayNumber - duration.Before(day.Latest).DayNumber) > Math.Max(60, duration.TotalDays / 2))
            issues.Warn("onsets-disagree", path + "/duration", duration.ToString(), "a duration that fits the onset", "Onset and duration disagree; the date of onset was taken.");
    }

    private static bool Agree(int number, LesionCount count) => count switch
    {
        LesionCount.Single => number == 1,
        LesionCount.Few => number is >= 2 and <= 5,
        LesionCount.Many => number > 5,
        _ => number >= 2,
    };
}
