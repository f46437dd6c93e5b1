using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Vocabulary;

/// <summary>
/// Every name that documents may use: our codes, standard codes and the words of clinicians. Text is matched on whole,
/// normalised names, never by guessing at parts. Immutable and thread-safe.
/// </summary>
public sealed class ClinicalVocabulary
{
    private static readonly Lazy<ClinicalVocabulary> Shared = new(() => new ClinicalVocabulary());
    private readonly Dictionary<(TermKind, string), Term> _byCode;
    private readonly Dictionary<TermKind, Lexicon> _lexicons = [];
    private readonly StandardCodes _codes;

    /// <summary>By kind that is expected: what each of our codes means, of that kind or of one in which it is looked up as well.</summary>
    private readonly Memo<Resolution>[] _named;
    private readonly Memo<Resolution>[] _texts = [.. Enum.GetValues<TermKind>().Select(_ => new Memo<Resolution>())];
    private readonly Memo<Resolution> _codings = new();
    private readonly Memo<SiteReading> _sites = new();

    /// <summary>Who in the family has it; elsewhere these words say that it is somebody else who does.</summary>
    private static readonly string[] Relatives =
        ["family", "member", "sibling", "brother", "sister", "mother", "father", "parent", "cousin", "uncle", "aunt", "grandmother", "grandfather", "child", "son", "daughter", "twin", "relative", "degree", "maternal", "paternal", "elder", "younger", "another", "other"];

    private ClinicalVocabulary()
    {
        Terms = VocabularyData.Terms();
        _byCode = Terms.ToDictionary(term => (term.Kind, term.Code));
        var modifiers = VocabularyData.Modifiers().SelectMany(word => TextNormaliser.Tokens(word)).ToHashSet(StringComparer.Ordinal);
        Sites = new SiteLexicon(VocabularyData.Sites(), modifiers);
        _codes = new StandardCodes(_byCode);
        _named = [.. Enum.GetValues<TermKind>().Select(Named)];
        Umbrellas = [.. Terms.Where(term => term.Is("umbrella")).Select(umbrella => new Umbrella("condition." + umbrella.Code, umbrella.Label, [.. Terms.Where(term => IsMember(term, umbrella)).Select(FindingCatalogueBuilder.IdOf)]))];
        foreach (var (kind, others, sites) in new (TermKind, TermKind[], bool)[]
        {
            // Charts mix diseases, procedures and other diagnoses, so each is looked up in all three, its own kind first.
            (TermKind.Condition, [TermKind.Condition, TermKind.Exposure, TermKind.Differential], true),
            (TermKind.Exposure, [TermKind.Exposure, TermKind.Condition, TermKind.Differential], true),
            (TermKind.Differential, [TermKind.Differential, TermKind.Condition], true),
            (TermKind.Morphology, [TermKind.Morphology], true),
            (TermKind.Distribution, [TermKind.Distribution], false),
            (TermKind.Imaging, [TermKind.Imaging], true),
            (TermKind.Histology, [TermKind.Histology], true),
            (TermKind.Family, [TermKind.Family], true),
            (TermKind.Analyte, [TermKind.Analyte], false),
        })
        {
            _lexicons[kind] = new Lexicon(Preferring(others), VocabularyData.Compositions(kind, _byCode), kind == TermKind.Family ? [.. modifiers, .. Relatives] : modifiers, Sites, sites);
        }
    }

    /// <summary>The vocabulary of this version of the library.</summary>
    public static ClinicalVocabulary Default => Shared.Value;

    /// <summary>All terms.</summary>
    public IReadOnlyList<Term> Terms { get; }

    internal SiteLexicon Sites { get; }

    internal IReadOnlyDictionary<TermKind, Lexicon> Lexicons => _lexicons;

    /// <summary>The term with this code; null when there is none.</summary>
    public Term? Find(TermKind kind, string code) => _byCode.GetValueOrDefault((kind, code));

    /// <summary>
    /// What an entry means: by our code, else by standard codes, else by text. Conditions, exposures and other diagnoses
    /// are looked up in one another's kind when their own does not know the name.
    /// </summary>
    /// <param name="kind">The kind that is expected.</param>
    /// <param name="code">Our code; null when none was given.</param>
    /// <param name="codings">Standard codes.</param>
    /// <param name="text">The words of the record.</param>
    public Resolution Resolve(TermKind kind, string? code, IReadOnlyList<Coding>? codings, string? text)
    {
        if (code is { Length: > 0 } && _named[(int)kind].Find(code) is { } known)
            return known;

        for (var i = 0; i < (codings?.Count ?? 0); i++)
        {
            if (ResolveCoding(codings![i]) is { } coded)
                return coded;
        }

        if (text is { Length: > 0 })
            return ResolveText(kind, text);
        var named = code ?? codings?.Select(coding => $"{coding.System}|{coding.Value}").FirstOrDefault();
        return code is { Length: > 0 } ? ResolveText(kind, code) : named is null ? Resolution.Nothing : new Resolution([], [named]);
    }

