namespace Calcinosis.Rules.Vocabulary;

/// <summary>
/// Findings that reports put together from concepts: calcium + small vessel. A composition holds when all its concepts
/// were said in one part of a phrase and none that it excludes; the most specific compositions win.
/// </summary>
internal sealed class Compositions
{
    private const int LongestWord = 6;
    private readonly Dictionary<string, string> _concepts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _structures = new(StringComparer.Ordinal);
    private readonly List<(Term Term, HashSet<string> Needs, HashSet<string> Excludes)> _rules = [];

    public static Compositions None { get; } = new();

    private Compositions()
    {
    }

    /// <param name="concepts">Concept with its words; a concept marked with <c>*</c> is a structure in which things lie.</param>
    /// <param name="rules">Term, the concepts that make it, the concepts that unmake it.</param>
    public Compositions(IEnumerable<(string Concept, IReadOnlyList<string> Words)> concepts, IEnumerable<(Term Term, IReadOnlyList<string> Needs, IReadOnlyList<string> Excludes)> rules)
    {
        foreach (var (marked, words) in concepts)
        {
            var concept = marked.TrimEnd('*');
            if (marked.EndsWith('*'))
                _structures.Add(concept);
            foreach (var word in words)
            {
                if (!_concepts.TryAdd(TextNormaliser.Key(word), concept) && _concepts[TextNormaliser.Key(word)] != concept)
                    throw new InvalidDataException($"compositions.txt: '{word}' stands for two concepts.");
            }
        }

        foreach (var (term, needs, excludes) in rules)
            _rules.Add((term, new HashSet<string>(needs, StringComparer.Ordinal), new HashSet<string>(excludes, StringComparer.Ordinal)));
    }

    public bool IsStructure(string concept) => _structures.Contains(concept);

    public (int Length, string? Concept) LongestAt(List<string> tokens, int start)
    {
        if (_concepts.Count == 0)
            return (0, null);
        for (var length = Math.Min(LongestWord, tokens.Count - start); length > 0; length--)
        {
            if (tokens[start + length - 1] != TextNormaliser.Break && _concepts.TryGetValue(TextNormaliser.Key(tokens.Skip(start).Take(length)), out var concept))
                return (length, concept);
        }

        return (0, null);
    }

    public IReadOnlyList<Term> Compose(HashSet<string> concepts)
    {
        if (concepts.Count == 0)
            return [];
        var met = _rules.Where(rule => rule.Needs.IsSubsetOf(concepts) && !rule.Excludes.Overlaps(concepts)).ToArray();
        return [.. met.Where(rule => !Array.Exists(met, other => rule.Needs.IsProperSubsetOf(other.Needs))).Select(rule => rule.Term)];
    }
}
