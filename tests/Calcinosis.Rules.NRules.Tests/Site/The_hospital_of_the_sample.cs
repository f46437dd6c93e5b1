using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.NRules.Tests.Support;
using Calcinosis.Rules.Quality.Tests.Support;
using Calcinosis.Rules.Tests.Support;
using SiteRules;

namespace Calcinosis.Rules.NRules.Tests.Site;

public sealed class The_hospital_of_the_sample
{
    private static readonly CalcinosisClassifier Hospital = Wards.With(new SiteRules.PhosphateAlarm(), new LocalCalciumInfusion());

    [Theory]
    [InlineData(7.4, false)]
    [InlineData(7.5, true)]
    [InlineData(7.6, true)]
    public void Hears_of_a_phosphate_from_its_own_limit_on(decimal phosphate, bool raised) =>
        Hospital.Additions(PatientStory.Man(61).Phosphate(phosphate).Skin("left forearm")).Any(addition => addition.Kind == SiteAdditionKind.RedFlag).Should().Be(raised);

    [Fact]
    public void Reads_the_name_that_only_its_pharmacy_uses()
    {
        var additions = Hospital.Additions(PatientStory.Man(61).Exposed(new Exposure { Text = "mix C", Site = "left forearm" }).Skin("left forearm"));

        additions.Select(addition => addition.Kind).Should().Equal(SiteAdditionKind.Evidence, SiteAdditionKind.Note);
        additions[0].Type.Should().Be(CalcinosisType.Iatrogenic);
    }

    [Fact]
    public void Prints_its_additions_with_the_answer()
    {
        var (status, output) = Command.Run("dotnet", AppContext.BaseDirectory, [Path.Combine(AppContext.BaseDirectory, "SiteRules.dll")]);

        status.Should().Be(0, output);
        output.Should().Contain("bleep the renal registrar").And.Contain("mix C of our pharmacy holds calcium gluconate");
    }
}
