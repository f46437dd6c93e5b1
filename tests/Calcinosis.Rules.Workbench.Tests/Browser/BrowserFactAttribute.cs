namespace Calcinosis.Rules.Workbench.Tests.Browser;

/// <summary>A test that needs a Chromium on this machine; it is skipped, and says so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null)
            Skip = Chromium.WhyNot;
    }
}

/// <summary>The same for a test with rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Chromium.Path is null)
            Skip = Chromium.WhyNot;
    }
}

/// <summary>Where the browser is.</summary>
internal static class Chromium
{
    public const string WhyNot = "No Chromium was found: install one (on Debian, apt-get install chromium), or name it in CHROMIUM_PATH.";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    public static string? Path { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named && File.Exists(named) ? named : Array.Find(Places, File.Exists);
}
