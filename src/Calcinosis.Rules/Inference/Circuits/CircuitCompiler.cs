using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Inference.Circuits;

/// <summary>
/// Turns the nodes of a rule program into gates. A node is two wires, "met" and "unmet"; only those are made that something
/// asks for. Levels with their caps are gates as well, one wire a level.
/// </summary>
internal sealed class CircuitCompiler
{
    private readonly RuleProgram _program;
    private readonly Gates _gates;
    private readonly Dictionary<(int Node, bool Met), int> _wires = [];
    private readonly Levels?[] _levels = new Levels?[TypeOrder.Count];

    public CircuitCompiler(RuleProgram program)
    {
        _program = program;
        _gates = new Gates(InputsOf(program.Catalogue.Count));
    }

    public Gates Gates => _gates;

    /// <summary>Every finding is an input for present and one for absent; every type is one for "contradicted".</summary>
    public static int InputsOf(int findings) => (2 * findings) + TypeOrder.Count;

    public static int Present(int finding) => Gates.Input(2 * finding);

    public static int Absent(int finding) => Gates.Input((2 * finding) + 1);

    public static int Contradicted(int findings, CalcinosisType type) => Gates.Input((2 * findings) + (int)type);

    /// <summary>The wire of a node's being met, or unmet.</summary>
    public int Wire(int node, bool met)
    {
        if (!_wires.TryGetValue((node, met), out var wire))
            _wires[(node, met)] = wire = Make(_program.Nodes[node], met);
        return wire;
    }

    /// <summary>By level: the wire of the type's standing exactly there, caps applied.</summary>
    public int[] LevelWires(CalcinosisType type) => LevelsOf(type).Final;

    private int Make(Node node, bool met) => node.Op switch
    {
        Op.Fact => met ? Present(node.Number) : Absent(node.Number),
        Op.Not => Wire(node.Children[0], !met),
        Op.Holds => Wire(node.Children[0], met),
        Op.All when met => _gates.Every(node.Children.Select(child => Wire(child, met: true))),
        Op.All => _gates.Some(node.Children.Select(child => Wire(child, met: false))),
        Op.Any when met => _gates.Some(node.Children.Select(child => Wire(child, met: true))),
        Op.Any => _gates.Every(node.Children.Select(child => Wire(child, met: false))),
        Op.AtLeast => _gates.AtLeast(met ? node.Number : node.Children.Length - node.Number + 1, [.. node.Children.Select(child => Wire(child, met))]),
        Op.Unless => met ? Gates.Turned(Wire(node.Children[0], met: true)) : Wire(node.Children[0], met: true),
        Op.Contradicted => met ? Contradicted(_program.Catalogue.Count, node.Type) : Gates.Turned(Contradicted(_program.Catalogue.Count, node.Type)),
        Op.Reaches => met ? LevelsOf(node.Type).AtLeast(_gates, node.Level) : LevelsOf(node.Type).OutOfReach(this, node.Level),
        _ => throw new InvalidOperationException($"A node of kind {node.Op} has no gates."),
    };

    private Levels LevelsOf(CalcinosisType type) => _levels[(int)type] ??= new Levels(this, _program[type]);

    /// <summary>The levels of one type: where the first rung that is met stands, what is still open, each after the caps.</summary>
    private sealed class Levels
    {
        private readonly TypeRules _rules;
        private readonly int _excluded;
        private int[]? _open;

        public Levels(CircuitCompiler compiler, TypeRules rules)
        {
            _rules = rules;
            var gates = compiler._gates;
            Final = NoLevel();
            var left = Gates.Always;
            foreach (var level in TypeOrder.TriedLevels)
            {
                if (rules.Rungs[(int)level] is not { } rung)
                    continue;
                Final[(int)level] = gates.Both(left, compiler.Wire(rung.Node, met: true));
                left = gates.Both(left, Gates.Turned(compiler.Wire(rung.Node, met: true)));
            }

            Final[(int)Certainty.NotAssessable] = left;
            _excluded = Final[(int)Certainty.Excluded];
            Cap(compiler, Final);
        }

        public int[] Final { get; }

        public int AtLeast(Gates gates, Certainty level) => gates.Some(Final.Skip((int)level));

        /// <summary>Not reached, and neither this level nor a higher one is still open.</summary>
        public int OutOfReach(CircuitCompiler compiler, Certainty level)
        {
            if (_open is null)
            {
                _open = NoLevel();
                foreach (var tried in TypeOrder.TriedLevels)
                {
                    if (_rules.Rungs[(int)tried] is { } rung)
                        _open[(int)tried] = compiler._gates.Both(Gates.Turned(compiler.Wire(rung.Node, met: false)), Gates.Turned(_excluded));
                }

                Cap(compiler, _open);
            }

            return Gates.Turned(compiler._gates.Either(AtLeast(compiler._gates, level), compiler._gates.Some(_open.Skip((int)level))));
        }

        private static int[] NoLevel() => [.. Enumerable.Repeat(Gates.Never, TypeOrder.LevelCount)];

        /// <summary>Relative caps first, then upper limits, then "exactly".</summary>
        private void Cap(CircuitCompiler compiler, int[] levels)
        {
            var gates = compiler._gates;
            foreach (var cap in _rules.RelativeCaps)
            {
                var met = compiler.Wire(cap.Node, met: true);
                levels[(int)Certainty.Possible] = gates.Either(levels[(int)Certainty.Possible], gates.Both(levels[(int)Certainty.Probable], met));
                levels[(int)Certainty.Probable] = gates.Either(gates.Both(levels[(int)Certainty.Probable], Gates.Turned(met)), gates.Both(levels[(int)Certainty.Established], met));
                levels[(int)Certainty.Established] = gates.Both(levels[(int)Certainty.Established], Gates.Turned(met));
            }

            foreach (var cap in _rules.AbsoluteCaps)
            {
                var met = compiler.Wire(cap.Node, met: true);
                var limit = (int)cap.Rule.Level!.Value;
                for (var level = 0; level < TypeOrder.LevelCount; level++)
                {
                    if (level == limit || (level < limit && cap.Rule.Effect != CapEffect.Exactly))
                        continue;
                    levels[limit] = gates.Either(levels[limit], gates.Both(levels[level], met));
                    levels[level] = gates.Both(levels[level], Gates.Turned(met));
                }
            }
        }
    }
}
