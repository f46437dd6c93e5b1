using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>One thing that the document states, with the term that its name means.</summary>
internal sealed class Statement : Said
{
    private NamedEntry _entry = new Condition();
    private string _section = "";
    private int _index;

    public Term Term { get; private set; } = null!;

    /// <summary>What the interpretation knows of the term.</summary>
    public TermMeaning Meaning { get; private set; } = null!;

    public FindingState State { get; set; }

    /// <summary>The diagnosis is only suspected; the state is then unknown.</summary>
    public bool Suspected { get; set; }

    /// <summary>It was there in the past.</summary>
    public bool Past { get; set; }

    public DaySpan? Since { get; set; }

    public DaySpan? Until { get; set; }

    public string? Site { get; set; }

    public IReadOnlyList<LesionRelation> Relations { get; set; } = [];

    /// <summary>The entry, when it was an exposure; else null.</summary>
    public Exposure? Exposure => _entry as Exposure;

    /// <summary>The entry, when it was a condition; else null.</summary>
    public Condition? Condition => _entry as Condition;

    public bool IsPresent => State == FindingState.Present;

    /// <summary>Makes it the statement of an entry; everything else is as for an entry that says no more.</summary>
    public void Become(Term term, NamedEntry entry, string section, int index)
    {
        Forget();
        Term = term;
        Meaning = TermMeaning.Of(term);
        (_entry, _section, _index) = (entry, section, index);
        State = FindingState.Unknown;
        (Suspected, Past) = (false, false);
        (Since, Until, Site) = (null, null, null);
        Relations = [];
    }

    /// <summary>One of some topics.</summary>
    public bool IsAbout(Topics topics) => (Meaning.Topics & topics) != Topics.None;

    public LesionRelation? RelationTo(string lesion)
    {
        for (var i = 0; i < Relations.Count; i++)
        {
            if (Relations[i].Lesion == lesion)
                return Relations[i];
        }

        return null;
    }

    /// <summary>The name that the document gives contains these words, in any case.</summary>
    public bool Names(string words) => NameOf(_entry).Contains(words, StringComparison.OrdinalIgnoreCase);

    protected override string Place() => Origin.PathOf(_entry, _section, _index);

    protected override string InWords() => _entry switch
    {
        Condition condition => InWords(condition, condition.Status, condition.Since),
        Exposure exposure => InWords(exposure, exposure.Status, exposure.StartedOn),
        DifferentialEntry differential => $"{Term.Label} {differential.Status?.ToString().ToLowerInvariant() ?? "considered"}",
        _ => _entry.Text ?? Term.Label,
    };

    private static string NameOf(NamedEntry entry) =>
        entry.Text ?? entry.Code ?? entry.Codings.Select(coding => coding.Display ?? coding.Value).FirstOrDefault() ?? "";

    private static string InWords(NamedEntry entry, PresenceStatus? status, PartialDate? since)
    {
        var word = status switch
        {
            PresenceStatus.Absent => " (absent)",
            PresenceStatus.Past => " (past)",
            _ => "",
        };
        return since is { } date ? $"{NameOf(entry)}{word} since {date}" : NameOf(entry) + word;
    }
}
