using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Classification;

/// <summary>The numbers of the rules that answers without reasons read, looked up once.</summary>
internal sealed class RankingRules
{
    private readonly RuleProgram _program;

    public RankingRules(RuleProgram program)
    {
        _program = program;
        TissueNamesIt = Number("DYS-180");
        LocalCauseAwayFromDeposit = Number("GEN-024");
        AfterTransplantation = Number("IAT-49");
        ListedExposure = Number("IAT-44");
        MineralValueKnown = Number("MET-010");
        TumoralCalcinosis = Number("IDI-012");
        MineralCause = Number("MET-199");
        SystemicAwayFromNamedSite = Number("IDI-C10T");
        DisturbedInConnectiveTissueDisease = Number("MET-022");
        AtSiteOfConnectiveTissueDisease = Number("MET-020");
        IschaemicSkin = Numbers("CPX-107", "CPX-121", "CPX-102", "CPX-108");
        Hosts = Numbers("CPX-110", "CPX-111", "CPX-300");
        LocalCauses = Numbers([.. DystrophicCauses.All.Where(cause => cause.Sites is null).Select(cause => RuleWords.Number("DYS-", cause.Number) + "F")]);
        Documented = [Hosts, Numbers("IAT-44"), Numbers("DYS-186", "DYS-207"), Numbers("MET-199"), Numbers("IDI-017")];
        Proof = Numbers("CPX-121", "IAT-40", "DYS-180", "GEN-014", "IDI-045");
        SitePattern = Numbers("CPX-102", "IAT-41", "DYS-183", "MET-021", "IDI-083");
        Mimic = Number("MIM-101");
        RedFlags = [.. Indexed(RuleKind.RedFlag).Select(flag => (flag.Number, flag.Rule.Urgency))];
        Subtypes = [.. TypeOrder.All.Select(type => (KeyValuePair<int, string?>[])[.. program[type].Subtypes.Select(subtype => KeyValuePair.Create(Number(subtype.Rule.Id), subtype.Rule.Key))])];
    }

    public int TissueNamesIt { get; }

    public int LocalCauseAwayFromDeposit { get; }

    public int AfterTransplantation { get; }

    public int ListedExposure { get; }

    public int MineralValueKnown { get; }

    public int TumoralCalcinosis { get; }

    public int MineralCause { get; }

    public int SystemicAwayFromNamedSite { get; }

    public int DisturbedInConnectiveTissueDisease { get; }

    public int AtSiteOfConnectiveTissueDisease { get; }

    public int[] IschaemicSkin { get; }

    public int[] Hosts { get; }

    /// <summary>Local causes that fit the lesion.</summary>
    public int[] LocalCauses { get; }

    /// <summary>By type: the rules of which one says that a cause is documented.</summary>
    public int[][] Documented { get; }

    /// <summary>By type: the rule that says that it is proven.</summary>
    public int[] Proof { get; }

    /// <summary>By type: the rule that says that the lesion lies where it usually does.</summary>
    public int[] SitePattern { get; }

    /// <summary>The lesion is something else that looks like it.</summary>
    public int Mimic { get; }

    public (int Rule, Explanation.Urgency? Urgency)[] RedFlags { get; }

    /// <summary>By type: its subtype rules in their order, with their keys.</summary>
    public KeyValuePair<int, string?>[][] Subtypes { get; }

    private int Number(string rule) => _program.IndexOf(rule);

    private int[] Numbers(params string[] rules) => [.. rules.Select(Number)];

    private IEnumerable<(int Number, Rule Rule)> Indexed(RuleKind kind) =>
        _program.Rules.Select((rule, number) => (number, rule)).Where(pair => pair.rule.Kind == kind);
}
