using Calcinosis.Rules.Explanation.Rendering;
using Spectre.Console;

namespace Calcinosis.Rules.Cli.Output;

/// <summary>Prints a report: in colour on a screen, else as the plain text that the library makes. The words are the same.</summary>
internal static class ReportPrinter
{
    private const int WidestForReading = 100;

    public static void Print(Terminal terminal, ReportDocument report)
    {
        if (terminal.Colour is not { } colour)
        {
            terminal.Output.Write(TextReport.Render(report));
            return;
        }

        // What was written plainly before must not appear after what is written in colour.
        terminal.Output.Flush();
        // One column less than the screen, or a full line would be followed by an empty one on some terminals.
        var width = Math.Min(WidestForReading, colour.Profile.Width - 1);
        foreach (var line in TextLayout.Lay(report, width))
        {
            var paragraph = new Paragraph();
            foreach (var span in line)
                paragraph.Append(span.Text, StyleOf(span.Tone));
            colour.Write(paragraph);
            colour.WriteLine();
        }
    }

    private static Style StyleOf(ReportTone tone) => tone switch
    {
        ReportTone.Strong => new Style(decoration: Decoration.Bold),
        ReportTone.Muted => new Style(Color.Grey),
        ReportTone.Favourable => new Style(Color.Green, decoration: Decoration.Bold),
        ReportTone.Caution => new Style(Color.Yellow, decoration: Decoration.Bold),
        ReportTone.Danger => new Style(Color.Red, decoration: Decoration.Bold),
        _ => Style.Plain,
    };
}
