using System.Text.Json;
using Calcinosis.Rules.Workbench.Tests.Support;
using Microsoft.Playwright;

namespace Calcinosis.Rules.Workbench.Tests.Browser;

[Collection(InTheBrowser.Name)]
public sealed class Keeping_a_secret(WorkbenchBrowser browser)
{
    private const string Hostile = "\"><img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>'{{7*7}}</textarea></title>&lt;b&gt;";

    [BrowserFact]
    public async Task Nothing_is_stored_nothing_is_sent_elsewhere_and_the_address_tells_nothing()
    {
        await using var visitor = await browser.Visit();
        await visitor.Sample("dialysis-calciphylaxis");
        await visitor.Page.Locator(".overview a").First.ClickAsync();
        await visitor.Page.Locator(".source").First.ClickAsync();
        await visitor.Page.Locator(".type .whatif:visible").First.ClickAsync();
        await visitor.Page.Locator(".supposed").WaitForAsync();

        visitor.Requests.Should().OnlyContain(url => url.StartsWith(browser.Address.ToString(), StringComparison.Ordinal));
        (await visitor.Context.CookiesAsync()).Should().BeEmpty();
        (await visitor.Page.EvaluateAsync<int>("async () => localStorage.length + sessionStorage.length + (await caches.keys()).length + (await indexedDB.databases()).length")).Should().Be(0);
        visitor.Page.Url.Should().Be(browser.Address.ToString());
        (await visitor.Page.Locator("input:not([autocomplete=off]):not([type=radio])").CountAsync()).Should().Be(0, "a browser would remember what was typed");
        visitor.Complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Going_away_and_coming_back_shows_an_empty_page()
    {
        await using var visitor = await browser.Visit();
        await visitor.Sample("scrotal-nodules");
        await visitor.Page.ReloadAsync();
        await visitor.Page.Locator(".welcome").WaitForAsync();
        (await visitor.Page.Locator("#text").InputValueAsync()).Should().NotContain("scrotum");

        await visitor.Sample("scrotal-nodules");
        await visitor.Page.GotoAsync("about:blank");
        await visitor.Page.GoBackAsync();
        await visitor.Page.Locator(".welcome").WaitForAsync();
    }

    [BrowserFact]
    public async Task Markup_in_every_text_of_a_document_stays_text()
    {
        await using var visitor = await browser.Visit();
        await visitor.Paste(JsonSerializer.Serialize(new
        {
            id = Hostile,
            patient = new { ageYears = 50 },
            labs = new object[] { new { analyte = "phosphate", value = 3.4, unit = "mg/dL" }, new { text = Hostile, value = 1, unit = Hostile }, new { analyte = "albumin", value = 4, unit = Hostile } },
            conditions = new object[] { new { text = Hostile }, new { code = "systemic-sclerosis", text = Hostile, since = "2012" } },
            exposures = new object[] { new { code = "iv-calcium", text = Hostile, site = Hostile, startedOn = "2024-01-01" } },
            lesions = new object[] { new { id = Hostile, sites = new[] { "fingers", Hostile }, morphology = new[] { "nodule", Hostile }, onsetOn = "2024-02" } },
            imaging = new object[] { new { modality = "x-ray", findings = new[] { new { text = Hostile } } } },
        }));
        await visitor.Page.Locator(".timeline").WaitForAsync();
        await visitor.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => part.open = true)");

        (await visitor.Page.Locator("body").InnerTextAsync()).Should().Contain("<img src=x onerror=alert(1)>");
        (await visitor.Page.Locator("img, script:not([src]), [onerror], [onload]").CountAsync()).Should().Be(0);
        await visitor.Page.Locator("#tab-form").ClickAsync();
        (await visitor.Page.Locator("img, script:not([src]), [onerror], [onload]").CountAsync()).Should().Be(0);
        visitor.Complaints.Should().BeEmpty("nothing ran, and nothing even tried to");
    }

    [BrowserFact]
    public async Task The_saved_report_is_one_file_that_opens_without_a_network()
    {
        await using var visitor = await browser.Visit();
        await visitor.Sample("infant-calcium-infusion");
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.Locator("#save").ClickAsync());
        var file = Path.Combine(Path.GetTempPath(), $"report-{Guid.NewGuid():N}.html");
        await download.SaveAsAsync(file);
        await using var reader = await browser.Visit();
        await reader.Context.SetOfflineAsync(true);
        reader.Requests.Clear();
        await reader.Page.GotoAsync(new Uri(file).AbsoluteUri);
        File.Delete(file);

        (await reader.Page.Locator(".verdict h2").InnerTextAsync()).Should().Contain("iatrogenic calcinosis cutis: intravenous calcium");
        (await reader.Page.Locator(".lab-strip").CountAsync()).Should().Be(2);
        (await reader.Page.Locator("button, script").CountAsync()).Should().Be(0);
        reader.Requests.Should().Equal(new Uri(file).AbsoluteUri);
        reader.Complaints.Should().BeEmpty();
    }
}
