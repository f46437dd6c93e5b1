using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Tests.Support;

/// <summary>Random patients as pictures: clinically connected findings more often than stray ones. Same seed, same patients.</summary>
internal sealed class RandomPictures(KnowledgeBase knowledge, int seed)
{
    private readonly Random _random = new(seed);
    private readonly Rule[] _themes = [.. knowledge.Rules.Where(rule => rule.Kind is RuleKind.Criterion or RuleKind.Level or RuleKind.Cap)];

    public Picture Next()
    {
        var changes = new Dictionary<int, FindingState>();
        var picture = Picture.Empty(knowledge.Catalogue);
        // A few rules give the theme, so that conjunctions are met often enough to be tested.
        for (var theme = _random.Next(1, 7); theme > 0; theme--)
        {
            foreach (var finding in knowledge.Program.ReachableFacts([knowledge.Program.NodeOf(_themes[_random.Next(_themes.Length)].Id)]).Take(40))
            {
                if (_random.NextDouble() < 0.5)
                    Answer(finding, _random.NextDouble() < 0.6 ? FindingState.Present : FindingState.Absent);
            }
        }

        for (var stray = _random.Next(0, 30); stray > 0; stray--)
            Answer(knowledge.Askable[_random.Next(knowledge.Askable.Count)], _random.Next(2) == 0 ? FindingState.Present : FindingState.Absent);
        if (_random.NextDouble() < 0.1)
            picture = picture.Contradict(knowledge.Askable[_random.Next(knowledge.Askable.Count)]);
        return picture;

        void Answer(int finding, FindingState state)
        {
            if (picture[finding] == FindingState.Unknown)
                picture = picture.With(finding, state);
        }
    }

    /// <summary>The same patient with every unknown answered.</summary>
    public Picture Complete(Picture picture)
    {
        foreach (var finding in Shuffled(knowledge.Askable))
        {
            if (picture[finding] == FindingState.Unknown)
                picture = picture.With(finding, _random.NextDouble() < 0.25 ? FindingState.Present : FindingState.Absent);
        }

        return picture;
    }

    /// <summary>The same patient with some unknowns answered.</summary>
    public Picture AnswerSome(Picture picture)
    {
        foreach (var finding in Shuffled(knowledge.Askable).Take(_random.Next(1, 25)))
        {
            if (picture[finding] == FindingState.Unknown)
                picture = picture.With(finding, _random.NextDouble() < 0.5 ? FindingState.Present : FindingState.Absent);
        }

        return picture;
    }

    private int[] Shuffled(IReadOnlyList<int> findings)
    {
        var copy = findings.ToArray();
        _random.Shuffle(copy);
        return copy;
    }
}
