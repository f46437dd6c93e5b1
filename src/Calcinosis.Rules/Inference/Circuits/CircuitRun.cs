using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Inference.Circuits;

/// <summary>
/// Runs a circuit. Every wire is a byte, one bit a picture, so that eight pictures cost what one costs. Nothing is
/// allocated. Not thread-safe: one instance a thread.
/// </summary>
internal sealed class CircuitRun
{
    /// <summary>Pictures that are worked out at once.</summary>
    public const int Lanes = 8;

    private readonly RuleCircuit _circuit;
    private readonly byte[] _wires;
    private readonly byte[] _nothing;

    public CircuitRun(RuleCircuit circuit)
    {
        _circuit = circuit;
        _wires = new byte[circuit.Wires];
        _nothing = new byte[2 * (1 + circuit.Inputs)];
        for (var i = 1; i < _nothing.Length; i += 2)
            _nothing[i] = byte.MaxValue;
        (_nothing[0], _nothing[1]) = (byte.MaxValue, 0);
    }

    /// <summary>Nothing is known in any lane.</summary>
    public void Clear() => _nothing.AsSpan().CopyTo(_wires);

    /// <summary>Puts what is known of a lesion, with all that follows from it, into a lane that was cleared.</summary>
    public void Load(int lane, IFindingStates picture)
    {
        Load(lane, picture.States);
        LoadContradictions(lane, picture);
    }

    /// <summary>The same for a picture that lists what is known of it.</summary>
    public void Load(int lane, PictureBuilder picture)
    {
        ref var wires = ref MemoryMarshal.GetArrayDataReference(_wires);
        var states = picture.States;
        var bit = 1 << lane;
        foreach (var finding in picture.Known)
            Set(ref wires, finding, (int)states[finding], bit);
        LoadContradictions(lane, picture);
    }

    private void LoadContradictions(int lane, IFindingStates picture)
    {
        if (!picture.AnyContradicted)
            return;
        foreach (var type in TypeOrder.Types)
        {
            if (picture.AnyContradictedOf(_circuit.Reads[(int)type]))
                Contradict(lane, type);
        }
    }

    /// <summary>Puts the states of all findings into a lane that was cleared.</summary>
    public void Load(int lane, ReadOnlySpan<FindingState> states)
    {
        if (states.Length != _circuit.Findings)
            throw new ArgumentException("The states are not those of the circuit's findings.", nameof(states));
        ref var wires = ref MemoryMarshal.GetArrayDataReference(_wires);
        var bit = 1 << lane;
        // Eight states at a time: mostly none of them is known.
        ref var bytes = ref Unsafe.As<FindingState, byte>(ref MemoryMarshal.GetReference(states));
        var finding = 0;
        for (; finding <= states.Length - sizeof(ulong); finding += sizeof(ulong))
        {
            for (var known = EightStates(ref Unsafe.Add(ref bytes, finding)); known != 0;)
            {
                var place = BitOperations.TrailingZeroCount(known) >> 3;
                Set(ref wires, finding + place, (int)((known >> (place * 8)) & 0xFF), bit);
                known &= ~(0xFFUL << (place * 8));
            }
        }

        for (; finding < states.Length; finding++)
        {
            if (states[finding] != FindingState.Unknown)
                Set(ref wires, finding, (int)states[finding], bit);
        }
    }

    /// <summary>A finding that the type's rules read was stated both ways.</summary>
    public void Contradict(int lane, CalcinosisType type)
    {
        var wire = CircuitCompiler.Contradicted(_circuit.Findings, type);
        _wires[wire] |= (byte)(1 << lane);
        _wires[wire + 1] = (byte)(_wires[wire] ^ byte.MaxValue);
    }

    /// <summary>Works all gates out.</summary>
    public void Run()
    {
        ref var wires = ref MemoryMarshal.GetArrayDataReference(_wires);
        ref var next = ref Unsafe.Add(ref wires, _nothing.Length);
        // Every gate reads wires that stand before its own: the compiler numbers them so.
        foreach (var gate in _circuit.Gates)
        {
            var both = Unsafe.Add(ref wires, (nint)(gate & 0xFFFF)) & Unsafe.Add(ref wires, (nint)(gate >> 16));
            Unsafe.WriteUnaligned(ref next, BitConverter.IsLittleEndian ? unchecked((ushort)(both | ((both ^ 0xFF) << 8))) : unchecked((ushort)((both << 8) | (both ^ 0xFF))));
            next = ref Unsafe.Add(ref next, 2);
        }
    }

    public bool IsMet(int rule, int lane) => (_wires[_circuit.WireOf(rule)] >> lane & 1) != 0;

    /// <summary>The level with caps.</summary>
    public Certainty LevelOf(CalcinosisType type, int lane)
    {
        for (var level = TypeOrder.LevelCount - 1; level > 0; level--)
        {
            if ((_wires[_circuit.WireOf(type, (Certainty)level)] >> lane & 1) != 0)
                return (Certainty)level;
        }

        return Certainty.NotAssessable;
    }

    private static ulong EightStates(ref byte first)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref first);
        return BitConverter.IsLittleEndian ? word : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(word);
    }

    private static void Set(ref byte wires, int finding, int state, int bit)
    {
        // Present and absent are neighbours: state 1 is the first of the two inputs, state 2 the second.
        ref var wire = ref Unsafe.Add(ref wires, (4 * finding) + (2 * state));
        wire |= (byte)bit;
        Unsafe.Add(ref wire, 1) &= (byte)(bit ^ 0xFF);
    }
}
