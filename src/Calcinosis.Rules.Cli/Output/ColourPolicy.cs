namespace Calcinosis.Rules.Cli.Output;

/// <summary>When to use colour: only on a real terminal, and never against the user's wish (no-color.org).</summary>
internal static class ColourPolicy
{
    public static bool WantsColour(bool isRedirected, Func<string, string?> environment) =>
        !isRedirected
        && string.IsNullOrEmpty(environment("NO_COLOR"))
        && !string.Equals(environment("TERM"), "dumb", StringComparison.Ordinal);
}
