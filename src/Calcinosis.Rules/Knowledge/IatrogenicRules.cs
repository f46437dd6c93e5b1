using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Vocabulary;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>
/// Iatrogenic calcinosis: a listed exposure, at the place, in its time. Every agent has the same four questions; the
/// answers come from the interpretation, the windows from <see cref="IatrogenicAgents"/>.
/// </summary>
internal static class IatrogenicRules
{
    private const string Filler = "calcium-filler";
    private const string OtherInjection = "other-injection";

    /// <summary>Agents that the levels of this type are built on; other injections and fillers are only ever possible.</summary>
    private static readonly IReadOnlyList<IatrogenicAgent> Listed =
        [.. IatrogenicAgents.All.Where(agent => agent.Id is not (Filler or OtherInjection))];

    public static IEnumerable<Rule> Rules() => [.. Agents(), .. Shared(), .. Levels(), .. Caps(), .. AgainstAndSubtypes()];

    private static IEnumerable<Rule> Agents()
    {
        var number = 0;
        foreach (var agent in IatrogenicAgents.All)
        {
            var id = Number("IAT-", ++number);
            var sources = string.Join(' ', agent.Sources);
            var status = StatusOf(agent);
            var exposure = Present($"exposure.{agent.Id}");
            var window = Present($"exposure.{agent.Id}.in-window");
            var place = agent.Local ? Present($"exposure.{agent.Id}.at-site") : null;
            Clause[] fitting = place is null ? [exposure, window] : [exposure, place, window];
            yield return Criterion(id, $"{Capital(agent.Label)}: place and time fit", AllOf(fitting), agent.Why ?? agent.Label, sources, EvidenceWeight.Required, status);
            yield return Criterion(id + "E", $"{Capital(agent.Label)}: documented, nothing speaks against it",
                AllOf(exposure, UnlessKnown($"exposure.{agent.Id}.out-of-window"), UnlessKnown($"exposure.{agent.Id}.lesion-first"),
                    agent.Local ? UnlessMet(Absent($"exposure.{agent.Id}.at-site"), "exposure.listed-elsewhere") : exposure),
                agent.Label, sources, EvidenceWeight.Required, status);
            yield return Criterion(id + "X", $"{Capital(agent.Label)}: ruled out",
                AnyOf(Absent($"exposure.{agent.Id}"), Present($"exposure.{agent.Id}.lesion-first"), Absent($"exposure.{agent.Id}.could-fit")),
                $"not an explanation: {agent.Label}", sources, EvidenceWeight.Required, status);
        }
    }

    private static IEnumerable<Rule> Shared() =>
    [
        Criterion("IAT-40", "A listed exposure at the place and in its time, leak seen or lesion confined to it",
            AnyOf([.. Listed.Where(agent => agent.Local && StatusOf(agent) != RuleStatus.Unverified).Select(agent =>
                AllOf(Met(IdOf(agent)), AnyPresent($"exposure.{agent.Id}.leak", $"exposure.{agent.Id}.confined")))]),
            "a leak was seen, or the lesion lies nowhere else", "ct:70 ct:74 policy", EvidenceWeight.Strong),
        Criterion("IAT-41", "A listed exposure at the place and in its time",
            AnyOf([.. Listed.Where(agent => agent.Local).Select(agent => Met(IdOf(agent)))]),
            "place and time fit", "ct:70 ct:73 policy", EvidenceWeight.Strong),
        Criterion("IAT-42", "Liver transplantation or generalised newborn form without lasting mineral disorder",
            AllOf(AnyOf(Met(IdOf("transplant-liver")), Met(IdOf("iv-calcium-generalised"))), UnlessKnown("lab.calcium.high"), UnlessKnown("lab.phosphate.high")),
            "short peaks of calcium and phosphate during surgery are suspected", "ct:79 ct:75", EvidenceWeight.Strong),
        Criterion("IAT-43", "Transplantation of another organ with known normal minerals",
            AllOf(Met(IdOf("transplant-other")), Met("GEN-016")),
            "onset soon after transplantation without a lasting mineral disorder", "brief policy", EvidenceWeight.Moderate, RuleStatus.Policy),
        Criterion("IAT-44", "A listed exposure is documented and nothing speaks against it",
            AnyOf([.. IatrogenicAgents.All.Select(agent => Met(IdOf(agent) + "E"))]),
            "documented exposure", "ct:70 brief", EvidenceWeight.Required),
        Criterion("IAT-48", "A listed exposure with a needle, lance or dressing explains the injury",
            AnyOf([.. Listed.Where(agent => agent.Local).Select(agent => Met(IdOf(agent) + "E")), Met(IdOf(Filler) + "E")]),
            "the injury is the needle, lance or dressing", "ct:76 policy", EvidenceWeight.Required, RuleStatus.Policy),
        Criterion("IAT-45", "Hospital stay shortly before onset, at a usual place of a cannula or lance",
            AllOf(Present("stay.recent-hospital"), Present("site.cannula"), AnyOf(Absent("site.only-heel"), Present("onset.under-7-years"), UnlessKnown("site.only-heel"))),
            "an unrecorded line, lance or electrode may have been there", "ct:73 policy", EvidenceWeight.Weak, RuleStatus.Policy),
        Criterion("IAT-46", "A documented exposure lies elsewhere or outside its time",
            AnyOf([.. IatrogenicAgents.All.Select(agent => agent.Local
                ? AllOf(Present($"exposure.{agent.Id}"), AnyOf(Absent($"exposure.{agent.Id}.at-site"), Present($"exposure.{agent.Id}.out-of-window")))
                : AllOf(Present($"exposure.{agent.Id}"), Present($"exposure.{agent.Id}.out-of-window")))]),
            "the exposure cannot explain this lesion", "policy", EvidenceWeight.Strong, RuleStatus.Policy),
        Criterion("IAT-49", "A transplantation is the only listed exposure",
            AllOf(
                AnyOf([.. IatrogenicAgents.All.Where(agent => IsTransplant(agent)).Select(agent => Met(IdOf(agent) + "E"))]),
                UnlessMet(AnyOf([.. IatrogenicAgents.All.Where(agent => !IsTransplant(agent)).Select(agent => Met(IdOf(agent) + "E"))]), "exposure.listed")),
            "transplantation is the only exposure on record", "policy", EvidenceWeight.Weak, RuleStatus.Policy),
        Criterion("IAT-47", "No exposure that could fit",
            AnyOf(Absent("condition.iatrogenic-exposure"), AllOf([.. IatrogenicAgents.All.Select(agent => Met(IdOf(agent) + "X"))])),
            "exposures that could fit were asked for and are absent", "ct:76 policy", EvidenceWeight.Required),
    ];

