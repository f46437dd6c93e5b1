using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.NRules.Facts;

/// <summary>How far the findings carry one type for one lesion group: one fact for each of both.</summary>
public sealed class CertaintyFact : CalcinosisFact
{
    internal CertaintyFact(string lesion, Suggestion suggestion, int rank, bool isLeading, string text)
        : base($"certainty {suggestion.Type.ToString().ToLowerInvariant()}", text, [])
    {
        Lesion = lesion;
        Type = suggestion.Type;
        Certainty = suggestion.Certainty;
        Subtype = suggestion.Subtype;
        CouldBecome = Array.AsReadOnly([.. suggestion.CouldBecome]);
        Rank = rank;
        IsLeading = isLeading;
    }

    /// <summary>Id of the lesion group.</summary>
    public string Lesion { get; }

    /// <summary>The type.</summary>
    public CalcinosisType Type { get; }

    /// <summary>How far the findings carry it; a larger value ranks higher, so <c>&gt;=</c> compares.</summary>
    public Certainty Certainty { get; }

    /// <summary>The subtype key; null when none is shown.</summary>
    public string? Subtype { get; }

    /// <summary>Levels that the unknowns leave open, highest first.</summary>
    public IReadOnlyList<Certainty> CouldBecome { get; }

    /// <summary>Place among the five types of the lesion group; 1 is the best.</summary>
    public int Rank { get; }

    /// <summary>Whether it is the leading suggestion for the patient.</summary>
    public bool IsLeading { get; }
}
