using System.Collections.Concurrent;
using Calcinosis.Rules.Inference.Circuits;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Inference;

/// <summary>
/// The arrays that evaluating takes, used again for patient after patient. For one thread at a time; what was taken from
/// it is valid until it is cleared.
/// </summary>
internal sealed class Workbench(KnowledgeBase knowledge)
{
    private readonly List<Evaluation> _evaluations = [];
    private readonly List<CircuitRun> _circuits = [];
    private Evaluation? _passing;
    private Variations? _variations;
    private Marks? _nodes;
    private Marks? _questions;
    private Marks? _findings;
    private int _taken;

    /// <summary>An evaluation that is overwritten by the next use of it.</summary>
    public Evaluation Passing => _passing ??= new Evaluation(knowledge.Program);

    /// <summary>Variations of one picture, overwritten by the next use.</summary>
    public Variations Variations => _variations ??= new Variations(knowledge.Program);

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

    /// <summary>An evaluation of one's own until the workbench is cleared.</summary>
    public Evaluation Take()
    {
        if (_taken == _evaluations.Count)
            _evaluations.Add(new Evaluation(knowledge.Program));
        return _evaluations[_taken++];
    }

    /// <summary>Takes everything back and keeps nothing of the patient.</summary>
    public void Clear()
    {
        _taken = 0;
        _variations?.Forget();
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
