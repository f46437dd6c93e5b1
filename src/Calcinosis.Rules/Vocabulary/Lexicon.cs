namespace Calcinosis.Rules.Vocabulary;

/// <summary>
/// Names of one group of kinds, in normalised form, and a reader of phrases over them. A phrase is understood when its
/// words are covered without rest by whole names, declared modifiers, numbers and body sites; never by parts of names.
/// </summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, List<Term>> _names = new(StringComparer.Ordinal);
    private readonly PhraseReader _reader;

    public Lexicon(IEnumerable<Term> terms, Compositions compositions, HashSet<string> modifiers, SiteLexicon sites, bool sitesAreFillers)
    {
        _reader = new PhraseReader(_names, compositions, modifiers, sites, sitesAreFillers);
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
        if (_reader.Cover(tokens) is { } all && all.Count > 0)
            return new Resolution(question ? [.. all.Select(term => term with { Suspected = true })] : all, []);
        return InParts(tokens);
    }

    /// <summary>Words that join two statements, each of which may stand alone.</summary>
    private static readonly HashSet<string> Joints = new(
        ["and", "or", "nor", "with", "plus", "on", "from", "after", "following", "requiring", "needing", "due", "secondary", "caused", "because", "complicated", "complicating", "under", "treated", "associated",
         "then", "but", "including", "via", "through", "despite", "during", "while", "for"], StringComparer.Ordinal);

    /// <summary>
    /// The parts that are understood on their own; what is not goes to the leftover. A denial before "and" or "or" reaches
    /// over it, and after "for" a part is read only when what was for it is known ("warfarin for thrombosis").
    /// </summary>
    private Resolution InParts(List<string> tokens)
    {
        var found = new List<ResolvedTerm>();
        var leftover = new List<string>();
        var (denied, known) = (false, false);
        var parts = Parts(tokens).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var (joint, words) = parts[i];
            var carries = denied && (joint is "and" or "or" or "nor" or "for" || (joint == TextNormaliser.Break && ListGoesOn(parts, i + 1)));
            List<string> part = carries ? ["no", .. words] : words;
            var covered = _reader.Cover(part);
            // "For ten years" says how long; nothing is lost with it, whatever stood before.
            if (joint == "for" && covered is { Count: 0 })
                continue;
            if ((joint == "for" && !known && !denied) || covered is not { } terms)
            {
                leftover.Add(TextNormaliser.Key(words));
                known = false;
            }
            else
            {
                found.AddRange(terms);
                known = terms.Exists(term => !term.Negated);
            }

            denied = part.Exists(PhraseReader.IsDenial);
        }

        if (found.Count == 0 && leftover.Count == 0)
            leftover.Add(TextNormaliser.Key(tokens));
        return new Resolution(Distinct(found), leftover);
    }

    /// <summary>"No fever, weight loss or rash": an "or" further on makes the commas a list.</summary>
    private static bool ListGoesOn(List<(string Joint, List<string> Words)> parts, int start)
    {
        for (var i = start; i < parts.Count && !parts[i].Words.Exists(PhraseReader.IsDenial); i++)
        {
            if (parts[i].Joint is "or" or "nor")
                return true;
        }

        return false;
    }

    private static IEnumerable<(string Joint, List<string> Words)> Parts(List<string> tokens)
    {
        var part = new List<string>();
        var joint = "";
        foreach (var token in tokens)
        {
            if (token != TextNormaliser.Break && !Joints.Contains(token))
            {
                part.Add(token);
                continue;
            }

            if (part.Count > 0)
                yield return (joint, part);
            // "..., and no fever" is joined by "and"; the comma alone joins nothing.
            joint = part.Count == 0 && token == TextNormaliser.Break ? joint : token;
            part = [];
        }

        if (part.Count > 0)
            yield return (joint, part);
    }

    private static List<ResolvedTerm> Distinct(List<ResolvedTerm> terms) => [.. terms.DistinctBy(term => (term.Term.Kind, term.Term.Code))];
}
