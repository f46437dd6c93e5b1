using Calcinosis.Rules.Workbench.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Calcinosis.Rules.Workbench.Tests.Browser;

[Collection(InTheBrowser.Name)]
public sealed class For_every_reader(WorkbenchBrowser browser)
{
    private static readonly AxeRunOptions Wcag22 = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"] },
    };

    [BrowserTheory]
    [InlineData(ColorScheme.Light, 1440, "infant-calcium-infusion")]
    [InlineData(ColorScheme.Dark, 390, "dialysis-calciphylaxis")]
    public async Task Axe_finds_no_barrier_in_the_states_of_the_page(ColorScheme scheme, int width, string sample)
    {
        await using var visitor = await browser.Visit(width, scheme: scheme);
        await visitor.Page.Locator("#quick").PressSequentiallyAsync("systemic scl");
        await Check(visitor, "welcome, with the type-ahead open");
        await visitor.Page.Locator("#quick").FillAsync("");
        await visitor.Sample(sample);
        // The five types are built alike: the first two, opened to the last criterion, stand for all.
        await visitor.Page.EvaluateAsync("() => document.querySelectorAll('#form details, .type:nth-child(-n+2) details, .type:nth-child(-n+2) > details').forEach(part => part.open = true)");
        await visitor.Page.Locator(".type .whatif:visible").First.ClickAsync();
        await visitor.Page.Locator(".supposed").WaitForAsync();
        await Check(visitor, $"{sample}, with a what-if");
        await visitor.Paste("""{"labs":[{"analyte":"calcium-total","value":-1,"unit":"mg/dL"}]}""");
        await visitor.Page.Locator(".issues").WaitForAsync();
        await Check(visitor, "errors");
    }

    [BrowserTheory]
    [InlineData(320)] // WCAG 1.4.10: 1280 pixels at a zoom of 400 %.
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1024)]
    [InlineData(1920)]
    [InlineData(3440)]
    public async Task No_width_from_a_phone_to_a_wide_screen_scrolls_sideways(int width)
    {
        await using var visitor = await browser.Visit(width);
        foreach (var name in Samples.Names)
        {
            await visitor.Sample(name);
            (await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, name);
        }
    }

    [BrowserFact]
    public async Task A_screen_reader_hears_the_answer_once_when_the_typing_pauses()
    {
        await using var visitor = await browser.Visit();
        await visitor.Sample("dialysis-calciphylaxis");
        await visitor.Page.Locator("#headline:has-text('Certainty')").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        (await visitor.Page.Locator("#headline").TextContentAsync()).Should().Be("Red flag. Findings support calciphylaxis: uraemic, proximal. Certainty: probable.");
    }

    [BrowserFact]
    public async Task Printed_it_is_the_report_alone_with_the_leading_type_open_and_a_reason_for_each_other()
    {
        await using var visitor = await browser.Visit();
        await visitor.Sample("uraemic-shoulder-mass");
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });

        (await visitor.Page.Locator("#entry").IsVisibleAsync()).Should().BeFalse();
        (await visitor.Page.Locator(".bar").IsVisibleAsync()).Should().BeFalse();
        (await visitor.Page.Locator(".type .body:visible").CountAsync()).Should().Be(1);
        (await visitor.Page.Locator(".type .because:visible").CountAsync()).Should().Be(4);
        (await visitor.Page.PdfAsync(new() { Format = "A4" })).Length.Should().BeGreaterThan(20_000);
    }

    private static async Task Check(Visitor visitor, string state)
    {
        var result = await visitor.Page.RunAxe(Wcag22);
        result.Violations.Select(violation => $"{violation.Impact}: {violation.Id}: {violation.Help} ({string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))})")
            .Should().BeEmpty(state);
    }
}
