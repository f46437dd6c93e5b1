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

    private readonly Dictionary<(string?, string?), IReadOnlyList<Term>> _codes = [];
    private readonly Dictionary<(TermKind, string), Resolution> _texts = [];
    private readonly Dictionary<(TermKind, string), Resolution> _own = [];

    public ClinicalVocabulary Vocabulary => vocabulary;

    public QuestionFinder Questions { get; } = new(MappingTables.Default);

    /// <summary>The terms of the first code that is known; none when no code is.</summary>
    public IReadOnlyList<Term> ByCode(Concept concept)
    {
        foreach (var coding in concept.Codings)
        {
            var terms = ByCode(coding);
            if (terms.Count > 0)
                return terms;
        }

        return [];
    }

    /// <summary>The terms of a concept, by our own code, by standard codes, else by its words.</summary>
    public Resolution Resolve(TermKind kind, Concept concept)
    {
        var own = OwnCode(concept);
        if (own is not null)
            return ByOwnCode(kind, own);
        var terms = ByCode(concept);
        if (terms.Count > 0)
            return new Resolution([.. terms.Select(term => new ResolvedTerm(term))], []);
        return Words(concept) is { } words ? ByText(kind, words) : Resolution.Nothing;
    }

    public Resolution ByText(TermKind kind, string text)
    {
        if (!_texts.TryGetValue((kind, text), out var resolution))
            _texts[(kind, text)] = resolution = vocabulary.Resolve(kind, null, null, text);
        return resolution;
    }

    private Resolution ByOwnCode(TermKind kind, string own)
    {
        if (!_own.TryGetValue((kind, own), out var resolution))
            _own[(kind, own)] = resolution = vocabulary.Resolve(kind, own, [], null);
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
    public EntryName NameOf(Concept concept)
    {
        var own = OwnCode(concept);
        var codings = own is null && !concept.Codings.Exists(coding => coding.Value is null) ? concept.Codings
            : concept.Codings.FindAll(coding => coding.Value is not null && !OwnSystems.IsVocabulary(coding.System));
        var text = own is not null || ByCode(concept).Count > 0 ? concept.Text : concept.Words;
        return new EntryName(own, codings, text is null ? null : WithoutTag(text));
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
        if (text[^1] != ')')
            return text;
        var open = text.LastIndexOf('(');
        return open > 0 && SnomedTags.Contains(text[(open + 1)..^1]) ? text[..open].TrimEnd() : text;
    }

    /// <summary>Why a concept stands for no finding, for the list of what was left out.</summary>
    public string WhyUnknown(Concept? concept) =>
        concept is not null && vocabulary.WhyNotMapped(concept.Codings) is { } why ? "the code is known and not used: " + why : "the code is in no table and its words are not in the vocabulary";

    private IReadOnlyList<Term> ByCode(Coding coding)
    {
        if (coding.Value is null)
            return [];
        var key = (coding.System, coding.Value);
        if (!_codes.TryGetValue(key, out var terms))
            _codes[key] = terms = vocabulary.Find(coding);
        return terms;
    }
}