    private static IEnumerable<Rule> Levels() =>
    [
        Level(Iatrogenic, Excluded, "IAT-EXC", Met("IAT-47"), "No exposure that could fit, or the lesion came first"),
        Level(Iatrogenic, Established, "IAT-EST", AllOf(Met("GEN-002"), Met("IAT-40"), UnlessMet(Met("GEN-022"), "lesion.spread-beyond-exposure")),
            "Calcium shown at the place and in the time of a listed exposure; leak seen or lesion confined to it"),
        Level(Iatrogenic, Probable, "IAT-PRO", AnyOf(Met("IAT-41"), Met("IAT-42"), Met("IAT-43")), "A listed exposure at the place and in its time"),
        Level(Iatrogenic, Possible, "IAT-POS", AnyOf(Met("IAT-44"), Met("IAT-45")), "A listed exposure whose place or time is open, or a recent stay at a typical place"),
        Level(Iatrogenic, Unlikely, "IAT-UNL", Met("IAT-46"), "The exposure lies elsewhere or outside its time"),
    ];

    private static IEnumerable<Rule> Caps() =>
        SharedCriteria.ContradictionCaps(Iatrogenic, "IAT", AnyOf(Met("IAT-40"), Met("IAT-41")));

    private static IEnumerable<Rule> AgainstAndSubtypes()
    {
        yield return Against(Iatrogenic, "IAT-A01", "Symmetric masses around joints", AllOf(Present("lesion.symmetric"), Met("GEN-020"), Present("lesion.mass")),
            "symmetric masses around joints", "policy", EvidenceWeight.Moderate, RuleStatus.Policy);
        yield return Against(Iatrogenic, "IAT-A02", "Growing over more than six months", AllOf(Present("lesion.growing"), Present("lesion.over-6-months")),
            "deposits after a leak clear in weeks to months", "ct:72 ct:70", EvidenceWeight.Moderate);
        yield return Against(Iatrogenic, "IAT-A03", "Exposure lies elsewhere or outside its time", Met("IAT-46"), "the exposure lies elsewhere or outside its time", "policy", EvidenceWeight.Strong, RuleStatus.Policy);
        yield return new Rule
        {
            Id = "IAT-L01",
            Kind = RuleKind.AlternativeLabel,
            Types = [Iatrogenic],
            Key = "dystrophic:trauma.injury",
            Title = "Heel sticks",
            When = Met(IdOf("heel-stick")),
            Text = "iatrogenic by its cause, dystrophic by its mechanism: calcium settles where the needle injured the skin",
            Sources = ["ct:76", "brief"],
        };
        var number = 0;
        foreach (var agent in IatrogenicAgents.All.OrderBy(Rank))
            yield return Subtype(Iatrogenic, Number("IAT-S", ++number), agent.Id.Replace('-', '_'), Capital(agent.Label), Met(IdOf(agent)));
        foreach (var agent in IatrogenicAgents.All.OrderBy(Rank))
            yield return Subtype(Iatrogenic, Number("IAT-S", ++number), agent.Id.Replace('-', '_'), Capital(agent.Label), Met(IdOf(agent) + "E"));
        yield return Subtype(Iatrogenic, Number("IAT-S", ++number), "hospital_stay", "Unrecorded exposure during a hospital stay", Met("IAT-45"));
    }

    /// <summary>The most specific explanation names the suggestion: local agents before whole-body ones, fillers and other injections last.</summary>
    private static int Rank(IatrogenicAgent agent) => agent.Id switch
    {
        "iv-calcium-generalised" => 0,
        OtherInjection => 4,
        Filler => 3,
        _ => agent.Local ? 1 : 2,
    };

    /// <summary>An agent that nobody has published rests on general knowledge; it cannot carry the highest level.</summary>
    private static RuleStatus StatusOf(IatrogenicAgent agent) =>
        agent.Sources.All(source => source == SourceCatalogue.Policy) ? RuleStatus.Unverified : RuleStatus.Sourced;

    private static bool IsTransplant(IatrogenicAgent agent) => agent.Id.StartsWith("transplant-", StringComparison.Ordinal);

    private static string IdOf(IatrogenicAgent agent) => IdOf(agent.Id);

    internal static string IdOf(string agent)
    {
        for (var i = 0; i < IatrogenicAgents.All.Count; i++)
        {
            if (IatrogenicAgents.All[i].Id == agent)
                return Number("IAT-", i + 1);
        }

        throw new ArgumentException($"No agent is called '{agent}'.", nameof(agent));
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
