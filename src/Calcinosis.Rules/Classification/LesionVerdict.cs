using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Classification;

/// <summary>The evaluated rule base for one lesion group: levels of all types, and every clause's outcome.</summary>
internal sealed class LesionVerdict
{
    private readonly Certainty[] _levels = new Certainty[TypeOrder.Count];
    private readonly Certainty[] _uncapped = new Certainty[TypeOrder.Count];

    private LesionVerdict(KnowledgeBase knowledge, Picture picture, Evaluation evaluation)
    {
        Knowledge = knowledge;
        Picture = picture;
        Evaluation = evaluation;
        foreach (var type in TypeOrder.All)
        {
            _levels[(int)type] = evaluation.LevelOf(type);
            _uncapped[(int)type] = evaluation.UncappedLevelOf(type);
        }
    }

    public KnowledgeBase Knowledge { get; }

    public Picture Picture { get; }

    public Evaluation Evaluation { get; }

    public static LesionVerdict Of(KnowledgeBase knowledge, Picture picture)
    {
        var evaluation = new Evaluation(knowledge.Program);
        evaluation.Load(picture);
        evaluation.Run();
        return new LesionVerdict(knowledge, picture, evaluation);
    }

    /// <summary>The level with caps.</summary>
    public Certainty LevelOf(CalcinosisType type) => _levels[(int)type];

    /// <summary>The level of the first rung that is met, before caps.</summary>
    public Certainty UncappedLevelOf(CalcinosisType type) => _uncapped[(int)type];

    /// <summary>The rung that is met; null when none is.</summary>
    public Rung? RungOf(CalcinosisType type) =>
        UncappedLevelOf(type) == Certainty.NotAssessable ? null : Knowledge.Program[type].Rungs[(int)UncappedLevelOf(type)];

    public bool IsMet(string rule) => Evaluation.IsMet(Knowledge.Program.NodeOf(rule));

    public bool IsUnmet(string rule) => Evaluation.IsUnmet(Knowledge.Program.NodeOf(rule));

    /// <summary>The first subtype rule of the type that is met.</summary>
    public Rule? SubtypeOf(CalcinosisType type) =>
        Knowledge.Rules.FirstOrDefault(rule => rule.Kind == RuleKind.Subtype && rule.Types[0] == type && IsMet(rule.Id));
}
