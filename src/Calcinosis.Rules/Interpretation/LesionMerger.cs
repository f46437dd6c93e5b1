using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Interpretation;

/// <summary>
/// Several entries with one id are reports of one lesion. What only one of them says is kept; where two differ in a
/// yes-or-no or in a word, nothing is known, and the interpretation sees it as contradicted.
/// </summary>
internal static class LesionMerger
{
    public static Lesion Merge(IReadOnlyList<Lesion> reports)
    {
        var merged = reports[0];
        for (var i = 1; i < reports.Count; i++)
            merged = Merge(merged, reports[i]);
        return merged;
    }

    private static Lesion Merge(Lesion a, Lesion b) => a with
    {
        Sites = Union(a.Sites, b.Sites),
        Morphology = Union(a.Morphology, b.Morphology),
        MorphologyAbsent = Union(a.MorphologyAbsent, b.MorphologyAbsent),
        Distribution = Union(a.Distribution, b.Distribution),
        Count = Agree(a.Count, b.Count),
        Number = Agree(a.Number, b.Number),
        SizeMm = a.SizeMm ?? b.SizeMm,
        Pain = Agree(a.Pain, b.Pain),
        PainContradicted = a.PainContradicted || b.PainContradicted || Differ(a.Pain, b.Pain),
        Contradicted = [.. a.Contradicted.Union(b.Contradicted).Union(Contradictions(a, b))],
        PainScore = Agree(a.PainScore, b.PainScore),
        OpioidNeeded = Agree(a.OpioidNeeded, b.OpioidNeeded),
        PainOutOfProportion = Agree(a.PainOutOfProportion, b.PainOutOfProportion),
        Ulcerated = Agree(a.Ulcerated, b.Ulcerated),
        Necrotic = Agree(a.Necrotic, b.Necrotic),
        ChalkyDischarge = Agree(a.ChalkyDischarge, b.ChalkyDischarge),
        IschaemicPattern = Agree(a.IschaemicPattern, b.IschaemicPattern),
        NonHealing = Agree(a.NonHealing, b.NonHealing),
        Symmetric = Agree(a.Symmetric, b.Symmetric),
        Depth = Agree(a.Depth, b.Depth),
        AtPriorInjury = Agree(a.AtPriorInjury, b.AtPriorInjury),
        LocalDamage = Agree(a.LocalDamage, b.LocalDamage),
        OnlyInDamagedSkin = Agree(a.OnlyInDamagedSkin, b.OnlyInDamagedSkin),
        OnsetOn = a.OnsetOn ?? b.OnsetOn,
        OnsetAgeYears = a.OnsetAgeYears ?? b.OnsetAgeYears,
        Duration = a.Duration ?? b.Duration,
        Growing = Agree(a.Growing, b.Growing),
        Course = Agree(a.Course, b.Course),
        ClearedAfter = a.ClearedAfter ?? b.ClearedAfter,
    };

    private static IEnumerable<string> Contradictions(Lesion a, Lesion b)
    {
        (string Finding, bool Differ)[] pairs =
        [
            ("lesion.ulcer", Differ(a.Ulcerated, b.Ulcerated)), ("lesion.necrosis", Differ(a.Necrotic, b.Necrotic)), ("lesion.chalky-discharge", Differ(a.ChalkyDischarge, b.ChalkyDischarge)),
            ("lesion.ischaemic-pattern", Differ(a.IschaemicPattern, b.IschaemicPattern)), ("lesion.non-healing", Differ(a.NonHealing, b.NonHealing)), ("lesion.symmetric", Differ(a.Symmetric, b.Symmetric)),
            ("lesion.periarticular", Differ(a.Depth, b.Depth) && (a.Depth == LesionDepth.Periarticular || b.Depth == LesionDepth.Periarticular)),
            ("lesion.at-prior-injury", Differ(a.AtPriorInjury, b.AtPriorInjury)), ("condition.local-damage", Differ(a.LocalDamage, b.LocalDamage)),
            ("lesion.only-in-damaged-skin", Differ(a.OnlyInDamagedSkin, b.OnlyInDamagedSkin)), ("lesion.growing", Differ(a.Growing, b.Growing)),
        ];
        return pairs.Where(pair => pair.Differ).Select(pair => pair.Finding);
    }

    private static string[] Union(IReadOnlyList<string> a, IReadOnlyList<string> b) => [.. a.Union(b, StringComparer.Ordinal)];

    private static T? Agree<T>(T? a, T? b)
        where T : struct => Differ(a, b) ? null : a ?? b;

    private static bool Differ<T>(T? a, T? b)
        where T : struct => a is not null && b is not null && !EqualityComparer<T>.Default.Equals(a.Value, b.Value);
}
