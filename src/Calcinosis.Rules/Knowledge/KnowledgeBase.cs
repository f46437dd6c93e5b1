using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Inference.Circuits;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Everything the library knows: findings, rules and their compiled form. Made once; immutable; shared by all threads.</summary>
internal sealed class KnowledgeBase
{
    /// <summary>Semantic version of the knowledge; a change in any answer raises it.</summary>
    public const string Version = "1.0.0";

    private readonly bool[] _askable;
    private readonly bool[] _settled;
    private readonly CompiledRule[][] _testsFor;
    private readonly Lazy<RankingRules> _ranking;
    private readonly Lazy<RuleCircuit> _circuit;

    private KnowledgeBase(FindingCatalogue catalogue, IReadOnlyList<Rule> rules, CalcinosisRulesOptions options)
    {
        Catalogue = catalogue;
        Rules = rules;
        Options = options;
        Program = new RuleProgram(catalogue, rules);
        var read = TypeOrder.All.SelectMany(type => Program[type].Reads).ToHashSet();
        Fingerprint = Knowledge.Fingerprint.Of(this);
        Workbenches = new Workbenches(this);
        Lines = new KnownLines(catalogue);
        _ranking = new Lazy<RankingRules>(() => new RankingRules(Program));
        _circuit = new Lazy<RuleCircuit>(() => new RuleCircuit(Program));
        var askable = new bool[catalogue.Count];
        Askable = [.. Enumerable.Range(0, catalogue.Count).Where(finding => read.Contains(finding) || Leads(finding, read))];
        foreach (var finding in Askable)
            askable[finding] = true;
        _askable = askable;
        _settled = new bool[catalogue.Count];
        foreach (var test in Program.OfKind(RuleKind.Test))
        {
            foreach (var finding in test.Settles)
                _settled[finding] = true;
        }

        _testsFor = TestsByFinding(Program);

        Engine = options.Engine?.Invoke(this);
    }

    public FindingCatalogue Catalogue { get; }

    public IReadOnlyList<Rule> Rules { get; }

    public CalcinosisRulesOptions Options { get; }

    /// <summary>The engine that takes the place of the core's own evaluator; null when there is none.</summary>
    public IRuleEngine? Engine { get; }

    public RuleProgram Program { get; }

    /// <summary>Findings that a type's rules read, and those from which such findings follow.</summary>
    public IReadOnlyList<int> Askable { get; }

    public bool IsAskable(int finding) => _askable[finding];

    /// <summary>Whether some test would settle the finding.</summary>
    public bool IsSettled(int finding) => _settled[finding];

    /// <summary>The tests and questions that would tell: those that name the finding, and those that the finding names.</summary>
    public CompiledRule[] TestsFor(int finding) => _testsFor[finding];

    /// <summary>The rules that an answer without reasons reads, by number.</summary>
    public RankingRules Ranking => _ranking.Value;

    /// <summary>The rules as a circuit, for types and certainties without reasons; made when first asked for.</summary>
    public RuleCircuit Circuit => _circuit.Value;

    /// <summary>Where evaluations are made.</summary>
    public Workbenches Workbenches { get; }

    /// <summary>Lines of explanations that depend on the knowledge alone.</summary>
    public KnownLines Lines { get; }

    private static CompiledRule[][] TestsByFinding(RuleProgram program)
    {
        var tests = program.OfKind(RuleKind.Test).ToArray();
        return [.. Enumerable.Range(0, program.Catalogue.Count).Select(finding => tests.Where(test => test.Settles.Contains(finding) || (program.Catalogue[finding].Test is { } named && string.Equals(named, test.Rule.Key, StringComparison.Ordinal))).ToArray())];
    }

    private bool Leads(int finding, HashSet<int> read) =>
        Catalogue.Implied(finding, Interpretation.FindingState.Present).Concat(Catalogue.Implied(finding, Interpretation.FindingState.Absent)).Any(implied => read.Contains(implied.Finding));

    /// <summary>SHA-256 of the rule base and of settings that differ from their defaults.</summary>
    public string Fingerprint { get; }

    public static KnowledgeBase Create(FindingCatalogue catalogue, CalcinosisRulesOptions options) =>
        Of(catalogue, [.. AllRules(options)], options);

    /// <summary>A knowledge base of given rules, for those who check or try rules that are not these.</summary>
    public static KnowledgeBase Of(FindingCatalogue catalogue, IReadOnlyList<Rule> rules, CalcinosisRulesOptions options) => new(catalogue, rules, options);

    private static IEnumerable<Rule> AllRules(CalcinosisRulesOptions options) =>
    [
        .. SharedCriteria.Rules(),
        .. CalciphylaxisRules.Rules(),
        .. CalciphylaxisHosts.Rules(),
        .. CalciphylaxisSchemes.Rules(),
        .. CalciphylaxisEvidence.Rules(),
        .. IatrogenicRules.Rules(),
        .. DystrophicRules.Rules(),
        .. MetastaticRules.Rules(options.TumoralCalcinosis),
        .. MetastaticCauses.Rules(),
        .. IdiopathicEntities.Rules(),
        .. IdiopathicRules.Rules(),
        .. MimicRules.Rules(),
        .. BearingRules.Rules(),
        .. RedFlagRules.Rules(),
        .. CautionRules.Rules(),
        .. WorkupRules.Rules(),
        .. TreatmentRules.Rules(),
        .. TreatmentBlocks.Rules(),
        .. MedicationRules.Rules(),
        .. RiskRules.Rules(),
    ];
}
