namespace Calcinosis.Rules.Explanation.Rendering.Html;

/// <summary>The style sheet of the report; the workbench serves the same one.</summary>
internal static class StyleSheet
{
    private static readonly Lazy<string> Sheet = new(Read);

    public static string Text => Sheet.Value;

    private static string Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("report.css") ?? throw new InvalidOperationException("report.css is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
