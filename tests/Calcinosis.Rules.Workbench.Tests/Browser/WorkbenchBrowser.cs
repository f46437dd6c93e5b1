using Calcinosis.Rules.Workbench.Tests.Support;
using Microsoft.Playwright;

namespace Calcinosis.Rules.Workbench.Tests.Browser;

/// <summary>The workbench and a browser to open it with; both are started once for all browser tests.</summary>
public sealed class WorkbenchBrowser : IAsyncLifetime, IDisposable
{
    private readonly WorkbenchHost _host = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address => _host.Address;

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        if (Chromium.Path is null)
            return;
        _playwright = await Playwright.CreateAsync();
        // Build machines run as root, where Chromium's own sandbox cannot start; it opens nothing but this page.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        await _host.DisposeAsync();
    }

    public void Dispose() => _host.Dispose();

    /// <summary>A fresh visitor in front of the page, which is ready for typing.</summary>
    public async Task<Visitor> Visit(int width = 1440, int height = 1000, ColorScheme scheme = ColorScheme.Light, ReducedMotion motion = ReducedMotion.Reduce)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, ReducedMotion = motion, AcceptDownloads = true });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var visitor = new Visitor(context, page);
        await page.GotoAsync(Address.ToString());
        await page.Locator("#quick").WaitForAsync();
        return visitor;
    }
}

/// <summary>Browser tests share one browser, so they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<WorkbenchBrowser>
{
    public const string Name = "in the browser";
}
