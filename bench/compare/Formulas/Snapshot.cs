using System.Runtime.InteropServices;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Compare.Formulas;

/// <summary>One patient and the answers so far, as plain arrays: what engines that know objects are given.</summary>
public sealed class Snapshot
{
    internal Snapshot(KnowledgeBase knowledge, Picture picture, int rules)
    {
        F = MemoryMarshal.AsBytes(picture.States).ToArray();
        M = new bool[rules];
        U = new bool[rules];
        L = new int[TypeOrder.Count];
        C = [.. TypeOrder.All.Select(type => picture.AnyContradictedOf(knowledge.Program[type].Reads))];
    }

    /// <summary>State of each finding: 0 unknown, 1 present, 2 absent.</summary>
    public byte[] F { get; }

    /// <summary>Rules that are met.</summary>
    public bool[] M { get; }

    /// <summary>Rules that are unmet.</summary>
    public bool[] U { get; }

    /// <summary>Level of each type.</summary>
    public int[] L { get; }

    /// <summary>By type: a finding was stated both ways.</summary>
    public bool[] C { get; }

    internal void Decide(RuleFormulas formulas, CalcinosisType type)
    {
        var rules = formulas.Table(type);
        var level = Certainty.NotAssessable;
        foreach (var tried in TypeOrder.TriedLevels)
        {
            if (rules.Rungs[(int)tried] is { } rung && M[formulas.IndexOf(rung.Rule)])
            {
                level = tried;
                break;
            }
        }

        foreach (var cap in rules.RelativeCaps)
        {
            if (level > Certainty.Possible && M[formulas.IndexOf(cap.Rule)])
                level--;
        }

        foreach (var cap in rules.AbsoluteCaps)
        {
            if (M[formulas.IndexOf(cap.Rule)] && (level > cap.Rule.Level || cap.Rule.Effect == CapEffect.Exactly))
                level = cap.Rule.Level!.Value;
        }

        L[(int)type] = (int)level;
    }

    internal void Clear()
    {
        Array.Clear(M);
        Array.Clear(U);
        Array.Clear(L);
    }
}
