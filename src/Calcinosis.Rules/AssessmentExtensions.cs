using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Explanation.Rendering;

namespace Calcinosis.Rules;

/// <summary>The forms of an assessment, at hand where the classifier is.</summary>
public static class AssessmentExtensions
{
    /// <summary>Plain text for reading; see <see cref="TextReport"/>.</summary>
    /// <param name="assessment">What to render.</param>
    /// <param name="width">Longest line, in characters, inclusive.</param>
    /// <returns>The text.</returns>
    public static string ToText(this Assessment assessment, int width = TextReport.DefaultWidth) => TextReport.Render(assessment, width);

    /// <summary>Markdown; see <see cref="MarkdownReport"/>.</summary>
    /// <param name="assessment">What to render.</param>
    /// <returns>The Markdown.</returns>
    public static string ToMarkdown(this Assessment assessment) => MarkdownReport.Render(assessment);

    /// <summary>The document <c>calcinosis-assessment/1</c>; see <see cref="AssessmentJson"/>.</summary>
    /// <param name="assessment">What to write.</param>
    /// <param name="indented">True for reading; false for one line.</param>
    /// <returns>The JSON text.</returns>
    public static string ToJson(this Assessment assessment, bool indented = false) => AssessmentJson.ToJson(assessment, indented);
}
