using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>A rule that is met, with the lesions for which it is and, on demand, the findings that make it so.</summary>
internal sealed class FiredRule(CompiledRule rule, List<LesionResult> lesions)
{
    private List<EvidenceLine>? _why;

    public Rule Rule { get; } = rule.Rule;

    /// <summary>The findings that a test would settle.</summary>
    public int[] Settles => rule.Settles;

    public List<LesionResult> Lesions { get; } = lesions;

    public List<string> LesionIds => [.. Lesions.Select(lesion => lesion.Source.Lesion)];

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
            var text = new EvidenceText(picture);
            foreach (var ground in lesion.Support.Anew().Smallest(rule.Node, met: true, Rule))
            {
                var said = picture.SaidBy(ground.Finding);
                lines.Add(text.Line(said != ground.Finding ? ground with { Finding = said, State = picture[said] } : ground, role: null));
            }
        }

        return [.. lines.DistinctBy(line => line.Finding).OrderBy(line => line.Rule, StringComparer.Ordinal).ThenBy(line => line.Finding, StringComparer.Ordinal)];
    }
}
