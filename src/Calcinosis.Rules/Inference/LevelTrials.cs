using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference.Circuits;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Inference;

/// <summary>
/// The levels of a few pictures that differ from a patient's, worked out side by side: the patient without some findings,
/// with them alone, or with some answers. It says where the types would stand and nothing else, at a fraction of the cost
/// of a verdict. Not thread-safe: one instance a thread.
/// </summary>
internal sealed class LevelTrials(KnowledgeBase knowledge)
{
    /// <summary>Pictures that are tried at once.</summary>
    public const int Most = CircuitRun.Lanes;

    private readonly CircuitRun _run = new(knowledge.Circuit);
    private readonly FindingState[] _states = new FindingState[knowledge.Catalogue.Count];
    private int _count;

    /// <summary>Begins anew.</summary>
    public void Begin()
    {
        _run.Clear();
        _count = 0;
    }

    /// <summary>The picture without some statements and without what only followed from them; returns its number.</summary>
    public int Without(Picture picture, List<int> findings)
    {
        picture.StatesWithout(findings, _states);
        return Add(picture, contradicted: true);
    }

    /// <summary>The picture that some statements alone make; contradictions only where asked for. Returns its number.</summary>
    public int Only(Picture picture, List<int> findings, bool keepContradictions)
    {
        picture.StatesOfOnly(findings, _states);
        return Add(picture, keepContradictions);
    }

    /// <summary>The picture with some answers in the place of what is known, which settles a contradiction on them; returns its number.</summary>
    public int With(Picture picture, ReadOnlySpan<(int Finding, FindingState State)> answers)
    {
        picture.States.CopyTo(_states);
        foreach (var (finding, state) in answers)
            _states[finding] = state;
        return Add(picture, contradicted: true, answers);
    }

    /// <summary>Works the levels of all of them out.</summary>
    public void Run() => _run.Run();

    /// <summary>The level of a type in one of the pictures, by its number.</summary>
    public Certainty LevelOf(CalcinosisType type, int number) => _run.LevelOf(type, number);

    private int Add(Picture picture, bool contradicted, ReadOnlySpan<(int Finding, FindingState State)> settled = default)
    {
        if (contradicted && picture.AnyContradicted)
        {
            Implications.Close(picture, _states, [], knowledge.Catalogue);
            foreach (var type in TypeOrder.Types)
            {
                if (picture.AnyContradictedOf(knowledge.Program[type].Reads, settled))
                    _run.Contradict(_count, type);
            }
        }
        else
        {
            Implications.Close(default(NothingContradicted), _states, [], knowledge.Catalogue);
        }

        _run.Load(_count, _states);
        return _count++;
    }

    /// <summary>States of which none was stated both ways.</summary>
    private readonly struct NothingContradicted : IFindingStates
    {
        public ReadOnlySpan<FindingState> States => [];

        public bool AnyContradicted => false;

        public bool IsContradicted(int finding) => false;

        public bool AnyContradictedOf(int[] findings) => false;
    }
}
