using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Knowledge.Check;
using Calcinosis.Rules.Measurements;
using static Calcinosis.Rules.Inference.Clauses;

namespace Calcinosis.Rules.Tests.Knowledge;

/// <summary>The knowledge with one fault each: what the check says, and of whom.</summary>
public sealed class The_check_finds_faults
{
    private static readonly KnowledgeBase Sound = new CalcinosisClassifier().Knowledge;

    [Fact]
    public void An_id_that_names_two_rules() => Check([Extra(Present("lesion.pain")) with { Id = "CPX-101" }]).Should().Contain(("duplicate-id", "CPX-101"));

    [Fact]
    public void A_finding_that_does_not_exist() => Check([Extra(Present("lesion.purple-stripes"))]).Should().Contain(("unknown-finding", "XX-01"));

    [Fact]
    public void A_rule_that_does_not_exist() => Check([Extra(Met("CPX-999"))]).Should().Contain(("unknown-rule", "XX-01"));

    [Fact]
    public void A_source_that_is_not_listed() => Check([Extra(Present("lesion.pain")) with { Sources = ["ct:9999"] }]).Should().Contain(("unknown-source", "XX-01"));

    [Fact]
    public void A_rule_without_a_source() => Check([Extra(Present("lesion.pain")) with { Sources = [] }]).Should().Contain(("no-source", "XX-01"));

    [Fact]
    public void A_rule_that_calls_itself_sourced_on_nothing_but_policy() =>
        Check([Extra(Present("lesion.pain")) with { Sources = ["policy"], Status = RuleStatus.Sourced }]).Should().Contain(("status-without-source", "XX-01"));

    [Fact]
    public void A_treatment_that_nobody_offers() =>
        Check([Extra(Present("lesion.pain")) with { Kind = RuleKind.Block, Targets = ["moon-dust"] }]).Should().Contain(("unknown-treatment", "XX-01"));

    [Fact]
    public void A_source_that_nothing_cites() =>
        Run(KnowledgeParts.Of(Sound) with { Sources = new SourceCatalogue([.. SourceCatalogue.Default.All, new Source("ct:9999", "nothing", "Nobody 1900", null)]) }, SourceCheck.Run)
            .Should().Equal(("source-not-cited", "ct:9999"));

    [Fact]
    public void A_threshold_without_a_source() =>
        Run(KnowledgeParts.Of(Sound) with { Thresholds = [.. Thresholds.All, new Threshold("new", "something", Rules.Findings.Comparator.AtLeast, 1m, "furlong", "new", "")] }, ThresholdCheck.Run)
            .Should().BeEquivalentTo([("threshold-without-source", "new"), ("unknown-unit", "new")]);

    [Fact]
    public void A_finding_that_no_rule_reads()
    {
        var parts = KnowledgeParts.Of(Sound) with { Descriptive = [.. DescriptiveFindings.All.Where(entry => entry.Pattern != "condition.asthma")] };

        Run(parts, some => FindingUseCheck.Run(Sound, some)).Should().Equal(("finding-not-used", "condition.asthma"));
    }

    [Fact]
    public void A_finding_that_is_called_descriptive_although_a_rule_reads_it()
    {
        var parts = KnowledgeParts.Of(Sound) with { Descriptive = [.. DescriptiveFindings.All, new DescriptiveFinding("lesion.pain", "just so")] };

        Run(parts, some => FindingUseCheck.Run(Sound, some)).Should().Equal(("descriptive-but-used", "lesion.pain"));
    }

    [Fact]
    public void An_item_of_the_brief_that_nothing_covers() =>
        Run(KnowledgeParts.Of(Sound) with { Brief = [new BriefItem("Causes", "moonlight", [], null), new BriefItem("Causes", "sunlight", ["SUN-01"], null)] }, BriefCheck.Run)
            .Should().BeEquivalentTo([("brief-not-covered", "moonlight"), ("brief-reference-unknown", "sunlight")]);

    [Fact]
    public void A_rule_whose_parts_contradict_each_other()
    {
        var knowledge = With(Extra(AllOf(Present("lesion.pain"), Absent("lesion.pain"))));

        ReachCheck.Run(knowledge, [knowledge.Rules[^1]]).Select(Brief).Should().Equal(("never-met", "XX-01"));
    }

