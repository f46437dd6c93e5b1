using System.Globalization;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>Look, place, pain, number, size and time of one lesion group.</summary>
internal sealed class LesionInterpreter(ClinicalVocabulary vocabulary, PatientContext patient, List<NotUnderstood>? notUnderstood)
{
    private static readonly (Threshold Limit, int Finding)[] Sizes = Numbered(LesionThresholds.Over5, LesionThresholds.Over10, LesionThresholds.Over20);
    private static readonly (Threshold Limit, int Finding)[] OnsetAges =
        Numbered(LesionThresholds.OnsetUnder6Weeks, LesionThresholds.OnsetUnder7, LesionThresholds.OnsetUnder18, LesionThresholds.OnsetUnder20, LesionThresholds.OnsetUnder30);

    private readonly LookInterpreter _looks = new(vocabulary, notUnderstood);
    private readonly SiteInterpreter _sites = new(notUnderstood);

    public void Interpret(LesionCase lesion, PictureBuilder picture)
    {
        var entry = lesion.Lesion;
        Origin from = lesion;
        if (entry.Sites.Count > 0 || entry.Morphology.Count > 0 || entry.Count is not null || entry.SizeMm is not null)
            picture.Present(Finding.LesionDescribed, "lesion described", from);
        _looks.Interpret(lesion, picture);
        _sites.Interpret(lesion, picture);
        Pain(entry, from, picture);
        Numbers(entry, from, picture);
        Say(picture, Finding.LesionUlcer, entry.Ulcerated, "ulcerated", "not ulcerated", from);
        Say(picture, Finding.LesionNecrosis, entry.Necrotic, "necrotic", "not necrotic", from);
        Say(picture, Finding.LesionChalkyDischarge, entry.ChalkyDischarge, "chalky discharge", "no chalky discharge", from);
        Say(picture, Finding.LesionIschaemicPattern, entry.IschaemicPattern, "ischaemic skin pattern", "no ischaemic skin pattern", from);
        Say(picture, Finding.LesionNonHealing, entry.NonHealing, "does not heal", "heals", from);
        Say(picture, Finding.LesionSymmetric, entry.Symmetric, "symmetric", "not symmetric", from);
        Say(picture, Finding.LesionAtPriorInjury, entry.AtPriorInjury, "at an earlier injury", "not at an earlier injury", from);
        Say(picture, Finding.LesionOnlyInDamagedSkin, entry.OnlyInDamagedSkin, "only in damaged skin", "also outside damaged skin", from);
        if (entry.LocalDamage is { } damage)
            Say(picture, Finding.ConditionLocalDamage, damage, "damage at the place", "no damage at the place", from);
        Depth(entry, from, picture);
        Course(entry, from, picture);
        Times(lesion, from, picture);
        for (var i = 0; i < entry.Contradicted.Count; i++)
            picture.Contradict(Finding.Find(entry.Contradicted[i]), "one report of the lesion says so, another does not", from);
    }

    private static void Pain(Lesion entry, Origin from, PictureBuilder picture)
    {
        if (entry.Pain is not null || entry.PainScore is not null || entry.OpioidNeeded is not null || entry.PainOutOfProportion is not null)
            picture.Present(Finding.LesionPainRecorded, "pain recorded", from);
        if (entry.PainContradicted)
        {
            picture.Present(Finding.LesionPainRecorded, "pain recorded both ways", from);
            picture.Contradict(Finding.LesionPain, "painful in one report, not in another", from);
            picture.Contradict(Finding.LesionPainSevere, "painful in one report, not in another", from);
            return;
        }

        switch (entry.Pain)
        {
            case Findings.Pain.None:
                picture.Absent(Finding.LesionPain, "painless", from);
                break;
            case Findings.Pain.Present:
                picture.Present(Finding.LesionPain, "painful", from);
                break;
            case Findings.Pain.Mild:
                picture.Present(Finding.LesionPainMild, "mild pain", from);
                picture.Present(Finding.LesionPain, "mild pain", from);
                break;
            case Findings.Pain.Severe:
                picture.Present(Finding.LesionPainSevere, "severe pain", from);
                break;
        }

        if (entry.PainScore is { } score)
        {
            if (LesionThresholds.SeverePain.Holds(score))
                picture.Present(Finding.LesionPainSevere, $"pain {score} of 10", from);
            else if (score == 0)
                picture.Absent(Finding.LesionPain, $"pain {score} of 10", from);
            else if (LesionThresholds.MildPain.Holds(score))
                picture.Present(Finding.LesionPainMild, $"pain {score} of 10", from);
            else
                picture.Present(Finding.LesionPain, $"pain {score} of 10", from);
        }

        if (entry.OpioidNeeded == true)
            picture.Present(Finding.LesionPainSevere, "opioid needed", from);
        if (entry.PainOutOfProportion == true)
            picture.Present(Finding.LesionPainSevere, "pain out of proportion", from);
    }

