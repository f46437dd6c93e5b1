namespace Calcinosis.Rules.Vocabulary;

/// <summary>What kind of thing a name stands for.</summary>
public enum TermKind
{
    /// <summary>Disease, symptom, stay or umbrella statement.</summary>
    Condition,

    /// <summary>Procedure, infusion, drug, device or contact.</summary>
    Exposure,

    /// <summary>Look of a lesion.</summary>
    Morphology,

    /// <summary>How lesions are spread.</summary>
    Distribution,

    /// <summary>What an image shows.</summary>
    Imaging,

    /// <summary>What a biopsy shows.</summary>
    Histology,

    /// <summary>Another diagnosis that is weighed.</summary>
    Differential,

    /// <summary>Disease of a relative.</summary>
    Family,

    /// <summary>Laboratory analyte.</summary>
    Analyte,

    /// <summary>Body site; known by its words only.</summary>
    Site,
}

/// <summary>One entry of the vocabulary: a code of ours with the names and standard codes that mean the same.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Code">Stable code in kebab case; unique within its kind.</param>
/// <param name="Label">What a reader sees.</param>
/// <param name="Synonyms">Other names, as a clinician writes them.</param>
/// <param name="Flags">Properties that the interpretation needs, such as <c>local</c> or <c>umbrella</c>.</param>
public sealed record Term(TermKind Kind, string Code, string Label, IReadOnlyList<string> Synonyms, IReadOnlyList<string> Flags)
{
    /// <summary>Standard codes of this term, as <c>system|code</c>; a trailing <c>-</c> covers everything that begins so.</summary>
    public IReadOnlyList<string> StandardCodes { get; init; } = [];

    /// <summary>Place in the vocabulary, so that what is known of terms can stand in arrays; copies keep it.</summary>
    internal int Number { get; init; }

    /// <summary>True for a copy that is known by its synonyms only, in the lexicon of another kind.</summary>
    internal bool NamesOnly { get; init; }

    /// <summary>Codes of the umbrella statements to which this term belongs.</summary>
    public IEnumerable<string> Umbrellas { get; } =
        [.. Flags.Where(flag => flag.StartsWith("member:", StringComparison.Ordinal)).Select(flag => flag["member:".Length..])];

    /// <summary>True when the flag is set.</summary>
    public bool Is(string flag)
    {
        for (var i = 0; i < Flags.Count; i++)
        {
            if (Flags[i] == flag)
                return true;
        }

        return false;
    }
}

/// <summary>A term that an entry means, and how it was said.</summary>
/// <param name="Term">The term.</param>
/// <param name="Negated">The words deny it ("no fever").</param>
/// <param name="Suspected">The words only suspect it ("possible lupus").</param>
/// <param name="Past">The words put it into the past ("history of").</param>
public sealed record ResolvedTerm(Term Term, bool Negated = false, bool Suspected = false, bool Past = false);

/// <summary>What a name means.</summary>
/// <param name="Terms">The terms that it states; empty when nothing was understood.</param>
/// <param name="Leftover">Parts that were not understood; they take no part.</param>
public sealed record Resolution(IReadOnlyList<ResolvedTerm> Terms, IReadOnlyList<string> Leftover)
{
    internal static readonly Resolution Nothing = new([], []);
}
