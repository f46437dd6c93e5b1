using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>Drugs that matter by their date, dose, duration, route or place, and what lesions did under them.</summary>
internal sealed class DrugInterpreter(ClinicalVocabulary vocabulary, PatientContext patient)
{
    public void Interpret(Statement use, LesionCase lesion, PictureBuilder picture)
    {
        Drug(use, lesion, picture);
        Schemes(use, lesion, picture);
        if (use.IsPresent && use.IsAbout(Topics.InjectedDrug) && SiteRelations.AtSite(lesion, use, vocabulary) == FindingState.Present)
            picture.Present(Finding.ExposureInjectionsAtSite, use);
        if (use.IsPresent && use.IsAbout(Topics.Thiosulfate))
            picture.Say(Finding.ExposureSodiumThiosulfateRouteKnown, use.Exposure?.Route is null ? FindingState.Absent : FindingState.Present, use);
        Response(use, lesion, picture);
    }

    /// <summary>Dose and duration as the published scheme for dialysis patients asks for them.</summary>
    private void Schemes(Statement use, LesionCase lesion, PictureBuilder picture)
    {
        if (use.IsAbout(Topics.VitaminKAntagonist))
            picture.Say(Finding.ExposureVitaminKAntagonistLongTerm, use.State == FindingState.Absent ? FindingState.Absent : LongerThan(use, lesion), use);
        if (!use.IsPresent)
            return;
        if (use.IsAbout(Topics.Immunosuppressant) && LongerThan(use, lesion) == FindingState.Present)
            picture.Present(Finding.ExposureImmunosuppressionLongTerm, use);
        if (use.IsAbout(Topics.CalciumLoad) && CalciumGramsADay(use) is { } grams && DrugThresholds.CalciumLoad.Holds(grams) && LongerThan(use, lesion) == FindingState.Present)
            picture.Present(Finding.ExposureCalciumLoadHighAndLong, use);
        if (use.IsAbout(Topics.ActiveVitaminD) && MicrogramsADay(use) is { } micrograms)
            picture.Say(Finding.ExposureActiveVitaminDAboveHalfMicrogram, FindingStates.Of(DrugThresholds.ActiveVitaminD.Holds(micrograms)), use);
    }

    private FindingState LongerThan(Statement use, LesionCase lesion)
    {
        if (!use.IsPresent)
            return FindingState.Unknown;
        if (use.Exposure?.Duration is { } duration)
            return FindingStates.Of(DrugThresholds.LongTerm.Holds(duration.TotalDays));
        if (use.Since is not { } since || (lesion.Time.Onset ?? Today) is not { } end)
            return FindingState.Unknown;
        var (min, max) = end.DaysSince(since);
        return FindingStates.Of(DrugThresholds.LongTerm.Holds(min, max));
    }

    private DaySpan? Today => patient.AsOf is { } day ? new DaySpan(day, day) : null;

    /// <summary>Elemental calcium: 40 % of the carbonate, 25 % of the acetate; a dose of anything else is taken as it stands.</summary>
    private static decimal? CalciumGramsADay(Statement use)
    {
        if (DoseADay(use) is not var (value, unit) || unit is not ("g" or "mg"))
            return null;
        var share = use.Names("carbonate") ? DrugThresholds.ElementalShareOfCarbonate
            : use.Names("acetate") ? DrugThresholds.ElementalShareOfAcetate : 1;
        return (unit == "mg" ? value / 1000 : value) * share;
    }

    private static decimal? MicrogramsADay(Statement use) =>
        DoseADay(use) is var (value, unit) && unit is "ug" or "mcg" or "µg" or "microgram" ? value : null;

    private static (decimal Value, string Unit)? DoseADay(Statement use) => use.Exposure?.Dose is not { Unit: { } unit } dose ? null : dose.Per?.Trim().ToLowerInvariant() switch
    {
        "week" => (dose.Value / 7, unit.Trim()),
        "day" or null => (dose.Value, unit.Trim()),
        _ => null,
    };

    /// <summary>A lesion that shrinks when granulomas are treated or minerals are lowered says something of its cause; it moves no level.</summary>
    private static void Response(Statement use, LesionCase lesion, PictureBuilder picture)
    {
        if (use.Exposure is not { Response.Count: > 0 } exposure || !use.IsAbout(Topics.Corticosteroid | Topics.MineralResponse))
            return;
        var finding = use.IsAbout(Topics.Corticosteroid) ? Finding.LesionRespondedToCorticosteroid : Finding.LesionRespondedToMineralTreatment;
        foreach (var response in exposure.Response)
        {
            if (response.Lesion == lesion.Id && response.Effect is ResponseEffect.Cleared or ResponseEffect.Shrunk)
                picture.Present(finding, $"{use.Seen}: {response.Effect.ToString()!.ToLowerInvariant()}", use);
        }
    }

