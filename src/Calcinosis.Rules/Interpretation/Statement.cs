using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>One thing that the document states, with the term that its name means.</summary>
internal sealed record Statement(Term Term, FindingState State, string Seen, string Path)
{
    /// <summary>The diagnosis is only suspected; the state is then unknown.</summary>
    public bool Suspected { get; init; }

    /// <summary>It was there in the past.</summary>
    public bool Past { get; init; }

    public DaySpan? Since { get; init; }

    public DaySpan? Until { get; init; }

    public string? Site { get; init; }

    public IReadOnlyList<LesionRelation> Relations { get; init; } = [];

    /// <summary>The entry, when it was an exposure; else null.</summary>
    public Exposure? Exposure { get; init; }

    /// <summary>The entry, when it was a condition; else null.</summary>
    public Condition? Condition { get; init; }

    public bool IsPresent => State == FindingState.Present;

    public LesionRelation? RelationTo(string lesion) => Relations.FirstOrDefault(relation => relation.Lesion == lesion);
}
