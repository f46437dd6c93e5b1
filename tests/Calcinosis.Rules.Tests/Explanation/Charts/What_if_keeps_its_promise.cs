using Calcinosis.Rules.Explanation.Charts;
using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Tests.Explanation.Charts;

public sealed class What_if_keeps_its_promise
{
    [Fact]
    public void Every_answer_that_the_leading_type_asks_for_does_what_was_said_when_it_is_tried()
    {
        foreach (var json in Chart.SamplePatients)
        {
            var leading = Chart.Of(json).Assessment.Leading!;
            foreach (var missing in Leading(Chart.Of(json), leading.Lesion, leading.Type).Missing.Where(missing => missing.Together.Count == 0))
            {
                foreach (var (state, level) in new[] { (FindingState.Present, missing.IfPresent), (FindingState.Absent, missing.IfAbsent) })
                {
                    if (level is { } promised)
                        Leading(Chart.Of(json, new Supposition(leading.Lesion, missing.Finding, state)), leading.Lesion, leading.Type).Certainty.Should().Be(promised, $"{missing.Finding} {state}");
                }
            }
        }
    }

    [Fact]
    public void What_the_record_says_cannot_be_supposed_away()
    {
        var chart = Chart.Of(Ladders_show_the_decision.Scleroderma, new Supposition("L1", "lab.phosphate.high", FindingState.Present), new Supposition("L1", "no.such.finding", FindingState.Present));

        chart.Suppositions.Should().BeEmpty();
        chart.Assessment.Leading.Should().Be(Chart.Of(Ladders_show_the_decision.Scleroderma).Assessment.Leading);
    }

    [Fact]
    public void A_supposition_is_never_taken_for_the_record()
    {
        var chart = Chart.Of(Ladders_show_the_decision.Scleroderma, new Supposition("L1", "histology.bone", FindingState.Present));

        chart.Suppositions.Should().ContainSingle();
        chart.Assessment.Cautions.SelectMany(caution => caution.Why).Should().Contain(line => line.Seen == "what if, not recorded" && line.From.Count == 0);
    }

    [Theory]
    [InlineData("lab.phosphate.high", true)]
    [InlineData("condition.haemodialysis", true)]
    [InlineData("lesion.necrosis", false)]
    [InlineData("exposure.iv-calcium.at-site", false)]
    public void What_is_about_the_patient_holds_for_every_lesion_and_what_is_about_a_place_for_its_own(string finding, bool everywhere)
    {
        var supposition = new Supposition("L1", finding, FindingState.Present);

        supposition.Concerns("L1").Should().BeTrue();
        supposition.Concerns("L2").Should().Be(everywhere);
    }

    private static Rules.Explanation.Suggestion Leading(Rules.Explanation.AssessmentChart chart, string lesion, Rules.Classification.CalcinosisType type) =>
        chart.Assessment.Lesions.Single(group => group.Lesion == lesion).Suggestions.Single(suggestion => suggestion.Type == type);
}