    private static void Numbers(Lesion entry, Origin from, PictureBuilder picture)
    {
        bool? single = entry.Number is { } number ? number == 1 : entry.Count switch
        {
            LesionCount.Single => true,
            LesionCount.Few or LesionCount.Many or LesionCount.Multiple => false,
            _ => null,
        };
        if (single is { } one)
        {
            picture.Say(Finding.LesionSingle, one ? FindingState.Present : FindingState.Absent, one ? "one" : "more than one", from);
            picture.Say(Finding.LesionTwoOrMore, one ? FindingState.Absent : FindingState.Present, one ? "one" : "more than one", from);
        }

        if (entry.Number is { } counted)
            Say(picture, Finding.LesionFew, counted is >= 2 and <= 5, "two to five", "not two to five", from);
        else if (entry.Count is { } count && count != LesionCount.Multiple)
            Say(picture, Finding.LesionFew, count == LesionCount.Few, "few", "not few", from);
        if (entry.SizeMm is not { } size)
            return;
        foreach (var (limit, finding) in Sizes)
        {
            if (size.Max is { } max)
                picture.Say(finding, limit.Holds(max) ? FindingState.Present : FindingState.Absent, $"{size.Min ?? size.Max}-{size.Max ?? size.Min} mm", from);
            else if (size.Min is { } min && limit.Holds(min))
                picture.Present(finding, $"{size.Min ?? size.Max}-{size.Max ?? size.Min} mm", from);
        }
    }

    private static void Depth(Lesion entry, Origin from, PictureBuilder picture)
    {
        if (entry.Depth is not { } depth)
            return;
        var seen = picture.KeepsWords ? depth.ToString().ToLowerInvariant() : "";
        picture.Say(Finding.LesionPeriarticular, depth == LesionDepth.Periarticular ? FindingState.Present : FindingState.Absent, seen, from);
        picture.Say(Finding.LesionFascial, depth == LesionDepth.Fascial ? FindingState.Present : depth == LesionDepth.Periarticular ? FindingState.Unknown : FindingState.Absent, seen, from);
    }

    private static void Course(Lesion entry, Origin from, PictureBuilder picture)
    {
        Say(picture, Finding.LesionGrowing, entry.Growing, "growing", "not growing", from);
        switch (entry.Course)
        {
            case LesionCourse.Growing:
                picture.Present(Finding.LesionGrowing, "growing", from);
                break;
            case LesionCourse.RapidlyGrowing:
                picture.Present(Finding.LesionGrowing, "growing fast", from);
                picture.Present(Finding.LesionGrowingFast, "growing fast", from);
                break;
            case LesionCourse.Stable or LesionCourse.Shrinking:
                picture.Absent(Finding.LesionGrowing, "not growing", from);
                picture.Absent(Finding.LesionNew, "not new", from);
                break;
            case LesionCourse.Cleared:
                picture.Absent(Finding.LesionGrowing, "cleared", from);
                picture.Present(Finding.LesionCleared, "cleared", from);
                break;
            case LesionCourse.New:
                picture.Present(Finding.LesionNew, "new", from);
                break;
            case LesionCourse.Recurrent:
                picture.Present(Finding.LesionRecurrent, "came back", from);
                break;
        }

        if (entry.ClearedAfter is not null)
            picture.Present(Finding.LesionCleared, "cleared", from);
    }

    private void Times(LesionCase lesion, Origin from, PictureBuilder picture)
    {
        var age = lesion.AgeAtOnset;
        if (age.IsKnown)
        {
            foreach (var (limit, finding) in OnsetAges)
            {
                if (age.Is(limit) is { } holds)
                    picture.Say(finding, holds ? FindingState.Present : FindingState.Absent, $"aged {decimal.Round(age.MinYears, 2)} years at onset", from);
            }
        }

        if (patient.AsOf is { } asOf && lesion.Time.Onset is { } onset)
        {
            var (min, max) = new DaySpan(asOf, asOf).DaysSince(onset);
            OldEnough(picture, min, max, from);
        }
        else if (lesion.Lesion.Duration is { } duration)
        {
            OldEnough(picture, duration.TotalDays, duration.TotalDays, from);
        }
    }

    private static void OldEnough(PictureBuilder picture, decimal min, decimal max, Origin from)
    {
        if (TimeThresholds.Younger14Days.Holds(min, max) is { } young)
            picture.Say(Finding.LesionYounger14Days, young ? FindingState.Present : FindingState.Absent, $"there for {TimeWords.AtLeast(min)}", from);
        if (TimeThresholds.Over6Months.Holds(min, max) is { } old)
            picture.Say(Finding.LesionOver6Months, old ? FindingState.Present : FindingState.Absent, $"there for {TimeWords.AtLeast(min)}", from);
    }

    private static (Threshold Limit, int Finding)[] Numbered(params Threshold[] limits) => [.. limits.Select(limit => (limit, Finding.Of(limit.Finding!)))];

    private static void Say(PictureBuilder picture, int finding, bool? value, string present, string absent, Origin from)
    {
        if (value is { } known)
            picture.Say(finding, known ? FindingState.Present : FindingState.Absent, known ? present : absent, from);
    }
}
