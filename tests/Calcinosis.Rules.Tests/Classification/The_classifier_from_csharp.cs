using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.Tests.Classification;

public sealed class The_classifier_from_csharp
{
    [Fact]
    public void Three_lines_without_a_container()
    {
        var classifier = new CalcinosisClassifier();
        var assessment = classifier.Classify(new FindingsDocument { Lesions = [new Lesion { Sites = ["scrotum"], Morphology = ["nodule"] }] });
        assessment.ToText().Should().Contain("scrotal");
    }

    [Fact]
    public void With_a_container_it_is_one_shared_instance()
    {
        using var provider = new ServiceCollection().AddCalcinosisRules().BuildServiceProvider();
        provider.GetRequiredService<CalcinosisClassifier>().Should().BeSameAs(provider.GetRequiredService<CalcinosisClassifier>());
    }

    [Fact]
    public void Settings_that_do_not_exist_are_refused()
    {
        using var provider = new ServiceCollection().AddCalcinosisRules(options => options.TumoralCalcinosis = (TumoralCalcinosisPolicy)7).BuildServiceProvider();
        provider.Invoking(services => services.GetRequiredService<CalcinosisClassifier>()).Should().Throw<OptionsValidationException>().WithMessage("*TumoralCalcinosis*7*");
    }

    [Fact]
    public void C6_a_setting_that_differs_is_printed_and_changes_the_fingerprint()
    {
        var document = new FindingsDocument { Lesions = [new Lesion { Sites = ["scrotum"] }] };
        var byConvention = new CalcinosisClassifier().Classify(document);
        var byMechanism = new CalcinosisClassifier(new CalcinosisRulesOptions { TumoralCalcinosis = TumoralCalcinosisPolicy.Mechanism }).Classify(document);
        byConvention.Policy.Should().BeEmpty();
        byMechanism.Policy.Should().ContainSingle().Which.Value.Should().Be("mechanism");
        byMechanism.Knowledge.Fingerprint.Should().NotBe(byConvention.Knowledge.Fingerprint);
    }

    [Fact]
    public void C24_a_patient_without_a_lesion_stays_silent()
    {
        var assessment = new CalcinosisClassifier().Classify(new FindingsDocument { Conditions = [new Condition { Text = "haemodialysis" }], Labs = [new LabResult { Analyte = "calcium-total", Value = 15, Unit = "mg/dL" }] });
        assessment.Conclusion.Should().Be(Conclusion.NoLesion);
        assessment.RedFlags.Should().BeEmpty();
        assessment.Lesions.Should().BeEmpty();
    }

    [Fact]
    public void A_null_document_is_a_fault_of_the_caller() =>
        new CalcinosisClassifier().Invoking(classifier => classifier.Classify((FindingsDocument)null!)).Should().Throw<ArgumentNullException>();
}
