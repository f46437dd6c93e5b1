using System.Text;

namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>
/// The assessment as plain text for reading in a terminal or a log of the chart: red flags first, then what leads and why.
/// No colour, no escape sequences; lines end with <c>\n</c>.
/// </summary>
public static class TextReport
{
    /// <summary>The width when none is given.</summary>
    public const int DefaultWidth = 96;

    /// <summary>Renders the assessment.</summary>
    /// <param name="assessment">What to render.</param>
    /// <param name="width">Longest line, in characters, inclusive; below 50 it is taken as 50.</param>
    /// <returns>The text; the same for the same assessment and width.</returns>
    public static string Render(Assessment assessment, int width = DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return Render(AssessmentReport.Build(assessment), width);
    }

    internal static string Render(ReportDocument document, int width = DefaultWidth)
    {
        var text = new StringBuilder();
        foreach (var line in TextLayout.Lay(document, width))
            text.Append(string.Concat(line.Select(span => span.Text)).TrimEnd()).Append('\n');
        return text.ToString();
    }
}
