using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules;

/// <summary>Settings of the classifier. The defaults are the documented policies.</summary>
public sealed class CalcinosisRulesOptions
{
    /// <summary>How familial tumoral calcinosis with high phosphate is labelled; by convention it is idiopathic.</summary>
    public TumoralCalcinosisPolicy TumoralCalcinosis { get; set; } = TumoralCalcinosisPolicy.Convention;

    /// <summary>Makes the engine that takes the place of the core's own evaluator; null keeps that.</summary>
    internal Func<KnowledgeBase, IRuleEngine>? Engine { get; set; }

    /// <summary>Rules outside the catalogue; null when there are none.</summary>
    internal IAssessmentSupplement? Supplement { get; set; }

    internal CalcinosisRulesOptions Copy() => (CalcinosisRulesOptions)MemberwiseClone();
}

/// <summary>Label of hyperphosphataemic familial tumoral calcinosis (policy P3).</summary>
public enum TumoralCalcinosisPolicy
{
    /// <summary>Idiopathic, as clinical texts do; metastatic is given as the alternative label.</summary>
    Convention,

    /// <summary>Metastatic, by its mechanism; idiopathic is given as the alternative label.</summary>
    Mechanism,
}
