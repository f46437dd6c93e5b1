using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Classification;

/// <summary>A lesion of which only the levels and the rules that are met are told: enough to order its types.</summary>
internal sealed class TheseRules : IOutcomes
{
    private static readonly KnowledgeBase Knowledge = ClassifierUnderTest.Knowledge;
    private readonly HashSet<int> _met = [];
    private readonly Certainty[] _levels = new Certainty[TypeOrder.Count];

    public static RankingRules Rules => Knowledge.Ranking;

    /// <summary>The rule that some local cause of the dystrophic type fits the lesion.</summary>
    public static string LocalCause { get; } = Knowledge.Rules[Rules.LocalCauses[0]].Id;

    /// <summary>Every type stands at possible; calciphylaxis, whose level other criteria read, at unlikely.</summary>
    public static TheseRules AllPossible => new TheseRules()
        .At(CalcinosisType.Iatrogenic, Certainty.Possible).At(CalcinosisType.Dystrophic, Certainty.Possible)
        .At(CalcinosisType.Metastatic, Certainty.Possible).At(CalcinosisType.Idiopathic, Certainty.Possible)
        .At(CalcinosisType.Calciphylaxis, Certainty.Unlikely);

    public TheseRules At(CalcinosisType type, Certainty level)
    {
        _levels[(int)type] = level;
        return this;
    }

    public TheseRules Meeting(params string[] rules)
    {
        _met.UnionWith(rules.Select(Knowledge.Program.IndexOf));
        return this;
    }

    public bool IsMet(int rule) => _met.Contains(rule);

    public Certainty LevelOf(CalcinosisType type) => _levels[(int)type];

    public CalcinosisType[] Order() => new Ranking<TheseRules>(this, Rules).Order();

    public RankedLesion<TheseRules> Named(string lesion) => RankedLesion<TheseRules>.Of(lesion, this, Rules);
}
