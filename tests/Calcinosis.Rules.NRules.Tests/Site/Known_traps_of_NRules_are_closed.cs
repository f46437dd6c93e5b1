using Calcinosis.Rules.NRules.Tests.Support;
using Calcinosis.Rules.Tests.Support;
using NRules.Fluent.Dsl;
using NRules.RuleModel;
using static Calcinosis.Rules.NRules.Tests.Support.Wards;

namespace Calcinosis.Rules.NRules.Tests.Site;

public sealed class Known_traps_of_NRules_are_closed
{
    private static readonly PatientStory Both = OnDialysis().Calcium(11.8m);

    [Fact]
    public void Three_results_of_one_test_are_one_fact_and_the_rule_fires_once()
    {
        var fired = 0;
        var addition = With(options => options.Observe = session => session.Events.RuleFiredEvent += (_, _) => fired++, new PhosphateAlarm()).Additions(OnDialysis()).Should().ContainSingle().Subject;

        fired.Should().Be(1);
        addition.Matched.Should().ContainSingle();
    }

    [Fact]
    public void All_results_are_there_the_latest_speaks()
    {
        Facts.MeasurementFact? seen = null;
        var classifier = With(options => options.Observe = session => session.Events.FactInsertedEvent += (_, inserted) => seen ??= inserted.Fact.Value as Facts.MeasurementFact, new PhosphateAlarm());

        classifier.Classify(OnDialysis().Document());

        seen!.Results.Select(result => result.Value).Should().Equal(7.1m, 8.2m, 9.4m);
        (seen.Value, seen.Unit, seen.Latest.TakenOn).Should().Be((9.4m, "mg/dL", new DateOnly(2026, 10, 20)));
    }

    [Fact]
    public void An_or_of_which_both_sides_are_true_adds_one_thing_with_both_facts()
    {
        var addition = With(new EitherHigh()).Additions(Both).Should().ContainSingle().Subject;

        addition.Matched.Select(match => match.Fact).Should().BeEquivalentTo("measurement calcium-total", "measurement phosphate");
    }

    [Fact]
    public void A_collection_shows_each_fact_in_it() =>
        With(new SeveralTests()).Additions(Both).Should().ContainSingle().Which.Matched.Select(match => match.Fact).Should().BeEquivalentTo("measurement calcium-total", "measurement phosphate");

    [Fact]
    public void A_value_that_is_only_flagged_makes_no_condition_fail() =>
        With(new PhosphateAlarm()).Additions(PatientStory.Man(60).Flag("phosphate", Findings.LabInterpretation.High).Skin("thigh")).Should().BeEmpty();

    [Theory]
    [InlineData("<", 5.0, false, true)]
    [InlineData(">", 9.5, true, false)]
    [InlineData("<", 9.5, false, false)]
    public void A_bound_decides_only_what_it_says(string comparator, decimal value, bool atLeastNine, bool atMostSix)
    {
        Facts.MeasurementFact? seen = null;
        var classifier = With(options => options.Observe = session => session.Events.FactInsertedEvent += (_, inserted) => seen ??= inserted.Fact.Value as Facts.MeasurementFact, new PhosphateAlarm());
        var lab = new Findings.LabResult { Analyte = "phosphate", Value = value, Unit = "mg/dL", Comparator = comparator == "<" ? Findings.Comparator.LessThan : Findings.Comparator.MoreThan };

        classifier.Classify(PatientStory.Man(60).Add(lab).Skin("thigh").Document());

        (seen!.IsAtLeast(9m), seen.IsAtMost(6m)).Should().Be((atLeastNine, atMostSix));
    }

    [Fact]
    public void The_order_of_the_record_and_of_the_rules_does_not_show()
    {
        var one = With(new EitherHigh(), new PhosphateAlarm(), new RenalDose()).Additions(OnDialysis().Calcium(11.8m));
        var other = With(new RenalDose(), new PhosphateAlarm(), new EitherHigh()).Additions(OnDialysis().Calcium(11.8m));

        other.Should().BeEquivalentTo(one, options => options.WithStrictOrdering());
    }

    [Fact]
    public void A_finding_that_two_lesions_share_is_one_fact()
    {
        var two = PatientStory.Woman(60).Has("dialysis").Lesion(PatientStory.LesionAt("thigh", "eschar")).Lesion(PatientStory.LesionAt("shoulder", "mass") with { Id = "L2" });
        var dialysis = new List<Facts.FindingFact>();
        var classifier = With(
            options => options.Observe = session => session.Events.FactInsertedEvent += (_, inserted) =>
            {
                if (inserted.Fact.Value is Facts.FindingFact { Id: "condition.dialysis" } fact)
                    dialysis.Add(fact);
            },
            new RenalDose());

        classifier.Classify(two.Document());

        dialysis.Should().ContainSingle().Which.PresentAt.Should().Equal("L1", "L2");
    }

    [Fact]
    public void One_set_of_rules_serves_all_threads()
    {
        var classifier = With(new RenalDose(), new PhosphateAlarm(), new SeveralTests());
        var expected = classifier.Classify(Both.Document()).ToJson();

        Parallel.For(0, 64, _ => classifier.Classify(Both.Document()).ToJson().Should().Be(expected));
    }

    [Fact] // NRules 1.0.4 fills a shared table without a lock when a query flattens.
    public void Rules_that_flatten_run_for_one_patient_at_a_time()
    {
        var running = 0;
        var most = 0;
        var rule = new Flattening(() =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            Thread.Sleep(1);
            Interlocked.Decrement(ref running);
        });
        var classifier = With(rule);

        Parallel.For(0, 32, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => classifier.Additions(OnDialysis()).Should().NotBeEmpty());

        most.Should().Be(1);
    }

    [Fact]
    public void A_session_that_failed_is_thrown_away_and_the_next_patient_is_answered()
    {
        var broken = new AnyMeasurement(test => test.Analyte.Length > 0, (context, test) => Fail(context, test.Results.Count == 3));
        var classifier = With(broken);

        classifier.Invoking(it => it.Additions(OnDialysis())).Should().Throw<SiteRuleException>();
        classifier.Additions(PatientStory.Man(60).Phosphate(5m).Skin("thigh")).Should().ContainSingle();
    }

    private static void Fail(IContext context, bool now)
    {
        if (now)
            throw new InvalidOperationException("broken");
        context.Note("fine");
    }

    [Name("flattening")]
    public sealed class Flattening(Action onAction) : Rule
    {
        public override void Define()
        {
            Facts.MeasuredResult result = null!;
            When().Query(() => result, query => query.Match<Facts.MeasurementFact>().SelectMany(test => test.Results));
            Then().Do(context => Act(context, result));
        }

        private void Act(IContext context, Facts.MeasuredResult result)
        {
            onAction();
            context.Note("result " + result.Text);
        }
    }
}