    private static void Drug(Statement use, LesionCase lesion, PictureBuilder picture)
    {
        if (use.IsAbout(Topics.VitaminKAntagonist))
            AntiCoagulant(use, lesion, picture);
        else if (use.IsAbout(Topics.Corticosteroid))
            picture.Say(Finding.ExposureSystemicCorticosteroidRecent, use.State == FindingState.Present && BegunAfter(use, lesion) ? FindingState.Absent : use.State, use);
        else if (use.IsAbout(Topics.Opioid) && use.IsPresent && IsFor(lesion, use))
            picture.Present(Finding.LesionPainSevere, $"{use.Seen} for the lesion", use);
        else if (use.IsAbout(Topics.Chemotherapy))
            Chemotherapy(use, lesion, picture);
    }

    private static void Chemotherapy(Statement use, LesionCase lesion, PictureBuilder picture)
    {
        if (use.State == FindingState.Absent)
            picture.Absent(Finding.ExposureChemotherapyWithin30Days, use);
        else if (use.IsPresent && DaysBefore(use, lesion) is var (min, max))
            picture.Say(Finding.ExposureChemotherapyWithin30Days, FindingStates.Of(TimeThresholds.ChemotherapyRecent.Holds(min, max)), use);
    }

    /// <summary>The record ties the drug to the lesion, by naming it or by an indication in the skin.</summary>
    private static bool IsFor(LesionCase lesion, Statement use) =>
        use.RelationTo(lesion.Id) is { Relation: not SiteRelation.Elsewhere }
        || (use.Exposure?.Indication is { } indication && LesionWords.Any(word => indication.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static readonly string[] LesionWords = ["lesion", "ulcer", "wound", "skin"];

    private static void AntiCoagulant(Statement use, LesionCase lesion, PictureBuilder picture)
    {
        var (recent, fresh) = (Finding.ExposureVitaminKAntagonistRecent, Finding.ExposureVitaminKAntagonistStarted110Days);
        if (use.State == FindingState.Absent)
        {
            picture.Absent(recent, use);
            picture.Absent(fresh, use);
            return;
        }

        if (!use.IsPresent)
            return;
        if (BegunAfter(use, lesion))
        {
            picture.Absent(recent, use);
            return;
        }

        var ended = use.Until is { } until && lesion.Time.Onset is { } onset ? onset.DaysSince(until) : ((int Min, int Max)?)null;
        if (ended is { } days)
            picture.Say(recent, FindingStates.Of(TimeThresholds.AnticoagulantRecent.Holds(days.Min, days.Max)), use);
        else if (!use.Past)
            picture.Present(recent, use);
        else if (DaysBefore(use, lesion) is var (min, max))
            picture.Say(recent, FindingStates.Of(TimeThresholds.AnticoagulantRecent.Holds(min, max)), use);
        else
            picture.Open(recent, use);
        if (use.Since is { } start && lesion.Time.Onset is { } seen)
        {
            var (least, most) = seen.DaysSince(start);
            picture.Say(fresh, Fresh(least, most), use);
        }
        else if (use.Since is null && !use.Past && (use.RelationTo(lesion.Id)?.BeforeLesion ?? use.Exposure?.BeforeLesion) is { } before && Fresh(before.TotalDays, before.TotalDays) == FindingState.Present)
        {
            // Of a drug that goes on, "two days before the lesion" tells when it was begun.
            picture.Present(fresh, use);
        }
        else if (use.Exposure?.Duration is { } duration)
        {
            picture.Say(fresh, Fresh(duration.TotalDays, duration.TotalDays), use);
        }
    }

    /// <summary>Begun in the days in which warfarin necrosis begins.</summary>
    private static FindingState Fresh(decimal least, decimal most)
    {
        var begun = TimeThresholds.AnticoagulantFreshFrom.Holds(least, most);
        var still = TimeThresholds.AnticoagulantFreshUntil.Holds(least, most);
        return FindingStates.Of(begun == false || still == false ? false : begun == true && still == true ? true : null);
    }

    private static bool BegunAfter(Statement use, LesionCase lesion) =>
        use.Since is { } start && lesion.Time.Onset is { } onset && onset.IsBefore(start) == true
        || use.Names("after onset");

    private static (decimal Min, decimal Max)? DaysBefore(Statement use, LesionCase lesion)
    {
        if (lesion.Time.Onset is { } onset && (use.Until ?? use.Since) is { } end)
        {
            var (min, max) = onset.DaysSince(end);
            return (Math.Max(0, min), max);
        }

        return (use.RelationTo(lesion.Id)?.BeforeLesion ?? use.Exposure?.BeforeLesion) is { } before ? (before.TotalDays, before.TotalDays) : null;
    }
}
