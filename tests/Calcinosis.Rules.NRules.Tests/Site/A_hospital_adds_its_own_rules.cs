using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.NRules.Facts;
using Calcinosis.Rules.NRules.Tests.Support;
using Calcinosis.Rules.Tests.Support;
using NRules.Fluent.Dsl;
using static Calcinosis.Rules.NRules.Tests.Support.Wards;

namespace Calcinosis.Rules.NRules.Tests.Site;

public sealed class A_hospital_adds_its_own_rules
{
    [Fact]
    public void Its_phosphate_alarm_is_a_red_flag_with_the_rules_name_and_the_fact_that_it_matched()
    {
        var flag = With(new PhosphateAlarm()).Additions(OnDialysis()).Should().ContainSingle().Subject;

        flag.Rule.Should().Be("phosphate alarm");
        flag.Kind.Should().Be(SiteAdditionKind.RedFlag);
        flag.Urgency.Should().Be(Urgency.SameDay);
        flag.Text.Should().Be("phone the renal team");
        var match = flag.Matched.Should().ContainSingle().Subject;
        match.Fact.Should().Be("measurement phosphate");
        match.Text.Should().Be("phosphate 9.4 mg/dL on 2026-10-20");
        match.From.Should().Equal("/labs/1");
    }

    [Theory]
    [InlineData(8.9, false)]
    [InlineData(9.0, true)]
    [InlineData(9.1, true)]
    public void The_limit_is_the_hospitals(decimal phosphate, bool raised) =>
        With(new PhosphateAlarm()).Additions(PatientStory.Man(60).Phosphate(phosphate).Skin("thigh")).Any().Should().Be(raised);

    [Fact]
    public void Evidence_cautions_tests_and_notes_stand_beside_the_catalogues_word_most_urgent_first()
    {
        var additions = With(new RenalDose(), new PhosphateAlarm()).Additions(OnDialysis());

        additions.Select(addition => addition.Kind).Should().Equal(SiteAdditionKind.RedFlag, SiteAdditionKind.Caution, SiteAdditionKind.Evidence, SiteAdditionKind.Workup, SiteAdditionKind.Note);
        var evidence = additions.Single(addition => addition.Kind == SiteAdditionKind.Evidence);
        (evidence.Type, evidence.SpeaksFor, evidence.Lesion).Should().Be((CalcinosisType.Calciphylaxis, true, "L1"));
        evidence.Matched.Select(match => match.Fact).Should().Equal("finding condition.dialysis", "certainty calciphylaxis");
        additions.Single(addition => addition.Kind == SiteAdditionKind.Workup).Should().BeEquivalentTo(new { Test = "wound-swab", Priority = 2, Text = "the unit's protocol" });
    }

    [Fact]
    public void Everything_that_the_catalogue_says_stays_to_the_byte()
    {
        var plain = new CalcinosisClassifier().Classify(OnDialysis().Document());
        var supplemented = With(new RenalDose(), new PhosphateAlarm()).Classify(OnDialysis().Document());

        supplemented.SiteAdditions.Should().NotBeEmpty();
        (supplemented with { SiteAdditions = [] }).ToJson().Should().Be(plain.ToJson());
    }

    [Fact]
    public void The_engine_of_the_catalogue_makes_no_difference_to_the_sites_rules()
    {
        var both = new CalcinosisClassifier(new CalcinosisRulesOptions().UseNRules(nrules => nrules.AddRule<RenalDose>().AddRule<PhosphateAlarm>().AddRule<VerdictReader>()));

        both.Classify(OnDialysis().Document()).ToJson().Should().Be(With(new RenalDose(), new PhosphateAlarm(), new VerdictReader()).Classify(OnDialysis().Document()).ToJson());
    }

    [Fact]
    public void A_verdict_of_the_catalogue_is_a_fact()
    {
        With(new VerdictReader()).Additions(OnDialysis()).Should().ContainSingle().Which.Matched.Should().ContainSingle().Which.Fact.Should().Be("verdict RF-01");
        With(new VerdictReader()).Additions(PatientStory.Man(60).Skin("thigh")).Should().BeEmpty();
    }

    [Fact]
    public void A_drug_by_the_hospitals_own_name_can_be_told()
    {
        var story = PatientStory.Man(60).Skin("left forearm", "plaque").Exposed(new Findings.Exposure { Text = "Ward mix 7", Site = "left forearm" });

        var addition = With(new WardMix()).Additions(story).Should().ContainSingle().Subject;

        addition.Matched.Should().ContainSingle().Which.From.Should().ContainSingle().Which.Should().StartWith("/exposures/0");
        addition.SpeaksFor.Should().BeTrue();
    }

    [Fact]
    public void Without_a_lesion_measurements_are_still_there()
    {
        var assessment = With(new PhosphateAlarm(), new RenalDose()).Classify(PatientStory.Man(60).Phosphate(9.5m).Document());

        assessment.Conclusion.Should().Be(Conclusion.NoLesion);
        assessment.SiteAdditions.Should().ContainSingle();
    }

    [Fact]
    public void A_document_with_errors_is_not_supplemented() =>
        With(new PhosphateAlarm()).Classify(PatientStory.Man(60).Phosphate(-1m).Document()).SiteAdditions.Should().BeEmpty();

    [Name("ward mix")]
    public sealed class WardMix : Rule
    {
        public override void Define()
        {
            NotUnderstoodFact drug = null!;
            When().Match(() => drug, entry => entry.Kind == "exposure", entry => entry.StartsWith("ward mix"));
            Then().Do(context => context.SpeaksFor(CalcinosisType.Iatrogenic, "ward mix 7 holds calcium gluconate"));
        }
    }
}
