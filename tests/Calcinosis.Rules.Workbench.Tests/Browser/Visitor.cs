using Microsoft.Playwright;

namespace Calcinosis.Rules.Workbench.Tests.Browser;

/// <summary>Somebody in front of the page, and everything that the page complained of or asked the network for.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    public Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            Complaints.Add("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    /// <summary>Types a phrase into the line that has the focus and takes the first match.</summary>
    public async Task Add(string phrase)
    {
        await Page.Keyboard.TypeAsync(phrase);
        await Page.Keyboard.PressAsync("Enter");
        (await Page.Locator("#quick").InputValueAsync()).Should().BeEmpty($"'{phrase}' was added");
    }

    public async Task Sample(string name)
    {
        await Page.SelectOptionAsync("#sample", name);
        await Page.Locator(".verdict h2").WaitForAsync();
    }

    public async Task Paste(string json)
    {
        await Page.Locator("#tab-text").ClickAsync();
        await Page.Locator("#text").FillAsync(json);
        await Page.Locator(".verdict h2").WaitForAsync();
    }

    /// <summary>The rows of the overview, such as "Dystrophic established".</summary>
    public async Task<IReadOnlyList<string>> Ranking() =>
        await Page.Locator(".overview li").EvaluateAllAsync<string[]>("rows => rows.map(row => row.querySelector('.name').textContent + ' ' + row.querySelector('.level').textContent)");

    /// <summary>Waits until the sentence at the top says so.</summary>
    public Task Verdict(string text) => Page.Locator(".verdict h2", new() { HasTextString = text }).WaitForAsync();

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
