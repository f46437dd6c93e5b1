using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Explanation.Rendering.Html;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Explanation.Charts;

public sealed class The_HTML_report_is_safe
{
    private const string Hostile = "\"'><img src=x onerror=alert(1)><script>alert(2)</script></style><!-- &lt;b&gt; ]]>\u202e\u001b[31m\ud83d";

    private static readonly string[] Elements =
    [
        "article", "section", "nav", "div", "p", "h2", "h3", "h4", "ul", "ol", "li", "span", "strong", "a", "button", "details", "summary", "svg", "rect", "circle", "line", "text",
        "table", "thead", "tbody", "tr", "th", "td",
    ];

    private static readonly string[] Attributes =
    [
        "class", "id", "href", "title", "role", "tabindex", "type", "scope", "open", "aria-label", "aria-hidden", "aria-pressed", "focusable",
        "rel", "target", "data-key", "data-from", "data-lesion", "data-finding", "data-state", "width", "height", "x", "y", "rx", "cx", "cy", "r", "x1", "x2", "y1", "y2", "text-anchor",
    ];

    [Fact]
    public void Whatever_a_record_holds_the_report_has_only_the_elements_and_attributes_of_the_library()
    {
        foreach (var chart in Chart.SamplePatients.Append(EveryTextHostile).Select(json => Chart.Of(json)))
        {
            var report = XElement.Parse(HtmlReport.RenderPart(chart), LoadOptions.PreserveWhitespace);

            report.DescendantsAndSelf().Select(element => element.Name.LocalName).Distinct().Should().BeSubsetOf(Elements);
            report.DescendantsAndSelf().Attributes().Select(attribute => attribute.Name.LocalName).Distinct().Should().BeSubsetOf(Attributes);
            foreach (var link in report.Descendants("a").Where(link => !link.Attribute("href")!.Value.StartsWith('#')))
            {
                link.Attribute("href")!.Value.Should().StartWith("https://");
                link.Attribute("rel")!.Value.Should().Be("noopener noreferrer");
                link.Ancestors("section").First().Attribute("class")!.Value.Should().EndWith("sources", "only a citation leads elsewhere, and only when it is followed");
            }
        }
    }

    [Fact]
    public void Hostile_words_are_shown_as_they_are_written_but_for_what_would_steer_the_reader()
    {
        var text = XElement.Parse(HtmlReport.RenderPart(Chart.Of(EveryTextHostile))).Value;

        text.Should().Contain("<img src=x onerror=alert(1)>").And.Contain("<script>alert(2)</script>").And.NotContain("\u202e").And.NotContain("\u001b");
    }

