using Calcinosis.Rules.Explanation.Charts;

namespace Calcinosis.Rules.Tests.Explanation.Charts;

public sealed class The_time_line_says_what_it_draws
{
    [Fact]
    public void An_infusion_has_the_window_in_which_a_lesion_would_be_expected_and_the_lesion_lies_inside()
    {
        var line = Line("""{ "text": "calcium gluconate infusion", "site": "left hand", "startedOn": "2026-10-10" }""", """ "onsetOn": "2026-10-22" """)!;

        var row = line.Rows.Single(row => row.Kind == TimeRowKind.Exposure);
        row.Window.Should().Be(new ExpectedWindow(Day(2026, 10, 10), Day(2026, 10, 10) + 42, Day(2026, 10, 10) + 84));
        line.Onsets.Should().Equal(new Onset("L1", Day(2026, 10, 22), Day(2026, 10, 22)));
        row.Text.Should().Be("from 2026-10-10; a lesion would be expected 0 to 42 days after it, late until 84; lesion L1: the time fits, the place fits");
    }

    [Fact]
    public void Without_any_date_days_are_counted_from_the_first_sight_of_the_lesion()
    {
        var line = Line("""{ "text": "calcium gluconate infusion", "site": "left hand", "beforeLesion": "P13D" }""", """ "count": "single" """)!;

        line.Onsets.Should().Equal(new Onset("L1", 0, 0));
        line.Rows.Single(row => row.Kind == TimeRowKind.Exposure).End.Should().Be((-13, -13));
        line.Ticks.Should().Contain(new TimeTick(0, "first seen"));
        line.Now.Should().BeNull();
    }

    [Fact]
    public void A_partial_date_is_drawn_as_the_interval_that_it_is()
    {
        var line = Line("""{ "text": "warfarin", "startedOn": "2023" }""", """ "onsetOn": "2024-03" """)!;

        line.Onsets.Should().Equal(new Onset("L1", Day(2024, 3, 1), Day(2024, 3, 31)));
        line.Rows[0].Text.Should().Be("first seen 2024-03");
        line.Rows[1].Start.Should().Be((Day(2023, 1, 1), Day(2023, 12, 31)));
    }

    [Fact]
    public void Nothing_to_compare_is_not_drawn()
    {
        Line(null, """ "onsetOn": "2024" """).Should().BeNull("a lesion alone shows nothing");
        Line("""{ "text": "warfarin", "startedOn": "2023" }""", """ "count": "single" """).Should().BeNull("a drug alone shows nothing");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 25)]
    [InlineData(0, 400)]
    [InlineData(0, 3650)]
    [InlineData(0, 40000)]
    [InlineData(730000, 738000)]
    [InlineData(3652000, 3652058)] // The last days of the calendar.
    public void An_axis_has_a_few_marks_in_order_inside_it(int first, int last)
    {
        foreach (var dated in (bool[])[true, false])
        {
            var ticks = TimeAxis.Ticks(first, last, dated);
            ticks.Count.Should().BeLessThanOrEqualTo(9);
            ticks.Should().BeInAscendingOrder(tick => tick.Day).And.OnlyContain(tick => tick.Day >= first && tick.Day <= last);
        }
    }

    private static int Day(int year, int month, int day) => new DateOnly(year, month, day).DayNumber;

    private static TimeLine? Line(string? exposure, string lesion) =>
        Chart.Of($$"""{ "asOf": "2026-10-31", "exposures": [ {{exposure}} ], "lesions": [ { "id": "L1", "sites": ["left hand"], "morphology": ["nodule"], {{lesion}} } ] }""").TimeLine;
}
