using System.Globalization;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>The lesion groups of a document with their places and times.</summary>
internal sealed class LesionCases(ClinicalVocabulary vocabulary, PatientContext patient)
{
    /// <summary>Finds the lesion groups, in the order of their names.</summary>
    public void Find(bool recordNamesIt, List<LesionCase> cases)
    {
        var document = patient.Document;
        if (AreInOrder(document.Lesions))
        {
            for (var i = 0; i < document.Lesions.Count; i++)
                cases.Add(Case(IdOf(document.Lesions[i], i), document.Lesions[i], [(document.Lesions[i], i)]));
        }
        else
        {
            var groups = document.Lesions.Select((lesion, i) => (Lesion: lesion, Index: i)).GroupBy(entry => IdOf(entry.Lesion, entry.Index), StringComparer.Ordinal);
            foreach (var group in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
                cases.Add(Case(group.Key, LesionMerger.Merge([.. group.Select(entry => entry.Lesion)]), [.. group]));
        }

        if (cases.Count == 0 && (recordNamesIt || ReportsCalcium(document)))
            cases.Add(Case("L1", new Lesion { Id = "L1" }, []));
    }

    /// <summary>An image or biopsy that shows skin calcification makes a lesion even when nobody described one.</summary>
    private bool ReportsCalcium(FindingsDocument document) =>
        document.Imaging.SelectMany(study => study.Findings).Where(finding => finding.Status != PresenceStatus.Absent)
            .SelectMany(finding => vocabulary.Resolve(TermKind.Imaging, finding.Code, finding.Codings, finding.Text).Terms).Any(term => term.Term.Is("calcium") && !term.Negated)
        || document.Histology.SelectMany(report => report.Findings).Where(finding => finding.Status != PresenceStatus.Absent)
            .SelectMany(finding => vocabulary.Resolve(TermKind.Histology, finding.Code, finding.Codings, finding.Text).Terms).Any(term => term.Term.Is("calcium") && !term.Negated);

    private static string IdOf(Lesion lesion, int index) => lesion.Id ?? string.Create(CultureInfo.InvariantCulture, $"L{index + 1}");

    /// <summary>Every group has one entry, and they come in the order of their names: mostly so.</summary>
    private static bool AreInOrder(IReadOnlyList<Lesion> lesions)
    {
        for (var i = 0; i < lesions.Count; i++)
        {
            if (lesions.Count > 1 && (lesions[i].Id is null || (i > 0 && string.CompareOrdinal(lesions[i - 1].Id, lesions[i].Id) >= 0)))
                return false;
        }

        return true;
    }

    private SiteReading[] PlacesOf(Lesion lesion)
    {
        var places = new SiteReading[lesion.Sites.Count];
        for (var i = 0; i < places.Length; i++)
            places[i] = vocabulary.ReadSite(lesion.Sites[i]);
        return places;
    }

    private static bool AtInfusionSite(Lesion lesion, SiteReading[] sites)
    {
        foreach (var site in sites)
        {
            if (site.AtInfusion)
                return true;
        }

        for (var i = 0; i < lesion.Distribution.Count; i++)
        {
            if (lesion.Distribution[i].Contains("vein", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private LesionCase Case(string id, Lesion lesion, (Lesion Lesion, int Index)[] entries)
    {
        var onset = Onset(lesion);
        var growing = lesion.Course switch
        {
            LesionCourse.Growing or LesionCourse.RapidlyGrowing => FindingState.Present,
            LesionCourse.Stable or LesionCourse.Shrinking or LesionCourse.Cleared => FindingState.Absent,
            _ => FindingStates.Of(lesion.Growing),
        };
        var age = lesion.OnsetAgeYears is { } years ? Age.OfYears(years) : AgeAtOnset(lesion, onset);
        var sites = PlacesOf(lesion);
        return new LesionCase(id, lesion, entries, sites, new LesionTime(id, onset, growing)) { AtInfusionSite = AtInfusionSite(lesion, sites), AgeAtOnset = age };
    }

    private Age AgeAtOnset(Lesion lesion, DaySpan? onset)
    {
        if (onset is not null)
            return patient.AgeOn(onset);
        if (!patient.AgeNow.IsKnown)
            return Age.Unknown;
        // Without a date the lesion began some time between birth and now.
        return lesion.Duration is { } duration
            ? patient.AgeNow.Earlier(duration.TotalDays, duration.TotalDays)
            : new Age(0, patient.AgeNow.MaxDays, 0, patient.AgeNow.MaxYears);
    }

    /// <summary>Each of the three ways to date onset gives an interval; what all agree on counts, and a date wins over the others.</summary>
    private DaySpan? Onset(Lesion lesion)
    {
        DaySpan? span = lesion.OnsetOn is { } date ? DaySpan.Of(date) : null;
        if (lesion.Duration is { } duration && patient.AsOf is { } asOf)
        {
            // A rounded duration is good to a fifth of itself.
            var rounded = TimeThresholds.RoundedDuration.Holds(duration.TotalDays);
            var slack = decimal.Truncate(duration.TotalDays / 5);
            var day = duration.Before(asOf);
            span = Agreed(span, new DaySpan(PatientContext.Back(day, rounded ? slack : 0), rounded ? DocumentResolver.Later(day, (int)slack) : day));
        }

        if (lesion.OnsetAgeYears is { } years && patient.Birth() is { } birth)
            span = Agreed(span, new DaySpan(DocumentResolver.Later(birth.First, (int)(years * IsoDuration.DaysPerYear)), DocumentResolver.Later(birth.Last, (int)((years + 1) * IsoDuration.DaysPerYear))));
        return span;
    }

    private static DaySpan Agreed(DaySpan? span, DaySpan other) =>
        span is not { } known ? other : known.Intersect(other) is { IsEmpty: false } both ? both : known;
}
