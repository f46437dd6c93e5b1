using static Calcinosis.Rules.Findings.Comparator;

namespace Calcinosis.Rules.Measurements;

/// <summary>Pain, size, and age at onset of a lesion.</summary>
internal static class LesionThresholds
{
    public static readonly Threshold SeverePain = new("pain.severe", "pain score of 10", AtLeast, 7m, "1", "severe pain", "ct:92 policy") { Finding = "lesion.pain.severe", Step = 1m };
    public static readonly Threshold MildPain = new("pain.mild", "pain score of 10, above 0", AtMost, 3m, "1", "mild pain", "policy") { Finding = "lesion.pain.mild", Step = 1m };
    public static readonly Threshold Over5 = Size("size.over-5", 5m, "too large for a milia-like papule", "ct:68", "lesion.size-over-5mm");
    public static readonly Threshold Over10 = Size("size.over-10", 10m, "too large for a subepidermal calcified nodule", "ct:67 policy", "lesion.size-over-10mm");
    public static readonly Threshold Over20 = Size("size.over-20", 20m, "large: treatment is planned differently", "policy", "lesion.size-over-20mm");

    public static readonly Threshold OnsetUnder6Weeks = new("onset.under-6-weeks", "age at onset", AtMost, 42m, "d", "in the time of newborn fat necrosis", "ct:40") { Finding = "onset.under-6-weeks", Step = 1m };
    public static readonly Threshold OnsetUnder7 = Onset("onset.by-age-7", 8m, "by the age of 7: heel sticks may explain a heel lesion", "ct:76", "onset.under-7-years");
    public static readonly Threshold OnsetUnder18 = Onset("onset.under-18", 18m, "in childhood or youth", "ct:67 ct:68 policy", "onset.under-18-years");
    public static readonly Threshold OnsetUnder20 = Onset("onset.under-20", 20m, "young enough for sporadic tumoral calcinosis to be a named entity", "ct:62 policy", "onset.under-20-years");
    public static readonly Threshold OnsetUnder30 = Onset("onset.under-30", 30m, "young enough for familial tumoral calcinosis", "ct:61 policy", "onset.under-30-years");
    public static readonly Threshold JuvenileDisease = Onset("onset.juvenile-dermatomyositis", 18m, "dermatomyositis that began then is the juvenile form", "ct:18", null);

    public static IReadOnlyList<Threshold> All { get; } =
        [SeverePain, MildPain, Over5, Over10, Over20, OnsetUnder6Weeks, OnsetUnder7, OnsetUnder18, OnsetUnder20, OnsetUnder30, JuvenileDisease];

    private static Threshold Size(string id, decimal value, string meaning, string sources, string finding) =>
        new(id, "diameter of the largest lesion", MoreThan, value, "mm", meaning, sources) { Finding = finding };

    private static Threshold Onset(string id, decimal value, string meaning, string sources, string? finding) =>
        new(id, "age at onset", LessThan, value, "a", meaning, sources) { Finding = finding, Step = 0.01m };
}
