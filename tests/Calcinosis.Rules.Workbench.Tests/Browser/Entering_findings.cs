using System.Text.Json;
using Calcinosis.Rules.Workbench.Tests.Support;
using Microsoft.Playwright;

namespace Calcinosis.Rules.Workbench.Tests.Browser;

[Collection(InTheBrowser.Name)]
public sealed class Entering_findings(WorkbenchBrowser browser)
{
    [BrowserFact] // The first textbook scenario: a woman of 48 with limited systemic sclerosis and chalk-leaking nodules of both thumbs.
    public async Task The_first_textbook_patient_entered_by_keyboard_alone_is_established_dystrophic_and_a_high_phosphate_changes_it()
    {
        await using var visitor = await browser.Visit();
        await TabTo(visitor, "quick");
        foreach (var phrase in (string[])
        [
            "woman 48", "limited systemic sclerosis 12 years", "Raynaud", "anti-centromere positive", "both thumbs", "nodule",
            "calcium in soft tissue", "calcium 9.3 mg/dL", "albumin 4.1 g/dL", "phosphate 3.4 mg/dL", "egfr 92", "pth normal",
        ])
        {
            await visitor.Add(phrase);
        }

        await visitor.Verdict("dystrophic calcinosis cutis: limited systemic sclerosis (CREST)");
        (await visitor.Ranking())[0].Should().Be("Dystrophic established");

        await visitor.Add("phosphate 7.9 mg/dL");
        await visitor.Page.Locator(".labs .out", new() { HasTextString = "7.9 mg/dL" }).WaitForAsync();

        var ranking = await visitor.Ranking();
        ranking.Should().NotContain("Dystrophic established", "a high phosphate takes the known normal minerals away");
        ranking.Should().NotContain("Metastatic excluded").And.HaveCount(5);
        visitor.Complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task A_value_changed_in_the_form_changes_the_answer_while_typing_and_the_focus_stays()
    {
        await using var visitor = await browser.Visit();
        await visitor.Sample("systemic-sclerosis-fingers");
        var phosphate = visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Laboratory value 2" }).GetByLabel("Value", new() { Exact = true });
        await phosphate.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Control+A");
        await visitor.Page.Keyboard.TypeAsync("7.9");
        await visitor.Page.Locator(".labs .out").WaitForAsync();

        (await visitor.Ranking()).Should().NotContain("Dystrophic established");
        (await phosphate.EvaluateAsync<bool>("field => document.activeElement === field")).Should().BeTrue();
        (await phosphate.InputValueAsync()).Should().Be("7.9");
    }

    [BrowserFact]
    public async Task Every_sample_patient_gets_the_same_answer_here_as_from_the_library()
    {
        await using var visitor = await browser.Visit();
        var classifier = new CalcinosisClassifier();
        foreach (var name in Samples.Names)
        {
            var leading = classifier.ClassifyJson(System.Text.Encoding.UTF8.GetBytes(Samples.Text(name))).Leading!;
            await visitor.Sample(name);
            await visitor.Page.Locator($".overview li:first-child .name:text-is('{leading.Type}')").WaitForAsync();
            (await visitor.Ranking())[0].Should().StartWith($"{leading.Type} ").And.EndWithEquivalentOf(leading.Certainty.ToString());
        }

        visitor.Complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task The_form_gives_back_what_it_was_given()
    {
        await using var visitor = await browser.Visit();
        foreach (var name in Samples.Names)
        {
            await visitor.Sample(name);
            using var before = JsonDocument.Parse(Samples.Text(name));
            using var after = JsonDocument.Parse(await visitor.Page.Locator("#text").InputValueAsync());
            JsonElement.DeepEquals(before.RootElement, after.RootElement).Should().BeTrue(name);
        }
    }

    [BrowserFact]
    public async Task What_is_not_understood_is_told_beside_its_entry_and_in_the_report()
    {
        await using var visitor = await browser.Visit();
        await visitor.Page.Locator("#quick").FocusAsync();
        await visitor.Add("both thumbs");
        await visitor.Add("nodule");
        await visitor.Add("glorious splenomegalitis");

        await visitor.Page.Locator(".not-understood", new() { HasTextString = "glorious splenomegalitis" }).WaitForAsync();
        (await visitor.Page.Locator(".entry .say").InnerTextAsync()).Should().StartWith("Not understood");
    }

    [BrowserFact]
    public async Task Text_that_is_no_JSON_is_answered_and_its_correction_as_well()
    {
        await using var visitor = await browser.Visit();
        await visitor.Page.Locator("#tab-text").ClickAsync();
        await visitor.Page.Locator("#text").FillAsync("{ \"lesions\": [");
        await visitor.Page.Locator(".issues").WaitForAsync();
        await visitor.Page.Locator("#text").FillAsync(Samples.Text("scrotal-nodules"));

        await visitor.Verdict("scrotal calcinosis");
        (await visitor.Page.Locator(".issues").CountAsync()).Should().Be(0);
        (await visitor.Page.Locator("#form").InnerTextAsync()).Should().Contain("scrotum");
    }

    [BrowserFact]
    public async Task An_unknown_is_answered_in_place_and_taken_back_and_the_record_stays_as_it_was()
    {
        await using var visitor = await browser.Visit();
        await visitor.Sample("systemic-sclerosis-fingers");
        var before = await visitor.Ranking();
        var record = await visitor.Page.Locator("#text").InputValueAsync();
        var ask = visitor.Page.Locator(".type .whatif:visible").First;
        var promise = (await ask.InnerTextAsync()).Split(": ")[1];
        await ask.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        var back = visitor.Page.Locator(".supposed button");
        await back.WaitForAsync();
        (await visitor.Ranking()).Should().Contain($"Dystrophic {promise}");
        (await back.EvaluateAsync<bool>("button => document.activeElement === button")).Should().BeTrue("the switch that was pressed is gone from its place");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Locator(".supposed").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        (await visitor.Ranking()).Should().Equal(before);
        (await visitor.Page.Locator("#text").InputValueAsync()).Should().Be(record);
    }

    [BrowserFact]
    public async Task What_a_reader_opened_stays_open_while_the_answer_changes()
    {
        await using var visitor = await browser.Visit();
        await visitor.Sample("systemic-sclerosis-fingers");
        var metastatic = visitor.Page.Locator("#type-L1-metastatic > details");
        await metastatic.Locator("> summary").ClickAsync();
        await visitor.Page.GetByLabel("Sex").SelectOptionAsync("male");
        await visitor.Page.WaitForResponseAsync(answer => answer.Url.EndsWith("/assess", StringComparison.Ordinal));
        await visitor.Page.WaitForTimeoutAsync(300);

        (await metastatic.GetAttributeAsync("open")).Should().NotBeNull();
    }

    /// <summary>Only keys: however the page may change, the line for findings is within a few tabs of its top.</summary>
    private static async Task TabTo(Visitor visitor, string id)
    {
        for (var i = 0; i < 12; i++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            if (await visitor.Page.EvaluateAsync<string>("() => document.activeElement.id") == id)
                return;
        }

        throw new InvalidOperationException($"#{id} cannot be reached with the Tab key.");
    }
}
