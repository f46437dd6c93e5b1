using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>Drugs that matter by their date, dose, duration, route or place, and what lesions did under them.</summary>
internal sealed class DrugInterpreter(ClinicalVocabulary vocabulary, DateOnly? asOf)
{
    public void Interpret(Statement use, LesionCase lesion, PictureBuilder picture)
    {
        Drug(use, lesion, picture);
        Schemes(use, lesion, picture);
        if (use.IsPresent && use.Term.Code is "insulin" or "heparin" or "calcium-heparin" && SiteRelations.AtSite(lesion, use, vocabulary) == FindingState.Present)
            picture.Present("exposure.injections-at-site", use.Seen, use.Path);
        if (use.IsPresent && use.Term.Code == "sodium-thiosulfate")
            picture.Say("exposure.sodium-thiosulfate.route-known", use.Exposure?.Route is null ? FindingState.Absent : FindingState.Present, use.Seen, use.Path);
        Response(use, lesion, picture);
    }

    /// <summary>Dose and duration as the published scheme for dialysis patients asks for them.</summary>
    private void Schemes(Statement use, LesionCase lesion, PictureBuilder picture)
    {
        var (code, longer) = (use.Term.Code, LongerThan(use, lesion));
        if (code == "vitamin-k-antagonist")
            picture.Say("exposure.vitamin-k-antagonist.long-term", use.State == FindingState.Absent ? FindingState.Absent : longer, use.Seen, use.Path);
        if (code is "systemic-corticosteroid" or "immunosuppressant" or "methotrexate" or "ciclosporin" && use.IsPresent && longer == FindingState.Present)
            picture.Present("exposure.immunosuppression.long-term", use.Seen, use.Path);
        if (code is "calcium-oral" or "calcium-binder" or "non-calcium-binder" && use.IsPresent)
        {
            var high = CalciumGramsADay(use) is { } grams ? FindingStates.Of(DrugThresholds.CalciumLoad.Holds(grams)) : FindingState.Unknown;
            if (high == FindingState.Present && longer == FindingState.Present)
                picture.Present("exposure.calcium-load.high-and-long", use.Seen, use.Path);
        }

        if (code == "active-vitamin-d" && use.IsPresent && MicrogramsADay(use) is { } micrograms)
            picture.Say("exposure.active-vitamin-d.above-half-microgram", FindingStates.Of(DrugThresholds.ActiveVitaminD.Holds(micrograms)), use.Seen, use.Path);
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

    private DaySpan? Today => asOf is { } day ? new DaySpan(day, day) : null;

    /// <summary>Elemental calcium: 40 % of the carbonate, 25 % of the acetate; a dose of anything else is taken as it stands.</summary>
    private static decimal? CalciumGramsADay(Statement use)
    {
        if (DoseADay(use) is not var (value, unit) || unit is not ("g" or "mg"))
            return null;
        var share = use.Seen.Contains("carbonate", StringComparison.OrdinalIgnoreCase) ? DrugThresholds.ElementalShareOfCarbonate
            : use.Seen.Contains("acetate", StringComparison.OrdinalIgnoreCase) ? DrugThresholds.ElementalShareOfAcetate : 1;
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
        var finding = use.Term.Code switch
        {
            "systemic-corticosteroid" => "lesion.responded-to-corticosteroid",
            "calcium-binder" or "non-calcium-binder" or "parathyroidectomy" or "calcimimetic" => "lesion.responded-to-mineral-treatment",
            _ => null,
        };
        if (finding is null || use.Exposure is not { } exposure)
            return;
        foreach (var response in exposure.Response.Where(response => response.Lesion == lesion.Id && response.Effect is ResponseEffect.Cleared or ResponseEffect.Shrunk))
            picture.Present(finding, $"{use.Seen}: {response.Effect.ToString()!.ToLowerInvariant()}", use.Path);
    }

    private static void Drug(Statement use, LesionCase lesion, PictureBuilder picture)
    {
        switch (use.Term.Code)
        {
            case "vitamin-k-antagonist":
                AntiCoagulant(use, lesion, picture);
                break;
            case "systemic-corticosteroid":
                picture.Say("exposure.systemic-corticosteroid.recent", use.State == FindingState.Present && BegunAfter(use, lesion) ? FindingState.Absent : use.State, use.Seen, use.Path);
                break;
            case "opioid" when use.IsPresent && IsFor(lesion, use):
                picture.Present("lesion.pain.severe", use.Seen + " for the lesion", use.Path);
                break;
            case "chemotherapy":
                if (use.State == FindingState.Absent)
                    picture.Absent("exposure.chemotherapy.within-30-days", use.Seen, use.Path);
                else if (use.IsPresent && DaysBefore(use, lesion) is var (min, max))
                    picture.Say("exposure.chemotherapy.within-30-days", FindingStates.Of(TimeThresholds.ChemotherapyRecent.Holds(min, max)), use.Seen, use.Path);
                break;
        }
    }

    /// <summary>The record ties the drug to the lesion, by naming it or by an indication in the skin.</summary>
    private static bool IsFor(LesionCase lesion, Statement use) =>
        use.RelationTo(lesion.Id) is { Relation: not SiteRelation.Elsewhere }
        || (use.Exposure?.Indication is { } indication && LesionWords.Any(word => indication.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static readonly string[] LesionWords = ["lesion", "ulcer", "wound", "skin"];

    private static void AntiCoagulant(Statement use, LesionCase lesion, PictureBuilder picture)
    {
        const string recent = "exposure.vitamin-k-antagonist.recent", fresh = "exposure.vitamin-k-antagonist.started-1-10-days";
        if (use.State == FindingState.Absent)
        {
            picture.Absent(recent, use.Seen, use.Path);
            picture.Absent(fresh, use.Seen, use.Path);
            return;
        }

        if (!use.IsPresent)
            return;
        if (BegunAfter(use, lesion))
        {
            picture.Absent(recent, use.Seen, use.Path);
            return;
        }

        var ended = use.Until is { } until && lesion.Time.Onset is { } onset ? onset.DaysSince(until) : ((int Min, int Max)?)null;
        if (ended is { } days)
            picture.Say(recent, FindingStates.Of(TimeThresholds.AnticoagulantRecent.Holds(days.Min, days.Max)), use.Seen, use.Path);
        else if (!use.Past)
            picture.Present(recent, use.Seen, use.Path);
        else if (DaysBefore(use, lesion) is var (min, max))
            picture.Say(recent, FindingStates.Of(TimeThresholds.AnticoagulantRecent.Holds(min, max)), use.Seen, use.Path);
        else
            picture.Open(recent, use.Seen, use.Path);
        if (use.Since is { } start && lesion.Time.Onset is { } seen)
        {
            var (least, most) = seen.DaysSince(start);
            picture.Say(fresh, Fresh(least, most), use.Seen, use.Path);
        }
        else if (use.Since is null && !use.Past && (use.RelationTo(lesion.Id)?.BeforeLesion ?? use.Exposure?.BeforeLesion) is { } before && Fresh(before.TotalDays, before.TotalDays) == FindingState.Present)
        {
            // Of a drug that goes on, "two days before the lesion" tells when it was begun.
            picture.Present(fresh, use.Seen, use.Path);
        }
        else if (use.Exposure?.Duration is { } duration)
        {
            picture.Say(fresh, Fresh(duration.TotalDays, duration.TotalDays), use.Seen, use.Path);
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
        || use.Seen.Contains("after onset", StringComparison.OrdinalIgnoreCase);

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
