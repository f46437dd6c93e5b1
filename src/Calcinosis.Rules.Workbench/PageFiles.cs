using System.Collections.Frozen;
using System.Text;
using Calcinosis.Rules.Explanation.Rendering.Html;
using Microsoft.AspNetCore.Http;

namespace Calcinosis.Rules.Workbench;

/// <summary>The files of the page, held in the assembly: there is no folder to deploy and no path to walk out of.</summary>
internal sealed class PageFiles
{
    private const string Prefix = "page/";
    private readonly FrozenDictionary<string, (byte[] Bytes, string Type)> _files = Load();

    public IResult Get(string file) => _files.TryGetValue(file, out var found) ? Results.Bytes(found.Bytes, found.Type) : Results.NotFound();

    private static FrozenDictionary<string, (byte[] Bytes, string Type)> Load()
    {
        var assembly = typeof(PageFiles).Assembly;
        var files = new Dictionary<string, (byte[] Bytes, string Type)>(StringComparer.Ordinal)
        {
            // The report's own style sheet: the page and the printed file look alike because they share it.
            ["report.css"] = (Encoding.UTF8.GetBytes(StyleSheet.Text), TypeOf("report.css")),
        };
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            files.Add(name[Prefix.Length..], (copy.ToArray(), TypeOf(name)));
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
