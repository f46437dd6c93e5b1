namespace Calcinosis.Rules.Workbench.Tests.Support;

/// <summary>The sample patients as the workbench carries them.</summary>
internal static class Samples
{
    public static IEnumerable<string> Names =>
        typeof(WorkbenchOptions).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("samples/", StringComparison.Ordinal)).Select(name => name["samples/".Length..]).Order(StringComparer.Ordinal);

    public static string Text(string name)
    {
        using var stream = typeof(WorkbenchOptions).Assembly.GetManifestResourceStream("samples/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
