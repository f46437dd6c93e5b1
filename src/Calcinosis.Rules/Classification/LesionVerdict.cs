using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Classification;

/// <summary>The evaluated rule base for one lesion group: levels of all types, and every clause's outcome.</summary>
internal sealed class LesionVerdict : IOutcomes
{
    private LesionVerdict(KnowledgeBase knowledge, Picture picture, Evaluation evaluation, Workbench workbench)
    {
        Knowledge = knowledge;
        Picture = picture;
        Evaluation = evaluation;
        Workbench = workbench;
    }

    public KnowledgeBase Knowledge { get; }

    public Picture Picture { get; }

    public Evaluation Evaluation { get; }

    public Workbench Workbench { get; }

    public static LesionVerdict Of(KnowledgeBase knowledge, Picture picture) => Of(knowledge, picture, new Workbench(knowledge));

    /// <summary>A verdict on a workbench; it is valid until the workbench is cleared.</summary>
    public static LesionVerdict Of(KnowledgeBase knowledge, Picture picture, Workbench workbench)
    {
        var evaluation = workbench.Take();
        if (knowledge.Engine is { } engine)
            evaluation.Adopt(engine.Run(picture));
        else
            evaluation.Run(picture);
        return new LesionVerdict(knowledge, picture, evaluation, workbench);
    }

    /// <summary>The verdict on a picture of which little is known; valid until the next passing verdict.</summary>
    public LesionVerdict PassingOfLittle(Picture picture)
    {
        Workbench.Passing.Run(picture);
        return new LesionVerdict(Knowledge, picture, Workbench.Passing, Workbench);
    }

    /// <summary>The verdict on a picture that differs little from this one; valid until the next passing verdict.</summary>
    public LesionVerdict PassingOfSimilar(Picture picture)
    {
        Workbench.Passing.Run(picture, Evaluation, Picture);
        return new LesionVerdict(Knowledge, picture, Workbench.Passing, Workbench);
    }

    /// <summary>The level with caps.</summary>
    public Certainty LevelOf(CalcinosisType type) => Evaluation.LevelOf(type);

    /// <summary>The level of the first rung that is met, before caps.</summary>
    public Certainty UncappedLevelOf(CalcinosisType type) => Evaluation.UncappedLevelOf(type);

    /// <summary>The rung that is met; null when none is.</summary>
    public Rung? RungOf(CalcinosisType type) =>
        UncappedLevelOf(type) == Certainty.NotAssessable ? null : Knowledge.Program[type].Rungs[(int)UncappedLevelOf(type)];

    public bool IsMet(int rule) => Evaluation.IsMet(Knowledge.Program.NodeOf(rule));

    public bool IsMet(string rule) => Evaluation.IsMet(Knowledge.Program.NodeOf(rule));

    public bool IsUnmet(string rule) => Evaluation.IsUnmet(Knowledge.Program.NodeOf(rule));

    /// <summary>The first subtype rule of the type that is met.</summary>
    public Rule? SubtypeOf(CalcinosisType type)
    {
        foreach (var subtype in Knowledge.Program[type].Subtypes)
        {
            if (Evaluation.IsMet(subtype.Node))
                return subtype.Rule;
        }

        return null;
    }
}
