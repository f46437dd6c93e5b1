using Calcinosis.Rules.NRules.Tests.Support;
using NRules.Fluent.Dsl;

namespace Calcinosis.Rules.NRules.Tests.Site;

public sealed class A_wrong_rule_is_refused_at_once
{
    [Fact]
    public void Two_rules_of_one_name() =>
        Adding(options => options.AddRule<PhosphateAlarm>().AddRule<PhosphateAlarm>()).Should().Throw<SiteRuleException>().Which.Message.Should().Contain("'phosphate alarm'").And.Contain("two rules have this name");

    [Fact]
    public void A_rule_whose_definition_fails() => Adding(options => options.AddRule<Failing>()).Should().Throw<SiteRuleException>().Which.Message.Should().Be("Site rule 'fails': its definition is wrong.");

    [Fact]
    public void A_rule_without_a_name() => Adding(options => options.AddRule(new AnyMeasurement(_ => true, (context, _) => context.Note("x"), " "))).Should().Throw<SiteRuleException>().Which.Message.Should().Contain("empty name");

    [Fact]
    public void Null_and_an_assembly_without_rules()
    {
        Adding(options => options.AddRule(null!)).Should().Throw<ArgumentNullException>();
        Adding(options => options.AddRules(null!)).Should().Throw<ArgumentNullException>();
        Adding(options => options.AddRules(typeof(string).Assembly)).Should().Throw<SiteRuleException>().Which.Message.Should().Contain("no public rule class");
    }

    [Fact] // This assembly has rules that want something in their constructor.
    public void An_assembly_with_a_rule_that_wants_something() =>
        Adding(options => options.AddRules(GetType().Assembly)).Should().Throw<SiteRuleException>().Which.Message.Should().Contain("no constructor without parameters");

    [Fact]
    public void Settings_that_do_not_exist()
    {
        Adding(options => options.Catalogue = (CatalogueEngine)7).Should().Throw<ArgumentOutOfRangeException>();
        Adding(options => options.OnSiteRuleFailure = (SiteRuleFailure)7).Should().Throw<ArgumentOutOfRangeException>();
        Adding(options => options.MostFirings = 0).Should().Throw<ArgumentOutOfRangeException>();
        new NRulesOptions { MostFirings = 1 }.MostFirings.Should().Be(1);
    }

    private static Action Adding(Action<NRulesOptions> configure) => () => new CalcinosisRulesOptions().UseNRules(configure);

    [Name("fails")]
    public sealed class Failing : Rule
    {
        public override void Define() => throw new InvalidOperationException("a definition that fails");
    }
}
