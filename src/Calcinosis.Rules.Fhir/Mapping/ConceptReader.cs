using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>How an entry of the findings document is named: by our code, by standard codes, by words.</summary>
internal readonly record struct EntryName(string? Code, IReadOnlyList<Coding> Codings, string? Text)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Code) && Codings.Count == 0 && string.IsNullOrWhiteSpace(Text);
}

/// <summary>What concepts mean to the core's vocabulary. Keeps what it looked up for the length of one reading.</summary>
internal sealed class ConceptReader(ClinicalVocabulary vocabulary)
{
    /// <summary>The tags that SNOMED CT puts behind fully specified names; they name no finding.</summary>
    private static readonly HashSet<string> SnomedTags = new(
        ["disorder", "finding", "procedure", "situation", "body structure", "morphologic abnormality", "observable entity", "regime/therapy", "event", "qualifier value", "product", "substance",
         "medicinal product", "medicinal product form", "clinical drug", "physical object", "organism", "record artifact", "environment", "person", "context-dependent category", "specimen", "assessment scale"], StringComparer.Ordinal);

    private const string InNoTable = "the code is in no table and its words are not in the vocabulary";
    private readonly Dictionary<(TermKind, string), Resolution> _texts = [];

    public ClinicalVocabulary Vocabulary => vocabulary;

    public QuestionFinder Questions { get; } = new(MappingTables.Default);

    /// <summary>What the first code that is known means; nothing when no code is.</summary>
    public Resolution ByCode(Concept concept) => concept.Notes.ByCode ??= FirstKnown(concept);

    /// <summary>The terms of a concept, by our own code, by standard codes, else by its words.</summary>
    public Resolution Resolve(TermKind kind, Concept concept)
    {
        var own = OwnCode(concept);
        if (own is not null)
            return vocabulary.Resolve(kind, own, [], null);
        var coded = ByCode(concept);
        if (coded.Terms.Count > 0)
            return coded;
        return Words(concept) is { } words ? ByText(kind, words) : Resolution.Nothing;
    }

    public Resolution ByText(TermKind kind, string text)
    {
        if (!_texts.TryGetValue((kind, text), out var resolution))
            _texts[(kind, text)] = resolution = vocabulary.Resolve(kind, null, null, text);
        return resolution;
    }

    /// <summary>Our own code, when the concept carries one of the vocabulary.</summary>
    public static string? OwnCode(Concept concept)
    {
        foreach (var coding in concept.Codings)
        {
            if (OwnSystems.IsVocabulary(coding.System))
                return coding.Value;
        }

        return null;
    }

    /// <summary>The name as the findings document carries it. What a code shows stands in for words only where no code is known.</summary>
    public EntryName NameOf(Concept concept) => concept.Notes.Name ??= Named(concept);

    private EntryName Named(Concept concept)
    {
        var own = OwnCode(concept);
        var codings = own is null && !concept.Codings.Exists(coding => coding.Value is null) ? concept.Codings
            : concept.Codings.FindAll(coding => coding.Value is not null && !OwnSystems.IsVocabulary(coding.System));
        var text = own is not null || ByCode(concept).Terms.Count > 0 ? concept.Text : concept.Words;
        return new EntryName(own, codings, text is { Length: > 0 } ? WithoutTag(text) : null);
    }

    /// <summary>The words of a concept, without SNOMED CT's tag.</summary>
    public static string? Words(Concept concept) => concept.Words is { Length: > 0 } words ? WithoutTag(words) : null;

    /// <summary>The words for a place: the concept's own when they name one, else those of its code.</summary>
    public string? Site(Concept concept)
    {
        var words = Words(concept);
        if (words is not null && vocabulary.ReadSite(words) is { Understood: true, Places.Length: > 0 })
            return words;
        foreach (var coding in concept.Codings)
        {
            if (vocabulary.SiteOf(coding) is { } site)
                return site;
        }

        return words;
    }

    /// <summary>Several places in one line, as the site of an entry.</summary>
    public string? Sites(List<Concept>? concepts)
    {
        if (concepts is null or { Count: 0 })
            return null;
        return concepts.Count == 1 ? Site(concepts[0]) : string.Join(", ", concepts.Select(Site).OfType<string>());
    }

    public static string WithoutTag(string text)
    {
        if (!text.EndsWith(')'))
            return text;
        var open = text.LastIndexOf('(');
        return open > 0 && SnomedTags.Contains(text[(open + 1)..^1]) ? text[..open].TrimEnd() : text;
    }

    /// <summary>Why a concept stands for no finding, for the list of what was left out.</summary>
    public string WhyUnknown(Concept? concept) => concept is null ? InNoTable
        : concept.Notes.WhyUnknown ??= vocabulary.WhyNotMapped(concept.Codings) is { } why ? "the code is known and not used: " + why : InNoTable;

    private Resolution FirstKnown(Concept concept)
    {
        foreach (var coding in concept.Codings)
        {
            if (vocabulary.ResolveCoding(coding) is { } known)
                return known;
        }

        return Resolution.Nothing;
    }
}
