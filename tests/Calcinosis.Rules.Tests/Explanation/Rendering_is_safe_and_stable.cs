using System.Globalization;
using System.Text;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using FsCheck;
using FsCheck.Fluent;

namespace Calcinosis.Rules.Tests.Explanation;

public sealed class Rendering_is_safe_and_stable
{
    [Theory]
    [InlineData(50)]
    [InlineData(80)]
    [InlineData(96)]
    [InlineData(120)]
    public void No_line_is_longer_than_the_width(int width)
    {
        foreach (var kind in Text_reports_read_well.Kinds)
            Text_reports_read_well.Of(kind).ToText(width).Split('\n').Should().OnlyContain(line => TextWrap.WidthOf(line) <= width);
    }

    [Fact]
    public void Any_text_at_all_is_wrapped_without_loss_and_within_the_width() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            Gen.Choose(1, 60).ToArbitrary(),
            (text, width) =>
            {
                var lines = TextWrap.Wrap([new ReportSpan(text.Get)], width);
                var kept = string.Concat(lines.SelectMany(line => line).Select(span => span.Text)).Replace(" ", "", StringComparison.Ordinal);
                return kept == Printable.Of(text.Get).Replace(" ", "", StringComparison.Ordinal)
                    && lines.All(line => line.Sum(span => TextWrap.WidthOf(span.Text)) <= width);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Continued_lines_hang_under_the_text_and_not_under_the_marker()
    {
        var report = new ReportDocument([new ReportHeading(2, "List"), new ReportList([new ReportItem('+', [new string('a', 40) + " " + new string('b', 40)])])]);

        TextReport.Render(report, 60).Should().Be($"LIST\n  + {new string('a', 40)}\n    {new string('b', 40)}\n");
    }

    [Theory]
    [InlineData("a\u001B[31mred\u0007", "a [31mred ")]
    [InlineData("left\u202Eright", "left right")]
    [InlineData("one\r\ntwo\u2028three\u0085four", "one  two three four")]
    [InlineData("Sjögren \U0001F9B4 µg ≥", "Sjögren \U0001F9B4 µg ≥")]
    public void What_would_steer_a_terminal_is_taken_out(string text, string printed) =>
        new ReportSpan(text).Text.Should().Be(printed);

    [Fact] // An attribute cannot hold half a character, so this is not a row of the table above.
    public void Half_a_character_is_shown_as_a_replacement() => new ReportSpan("half \uD83D").Text.Should().Be("half \uFFFD");

    [Fact]
    public void An_escape_sequence_in_a_record_never_reaches_text_or_Markdown()
    {
        var assessment = SampleAssessments.NoLesion with { Id = "x\u001B]0;owned\u0007", RecordSays = ["\u001B[2Jgone"] };

        assessment.ToText().Should().NotContain("\u001B").And.NotContain("\u0007");
        assessment.ToMarkdown().Should().NotContain("\u001B").And.NotContain("\u0007");
    }

    [Fact]
    public void Markup_in_a_record_stays_text_in_Markdown()
    {
        var assessment = SampleAssessments.NoLesion with { RecordSays = ["<script>alert(1)</script>", "[here](http://x)", "a|b", "**bold**"] };

        assessment.ToMarkdown().Should()
            .Contain(@"\<script\>alert(1)\</script\>").And
            .Contain(@"\[here\](http\://x)").And
            .Contain(@"a\|b").And
            .Contain(@"\*\*bold\*\*");
    }

    [Fact]
    public void The_most_urgent_flag_stands_first_whatever_the_order_in_the_assessment()
    {
        var text = SampleAssessments.Urgent.ToText();

        text.IndexOf("EMERGENCY", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("WITHIN WEEKS", StringComparison.Ordinal));
        text.IndexOf("RED FLAGS", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("LEADING SUGGESTION", StringComparison.Ordinal));
    }

    [Fact]
    public void C84_every_rendering_carries_the_notice()
    {
        foreach (var kind in Text_reports_read_well.Kinds)
        {
            var assessment = Text_reports_read_well.Of(kind);
            Unwrapped(assessment.ToText()).Should().Contain(Assessment.StandardNotice);
            assessment.ToMarkdown().Should().Contain(Assessment.StandardNotice);
            assessment.ToJson().Should().Contain(Assessment.StandardNotice);
        }
    }

    [Fact]
    public void C5_a_line_that_rests_on_an_unverified_rule_says_so() =>
        Unwrapped(SampleAssessments.Confident.ToText()).Should().Contain("[ct:13; unverified]").And.Contain("[lab:80; unverified]");

    [Fact]
    public void A_report_supports_and_never_diagnoses()
    {
        foreach (var kind in Text_reports_read_well.Kinds)
            Text_reports_read_well.Of(kind).ToText().Should().NotContainEquivalentOf("diagnosis is");
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void Culture_changes_no_character(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = AllForms();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            AllForms().Should().Be(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("ctd.ssc_limited", "limited systemic sclerosis (CREST)")]
    [InlineData("uraemic.penile", "uraemic, penile")]
    [InlineData("unspecified.distal", "kidney function not known, distal")]
    [InlineData("some_new.kind_of", "some new, kind of")]
    public void A_subtype_is_readable_with_and_without_a_label(string key, string label) => SubtypeLabels.Of(key).Should().Be(label);

    [Theory]
    [InlineData(CalcinosisType.Calciphylaxis)]
    [InlineData(CalcinosisType.Iatrogenic)]
    [InlineData(CalcinosisType.Dystrophic)]
    [InlineData(CalcinosisType.Metastatic)]
    [InlineData(CalcinosisType.Idiopathic)]
    public void Every_type_of_every_sample_can_be_explained(CalcinosisType type)
    {
        foreach (var kind in Text_reports_read_well.Kinds)
            TextReport.Render(AssessmentReport.Explain(Text_reports_read_well.Of(kind), type)).Should().StartWith(Wording.TypeOf(type));
    }

    private static string AllForms()
    {
        var all = new StringBuilder();
        foreach (var kind in Text_reports_read_well.Kinds)
        {
            var assessment = Text_reports_read_well.Of(kind);
            all.Append(assessment.ToText()).Append(assessment.ToMarkdown()).Append(assessment.ToJson(indented: true));
        }

        return all.ToString();
    }

    private static string Unwrapped(string text) =>
        string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
