namespace Calcinosis.Rules.Vocabulary;

/// <summary>
/// Reads a run of words that must be covered without rest: by whole names, by concepts that compose to a finding
/// ("calcification" + "arterioles"), by declared modifiers, numbers and body sites. One word left over, and the run is
/// not understood. Denials and suspicions reach to the end of their part.
/// </summary>
internal sealed class PhraseReader(IReadOnlyDictionary<string, List<Term>> names, Compositions compositions, HashSet<string> modifiers, SiteLexicon sites, bool sitesAreFillers)
{
    private const int LongestName = 16;
    private static readonly HashSet<string> Negations = new(["no", "not", "without", "deny", "denied", "absent", "negative", "excluded", "never", "nor", "neither", "lacking", "absence"], StringComparer.Ordinal);

    /// <summary>Denials that only look ahead: "prednisone without effect" was given.</summary>
    private static readonly HashSet<string> AheadOnly = new(["no", "without", "nor", "neither", "lacking", "never"], StringComparer.Ordinal);
    private static readonly HashSet<string> Suspicions = new(["possible", "probable", "suspected", "suspicion", "suspiciou", "suspicious", "presumptive", "presumed", "likely", "questionable", "query", "ro", "suggestive", "suggesting"], StringComparer.Ordinal);
    private static readonly HashSet<string> Pasts = new(["history", "previous", "former", "past", "prior"], StringComparer.Ordinal);

    /// <summary>The terms of the run; null when something is left over.</summary>
    public List<ResolvedTerm>? Cover(List<string> tokens)
    {
        var terms = new List<ResolvedTerm>();
        var part = new Part();
        for (var i = 0; i < tokens.Count;)
        {
            var token = tokens[i];
            if (token == TextNormaliser.Break || token is "and" or "with" or "or" or "then" or "but")
            {
                part = part.End(terms, compositions, keepsDenial: token != TextNormaliser.Break || DenialGoesOn(tokens, i + 1));
                i++;
                continue;
            }

            var (nameLength, matches) = Longest(tokens, i);
            var (conceptLength, concept) = compositions.LongestAt(tokens, i);
            if (conceptLength > 0 && conceptLength >= nameLength)
            {
                part.Concepts.Add(concept!);
                part.StructureByOf |= part.AfterOf && compositions.IsStructure(concept!);
                i += conceptLength;
            }
            else if (nameLength > 0)
            {
                part.Named = true;
                part.NamedCalcium |= matches.Exists(term => term.Is("calcium"));
                Inside(tokens, i, nameLength, part);
                terms.AddRange(matches.Select(term => new ResolvedTerm(term, part.Negated, part.Suspected, part.Past)));
                i += nameLength;
            }
            else if (Negations.Contains(token) || IsRuledOut(tokens, i))
            {
                var length = IsRuledOut(tokens, i) ? 2 : 1;
                // A denial at the end ("lupus excluded") looks back; elsewhere it looks ahead and begins a part of its own.
                if (!AheadOnly.Contains(token) && RestIsFiller(tokens, i + length))
                {
                    part = part.End(terms, compositions, keepsDenial: true);
                    terms = [.. terms.Select(term => term with { Negated = true })];
                }
                else if (part.Concepts.Count > 0)
                {
                    part = part.End(terms, compositions, keepsDenial: true);
                }

                part.Negated = true;
                i += length;
            }
            else if (Suspicions.Contains(token))
            {
                if (RestIsFiller(tokens, i + 1))
                {
                    part = part.End(terms, compositions, keepsDenial: true);
                    terms = [.. terms.Select(term => term with { Suspected = true })];
                }

                part.Suspected = true;
                i++;
            }
            else if (Pasts.Contains(token) && i < 2)
            {
                part.Past = true;
                i++;
            }
            else if (IsFiller(token))
            {
                part.AfterOf |= token is "of" or "in" or "within";
                i++;
            }
            else if (sitesAreFillers && sites.LongestAt(tokens, i) is var site && site > 0)
            {
                i += site;
            }
            else
            {
                return null;
            }
        }

        part.End(terms, compositions, keepsDenial: false);
        return part.Orphaned ? null : [.. terms.DistinctBy(term => (term.Term.Kind, term.Term.Code))];
    }

    private (int Length, List<Term> Terms) Longest(List<string> tokens, int start)
    {
        for (var length = Math.Min(LongestName, tokens.Count - start); length > 0; length--)
        {
            if (tokens[start + length - 1] == TextNormaliser.Break)
                continue;
            if (names.TryGetValue(TextNormaliser.Key(tokens.Skip(start).Take(length)), out var terms))
                return (length, terms);
        }

        return (0, []);
    }

