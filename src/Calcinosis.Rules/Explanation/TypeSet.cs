using System.Numerics;
using Calcinosis.Rules.Classification;

namespace Calcinosis.Rules.Explanation;

/// <summary>A set of types, one bit each.</summary>
internal readonly record struct TypeSet(byte Bits)
{
    public bool IsEmpty => Bits == 0;

    public TypeSet With(CalcinosisType type) => new((byte)(Bits | (1 << (int)type)));

    public static TypeSet operator |(TypeSet one, TypeSet other) => new((byte)(one.Bits | other.Bits));

    /// <summary>The types in their order.</summary>
    public CalcinosisType[] ToArray()
    {
        if (IsEmpty)
            return [];
        var types = new CalcinosisType[BitOperations.PopCount(Bits)];
        var count = 0;
        foreach (var type in TypeOrder.Types)
        {
            if ((Bits >> (int)type & 1) != 0)
                types[count++] = type;
        }

        return types;
    }
}
