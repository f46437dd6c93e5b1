using System.Collections.Concurrent;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference.Circuits;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Inference;

/// <summary>
/// The arrays that evaluating and explaining take, used again for patient after patient. For one thread at a time; what was
/// taken from it is valid until it is cleared.
/// </summary>
internal sealed class Workbench(KnowledgeBase knowledge)
{
    private readonly Lent<Evaluation> _evaluations = new(() => new Evaluation(knowledge.Program));
    private readonly Lent<Notes<Ground[]>> _grounds = new(() => new Notes<Ground[]>(knowledge.Program.Table.Count * 2));
    private readonly Lent<Notes<FewAnswers>> _answers = new(() => new Notes<FewAnswers>(knowledge.Program.Table.Count * 2));
    private readonly List<CircuitRun> _circuits = [];
    private Evaluation? _passing;
    private Variations? _variations;
    private TellingAnswers? _telling;
    private LevelTrials? _trials;
    private Marks? _nodes;
    private Marks? _questions;
    private Marks? _findings;
    private Marks? _asked;
    private Notes<int>? _places;

    /// <summary>An evaluation that is overwritten by the next use of it.</summary>
    public Evaluation Passing => _passing ??= new Evaluation(knowledge.Program);

    /// <summary>Variations of one picture, overwritten by the next use.</summary>
    public Variations Variations => _variations ??= new Variations(knowledge.Program);

    /// <summary>Which answers could matter, overwritten by the next use.</summary>
    public TellingAnswers TellingAnswers => _telling ??= new TellingAnswers(knowledge.Program);

    /// <summary>The levels of pictures like one's own, overwritten by the next use.</summary>
    public LevelTrials LevelTrials => _trials ??= new LevelTrials(knowledge);

    /// <summary>The first, second ... circuit, overwritten by the next use of it.</summary>
    public CircuitRun Circuit(int number)
    {
        while (_circuits.Count <= number)
            _circuits.Add(new CircuitRun(knowledge.Circuit));
        return _circuits[number];
    }

    /// <summary>Which nodes a walk has seen, with room for four ways of seeing each.</summary>
    public Marks Nodes => _nodes ??= new Marks(knowledge.Program.Table.Count * 4);

    /// <summary>Which nodes a walk has noted.</summary>
    public Marks Questions => _questions ??= new Marks(knowledge.Program.Table.Count);

    /// <summary>Which findings a walk has noted.</summary>
    public Marks Findings => _findings ??= new Marks(knowledge.Program.Catalogue.Count);

    /// <summary>Which nodes are asked for.</summary>
    public Marks Asked => _asked ??= new Marks(knowledge.Program.Table.Count);

    /// <summary>Where a node is tried.</summary>
    public Notes<int> Places => _places ??= new Notes<int>(knowledge.Program.Table.Count);

    /// <summary>An evaluation of one's own until the workbench is cleared.</summary>
    public Evaluation Take() => _evaluations.Take();

    /// <summary>Grounds by twice a node, plus one for "met"; one's own until the workbench is cleared.</summary>
    public Notes<Ground[]> TakeGrounds()
    {
        var grounds = _grounds.Take();
        grounds.Clear();
        return grounds;
    }

    /// <summary>Answers by twice a node, plus one for "met"; one's own until the workbench is cleared.</summary>
    public Notes<FewAnswers> TakeAnswers()
    {
        var answers = _answers.Take();
        answers.Clear();
        return answers;
    }

    /// <summary>Takes everything back and keeps nothing of the patient.</summary>
    public void Clear()
    {
        _evaluations.TakeBack();
        _grounds.TakeBack();
        _answers.TakeBack();
        _variations?.Forget();
        _telling?.Forget();
    }

    /// <summary>Things that are lent out and taken back all together.</summary>
    private sealed class Lent<T>(Func<T> make)
    {
        private readonly List<T> _all = [];
        private int _out;

        public T Take()
        {
            if (_out == _all.Count)
                _all.Add(make());
            return _all[_out++];
        }

        public void TakeBack() => _out = 0;
    }
}

/// <summary>Workbenches that are not in use. Thread-safe; as many are made as are used at once.</summary>
internal sealed class Workbenches(KnowledgeBase knowledge)
{
    private readonly ConcurrentBag<Workbench> _free = [];

    public Workbench Take() => _free.TryTake(out var workbench) ? workbench : new Workbench(knowledge);

    public void Return(Workbench workbench)
    {
        workbench.Clear();
        _free.Add(workbench);
    }
}
