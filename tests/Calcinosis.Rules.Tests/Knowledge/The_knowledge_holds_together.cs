using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Knowledge.Check;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Knowledge;

public sealed class The_knowledge_holds_together
{
    private static readonly KnowledgeBase Base = new CalcinosisClassifier().Knowledge;

    [Fact]
    public void The_check_of_the_whole_knowledge_finds_nothing() =>
        KnowledgeCheck.Run(KnowledgeParts.Of(Base)).Select(problem => $"{problem.Subject}: {problem.Text} [{problem.Code}]").Should().BeEmpty();

    [Fact]
    public void It_holds_together_under_the_other_setting_too() =>
        ReachCheck.Run(new CalcinosisClassifier(new CalcinosisRulesOptions { TumoralCalcinosis = TumoralCalcinosisPolicy.Mechanism }).Knowledge).Should().BeEmpty();

    /// <summary>The cases are constructed by the product; here the plain evaluator says whether they do what they promise.</summary>
    [Fact]
    public void Every_rule_has_a_patient_who_meets_it_one_who_fails_it_and_one_for_whom_it_is_open()
    {
        var without = new List<string>();
        foreach (var (rule, met, unmet, unknown) in ReachCheck.Cases(Base))
        {
            Holds(rule, met, true, without, "met");
            if (!ReachCheck.AlwaysHolds(rule.When) && rule.Level != Certainty.Unlikely)
                Holds(rule, unmet, false, without, "unmet");
            if (!ReachCheck.IsTwoValued(Base.Program, Base.Program.NodeOf(rule.Id)))
                Holds(rule, unknown, null, without, "unknown");
        }

        without.Should().BeEmpty();
    }

    private static void Holds(Rule rule, Picture? picture, bool? expected, List<string> without, string word)
    {
        if (picture is null)
            without.Add($"{rule.Id} has no patient: {word}");
        // The plain evaluator does not work out that a level is out of reach; it then says "open" for "unmet".
        else if (new ReferenceEvaluator(Base, picture).Outcome(rule.Id) is var outcome && outcome != expected && !(expected == false && outcome is null && StructureCheck.All(rule.When).OfType<Reaches>().Any()))
            without.Add($"{rule.Id}: its patient is not {word} by the plain evaluator");
    }

    [Fact]
    public void A_rule_that_cannot_be_open_asks_only_what_is_not_known() =>
        Base.Rules.Where(rule => ReachCheck.IsTwoValued(Base.Program, Base.Program.NodeOf(rule.Id)))
            .Should().OnlyContain(rule => !StructureCheck.All(rule.When).OfType<Fact>().Any() || StructureCheck.All(rule.When).OfType<Unless>().Any());
}
