using System.Globalization;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>Look, place, pain, number, size and time of one lesion group.</summary>
internal sealed class LesionInterpreter(ClinicalVocabulary vocabulary, PatientContext patient, List<NotUnderstood> notUnderstood)
{
    public void Interpret(LesionCase lesion, PictureBuilder picture)
    {
        var entry = lesion.Lesion;
        var from = lesion.Paths.ToArray();
        if (entry.Sites.Count > 0 || entry.Morphology.Count > 0 || entry.Count is not null || entry.SizeMm is not null)
            picture.Present("lesion.described", "lesion described", from);
        Looks(lesion, picture);
        Sites(lesion, picture);
        Pain(entry, from, picture);
        Numbers(entry, from, picture);
        Say(picture, "lesion.ulcer", entry.Ulcerated, "ulcerated", "not ulcerated", from);
        Say(picture, "lesion.necrosis", entry.Necrotic, "necrotic", "not necrotic", from);
        Say(picture, "lesion.chalky-discharge", entry.ChalkyDischarge, "chalky discharge", "no chalky discharge", from);
        Say(picture, "lesion.ischaemic-pattern", entry.IschaemicPattern, "ischaemic skin pattern", "no ischaemic skin pattern", from);
        Say(picture, "lesion.non-healing", entry.NonHealing, "does not heal", "heals", from);
        Say(picture, "lesion.symmetric", entry.Symmetric, "symmetric", "not symmetric", from);
        Say(picture, "lesion.at-prior-injury", entry.AtPriorInjury, "at an earlier injury", "not at an earlier injury", from);
        Say(picture, "lesion.only-in-damaged-skin", entry.OnlyInDamagedSkin, "only in damaged skin", "also outside damaged skin", from);
        if (entry.LocalDamage is { } damage)
            Say(picture, "condition.local-damage", damage, "damage at the place", "no damage at the place", from);
        Depth(entry, from, picture);
        Course(entry, from, picture);
        Times(lesion, from, picture);
        foreach (var finding in entry.Contradicted)
            picture.Contradict(finding, "one report of the lesion says so, another does not", from);
    }

    private void Looks(LesionCase lesion, PictureBuilder picture)
    {
        var described = false;
        foreach (var (words, state) in lesion.Lesion.Morphology.Select(look => (look, FindingState.Present)).Concat(lesion.Lesion.MorphologyAbsent.Select(look => (look, FindingState.Absent))))
        {
            var resolution = vocabulary.Resolve(TermKind.Morphology, words, null, words);
            foreach (var part in resolution.Leftover)
                notUnderstood.Add(new NotUnderstood(lesion.Path + "/morphology", "morphology", part, "not in the vocabulary; it took no part"));
            foreach (var term in resolution.Terms)
            {
                var actual = term.Negated ? state == FindingState.Present ? FindingState.Absent : FindingState.Present : state;
                described |= actual == FindingState.Present && term.Term.Code is not ("unspecified-lesion" or "not-stated");
                foreach (var finding in FindingsOf(term.Term.Code))
                    picture.Say(finding, actual, words, lesion.Path + "/morphology");
            }
        }

        // "A skin lesion" says that there is one and nothing of its look.
        if (!described && lesion.Lesion.Morphology.Count > 0)
            picture.Present("lesion.look-not-stated", string.Join(", ", lesion.Lesion.Morphology.Order(StringComparer.Ordinal)), lesion.Path + "/morphology");

        foreach (var words in lesion.Lesion.Distribution)
        {
            var resolution = vocabulary.Resolve(TermKind.Distribution, words, null, words);
            foreach (var part in resolution.Leftover)
                notUnderstood.Add(new NotUnderstood(lesion.Path + "/distribution", "distribution", part, "not in the vocabulary; it took no part"));
            foreach (var term in resolution.Terms)
            {
                var finding = term.Term.Code switch
                {
                    "generalised" => "lesion.generalised",
                    "unilateral" => "lesion.unilateral",
                    "ring" => "lesion.ring",
                    "along-vein" => "lesion.vein-track",
                    "bilateral" => "lesion.symmetric",
                    _ => null,
                };
                if (finding is not null)
                    picture.Present(finding, words, lesion.Path + "/distribution");
            }
        }
    }

