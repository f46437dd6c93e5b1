using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.RuleBook;

/// <summary>On which page of the rule book a rule stands, and under which anchor.</summary>
internal static class RuleLinks
{
    public const string Shared = "shared-criteria.md";
    public const string Mimics = "mimics.md";
    public const string RedFlags = "red-flags.md";
    public const string Workup = "work-up.md";
    public const string Treatments = "treatments.md";
    public const string Sources = "sources.md";

    public static string PageOf(CalcinosisType type) => Words.Of(type) + ".md";

    public static string PageOf(Rule rule) => rule.Id.Split('-')[0] switch
    {
        _ when rule.Kind is RuleKind.AlternativeLabel or RuleKind.For => PageOf(rule.Types[0]),
        "CPX" => PageOf(CalcinosisType.Calciphylaxis),
        "IAT" => PageOf(CalcinosisType.Iatrogenic),
        "DYS" => PageOf(CalcinosisType.Dystrophic),
        "MET" => PageOf(CalcinosisType.Metastatic),
        "IDI" => PageOf(CalcinosisType.Idiopathic),
        "MIM" => Mimics,
        "RF" => RedFlags,
        "WU" => Workup,
        "TX" or "BL" or "RK" or "MED" => Treatments,
        _ => Shared,
    };

#pragma warning disable CA1308 // Anchors are lower case by the habit of Markdown; nothing is compared.
    public static string Anchor(Rule rule) => Tabled.Contains(rule) ? Tabled.AnchorOf(rule) : rule.Id.ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>The link to a rule from a page.</summary>
    public static string From(string page, Rule rule) => PageOf(rule) is var other && other == page ? "#" + Anchor(rule) : $"{other}#{Anchor(rule)}";
}