    [Fact]
    public void Parts_that_contradict_each_other_only_through_what_follows_from_them()
    {
        // Severe pain is pain.
        var knowledge = With(Extra(AllOf(Present("lesion.pain.severe"), Absent("lesion.pain"))));

        ReachCheck.Run(knowledge, [knowledge.Rules[^1]]).Select(Brief).Should().Contain(("never-met", "XX-01"));
    }

    [Fact]
    public void A_subtype_that_an_earlier_one_always_takes()
    {
        var late = RuleWords.Subtype(CalcinosisType.Idiopathic, "XX-01", "scrotal-again", "Scrotal calcinosis again", Met("IDI-030"));

        ReachCheck.Run(With(late), [late]).Select(Brief).Should().Equal(("never-names", "XX-01"));
    }

    [Fact]
    public void A_rung_that_an_earlier_rung_always_takes()
    {
        var knowledge = Replacing("DYS-PRO", rule => rule with { When = AllOf(Met("DYS-180"), Present("lesion.nodule")) });

        LadderCheck.Run(knowledge, CalcinosisType.Dystrophic).Select(Brief).Should().Contain(("rung-never-decides", "DYS-PRO"));
    }

    [Fact]
    public void A_high_rung_that_lets_the_patient_drop_through_the_table()
    {
        var knowledge = Replacing("CPX-POS", rule => rule with { When = Met("CPX-121") });

        LadderCheck.Run(knowledge, CalcinosisType.Calciphylaxis).Select(Brief).Should().Contain(("rung-without-lower", "CPX-PRO"));
    }

    [Fact]
    public void A_cap_that_never_lowers_anything()
    {
        var cap = RuleWords.Cap("XX-01", "Idle", [CalcinosisType.Metastatic], Certainty.Probable, AllOf(Met("MET-020"), Met("CPX-120")), "idle", "policy", RuleStatus.Policy);

        LadderCheck.Run(With(cap), CalcinosisType.Metastatic).Select(Brief).Should().Equal(("cap-never-binds", "XX-01"));
    }

    [Fact]
    public void A_flag_that_repeats_another_in_silence()
    {
        var flag = Sound.Program.Rule("RF-13") with { Id = "XX-01", When = AllOf(Present("lab.phosphate.above-9"), Present("patient.adult")) };

        OverlapCheck.Run(With(flag)).Select(Brief).Should().Equal(("subsumed", "XX-01"));
        OverlapCheck.Run(With(flag with { Narrows = ["RF-13"] })).Should().BeEmpty();
    }

    [Fact]
    public void A_claim_to_narrow_that_is_not_true()
    {
        var flag = Sound.Program.Rule("RF-13") with { Id = "XX-01", When = Present("lesion.chalky-discharge"), Narrows = ["RF-13"] };

        OverlapCheck.Run(With(flag)).Select(Brief).Should().Equal(("narrows-untrue", "XX-01"));
    }

    private static Rule Extra(Clause when) => RuleWords.Criterion("XX-01", "Extra", when, "an extra criterion", "ct:1");

    private static KnowledgeBase With(Rule extra) => KnowledgeBase.Of(Sound.Catalogue, [.. Sound.Rules, extra], Sound.Options);

    private static KnowledgeBase Replacing(string id, Func<Rule, Rule> change) => KnowledgeBase.Of(Sound.Catalogue, [.. Sound.Rules.Select(rule => rule.Id == id ? change(rule) : rule)], Sound.Options);

    private static IEnumerable<(string, string)> Check(IReadOnlyList<Rule> extra)
    {
        var parts = KnowledgeParts.Of(Sound) with { Rules = [.. Sound.Rules, .. extra] };
        return [.. StructureCheck.Run(parts).Select(Brief), .. SourceCheck.Run(parts).Select(Brief)];
    }

    private static IEnumerable<(string, string)> Run(KnowledgeParts parts, Func<KnowledgeParts, IEnumerable<RuleProblem>> check) => check(parts).Select(Brief);

    private static (string, string) Brief(RuleProblem problem) => (problem.Code, problem.Subject);
}
