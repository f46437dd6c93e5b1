using Calcinosis.Rules.Explanation.Charts;
using Calcinosis.Rules.Explanation.Rendering.Html;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// An assessment with what is needed to draw it: the ladder of certainty of every type, laboratory values beside their
/// intervals, lesions and exposures on a time line. Immutable; the same document gives the same chart.
/// </summary>
public sealed class AssessmentChart
{
    internal AssessmentChart(Assessment assessment) => Assessment = assessment;

    /// <summary>The assessment.</summary>
    public Assessment Assessment { get; }

    /// <summary>By lesion, in the order of the assessment.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<TypeLadder>> Ladders { get; init; } = new Dictionary<string, IReadOnlyList<TypeLadder>>();

    internal IReadOnlyList<LabStrip> Labs { get; init; } = [];

    /// <summary>Null when nothing can be placed in time.</summary>
    internal TimeLine? TimeLine { get; init; }

    /// <summary>Answers that were tried out; empty for the record as it stands.</summary>
    internal IReadOnlyList<Supposition> Suppositions { get; init; } = [];

    /// <summary>The findings that can be supposed; null when nothing was assessed.</summary>
    internal FindingCatalogue? Catalogue { get; init; }

    /// <summary>One self-contained HTML file for reading and printing; see <see cref="HtmlReport"/>.</summary>
    public string ToHtml() => HtmlReport.Render(this);
}
