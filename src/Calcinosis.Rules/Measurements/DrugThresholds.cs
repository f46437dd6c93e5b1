using static Calcinosis.Rules.Findings.Comparator;

namespace Calcinosis.Rules.Measurements;

/// <summary>Doses and durations of the Chinese scheme of calciphylaxis.</summary>
internal static class DrugThresholds
{
    public static readonly Threshold LongTerm = new("drug.long-term", "days of use", MoreThan, 183m, "d", "long-term use; the scheme says six months for binders and leaves the rest open", "ct:88 policy") { Step = 1m };
    public static readonly Threshold CalciumLoad = new("calcium.load", "elemental calcium by mouth a day", AtLeast, 1.5m, "g/d", "a high-dose calcium binder", "policy");
    public static readonly Threshold ActiveVitaminD = new("active-vitamin-d.high", "active vitamin D a day", MoreThan, 0.5m, "ug/d", "a high dose of active vitamin D", "ct:88") { Finding = "exposure.active-vitamin-d.above-half-microgram" };

    /// <summary>Elemental calcium in calcium carbonate, as a share of its weight (40.08 of 100.09 g/mol).</summary>
    public const decimal ElementalShareOfCarbonate = 0.40m;

    /// <summary>Elemental calcium in calcium acetate, as a share of its weight (40.08 of 158.17 g/mol).</summary>
    public const decimal ElementalShareOfAcetate = 0.25m;

    public static IReadOnlyList<Threshold> All { get; } = [LongTerm, CalciumLoad, ActiveVitaminD];
}
