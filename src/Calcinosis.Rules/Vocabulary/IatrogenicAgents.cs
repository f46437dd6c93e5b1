using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Vocabulary;

/// <summary>
/// A treatment or procedure that can leave calcium in the skin, with its time window in days from exposure to the first
/// visible lesion. Lower bounds count from the first dose, upper ones from the last dose before onset; all are included.
/// </summary>
/// <param name="Id">Finding id without prefix, such as <c>iv-calcium</c>.</param>
/// <param name="Label">What a reader sees.</param>
/// <param name="MinDays">Before this the agent cannot be the cause.</param>
/// <param name="MaxDays">Until here the time fits.</param>
/// <param name="LateDays">Until here the time is late but possible; null: never too late.</param>
/// <param name="Codes">Vocabulary codes of exposures and conditions that are this agent.</param>
internal sealed record IatrogenicAgent(string Id, string Label, decimal MinDays, decimal MaxDays, decimal? LateDays, IReadOnlyList<string> Codes)
{
    /// <summary>The finding that place and age do not rule it out.</summary>
    public string CouldFit { get; } = $"exposure.{Id}.could-fit";

    /// <summary>False for whole-body forms, which need no relation to a place.</summary>
    public bool Local { get; init; } = true;

    /// <summary>The place is given by the procedure itself; null when it must be told.</summary>
    public RegionSet? FixedRegions { get; init; }

    /// <summary>The place that a kind of this agent has when none is told, by vocabulary code.</summary>
    public IReadOnlyDictionary<string, RegionSet> UsualRegions { get; init; } = new Dictionary<string, RegionSet>(StringComparer.Ordinal);

    /// <summary>Regions where a lesion could come from this agent; null: anywhere.</summary>
    public RegionSet? FittingRegions { get; init; }

    /// <summary>Why it leaves calcium, where a reader could not guess it from the label.</summary>
    public string? Why { get; init; }

    /// <summary>The window as thresholds: not before, usual until, possible until.</summary>
    public IEnumerable<Threshold> Windows
    {
        get
        {
            var sources = string.Join(' ', Sources);
            yield return new Threshold($"window.{Id}.from", $"time from the first dose of {Label} to onset", Findings.Comparator.AtLeast, MinDays, "d", "late enough to be the cause", sources) { Finding = $"exposure.{Id}.in-window", Step = 1m };
            yield return new Threshold($"window.{Id}.usual-until", $"time from the last dose of {Label} to onset", Findings.Comparator.AtMost, MaxDays, "d", "the time fits", sources) { Finding = $"exposure.{Id}.in-window", Step = 1m };
            if (LateDays is { } late)
                yield return new Threshold($"window.{Id}.late-until", $"time from the last dose of {Label} to onset", Findings.Comparator.AtMost, late, "d", "late, but possible; beyond it the exposure is no explanation", sources) { Finding = $"exposure.{Id}.late", Step = 1m };
        }
    }

    /// <summary>Source ids of the window; <c>policy</c> where nobody has published one.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>The agents and their windows (table 2D.2 of the clinical specification; see the rule book for sources).</summary>
internal static class IatrogenicAgents
{
    private static readonly string[] Limbs =
        ["upper-arm", "elbow", "forearm", "wrist", "hand", "fingers", "thigh", "knee", "lower-leg", "ankle", "foot", "toes", "shoulder", "hip"];

    public static IReadOnlyList<IatrogenicAgent> All { get; } =
    [
        new("iv-calcium", "calcium given into a vein", 0, 42, 84, ["iv-calcium"]) { Sources = ["ct:70", "ct:71", "ct:72", "ct:73", "ct:74", "policy"] },
        new("iv-calcium-generalised", "prolonged calcium into a vein in a newborn, generalised deposits", 7, 60, 90, []) { Local = false, Sources = ["ct:75", "policy"] },
        new("heel-stick", "heel sticks", 30, 540, null, ["heel-stick"]) { FixedRegions = Set("heel"), FittingRegions = Set("heel"), Sources = ["ct:76", "policy"] },
        new("electrode-paste", "electrode paste with calcium chloride", 0, 42, 90, ["electrode-paste", "electrode-paste-eeg", "electrode-paste-ecg"])
        {
            FittingRegions = Set(["scalp", "forehead", "ear", "chest", .. Limbs]),
            UsualRegions = new Dictionary<string, RegionSet>(StringComparer.Ordinal) { ["electrode-paste-eeg"] = Set("scalp", "forehead", "ear"), ["electrode-paste-ecg"] = Set(["chest", .. Limbs]) },
            Sources = ["brief", "ct:5", "ct:77", "policy"],
        },
        new("calcium-heparin", "calcium-containing heparin", 2, 60, 120, ["calcium-heparin"]) { FittingRegions = Set("abdomen", "thigh", "upper-arm", "buttock", "hip", "groin"), Sources = ["ct:77", "policy"] },
        new("calcium-alginate-dressing", "calcium alginate dressing", 3, 60, 90, ["calcium-alginate-dressing"]) { Sources = ["ct:78", "policy"] },
        new("transplant-liver", "liver transplantation", 1, 90, 180, ["liver-transplant", "transplant-liver"]) { Local = false, Why = "short peaks of calcium and phosphate around the operation are suspected; later values may be normal", Sources = ["ct:79", "brief", "policy"] },
        new("transplant-other", "transplantation of another organ", 1, 90, 180, ["kidney-transplant", "transplant-kidney", "heart-transplant", "transplant-heart", "lung-transplant", "transplant-lung", "transplant-other"]) { Local = false, Sources = ["brief", "policy"] },
        new("pas-tuberculosis", "tuberculosis treatment with para-aminosalicylic acid and calcium into a vein", 0, 180, 365, ["pas-tuberculosis"]) { Sources = ["brief", "ct:76", "policy"] },
        new("phosphate-iv", "phosphate given into a vein", 0, 42, 84, ["phosphate-iv"]) { Sources = ["brief", "policy"] },
        new("calcium-injection", "calcium gluconate injected into the tissue", 0, 42, 84, ["calcium-injection"]) { Sources = ["policy"] },
        new("calcium-filler", "calcium hydroxyapatite filler", 0, 1095, null, ["calcium-filler"]) { Sources = ["ct:118", "policy"] },
        new("other-injection", "another injection or procedure at the place (treatment-related)", 0, 36500, null, ["other-injection"]) { Sources = ["ct:77", "policy"] },
    ];

    /// <summary>The codes of all agents.</summary>
    public static IReadOnlySet<string> Codes { get; } = All.SelectMany(agent => agent.Codes).ToHashSet(StringComparer.Ordinal);

    private static RegionSet Set(params string[] regions) => new(regions);
}
