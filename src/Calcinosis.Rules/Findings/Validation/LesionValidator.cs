using System.Globalization;
using FluentValidation;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Numbers, sizes and dates of lesions.</summary>
internal sealed class LesionValidator : AbstractValidator<FindingsDocument>
{
    private const decimal SmallestMm = 0.05m;
    private const decimal LargestMm = 2000m;
    private const decimal UnusualMm = 300m;

    public LesionValidator() => RuleFor(document => document.Lesions).Custom(static (lesions, context) =>
    {
        for (var i = 0; i < lesions.Count; i++)
            Check(lesions[i], Checks.PathOf(lesions[i], "lesions", i), context);
        foreach (var group in lesions.Where(lesion => lesion.Id is not null).GroupBy(lesion => lesion.Id!, StringComparer.Ordinal).Where(group => group.Count() > 1))
            context.Warn("lesion-repeated", "/lesions", group.Key, "each lesion once", "Several entries have this id; they were read as reports of one lesion.");
    });

    private static void Check(Lesion lesion, string path, ValidationContext<FindingsDocument> context)
    {
        var asOf = context.InstanceToValidate.AsOf;
        context.Between(lesion.PainScore, 0, 10, path + "/painScore", "");
        context.Between(lesion.Number, 1, 100_000, path + "/number", "lesions");
        context.Between(lesion.SizeMm?.Min, SmallestMm, LargestMm, path + "/sizeMm/min", "mm");
        context.Between(lesion.SizeMm?.Max, SmallestMm, LargestMm, path + "/sizeMm/max", "mm");
        context.Between(lesion.OnsetAgeYears, 0, 130, path + "/onsetAgeYears", "years");
        context.NotAfter(lesion.OnsetOn, asOf, path + "/onsetOn");
        if (lesion.SizeMm is { Min: { } min, Max: { } max } && min > max)
            context.Error("range-reversed", path + "/sizeMm", string.Create(CultureInfo.InvariantCulture, $"{min} to {max}"), "min not above max", "The sizes are reversed; correct them.");
        if (lesion.SizeMm?.Max is > UnusualMm and <= LargestMm)
            context.Warn("value-extreme", path + "/sizeMm/max", null, "at most 300 mm", "The size is unusual; verify it.");
        if (lesion.Number is { } number && lesion.Count is { } count && !Agree(number, count))
            context.Warn("counts-disagree", path + "/number", number.ToString(CultureInfo.InvariantCulture), "a number that fits the count", "Number and count disagree; the number was taken.");
        if (lesion.OnsetOn is { } onset && lesion.Duration is { } duration && asOf is { } day
            && Math.Abs(onset.Earliest.DayNumber - duration.Before(day.Latest).DayNumber) > Math.Max(60, duration.TotalDays / 2) && Math.Abs(onset.Latest.DayNumber - duration.Before(day.Latest).DayNumber) > Math.Max(60, duration.TotalDays / 2))
            context.Warn("onsets-disagree", path + "/duration", duration.ToString(), "a duration that fits the onset", "Onset and duration disagree; the date of onset was taken.");
    }

    private static bool Agree(int number, LesionCount count) => count switch
    {
        LesionCount.Single => number == 1,
        LesionCount.Few => number is >= 2 and <= 5,
        LesionCount.Many => number > 5,
        _ => number >= 2,
    };
}
