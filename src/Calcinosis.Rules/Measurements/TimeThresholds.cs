using static Calcinosis.Rules.Findings.Comparator;

namespace Calcinosis.Rules.Measurements;

/// <summary>Times between an event and the onset of a lesion, and how long a result speaks.</summary>
internal static class TimeThresholds
{
    public static readonly Threshold Younger14Days = Days("lesion.younger-14-days", "time since onset", LessThan, 14m, "too young to say that an ulcer does not heal", "ct:108 policy", "lesion.younger-14-days");
    public static readonly Threshold Over6Months = Days("lesion.over-6-months", "time since onset", MoreThan, 183m, "there for more than 6 months", "ct:92 policy", "lesion.over-6-months");
    public static readonly Threshold NearOnset = Days("minerals.near-onset", "time between a mineral value and onset, either way", AtMost, 92m, "the value speaks for the time of onset (3 months)", "policy", null);
    public static readonly Threshold Recent = new("laboratory.recent", "time between a result and the day of the question", AtMost, 12m, "mo", "the result is recent", "policy") { Step = 1m };
    public static readonly Threshold FilmLag = Days("film.late-enough", "time from onset to a negative film", MoreThan, 21m, "calcium would show by now", "ct:70 ct:71", "imaging.calcium-not-found");
    public static readonly Threshold RecentStay = Days("stay.recent", "time from the end of a hospital stay to onset", AtMost, 84m, "an unrecorded line, lance or electrode may explain the lesion", "ct:73 policy", "stay.recent-hospital");
    public static readonly Threshold AnticoagulantRecent = Days("vitamin-k-antagonist.recent", "time from the end of a vitamin K antagonist to onset", AtMost, 90m, "it still counts", "ct:90 policy", "exposure.vitamin-k-antagonist.recent");
    public static readonly Threshold AnticoagulantFreshFrom = Days("vitamin-k-antagonist.fresh-from", "time from the start of a vitamin K antagonist to onset", AtLeast, 1m, "warfarin necrosis may begin", "ct:96 ct:104", "exposure.vitamin-k-antagonist.started-1-10-days");
    public static readonly Threshold AnticoagulantFreshUntil = Days("vitamin-k-antagonist.fresh-until", "time from the start of a vitamin K antagonist to onset", AtMost, 10m, "warfarin necrosis still begins", "ct:96 ct:104", "exposure.vitamin-k-antagonist.started-1-10-days");
    public static readonly Threshold ChemotherapyRecent = Days("chemotherapy.within-a-month", "time from chemotherapy to onset", AtMost, 31m, "tumour lysis may explain a high phosphate (30 days; \"one month\" counts)", "ct:54 policy", "exposure.chemotherapy.within-30-days");
    public static readonly Threshold InfusionField = Days("infusion.within-42-days", "time from the last infusion to onset", AtMost, 42m, "necrosis confined to the field is blamed on the infusion", "ct:72 ct:74 policy", "exposure.iv-calcium.within-42-days");
    public static readonly Threshold NewbornPeriod = Days("heel-stick.newborn-period", "age at an undated heel stick", AtMost, 28m, "the heel sticks are taken to lie in the newborn period", "ct:76 policy", null);
    public static readonly Threshold GeneralisedNewborn = Days("newborn.generalised-until", "age at onset", AtMost, 120m, "generalised deposits may follow calcium infusions of a newborn", "ct:75 policy", null);
    public static readonly Threshold HeelStickAge = new("heel-stick.until-age", "age at onset", LessThan, 8m, "a", "a heel lesion may go back to heel sticks (up to 7 years)", "ct:76") { Step = 0.01m };
    public static readonly Threshold RoundedDuration = Days("duration.rounded", "stated duration of a lesion", MoreThan, 60m, "the duration is rounded: good to a fifth of itself", "policy", null);

    public static IReadOnlyList<Threshold> All { get; } =
    [
        Younger14Days, Over6Months, NearOnset, Recent, FilmLag, RecentStay, AnticoagulantRecent, AnticoagulantFreshFrom, AnticoagulantFreshUntil,
        ChemotherapyRecent, InfusionField, NewbornPeriod, GeneralisedNewborn, HeelStickAge, RoundedDuration,
    ];

    private static Threshold Days(string id, string quantity, Findings.Comparator comparison, decimal value, string meaning, string sources, string? finding) =>
        new(id, quantity, comparison, value, "d", meaning, sources) { Finding = finding, Step = 1m };
}
