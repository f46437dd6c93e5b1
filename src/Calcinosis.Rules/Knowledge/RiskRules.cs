using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Risks of the disease and of its treatment, as the brief names them, and how calciphylaxis runs.</summary>
internal static class RiskRules
{
    private static readonly Clause Any = AnyOf([.. TypeOrder.All.Select(type => new Reaches(type, Possible))]);

    public static IEnumerable<Rule> Rules() =>
    [
        Risk("RK-01", "problems with joints, blemishes, bruising, infection, pain and ulcers", Any, "brief"),
        Risk("RK-02", "some drugs worsen the disease or harm, for example, the kidneys", Any, "brief"),
        Risk("RK-03", "laser and surgery can injure the skin, heal slowly, become infected, and deposits may grow again", Any, "brief"),
        Risk("RK-04", "no drug works for everybody; plans are individual and need several specialties together", Any, "brief"),
        Risk("RK-05", "deposits can follow an under-treated connective tissue disease; early vigorous treatment may lower that risk", Met("DYS-191"), "brief ct:20"),
        Risk("RK-06", "lesions of the skin or around joints should be seen by a doctor", Any, "brief"),
        Risk("RK-07", "calciphylaxis of trunk and thigh runs worse than that of the lower leg; about three in ten died of it within a year in a recent series, more in older ones", AllOf(new Reaches(Calciphylaxis, Possible), Present("site.calciphylaxis-proximal")), "ct:93 ct:84"),
        Risk("RK-08", "penile calciphylaxis has the worst course", AllOf(new Reaches(Calciphylaxis, Possible), Present("site.penis")), "ct:93 ct:98"),
        Risk("RK-09", "deposits under scars and leg ulcers may hide a carcinoma when they do not heal", AllOf(new Reaches(Dystrophic, Possible), AnyPresent("condition.burn-scar", "condition.venous-ulcer"), Present("lesion.ulcer")), "ct:31"),
    ];

    private static Rule Risk(string id, string text, Clause when, string sources) =>
        new() { Id = id, Kind = RuleKind.Risk, Title = text, Text = text, Sources = Split(sources), When = when };
}
