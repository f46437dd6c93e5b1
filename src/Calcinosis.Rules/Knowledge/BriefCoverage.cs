using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Knowledge;

/// <summary>One item of the owner's article and what in the knowledge covers it.</summary>
/// <param name="Section">Section of the article.</param>
/// <param name="Text">The item, in few words.</param>
/// <param name="References">Rule ids, finding ids, <c>site:</c>, <c>analyte:</c>, <c>look:</c>, <c>test:</c> and <c>policy:</c> references.</param>
/// <param name="Remark">What a reader should know; null when nothing.</param>
internal sealed record BriefItem(string Section, string Text, IReadOnlyList<string> References, string? Remark);

/// <summary>The article item by item (<c>brief.txt</c> of the data folder).</summary>
internal static class BriefCoverage
{
    public static IReadOnlyList<BriefItem> All { get; } =
        [.. EmbeddedTable.Rows("Knowledge", "brief", columns: 4).Select(row => new BriefItem(row[0], row[1], row[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), row[3].Length == 0 ? null : row[3]))];
}