    /// <summary>A whole name may hold concepts that its neighbours share: "calcification and [thrombosis of small vessels]".</summary>
    private void Inside(List<string> tokens, int start, int length, Part part)
    {
        for (var i = start; i < start + length; i++)
        {
            var (run, concept) = compositions.LongestAt(tokens, i);
            if (concept is null || i + run > start + length)
                continue;
            part.NamedCalcium |= concept == "calcium";
            if (compositions.IsStructure(concept) && i > start && tokens[i - 1] == "of")
                part.NamedStructures.Add(concept);
        }
    }

    private bool IsFiller(string token) => modifiers.Contains(token) || char.IsAsciiDigit(token[0]) || IsSequenceChange(token);

    /// <summary>"H193R", "G367T": how a gene is altered, beside its name.</summary>
    private static bool IsSequenceChange(string token) =>
        token.Length >= 4 && char.IsAsciiLetter(token[0]) && char.IsAsciiDigit(token[1]) && char.IsAsciiDigit(token[2]) && char.IsAsciiLetter(token[^1]);

    private bool RestIsFiller(List<string> tokens, int start)
    {
        for (var i = start; i < tokens.Count; i++)
        {
            if (tokens[i] != TextNormaliser.Break && !IsFiller(tokens[i]))
                return false;
        }

        return true;
    }

    public static bool IsDenial(string token) => Negations.Contains(token);

    /// <summary>"No fever, weight loss or rash" denies all three; "no cyst wall, calcium in the dermis" only the first.</summary>
    private static bool DenialGoesOn(List<string> tokens, int start)
    {
        for (var i = start; i < tokens.Count && !Negations.Contains(tokens[i]); i++)
        {
            if (tokens[i] is "or" or "nor")
                return true;
        }

        return false;
    }

    private static bool IsRuledOut(List<string> tokens, int i) =>
        tokens[i] == "ruled" && i + 1 < tokens.Count && tokens[i + 1] == "out";

    /// <summary>What a part of the phrase, up to the next comma or "and", has said so far.</summary>
    private sealed class Part
    {
        public HashSet<string> Concepts { get; } = new(StringComparer.Ordinal);

        public bool Negated { get; set; }

        public bool Suspected { get; set; }

        public bool Past { get; set; }

        /// <summary>A whole name was read in this part.</summary>
        public bool Named { get; set; }

        /// <summary>That name was one of calcium, so that "and subcutis" after it speaks of calcium too.</summary>
        public bool NamedCalcium { get; set; }

        /// <summary>Structures inside that name after "of".</summary>
        public HashSet<string> NamedStructures { get; } = new(StringComparer.Ordinal);

        public bool AfterOf { get; set; }

        /// <summary>A structure follows "of": "calcification and thrombosis of small vessels" speaks of the vessels twice.</summary>
        public bool StructureByOf { get; set; }

        /// <summary>Concepts of the part before that lacked their structure or substance.</summary>
        private HashSet<string> _carried = new(StringComparer.Ordinal);
        private bool _carriedNegated;
        private bool _said;

        /// <summary>Concepts remained that no finding is made of, and nothing else was said.</summary>
        public bool Orphaned { get; private set; }

        public Part End(List<ResolvedTerm> terms, Compositions compositions, bool keepsDenial)
        {
            var composed = compositions.Compose(Concepts);
            var next = new Part { _said = _said || Named || composed.Count > 0 };
            if ((StructureByOf || NamedStructures.Count > 0) && _carried.Count > 0 && Named && compositions.Compose(_carried).Count > 0)
                Emit(terms, compositions.Compose([.. _carried, .. Concepts, .. NamedStructures]), _carriedNegated);
            if (composed.Count > 0)
            {
                Emit(terms, composed, Negated);
            }
            else if (Concepts.Count > 0 && !Named)
            {
                // "... and subcutis": the structure alone takes its substance from the part before.
                var joined = compositions.Compose([.. _carried.Where(concept => !compositions.IsStructure(concept)), .. Concepts]);
                Emit(terms, joined, Negated || _carriedNegated);
                Orphaned = joined.Count == 0 && !_said;
                next._said |= joined.Count > 0;
            }

            next._carried = Concepts.Count > 0 ? [.. Concepts] : _carried;
            if (NamedCalcium)
                next._carried.Add("calcium");
            next._carriedNegated = Negated;
            if (keepsDenial)
                (next.Negated, next.Suspected, next.Past) = (Negated, Suspected, Past);
            if (Orphaned)
                next.Orphaned = true;
            return next;
        }

        private void Emit(List<ResolvedTerm> terms, IReadOnlyList<Term> composed, bool negated) =>
            terms.AddRange(composed.Select(term => new ResolvedTerm(term, negated, Suspected, Past)));
    }
}
