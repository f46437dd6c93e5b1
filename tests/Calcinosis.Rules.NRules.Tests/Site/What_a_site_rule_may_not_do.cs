using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.NRules.Facts;
using Calcinosis.Rules.NRules.Tests.Support;
using Calcinosis.Rules.Tests.Support;
using NRules.Fluent.Dsl;
using NRules.RuleModel;
using static Calcinosis.Rules.NRules.Tests.Support.Wards;

namespace Calcinosis.Rules.NRules.Tests.Site;

public sealed class What_a_site_rule_may_not_do
{
    [Fact]
    public void Retract_a_fact_of_ours() => Refused((context, test) => context.Retract(test)).Message.Should().Contain("'made for a test'").And.Contain("retracted measurement phosphate");

    [Fact]
    public void Retract_it_and_hush_the_refusal_up() => Refused((context, test) => Hush(() => context.Retract(test))).Message.Should().Contain("retracted");

    [Fact]
    public void Update_a_fact_of_ours() => Refused((context, test) => context.Update(test)).Message.Should().Contain("updated measurement phosphate");

    [Fact]
    public void Silence_other_rules()
    {
        var classifier = With(new AnyMeasurement(_ => true, (context, _) => context.Halt()), new AnyMeasurement(_ => true, (context, _) => context.Note("heard"), "second"));

        classifier.Invoking(it => it.Additions(OnDialysis())).Should().Throw<SiteRuleException>().Which.Message.Should().Contain("Halt");
    }

    [Fact]
    public void Never_come_to_an_end()
    {
        var classifier = With(options => options.MostFirings = 50, new AnyMeasurement(_ => true, (context, _) => context.Insert(new Counter(0))), new Endless());

        classifier.Invoking(it => it.Additions(OnDialysis())).Should().Throw<SiteRuleException>().Which.Rule.Should().Be("endless");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Say_nothing(string text) => Refused((context, _) => context.Note(text)).InnerException!.InnerException.Should().BeAssignableTo<ArgumentException>();

    [Fact]
    public void Name_an_urgency_or_a_priority_that_does_not_exist()
    {
        Refused((context, _) => context.RedFlag((Urgency)9, "x")).Message.Should().Contain("ArgumentOutOfRangeException");
        Refused((context, _) => context.Workup("x", 0, "x")).Message.Should().Contain("ArgumentOutOfRangeException");
        Refused((context, _) => context.Workup("x", 4, "x")).Message.Should().Contain("ArgumentOutOfRangeException");
    }

    [Fact]
    public void Speak_of_a_lesion_that_is_not_there() => Refused((context, _) => context.Note("x", "L9")).Message.Should().Contain("a lesion that the assessment does not have");

    [Fact]
    public void Fail_without_being_named()
    {
        Refused((_, _) => Throw()).Message.Should().Be("Site rule 'made for a test': its action failed with InvalidOperationException.");
        var condition = With(new AnyMeasurement(test => test.Value!.Value > 1, (context, _) => context.Note("x")));
        condition.Invoking(it => it.Additions(PatientStory.Man(60).Flag("phosphate", Findings.LabInterpretation.High).Skin("thigh"))).Should().Throw<SiteRuleException>()
            .Which.Message.Should().StartWith("Site rule 'made for a test': a condition failed with InvalidOperationException");
    }

    [Fact] // Rules that share a condition share its place in the network.
    public void A_condition_that_several_rules_share_names_them_all()
    {
        System.Linq.Expressions.Expression<Func<MeasurementFact, bool>> condition = test => test.Value!.Value > 1;
        var classifier = With(new AnyMeasurement(condition, (context, _) => context.Note("x"), "b"), new AnyMeasurement(condition, (context, _) => context.Note("y"), "a"));

        classifier.Invoking(it => it.Additions(PatientStory.Man(60).Flag("phosphate", Findings.LabInterpretation.High).Skin("thigh"))).Should().Throw<SiteRuleException>().Which.Rule.Should().Be("a, b");
    }

    [Fact]
    public void A_failure_can_be_reported_in_place_of_thrown_and_then_nothing_of_the_site_is_shown()
    {
        var broken = new AnyMeasurement(_ => true, (_, _) => Throw());
        var assessment = With(options => options.OnSiteRuleFailure = SiteRuleFailure.Report, new PhosphateAlarm(), broken).Classify(OnDialysis().Document());

        assessment.SiteAdditions.Should().BeEmpty("half of what a site has to say may mislead");
        assessment.Issues.Should().ContainSingle(issue => issue.Code == "site-rule-failed").Which.Message.Should().Contain("made for a test");
        (assessment with { Issues = [] }).ToJson().Should().Be((new CalcinosisClassifier().Classify(OnDialysis().Document()) with { Issues = [] }).ToJson());
    }

    [Fact]
    public void A_message_holds_nothing_of_the_patient()
    {
        var error = Refused((_, test) => Throw(test.Text));

        error.Message.Should().NotContain("9.4").And.NotContain("2026");
    }

    private static SiteRuleException Refused(System.Linq.Expressions.Expression<Action<IContext, MeasurementFact>> action) =>
        With(new AnyMeasurement(_ => true, action)).Invoking(it => it.Additions(OnDialysis())).Should().Throw<SiteRuleException>().Which;

    private static void Throw(string message = "broken") => throw new InvalidOperationException(message);

    private static void Hush(Action action)
    {
        try
        {
            action();
        }
        catch (InvalidOperationException)
        {
            // A rule that swallows what it is told.
        }
        catch (SiteRuleException)
        {
            // The same.
        }
    }

    public sealed record Counter(int Value);

    [Name("endless")]
    public sealed class Endless : Rule
    {
        public override void Define()
        {
            Counter counter = null!;
            When().Match(() => counter);
            Then().Do(context => context.Insert(new Counter(counter.Value + 1)));
        }
    }
}
