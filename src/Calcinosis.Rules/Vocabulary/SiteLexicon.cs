namespace Calcinosis.Rules.Vocabulary;

/// <summary>Side of the body.</summary>
internal enum Laterality
{
    Unknown,
    Left,
    Right,
    Both,
}

/// <summary>Where a lesion or an exposure lies, as far as its words say.</summary>
/// <param name="Places">One set of base regions a named place: the place is one of the regions of its set.</param>
/// <param name="Side">Side of the body.</param>
/// <param name="Understood">False when some word was not understood.</param>
internal sealed record SiteReading(RegionSet[] Places, Laterality Side, bool Understood)
{
    /// <summary>Words such as "infusion site" or "along a vein" that are a relation, not a region.</summary>
    public bool AtInfusion { get; init; }

    /// <summary>The areola of the breast, which is no region of its own.</summary>
    public bool NamesAreola { get; init; }
}

/// <summary>Words for body regions.</summary>
internal sealed class SiteLexicon
{
    private const int LongestName = 8;
    private static readonly string[] InfusionWords = ["infusion site", "injection site", "along a vein", "cannula", "iv site", "puncture site", "catheter site"];
    private readonly Dictionary<string, RegionSet> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _modifiers;

    public SiteLexicon(IEnumerable<(IReadOnlyList<string> Words, IReadOnlyList<string> Regions)> rows, HashSet<string> modifiers)
    {
        _modifiers = modifiers;
        foreach (var (words, regions) in rows)
        {
            var set = new RegionSet(regions);
            foreach (var word in words)
            {
                if (!_words.TryAdd(TextNormaliser.Key(word), set) && !_words[TextNormaliser.Key(word)].SetEquals(set))
                    throw new InvalidDataException($"sites.txt: '{word}' stands for two places.");
            }

            foreach (var region in regions)
                Regions.Add(region);
        }

        foreach (var region in Regions)
            _words.TryAdd(TextNormaliser.Key(region), new RegionSet(region));
    }

    public HashSet<string> Regions { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Words => _words.Keys;

    /// <summary>Length of the longest site name that begins here; 0 when none does.</summary>
    public int LongestAt(IReadOnlyList<string> tokens, int start)
    {
        for (var length = Math.Min(LongestName, tokens.Count - start); length > 0; length--)
        {
            if (_words.ContainsKey(TextNormaliser.Key(tokens.Skip(start).Take(length))))
                return length;
        }

        return 0;
    }

    public SiteReading Read(string text)
    {
        var tokens = TextNormaliser.Tokens(text);
        var sets = new List<RegionSet>();
        var understood = true;
        var side = Laterality.Unknown;
        for (var i = 0; i < tokens.Count;)
        {
            side = tokens[i] switch
            {
                "left" => side == Laterality.Right ? Laterality.Both : Laterality.Left,
                "right" => side == Laterality.Left ? Laterality.Both : Laterality.Right,
                "both" or "bilateral" or "bilaterally" => Laterality.Both,
                _ => side,
            };
            var length = LongestAt(tokens, i);
            if (length > 0)
            {
                var set = _words[TextNormaliser.Key(tokens.Skip(i).Take(length))];
                if (set.Count > 0)
                    sets.Add(set);
                i += length;
                continue;
            }

            if (tokens[i] != TextNormaliser.Break && !_modifiers.Contains(tokens[i]) && !char.IsAsciiDigit(tokens[i][0]))
                understood = false;
            i++;
        }

        // "Left leg above the ankle" names one place: the wider word only says where the narrower one is.
        var narrow = sets.Where(set => !sets.Exists(other => other.Count < set.Count && other.IsSubsetOf(set))).ToList();
        return new SiteReading([.. narrow.DistinctBy(set => string.Join(' ', set))], side, understood)
        {
            AtInfusion = Array.Exists(InfusionWords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)),
            NamesAreola = text.Contains("areola", StringComparison.OrdinalIgnoreCase),
        };
    }
}
