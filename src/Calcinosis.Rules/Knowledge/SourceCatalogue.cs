using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Knowledge;

/// <summary>
/// All sources by id. Most articles were read as abstract, opening page or single table; the rule book says so. Immutable.
/// </summary>
internal sealed class SourceCatalogue
{
    /// <summary>Id under which a number or a rule was chosen by this project.</summary>
    public const string Policy = "policy";

    private readonly Dictionary<string, Source> _byId;

    public SourceCatalogue(IEnumerable<Source> sources)
    {
        All = [.. sources];
        _byId = All.ToDictionary(source => source.Id, StringComparer.Ordinal);
    }

    /// <summary>The sources of this version of the knowledge.</summary>
    public static SourceCatalogue Default { get; } = new(
    [
        new Source(Policy, "a decision of this project, where the sources leave a question open", "See the pages on thresholds and policies, and docs/clinical-decisions.md", null),
        .. EmbeddedTable.Rows("Knowledge", "sources", columns: 4).Select(row => new Source(row[0], row[1], row[2], row[3].Length == 0 ? null : row[3])),
    ]);

    public IReadOnlyList<Source> All { get; }

    public Source? Find(string id) => _byId.GetValueOrDefault(id);
}
