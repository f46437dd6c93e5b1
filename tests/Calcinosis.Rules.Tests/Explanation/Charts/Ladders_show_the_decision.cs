using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation.Charts;
using Calcinosis.Rules.Inference;

namespace Calcinosis.Rules.Tests.Explanation.Charts;

public sealed class Ladders_show_the_decision
{
    [Fact]
    public void The_rung_on_which_a_type_stands_is_the_highest_that_is_met()
    {
        foreach (var json in Chart.SamplePatients)
        {
            foreach (var ladder in Chart.Of(json).Ladders.Values.SelectMany(ladders => ladders))
            {
                var met = ladder.Rungs.Where(rung => rung.Outcome == Outcome.Met).ToArray();
                var expected = met.FirstOrDefault(rung => rung.Level == Certainty.Excluded) ?? met.MaxBy(rung => rung.Level);
                ladder.Rungs.SingleOrDefault(rung => rung.Reached).Should().Be(expected);
            }
        }
    }

    [Fact]
    public void A_level_without_limits_is_the_level_of_its_rung_and_a_limit_that_holds_is_shown()
    {
        foreach (var json in Chart.SamplePatients)
        {
            var chart = Chart.Of(json);
            foreach (var (lesion, ladders) in chart.Ladders)
            {
                foreach (var suggestion in chart.Assessment.Lesions.Single(group => group.Lesion == lesion).Suggestions)
                {
                    var ladder = ladders.Single(ladder => ladder.Type == suggestion.Type);
                    var standing = ladder.Rungs.SingleOrDefault(rung => rung.Reached)?.Level ?? Certainty.NotAssessable;
                    if (standing != suggestion.Certainty)
                        ladder.Caps.Should().NotBeEmpty($"{suggestion.Type} stands at {suggestion.Certainty} and not at {standing}");
                }
            }
        }
    }

    [Fact]
    public void Criteria_that_all_have_to_hold_come_out_as_their_rung_says()
    {
        foreach (var rung in Chart.SamplePatients.SelectMany(json => Chart.Of(json).Ladders.Values).SelectMany(ladders => ladders).SelectMany(ladder => ladder.Rungs).Where(rung => rung.Joint.Words == "all of these"))
        {
            if (rung.Outcome == Outcome.Met)
                rung.Criteria.Should().OnlyContain(criterion => criterion.Outcome == Outcome.Met, rung.Rule);
            else if (rung.Outcome == Outcome.Unmet)
                rung.Criteria.Should().Contain(criterion => criterion.Outcome == Outcome.Unmet, rung.Rule);
            else
                rung.Criteria.Should().Contain(criterion => criterion.Outcome == Outcome.Unknown, rung.Rule).And.NotContain(criterion => criterion.Outcome == Outcome.Unmet, rung.Rule);
        }
    }

    [Fact]
    public void A_criterion_shows_what_was_seen_and_where()
    {
        var ladder = Chart.Of(Scleroderma).Ladders["L1"].Single(ladder => ladder.Type == CalcinosisType.Dystrophic);

        var facts = Flat(ladder.Rungs.Single(rung => rung.Reached).Criteria).ToArray();
        facts.Should().Contain(criterion => criterion.Finding == "lab.phosphate.high" && criterion.Text == "phosphate not high" && criterion.Seen!.Contains("3.4 mg/dL", StringComparison.Ordinal) && criterion.From.Contains("/labs/1"));
        facts.Should().Contain(criterion => criterion.Assumed, "calciphylaxis was taken as not shown");
    }

    [Fact]
    public void No_criterion_is_without_words()
    {
        foreach (var ladder in Chart.SamplePatients.SelectMany(json => Chart.Of(json).Ladders.Values).SelectMany(ladders => ladders))
            Flat(ladder.Rungs.Concat(ladder.Caps).SelectMany(rung => rung.Criteria)).Should().OnlyContain(criterion => criterion.Text.Length > 0);
    }

    internal const string Scleroderma =
        """
        { "patient": { "ageYears": 48, "sex": "female" }, "conditions": [ { "text": "limited systemic sclerosis" } ],
          "labs": [ { "analyte": "calcium-total", "value": 9.3, "unit": "mg/dL" }, { "analyte": "phosphate", "value": 3.4, "unit": "mg/dL" } ],
          "lesions": [ { "id": "L1", "sites": ["both thumbs"], "morphology": ["nodule"] } ],
          "imaging": [ { "modality": "x-ray", "findings": [ { "text": "soft tissue calcification" } ] } ] }
        """;

    private static IEnumerable<Criterion> Flat(IEnumerable<Criterion> criteria) => criteria.SelectMany(criterion => Flat(criterion.Parts).Prepend(criterion));
}
