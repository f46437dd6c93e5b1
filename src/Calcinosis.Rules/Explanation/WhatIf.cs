using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>The level of every type if one unknown finding turned out present, or absent. Found by evaluating, 64 answers at a time.</summary>
internal sealed class WhatIf
{
    private const int Places = 64;
    private readonly Dictionary<(int Finding, FindingState State), Certainty[]> _levels = [];
    private readonly List<int> _open = [];

    public WhatIf(KnowledgeBase knowledge, Picture picture)
    {
        var evaluation = new Evaluation(knowledge.Program);
        var questions = new List<(int Finding, FindingState State)>();
        foreach (var finding in knowledge.Askable)
        {
            if (picture[finding] != FindingState.Unknown)
                continue;
            _open.Add(finding);
            questions.Add((finding, FindingState.Present));
            questions.Add((finding, FindingState.Absent));
        }

        for (var start = 0; start < questions.Count; start += Places)
        {
            var count = Math.Min(Places, questions.Count - start);
            evaluation.Load(picture);
            for (var place = 0; place < count; place++)
            {
                var (finding, state) = questions[start + place];
                evaluation.Answer(place, picture.Consequences(finding, state));
            }

            evaluation.Run();
            for (var place = 0; place < count; place++)
                _levels[questions[start + place]] = [.. TypeOrder.All.Select(type => evaluation.LevelOf(type, place))];
        }
    }

    /// <summary>Findings that are unknown and that some rule reads, in catalogue order.</summary>
    public IReadOnlyList<int> Open => _open;

    public Certainty LevelOf(CalcinosisType type, int finding, FindingState state) => _levels[(finding, state)][(int)type];
}