    private static string[] FindingsOf(string look) => look switch
    {
        "milia-like-papules" => ["lesion.milia-like", "lesion.papule"],
        "eschar" or "gangrene" or "necrosis" => ["lesion.necrosis"],
        "stellate-purpura" or "retiform-purpura" => ["lesion.retiform-purpura"],
        "livedo-racemosa" => ["lesion.livedo"],
        "chalky" => [],
        "unspecified-lesion" => ["lesion.calcified-deposit"],
        "not-stated" or "atrophy" => [],
        "mass" => ["lesion.mass"],
        _ => ["lesion." + look],
    };

    private void Sites(LesionCase lesion, PictureBuilder picture)
    {
        var from = lesion.Path + "/sites";
        var seen = string.Join(", ", lesion.Lesion.Sites.Order(StringComparer.Ordinal));
        for (var i = 0; i < lesion.Sites.Length; i++)
        {
            if (!lesion.Sites[i].Understood && lesion.Sites[i].Places.Count == 0)
                notUnderstood.Add(new NotUnderstood(string.Create(CultureInfo.InvariantCulture, $"{from}/{i}"), "site", lesion.Lesion.Sites[i], "not in the vocabulary; it took no part"));
        }

        foreach (var set in SiteSets.All)
            picture.Say(set.Id, set.Only ? lesion.OnlyIn(set.Regions) : lesion.SomeIn(set.Regions), seen, from);
        if (lesion.Lesion.Sites.Any(site => site.Contains("areola", StringComparison.OrdinalIgnoreCase)))
            picture.Present("lesion.areolar", seen, from);
        var regions = lesion.Sites.SelectMany(site => site.Places).Select(place => string.Join(' ', place)).Distinct(StringComparer.Ordinal).Count();
        if (regions >= 2 || lesion.Sites.Any(site => site.Side == Laterality.Both))
            picture.Present("lesion.two-regions", seen, from);
        else if (regions == 1)
            picture.Absent("lesion.two-regions", seen, from);
    }

    private static void Pain(Lesion entry, string[] from, PictureBuilder picture)
    {
        if (entry.Pain is not null || entry.PainScore is not null || entry.OpioidNeeded is not null || entry.PainOutOfProportion is not null)
            picture.Present("lesion.pain.recorded", "pain recorded", from);
        if (entry.PainContradicted)
        {
            picture.Present("lesion.pain.recorded", "pain recorded both ways", from);
            picture.Contradict("lesion.pain", "painful in one report, not in another", from);
            picture.Contradict("lesion.pain.severe", "painful in one report, not in another", from);
            return;
        }

        switch (entry.Pain)
        {
            case Findings.Pain.None:
                picture.Absent("lesion.pain", "painless", from);
                break;
            case Findings.Pain.Present:
                picture.Present("lesion.pain", "painful", from);
                break;
            case Findings.Pain.Mild:
                picture.Present("lesion.pain.mild", "mild pain", from);
                picture.Present("lesion.pain", "mild pain", from);
                break;
            case Findings.Pain.Severe:
                picture.Present("lesion.pain.severe", "severe pain", from);
                break;
        }

        if (entry.PainScore is { } score)
        {
            var seen = string.Create(CultureInfo.InvariantCulture, $"pain {score} of 10");
            if (LesionThresholds.SeverePain.Holds(score))
                picture.Present("lesion.pain.severe", seen, from);
            else if (score == 0)
                picture.Absent("lesion.pain", seen, from);
            else if (LesionThresholds.MildPain.Holds(score))
                picture.Present("lesion.pain.mild", seen, from);
            else
                picture.Present("lesion.pain", seen, from);
        }

        if (entry.OpioidNeeded == true)
            picture.Present("lesion.pain.severe", "opioid needed", from);
        if (entry.PainOutOfProportion == true)
            picture.Present("lesion.pain.severe", "pain out of proportion", from);
    }

