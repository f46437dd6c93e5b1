namespace Calcinosis.Rules.Vocabulary;

/// <summary>
/// Names of one group of kinds, in normalised form, and a reader of phrases over them. A phrase is understood when its
/// words are covered without rest by whole names, declared modifiers, numbers and body sites; never by parts of names.
/// </summary>
internal sealed class Lexicon
{
    private const int LongestName = 16;
    private static readonly HashSet<string> Negations = new(["no", "not", "without", "deny", "denied", "absent", "negative", "excluded", "never", "nor", "neither", "lacking", "absence"], StringComparer.Ordinal);
    private static readonly HashSet<string> Suspicions = new(["possible", "probable", "suspected", "suspicion", "presumptive", "likely", "questionable", "query", "ro"], StringComparer.Ordinal);
    private static readonly HashSet<string> Pasts = new(["history", "previous", "former", "past", "prior"], StringComparer.Ordinal);
    private readonly Dictionary<string, List<Term>> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _modifiers;
    private readonly SiteLexicon _sites;
    private readonly bool _sitesAreFillers;

    public Lexicon(IEnumerable<Term> terms, HashSet<string> modifiers, SiteLexicon sites, bool sitesAreFillers)
    {
        _modifiers = modifiers;
        _sites = sites;
        _sitesAreFillers = sitesAreFillers;
        foreach (var term in terms)
        {
            foreach (var name in term.NamesOnly ? term.Synonyms : term.Synonyms.Append(term.Label).Append(term.Code))
            {
                var key = TextNormaliser.Key(name);
                if (!_names.TryGetValue(key, out var known))
                    _names[key] = known = [];
                if (!known.Contains(term))
                    known.Add(term);
            }
        }
    }

    /// <summary>Normalised names with the terms that they name; the tests hold that a name means one thing unless listed.</summary>
    public IReadOnlyDictionary<string, List<Term>> Names => _names;

    public Resolution Resolve(string text)
    {
        // "r/o" is how charts write "to be ruled out": thought of, not made.
        var tokens = TextNormaliser.Tokens(text.Replace("r/o ", "suspected ", StringComparison.OrdinalIgnoreCase));
        var question = text.AsSpan().TrimStart() is ['?', ..] || text.AsSpan().TrimEnd() is [.., '?'];
        if (tokens.Count == 0)
            return new Resolution([], [text]);
        if (_names.TryGetValue(TextNormaliser.Key(tokens), out var whole))
            return new Resolution([.. whole.Select(term => new ResolvedTerm(term, Suspected: question))], []);
        if (Cover(tokens) is { } all && all.Count > 0)
            return new Resolution(question ? [.. all.Select(term => term with { Suspected = true })] : all, []);
        var found = new List<ResolvedTerm>();
        var leftover = new List<string>();
        foreach (var part in Parts(tokens))
        {
            if (Cover(part) is not { } terms)
                leftover.Add(TextNormaliser.Key(part));
            else
                found.AddRange(terms);
        }

        if (found.Count == 0 && leftover.Count == 0)
            leftover.Add(TextNormaliser.Key(tokens));
        return new Resolution(Distinct(found), leftover);
    }

    /// <summary>The terms of a run of words that is covered without rest; null when something is left over.</summary>
    private List<ResolvedTerm>? Cover(List<string> tokens)
    {
        var terms = new List<ResolvedTerm>();
        bool negated = false, suspected = false, past = false;
        for (var i = 0; i < tokens.Count;)
        {
            if (tokens[i] == TextNormaliser.Break)
            {
                negated = suspected = past = false;
                i++;
            }
            else if (Longest(tokens, i) is var (length, matches) && length > 0)
            {
                terms.AddRange(matches.Select(term => new ResolvedTerm(term, negated, suspected, past)));
                i += length;
            }
            else if (Negations.Contains(tokens[i]) || IsRuledOut(tokens, i))
            {
                // A denial at the end ("lupus excluded") looks back; elsewhere it looks ahead.
                if (terms.Count > 0 && RestIsFiller(tokens, i + (IsRuledOut(tokens, i) ? 2 : 1)))
                    terms = [.. terms.Select(term => term with { Negated = true })];
                negated = true;
                i += IsRuledOut(tokens, i) ? 2 : 1;
            }
            else if (Suspicions.Contains(tokens[i]))
            {
                if (terms.Count > 0 && RestIsFiller(tokens, i + 1))
                    terms = [.. terms.Select(term => term with { Suspected = true })];
                suspected = true;
                i++;
            }
            else if (Pasts.Contains(tokens[i]) && i < 2)
            {
                past = true;
                i++;
            }
            else if (IsFiller(tokens[i]))
            {
                i++;
            }
            else if (_sitesAreFillers && _sites.LongestAt(tokens, i) is var site && site > 0)
            {
                i += site;
            }
            else
            {
                return null;
            }
        }

        return Distinct(terms);
    }

    private (int Length, List<Term> Terms) Longest(List<string> tokens, int start)
    {
        for (var length = Math.Min(LongestName, tokens.Count - start); length > 0; length--)
        {
            var run = tokens.Skip(start).Take(length);
            if (tokens[start + length - 1] == TextNormaliser.Break)
                continue;
            if (_names.TryGetValue(TextNormaliser.Key(run), out var terms))
                return (length, terms);
        }

        return (0, []);
    }

    private bool IsFiller(string token) =>
        token == TextNormaliser.Break || _modifiers.Contains(token) || char.IsAsciiDigit(token[0]);

    private bool RestIsFiller(List<string> tokens, int start)
    {
        for (var i = start; i < tokens.Count; i++)
        {
            if (!IsFiller(tokens[i]))
                return false;
        }

        return true;
    }

    private static bool IsRuledOut(List<string> tokens, int i) =>
        tokens[i] == "ruled" && i + 1 < tokens.Count && tokens[i + 1] == "out";

    private static IEnumerable<List<string>> Parts(List<string> tokens)
    {
        var part = new List<string>();
        foreach (var token in tokens)
        {
            if (token is TextNormaliser.Break or "and" or "with" or "plus" or "on")
            {
                if (part.Count > 0)
                    yield return part;
                part = [];
            }
            else
            {
                part.Add(token);
            }
        }

        if (part.Count > 0)
            yield return part;
    }

    private static List<ResolvedTerm> Distinct(List<ResolvedTerm> terms) => [.. terms.DistinctBy(term => (term.Term.Kind, term.Term.Code))];
}