    [Fact]
    public void The_file_loads_nothing_runs_nothing_and_its_policy_says_so()
    {
        foreach (var json in Chart.SamplePatients)
        {
            var file = Chart.Of(json).ToHtml();
            var css = Regex.Match(file, "<style>(?<css>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["css"].Value;

            file.Should().StartWith("<!DOCTYPE html>\n<html lang=\"en\">").And.NotContain("<script").And.NotContain("<link").And.NotContain("src=").And.NotContain("<button");
            css.Should().NotContain("url(").And.NotContain("@import");
            file.Should().Contain("default-src &#x27;none&#x27;; style-src &#x27;sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css))).Replace("+", "&#x2B;", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Ids_are_unique_and_every_link_leads_somewhere()
    {
        foreach (var chart in Chart.SamplePatients.Append(EveryTextHostile).Select(json => Chart.Of(json)))
        {
            var report = XElement.Parse(HtmlReport.RenderPart(chart));
            var ids = report.Descendants().Attributes("id").Select(id => id.Value).ToArray();
            ids.Should().OnlyHaveUniqueItems();
            report.Descendants("a").Select(link => link.Attribute("href")!.Value).Where(address => address.StartsWith('#')).Select(address => address[1..]).Except(ids).Should().BeEmpty();
            report.Descendants().Attributes("data-key").Select(key => key.Value).Should().OnlyHaveUniqueItems("parts are told apart by them");
        }
    }

    [Fact]
    public void Red_flags_stand_before_the_answer_and_the_notice_is_there()
    {
        var text = XElement.Parse(HtmlReport.RenderPart(new AssessmentChart(SampleAssessments.Urgent))).Value;

        text.IndexOf("EMERGENCY", StringComparison.Ordinal).Should().BePositive().And.BeLessThan(text.IndexOf("Leading suggestion", StringComparison.Ordinal));
        text.Should().Contain(Assessment.StandardNotice);
    }

    [Fact]
    public void It_says_every_word_that_the_text_report_says_about_reasons_work_up_and_treatments()
    {
        foreach (var json in Chart.SamplePatients)
        {
            var chart = Chart.Of(json);
            var html = XElement.Parse(HtmlReport.RenderPart(chart)).Value;
            foreach (var line in chart.Assessment.Lesions.SelectMany(lesion => lesion.Suggestions).SelectMany(suggestion => suggestion.Why.Concat(suggestion.Against).Concat(suggestion.WhyNotHigher)).Select(line => line.Text)
                .Concat(chart.Assessment.Workup.Select(item => item.Reason)).Concat(chart.Assessment.Treatments.Select(option => option.Text)).Concat(chart.Assessment.RedFlags.Select(flag => flag.Text)))
            {
                html.Should().Contain(Printable.Of(line));
            }
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Culture_changes_no_character(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = string.Concat(Chart.SamplePatients.Select(json => Chart.Of(json).ToHtml()));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            string.Concat(Chart.SamplePatients.Select(json => Chart.Of(json).ToHtml())).Should().Be(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"lesions":[{"sites":[null]}],"labs":[{"analyte":"calcium-total","value":-1,"unit":"mg/dL"}]}""")]
    [InlineData("""{"lesions":[{"id":"a b","onsetOn":"0001"},{"id":"a/b","onsetOn":"9999-12-31"}],"exposures":[{"code":"iv-calcium","startedOn":"0001-01-01","endedOn":"9999-12-31"},{"code":"heel-stick","beforeLesion":"P100Y"}]}""")]
    [InlineData("""{"labs":[{"analyte":"phosphate","value":0,"unit":"mg/dL"},{"analyte":"phosphate","value":3,"unit":"mg/dL","referenceRange":{"low":5,"high":5}},{"analyte":"calcium-total","value":79228162514264337593543950335,"unit":"mmol/L"}],"lesions":[{"sites":["hand"]}]}""")]
    public void Any_document_at_all_gives_a_page(string json) => XElement.Parse(HtmlReport.RenderPart(Chart.Of(json))).Value.Should().Contain(Assessment.StandardNotice);

    private static readonly string EveryTextHostile = System.Text.Json.JsonSerializer.Serialize(new
    {
        id = Hostile,
        asOf = "2026-10-31",
        patient = new { ageYears = 40 },
        labs = new object[]
        {
            new { analyte = "phosphate", value = 7.9, unit = "mg/dL", takenOn = "2026-10-01" }, new { text = Hostile, value = 1, unit = "mg/dL" },
            new { analyte = "albumin", value = 4, unit = Hostile }, new { analyte = Hostile, value = 4, unit = Hostile },
        },
        conditions = new object[] { new { text = Hostile }, new { code = "haemodialysis", text = Hostile, since = "2016" }, new { codings = new[] { new { system = Hostile, code = Hostile, display = Hostile } } } },
        exposures = new object[] { new { code = "iv-calcium", text = Hostile, site = Hostile, startedOn = "2024-01-01", indication = Hostile } },
        lesions = new object[] { new { id = Hostile, sites = new[] { "shoulder", Hostile }, morphology = new[] { "mass", Hostile }, onsetOn = "2024-02" }, new { id = "L 2", sites = new[] { "thigh" }, morphology = new[] { "ulcer" } } },
        imaging = new object[] { new { modality = "x-ray", lesion = Hostile, findings = new object[] { new { text = Hostile }, new { code = "soft-tissue-calcification" } } } },
        histology = new object[] { new { findings = new[] { new { text = Hostile } } } },
        differential = new object[] { new { text = Hostile, basis = Hostile } },
        familyHistory = new object[] { new { text = Hostile, relation = Hostile } },
        genetics = new object[] { new { gene = Hostile, result = "biallelic" } },
    });
}