    private static void Numbers(Lesion entry, string[] from, PictureBuilder picture)
    {
        bool? single = entry.Number is { } number ? number == 1 : entry.Count switch
        {
            LesionCount.Single => true,
            LesionCount.Few or LesionCount.Many or LesionCount.Multiple => false,
            _ => null,
        };
        if (single is { } one)
        {
            picture.Say("lesion.single", one ? FindingState.Present : FindingState.Absent, one ? "one" : "more than one", from);
            picture.Say("lesion.two-or-more", one ? FindingState.Absent : FindingState.Present, one ? "one" : "more than one", from);
        }

        if (entry.Number is { } counted)
            Say(picture, "lesion.few", counted is >= 2 and <= 5, "two to five", "not two to five", from);
        else if (entry.Count is { } count && count != LesionCount.Multiple)
            Say(picture, "lesion.few", count == LesionCount.Few, "few", "not few", from);
        if (entry.SizeMm is not { } size)
            return;
        var seen = string.Create(CultureInfo.InvariantCulture, $"{size.Min ?? size.Max}-{size.Max ?? size.Min} mm");
        foreach (var limit in new[] { LesionThresholds.Over5, LesionThresholds.Over10, LesionThresholds.Over20 })
        {
            if (size.Max is { } max)
                picture.Say(limit.Finding!, limit.Holds(max) ? FindingState.Present : FindingState.Absent, seen, from);
            else if (size.Min is { } min && limit.Holds(min))
                picture.Present(limit.Finding!, seen, from);
        }
    }

    private static void Depth(Lesion entry, string[] from, PictureBuilder picture)
    {
        if (entry.Depth is not { } depth)
            return;
        var seen = depth.ToString().ToLowerInvariant();
        picture.Say("lesion.periarticular", depth == LesionDepth.Periarticular ? FindingState.Present : FindingState.Absent, seen, from);
        picture.Say("lesion.fascial", depth == LesionDepth.Fascial ? FindingState.Present : depth == LesionDepth.Periarticular ? FindingState.Unknown : FindingState.Absent, seen, from);
    }

    private static void Course(Lesion entry, string[] from, PictureBuilder picture)
    {
        Say(picture, "lesion.growing", entry.Growing, "growing", "not growing", from);
        switch (entry.Course)
        {
            case LesionCourse.Growing:
                picture.Present("lesion.growing", "growing", from);
                break;
            case LesionCourse.RapidlyGrowing:
                picture.Present("lesion.growing", "growing fast", from);
                picture.Present("lesion.growing-fast", "growing fast", from);
                break;
            case LesionCourse.Stable or LesionCourse.Shrinking:
                picture.Absent("lesion.growing", "not growing", from);
                picture.Absent("lesion.new", "not new", from);
                break;
            case LesionCourse.Cleared:
                picture.Absent("lesion.growing", "cleared", from);
                picture.Present("lesion.cleared", "cleared", from);
                break;
            case LesionCourse.New:
                picture.Present("lesion.new", "new", from);
                break;
            case LesionCourse.Recurrent:
                picture.Present("lesion.recurrent", "came back", from);
                break;
        }

        if (entry.ClearedAfter is not null)
            picture.Present("lesion.cleared", "cleared", from);
    }

    private void Times(LesionCase lesion, string[] from, PictureBuilder picture)
    {
        var age = lesion.AgeAtOnset;
        if (age.IsKnown)
        {
            var seen = string.Create(CultureInfo.InvariantCulture, $"aged {decimal.Round(age.MinYears, 2)} years at onset");
            foreach (var limit in new[] { LesionThresholds.OnsetUnder6Weeks, LesionThresholds.OnsetUnder7, LesionThresholds.OnsetUnder18, LesionThresholds.OnsetUnder20, LesionThresholds.OnsetUnder30 })
                Say(picture, limit.Finding!, age.Is(limit), seen, seen, from);
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

    private static void OldEnough(PictureBuilder picture, decimal min, decimal max, string[] from)
    {
        var seen = string.Create(CultureInfo.InvariantCulture, $"there for {TimeWords.AtLeast(min)}");
        Say(picture, "lesion.younger-14-days", TimeThresholds.Younger14Days.Holds(min, max), seen, seen, from);
        Say(picture, "lesion.over-6-months", TimeThresholds.Over6Months.Holds(min, max), seen, seen, from);
    }

    private static void Say(PictureBuilder picture, string finding, bool? value, string present, string absent, string[] from)
    {
        if (value is { } known)
            picture.Say(finding, known ? FindingState.Present : FindingState.Absent, known ? present : absent, from);
    }
}
