using Calcinosis.Rules.Classification;

namespace Calcinosis.Rules.Inference.Circuits;

/// <summary>
/// A rule base as a Boolean circuit: a straight list of gates without a branch, each reading two wires that stand before
/// it. It says of every rule whether it is met and of every type where it stands, for <see cref="CircuitRun.Lanes"/>
/// pictures at a time. What a rule rests on is not in it; that is the work of <see cref="Evaluation"/>. Immutable; shared by
/// all threads.
/// </summary>
internal sealed class RuleCircuit
{
    private readonly uint[] _gates;
    private readonly int[] _met;
    private readonly int[] _levels;

    public RuleCircuit(RuleProgram program)
    {
        var compiler = new CircuitCompiler(program);
        var met = program.Rules.Select(rule => compiler.Wire(program.NodeOf(rule.Id), met: true)).ToArray();
        var levels = TypeOrder.All.SelectMany(compiler.LevelWires).ToArray();
        var (gates, wires) = compiler.Gates.Pruned(met.Concat(levels));
        Findings = program.Catalogue.Count;
        Inputs = compiler.Gates.Inputs;
        _gates = [.. gates.Select(gate => checked((ushort)gate.A | ((uint)(ushort)gate.B << 16)))];
        _met = [.. met.Select(wire => wires[wire])];
        _levels = [.. levels.Select(wire => wires[wire])];
        Reads = [.. TypeOrder.All.Select(type => program[type].Reads)];
    }

    public int Findings { get; }

    /// <summary>Signals before the first gate, without the constant one.</summary>
    public int Inputs { get; }

    /// <summary>Two bytes a signal.</summary>
    public int Wires => 2 * (1 + Inputs + _gates.Length);

    /// <summary>The wires that each gate reads: one in the lower half, one in the upper.</summary>
    public ReadOnlySpan<uint> Gates => _gates;

    /// <summary>By type: the findings whose contradiction holds it back.</summary>
    public int[][] Reads { get; }

    /// <summary>The wire that says whether a rule is met; rules are numbered as in the program.</summary>
    public int WireOf(int rule) => _met[rule];

    /// <summary>The wire that says whether a type stands exactly at a level.</summary>
    public int WireOf(CalcinosisType type, Certainty level) => _levels[((int)type * TypeOrder.LevelCount) + (int)level];
}
