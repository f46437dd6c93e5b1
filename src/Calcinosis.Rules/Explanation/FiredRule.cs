using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>A rule that is met, with the lesions for which it is and, on demand, the findings that make it so.</summary>
internal sealed class FiredRule(CompiledRule rule, List<LesionResult> lesions)
{
    private List<EvidenceLine>? _why;

    public Rule Rule { get; } = rule.Rule;

    public CompiledRule Compiled => rule;

    public List<LesionResult> Lesions { get; } = lesions;

    public List<string> LesionIds => Lesions.ConvertAll(lesion => lesion.Source.Lesion);

    /// <summary>One smallest ground of each lesion; worked out once.</summary>
    public List<EvidenceLine> Why => _why ??= Explain();

    /// <summary>The rules of a kind that are met for some lesion, in the order of the rule base.</summary>
    public static List<FiredRule> Of(RuleKind kind, KnowledgeBase knowledge, IReadOnlyList<LesionResult> lesions)
    {
        var fired = new List<FiredRule>();
        foreach (var rule in knowledge.Program.OfKind(kind))
        {
            List<LesionResult>? here = null;
            foreach (var lesion in lesions)
            {
                if (lesion.Verdict.Evaluation.IsMet(rule.Node))
                    (here ??= []).Add(lesion);
            }

            if (here is not null)
                fired.Add(new FiredRule(rule, here));
        }

        return fired;
    }

    private List<EvidenceLine> Explain()
    {
        var lines = new List<EvidenceLine>();
        foreach (var lesion in Lesions)
        {
            var picture = lesion.Verdict.Picture;
            var text = new EvidenceText(picture, lesion.Verdict.Knowledge.Lines);
            foreach (var ground in LevelGrounds.Said(picture, lesion.Support.Anew().Smallest(rule.Node, met: true, Rule)))
            {
                var finding = picture.Catalogue[ground.Finding].Id;
                if (!lines.Exists(line => string.Equals(line.Finding, finding, StringComparison.Ordinal)))
                    lines.Add(text.Line(ground, role: null));
            }
        }

        lines.Sort((one, other) => string.CompareOrdinal(one.Rule, other.Rule) is not 0 and var order ? order : string.CompareOrdinal(one.Finding, other.Finding));
        return lines;
    }
}
