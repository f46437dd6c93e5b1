using System.Text.Json;
using System.Text.Json.Nodes;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Charts;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Explanation.Rendering.Html;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Explanation;

public sealed class Additions_of_a_site_stand_apart
{
    private static readonly SiteMatch Phosphate = new("measurement phosphate", "phosphate 9.4 mg/dL on 2026-10-20", ["/labs/1"]);

    private static readonly Assessment Supplemented = SampleAssessments.Confident with
    {
        SiteAdditions =
        [
            new SiteAddition { Rule = "phosphate alarm", Kind = SiteAdditionKind.RedFlag, Text = "phone the renal team", Urgency = Urgency.SameDay, Matched = [Phosphate] },
            new SiteAddition { Rule = "local drug", Kind = SiteAdditionKind.Evidence, Text = "holds calcium", Type = CalcinosisType.Iatrogenic, SpeaksFor = true, Lesion = "L1" },
            new SiteAddition { Rule = "old dressing", Kind = SiteAdditionKind.Evidence, Text = "holds none", Type = CalcinosisType.Iatrogenic, SpeaksFor = false },
            new SiteAddition { Rule = "stock", Kind = SiteAdditionKind.Caution, Text = "two strengths are in use" },
            new SiteAddition { Rule = "ask", Kind = SiteAdditionKind.Workup, Text = "tells both apart", Test = "spot-urine", Priority = 2 },
            new SiteAddition { Rule = "phone list", Kind = SiteAdditionKind.Note, Text = "ward 4 knows the patient" },
        ],
    };

    [Fact]
    public void They_have_a_section_of_their_own_with_the_rule_and_what_it_matched()
    {
        var text = Supplemented.ToText();

        text.Should().Contain("RULES OF THIS SITE");
        text.Should().Contain("! red flag, SAME DAY: phone the renal team [site rule: phosphate alarm]").And.Contain("phosphate 9.4 mg/dL on 2026-10-20");
        text.Should().Contain("+ speaks for iatrogenic").And.Contain("- speaks against iatrogenic");
        text.Should().Contain("? spot urine, in the next days: tells both apart").And.Contain(". note: ward 4 knows the patient");
        text.IndexOf("RULES OF THIS SITE", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("LEADING SUGGESTION", StringComparison.Ordinal));
    }

    [Fact]
    public void The_HTML_page_shows_them()
    {
        HtmlOf(Supplemented).Should().Contain("Rules of this site").And.Contain("phone the renal team");
        HtmlOf(SampleAssessments.Confident).Should().NotContain("Rules of this site");
    }

    [Fact]
    public void One_type_explained_shows_red_flags_and_what_speaks_of_the_type()
    {
        var text = TextReport.Render(AssessmentReport.Explain(Supplemented, CalcinosisType.Iatrogenic));

        text.Should().Contain("phone the renal team").And.Contain("holds calcium").And.NotContain("ward 4 knows the patient");
    }

    [Fact]
    public void The_document_has_the_member_only_when_there_are_some_and_it_fits_the_schema()
    {
        SampleAssessments.Confident.ToJson().Should().NotContain("siteAdditions");
        using var written = JsonDocument.Parse(Supplemented.ToJson());
        var schema = JsonNode.Parse(Repository.Read("docs/schema/calcinosis-assessment-1.schema.json"))!;
        var problems = new List<string>();

        SchemaCheck.Fits(written.RootElement, schema, schema, "", problems);

        problems.Should().BeEmpty();
        var first = written.RootElement.GetProperty("siteAdditions")[0];
        first.GetProperty("kind").GetString().Should().Be("red-flag");
        first.GetProperty("urgency").GetString().Should().Be("same-day");
        first.GetProperty("matched")[0].GetProperty("from")[0].GetString().Should().Be("/labs/1");
        first.TryGetProperty("type", out _).Should().BeFalse();
    }

    private static string HtmlOf(Assessment assessment) => HtmlReport.Render(new AssessmentChart(assessment));
}
