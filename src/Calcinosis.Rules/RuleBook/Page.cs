using Calcinosis.Rules.Explanation.Rendering;

namespace Calcinosis.Rules.RuleBook;

/// <summary>One page of the rule book.</summary>
/// <param name="File">File name inside the folder of the rule book.</param>
/// <param name="Title">Title, for the index.</param>
/// <param name="About">What the page is for, for the index.</param>
/// <param name="Blocks">Its content.</param>
internal sealed record Page(string File, string Title, string About, IReadOnlyList<ReportBlock> Blocks)
{
    private const string Notice = "Information for a qualified clinician; it decides nothing. This page is generated from the rules that the library runs, so it cannot say anything else.";

    public string Markdown() => MarkdownReport.Render(new ReportDocument(
    [
        new ReportHeading(1, Title),
        new ReportParagraph([new ReportSpan(Notice, ReportTone.Muted)]),
        .. Blocks,
        new ReportParagraph([new ReportSpan("Rule book: index") { Link = "README.md" }]),
    ]));
}
