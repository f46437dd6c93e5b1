using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>Words for assumptions that are about more than one finding.</summary>
internal static class AssumptionTexts
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["dystrophic.named-ctd"] = "no connective tissue disease is named; taken as unnamed",
        ["dystrophic.cause"] = "no disease or damage of the tissue is recorded; taken as absent",
        ["dystrophic.cause-suspected"] = "no suspicion of such a cause is recorded; taken as absent",
        ["dystrophic.cause-at-site"] = "that the disease sits at this site is not recorded; taken as absent",
        ["dystrophic.cause-elsewhere"] = "the systemic disease is taken as not sitting here",
        ["exposure.listed-at-site"] = "no calcium, phosphate, lance or electrode at the place is recorded; taken as absent",
        ["exposure.listed-elsewhere"] = "that the exposure lies elsewhere is not recorded; taken as not elsewhere",
        ["gene"] = "no gene result is recorded; taken as absent",
        ["idiopathic.ftc"] = "an inherited phosphate disorder is not shown; taken as absent",
        ["idiopathic.named"] = "no named entity is shown; taken as absent",
        ["idiopathic.skin-form"] = "no named skin form is shown; taken as absent",
        ["idiopathic.small-papules"] = "no small papular form is shown; taken as absent",
        ["histology.local-cause"] = "tissue that names a local cause is not recorded; taken as absent",
        ["histology.metaplastic-bone"] = "bone beside calcium in a scar or ulcer is not recorded; taken as absent",
        ["lab.antibodies.negative"] = "antibodies are not known to be negative",
        ["lab.components-normal"] = "calcium and phosphate are not both known to be normal; the reported product is taken as it is",
        ["lab.minerals-high"] = "calcium and phosphate are not known to be high; taken as not high",
        ["lab.minerals-normal-at-onset"] = "calcium and phosphate at onset are not known to be normal",
        ["exposure.calcium-filler.elsewhere"] = "that the filler lies elsewhere is not recorded; taken as not elsewhere",
        ["histology.vessels-known"] = "whether a biopsy looked at the vessels is not known",
        ["iatrogenic.typical-heel-nodule"] = "a typical heel nodule is not shown; taken as absent",
        ["lab.calcium.known"] = "calcium is not known",
        ["lab.pth.known"] = "PTH is not known",
        ["lab.pth.not-high"] = "PTH is not known to be high or not",
        ["lesion.painless"] = "that the lesion is painless is not recorded; taken as not so",
        ["lab.pth.normal"] = "PTH is not known to be normal",
        ["lab.phosphate.normal"] = "phosphate is not known to be normal",
        ["onset.after-30-years"] = "age at onset is not recorded; taken as below 30",
        ["exposure.listed"] = "no other listed exposure is recorded; taken as absent",
        ["lesion.deposit-look"] = "no lump, hard place or ulcer is described; taken as none",
        ["lesion.digital-ulcer-of-ctd"] = "that the ulcers are digital ulcers of a connective tissue disease is not recorded; taken as not so",
        ["lesion.ulcer-only-drains-chalk"] = "that the ulcer only drains chalk is not recorded; taken as not so",
        ["lesion.ulcer-heals"] = "whether the ulcer heals is not recorded; taken as not healing",
        ["renal.known"] = "kidney function is not known",
        ["type.calciphylaxis.excluded"] = "calciphylaxis is not known to be excluded",
        ["type.calciphylaxis.possible"] = "calciphylaxis is not known to be possible",
        ["site.named-idiopathic"] = "the site is not known to be a named idiopathic one; taken as none",
    };

    /// <summary>True when there are words for it beside its name.</summary>
    public static bool Has(string name, Rule rule) => Texts.ContainsKey(name) || rule.Kind is RuleKind.Cap or RuleKind.Level;

    public static string Of(string name, Rule rule) => Texts.TryGetValue(name, out var text)
        ? text
        : rule.Kind is RuleKind.Cap or RuleKind.Level
            ? $"{char.ToLowerInvariant(rule.Title[0])}{rule.Title[1..]}: not recorded; taken as absent"
            : $"{name}: not recorded; taken as absent";
}