    /// <summary>Terms whose code or some name contains the words; all terms for empty words.</summary>
    public IEnumerable<Term> Search(string? text)
    {
        var key = TextNormaliser.Key(text ?? "");
        return Terms.Where(term => key.Length == 0
            || term.Synonyms.Append(term.Label).Append(term.Code).Any(name => TextNormaliser.Key(name).Contains(key, StringComparison.Ordinal)));
    }

    /// <summary>Umbrella statements with all that belongs to each.</summary>
    internal IReadOnlyList<Umbrella> Umbrellas { get; }

    internal SiteReading ReadSite(string text)
    {
        if (_sites.Find(text) is { } known)
            return known;
        var reading = Sites.Read(text);
        if (reading.Understood)
            _sites.Put(text, reading);
        return reading;
    }

    private Resolution ResolveText(TermKind kind, string text)
    {
        if (_texts[(int)kind].Find(text) is { } known)
            return known;
        var resolution = Lexicon(kind).Resolve(text);
        if (resolution.Leftover.Count == 0)
            _texts[(int)kind].Put(text, resolution);
        return resolution;
    }

    /// <summary>What a standard code means; null when it is not known.</summary>
    internal Resolution? ResolveCoding(Coding coding)
    {
        if (coding.Value is not { } code)
            return null;
        if (_codings.Find(code, coding.System) is { } known)
            return known;
        var terms = _codes.Find(coding);
        if (terms.Count == 0)
            return null;
        var resolution = new Resolution([.. terms.Select(term => new ResolvedTerm(term))], []);
        _codings.Put(code, resolution, coding.System);
        return resolution;
    }

    private Memo<Resolution> Named(TermKind kind)
    {
        var named = new Memo<Resolution>();
        foreach (var other in Alternatives(kind))
        {
            foreach (var term in Terms)
            {
                if (term.Kind == other)
                    named.Put(term.Code, new Resolution([new ResolvedTerm(term)], []));
            }
        }

        return named;
    }

    private static bool IsMember(Term term, Term umbrella) =>
        term.Umbrellas.Contains(umbrella.Code, StringComparer.Ordinal) || (umbrella.Code == "local-damage" && term.Is("local"));

    /// <summary>The terms that a standard code states; none when it is not known.</summary>
    internal IReadOnlyList<Term> Find(Coding coding) => _codes.Find(coding);

    /// <summary>Why the codes, though known, stand for no finding; null when none of them is such a code.</summary>
    internal string? WhyNotMapped(IEnumerable<Coding> codings) => codings.Select(_codes.WhyNotMapped).FirstOrDefault(why => why is not null);

    /// <summary>The words for a body site code, with side; null when it is not known.</summary>
    internal string? SiteOf(Coding coding) => _codes.Site(coding);

    private Lexicon Lexicon(TermKind kind) => _lexicons.TryGetValue(kind, out var lexicon) ? lexicon : _lexicons[TermKind.Condition];

    private static ReadOnlySpan<TermKind> Alternatives(TermKind kind) => kind switch
    {
        TermKind.Condition => [TermKind.Condition, TermKind.Exposure, TermKind.Differential],
        TermKind.Exposure => [TermKind.Exposure, TermKind.Condition, TermKind.Differential],
        TermKind.Differential => [TermKind.Differential, TermKind.Condition],
        TermKind.Morphology => [TermKind.Morphology],
        TermKind.Distribution => [TermKind.Distribution],
        TermKind.Imaging => [TermKind.Imaging],
        TermKind.Histology => [TermKind.Histology],
        TermKind.Family => [TermKind.Family],
        TermKind.Analyte => [TermKind.Analyte],
        _ => [TermKind.Site],
    };

    /// <summary>Terms of several kinds; a name that an earlier kind knows is not taken over by a later one.</summary>
    private IEnumerable<Term> Preferring(TermKind[] kinds)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var term in Terms.Where(term => term.Kind == kind))
            {
                var own = term.Synonyms.Append(term.Label).Append(term.Code).Where(name => !taken.Contains(TextNormaliser.Key(name))).ToArray();
                names.UnionWith(own.Select(TextNormaliser.Key));
                yield return kind == kinds[0] ? term : new Term(term.Kind, term.Code, term.Label, own, term.Flags) { StandardCodes = term.StandardCodes, Number = term.Number, NamesOnly = true };
            }

            taken.UnionWith(names);
        }
    }
}
