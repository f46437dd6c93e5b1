using Calcinosis.Rules.NRules.Tests.Support;
using Calcinosis.Rules.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.NRules.Tests.Site;

public sealed class With_a_container
{
    [Fact]
    public void NRules_evaluates_the_catalogue()
    {
        using var provider = new ServiceCollection().AddCalcinosisRules().UseNRules().BuildServiceProvider();
        var classifier = provider.GetRequiredService<CalcinosisClassifier>();

        classifier.Knowledge.Engine.Should().BeOfType<Rules.NRules.Catalogue.NRulesEngine>();
        classifier.Classify(Wards.OnDialysis().Document()).ToJson().Should().Be(ClassifierUnderTest.Core.Classify(Wards.OnDialysis().Document()).ToJson());
    }

    [Fact]
    public void The_core_evaluates_and_the_sites_rules_run_over_its_verdicts()
    {
        using var provider = new ServiceCollection().AddCalcinosisRules().UseNRules(nrules =>
        {
            nrules.Catalogue = CatalogueEngine.Core;
            nrules.AddRule<PhosphateAlarm>();
        }).BuildServiceProvider();
        var classifier = provider.GetRequiredService<CalcinosisClassifier>();

        classifier.Knowledge.Engine.Should().BeNull();
        classifier.Classify(Wards.OnDialysis().Document()).SiteAdditions.Should().ContainSingle();
    }

    [Fact]
    public void Settings_of_the_classifier_still_hold()
    {
        using var provider = new ServiceCollection().AddCalcinosisRules(options => options.TumoralCalcinosis = TumoralCalcinosisPolicy.Mechanism).UseNRules(nrules => nrules.Catalogue = CatalogueEngine.Core).BuildServiceProvider();

        provider.GetRequiredService<CalcinosisClassifier>().Classify(Wards.OnDialysis().Document()).Policy.Should().ContainSingle();
    }

    [Fact]
    public void A_wrong_rule_stops_the_host_at_its_start()
    {
        using var provider = new ServiceCollection().AddCalcinosisRules().UseNRules(nrules => nrules.AddRule<PhosphateAlarm>().AddRule<PhosphateAlarm>()).BuildServiceProvider();

        provider.Invoking(it => it.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<SiteRuleException>().Which.Rule.Should().Be("phosphate alarm");
    }
}
