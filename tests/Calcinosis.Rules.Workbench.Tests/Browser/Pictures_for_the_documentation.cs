using Microsoft.Playwright;

namespace Calcinosis.Rules.Workbench.Tests.Browser;

/// <summary>
/// Takes the pictures of docs/workbench.md. They depend on the fonts of the machine, so they are taken on request alone:
/// <c>UPDATE_SCREENSHOTS=1 dotnet test --filter Pictures</c>.
/// </summary>
[Collection(InTheBrowser.Name)]
public sealed class Pictures_for_the_documentation(WorkbenchBrowser browser)
{
    private static readonly bool Wanted = Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1";

    [BrowserTheory]
    [InlineData("workbench-light", "systemic-sclerosis-fingers", 1440, 1000, ColorScheme.Light, ".verdict")]
    [InlineData("workbench-dark", "dialysis-calciphylaxis", 1440, 1000, ColorScheme.Dark, ".flags")]
    [InlineData("workbench-labs-and-time", "infant-calcium-infusion", 1440, 820, ColorScheme.Light, ".labs")]
    [InlineData("workbench-ladder", "uraemic-shoulder-mass", 1440, 1000, ColorScheme.Light, ".ladder")]
    [InlineData("workbench-phone", "uraemic-shoulder-mass", 390, 844, ColorScheme.Light, ".verdict")]
    public async Task The_part_that_a_picture_is_about_is_there_to_be_seen(string name, string sample, int width, int height, ColorScheme scheme, string part)
    {
        await using var visitor = await browser.Visit(width, height, scheme);
        await visitor.Sample(sample);
        await visitor.Page.EvaluateAsync("part => document.querySelector(part).scrollIntoView({ block: part === '.verdict' || part === '.flags' ? 'nearest' : 'start' })", part);
        (await visitor.Page.Locator(part).First.IsVisibleAsync()).Should().BeTrue();
        if (Wanted)
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Images(), name + ".png") });
    }

    private static string Images()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Calcinosis.Rules.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The repository was not found above the tests.");
        return Directory.CreateDirectory(Path.Combine(folder.FullName, "docs", "images")).FullName;
    }
}
