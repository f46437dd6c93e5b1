using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>One lesion group while its facts are gathered from several resources.</summary>
internal sealed class LesionDraft(ResourceRecord source, string element)
{
    public ResourceRecord Source { get; } = source;

    public string Element { get; } = element;

    /// <summary>The record says outright that this is a lesion of calcinosis, or names calcinosis at this place.</summary>
    public bool Explicit { get; init; }

    public Lesion Lesion { get; set; } = new();

    /// <summary>Which resource each part came from.</summary>
    public List<(string Field, ResourceRecord Record, string Element)> Parts { get; } = [];

    public void Say(string field, ResourceRecord record, string element, Func<Lesion, Lesion> change)
    {
        Lesion = change(Lesion);
        Parts.Add((field, record, element));
    }
}

/// <summary>Compares places: the same region, with sides that do not contradict.</summary>
internal static class Places
{
    /// <summary>Null when one of them names no place.</summary>
    public static bool? Same(ClinicalVocabulary vocabulary, IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var (a, b) = (one.Select(vocabulary.ReadSite).ToArray(), other.Select(vocabulary.ReadSite).ToArray());
        if (!a.Any(site => site.Places.Length > 0) || !b.Any(site => site.Places.Length > 0))
            return null;
        return a.Any(left => b.Any(right => Meet(left, right)));
    }

    private static bool Meet(SiteReading one, SiteReading other) =>
        !((one.Side, other.Side) is (Laterality.Left, Laterality.Right) or (Laterality.Right, Laterality.Left))
        && one.Places.Any(place => other.Places.Any(place.Overlaps));
}
