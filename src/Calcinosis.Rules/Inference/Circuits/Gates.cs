namespace Calcinosis.Rules.Inference.Circuits;

/// <summary>
/// Collects the gates of a circuit. There is one kind of gate, "both", because every signal is at hand as it is and turned:
/// "one of the two" is "not both not". Equal gates are made once. A wire is twice the number of its signal, plus one where
/// the signal is turned.
/// </summary>
internal sealed class Gates
{
    /// <summary>The wire that is always met.</summary>
    public const int Always = 0;

    /// <summary>The wire that is never met.</summary>
    public const int Never = 1;

    private readonly List<(int A, int B)> _gates = [];
    private readonly List<int> _depths = [];
    private readonly Dictionary<(int, int), int> _made = [];

    /// <summary>Signal 0 is constant; inputs follow it, gates follow the inputs.</summary>
    public Gates(int inputs)
    {
        Inputs = inputs;
        for (var signal = 0; signal <= inputs; signal++)
            _depths.Add(0);
    }

    public int Inputs { get; }

    public static int Turned(int wire) => wire ^ 1;

    public static int Input(int input) => 2 * (input + 1);

    public int Both(int a, int b)
    {
        if (a > b)
            (a, b) = (b, a);
        if (a == Never || a == Turned(b))
            return Never;
        if (a == Always || a == b)
            return b;
        if (_made.TryGetValue((a, b), out var known))
            return known;
        _gates.Add((a, b));
        _depths.Add(Math.Max(_depths[a / 2], _depths[b / 2]) + 1);
        return _made[(a, b)] = 2 * (_depths.Count - 1);
    }

    public int Either(int a, int b) => Turned(Both(Turned(a), Turned(b)));

    /// <summary>Met when all are; what is known first is put together first, so that the circuit stays shallow.</summary>
    public int Every(IEnumerable<int> wires)
    {
        var queue = new PriorityQueue<int, (int Depth, int Wire)>(wires.Distinct().Select(wire => (wire, (_depths[wire / 2], wire))));
        if (!queue.TryDequeue(out var result, out _))
            return Always;
        while (queue.TryDequeue(out var next, out _))
        {
            var both = Both(result, next);
            result = queue.EnqueueDequeue(both, (_depths[both / 2], both));
        }

        return result;
    }

    public int Some(IEnumerable<int> wires) => Turned(Every(wires.Select(Turned)));

    /// <summary>Met when at least so many are: a tally of "at least one", "at least two" ... that each wire moves up by one.</summary>
    public int AtLeast(int count, IReadOnlyList<int> wires)
    {
        if (count <= 0)
            return Always;
        if (count > wires.Count)
            return Never;
        var tally = Enumerable.Repeat(Never, count).ToArray();
        foreach (var wire in wires)
        {
            for (var i = count - 1; i > 0; i--)
                tally[i] = Either(tally[i], Both(tally[i - 1], wire));
            tally[0] = Either(tally[0], wire);
        }

        return tally[^1];
    }

    /// <summary>The gates that some wires rest on, shallow ones first, and the new number of every wire; -1 where it is not needed.</summary>
    public ((int A, int B)[] Gates, int[] Wires) Pruned(IEnumerable<int> roots)
    {
        var needed = new bool[_depths.Count];
        var stack = new Stack<int>(roots.Select(wire => wire / 2));
        while (stack.TryPop(out var signal))
        {
            if (needed[signal])
                continue;
            needed[signal] = true;
            if (signal <= Inputs)
                continue;
            stack.Push(_gates[signal - Inputs - 1].A / 2);
            stack.Push(_gates[signal - Inputs - 1].B / 2);
        }

        var order = Enumerable.Range(Inputs + 1, _gates.Count).Where(signal => needed[signal]).OrderBy(signal => _depths[signal]).ThenBy(signal => signal).ToArray();
        var wires = new int[2 * _depths.Count];
        Array.Fill(wires, -1);
        for (var wire = 0; wire < 2 * (Inputs + 1); wire++)
            wires[wire] = wire;
        for (var i = 0; i < order.Length; i++)
        {
            wires[2 * order[i]] = 2 * (Inputs + 1 + i);
            wires[(2 * order[i]) + 1] = (2 * (Inputs + 1 + i)) + 1;
        }

        return ([.. order.Select(signal => _gates[signal - Inputs - 1]).Select(gate => (wires[gate.A], wires[gate.B]))], wires);
    }
}
