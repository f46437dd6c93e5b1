using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>One lesion group with all entries that name it, its places and its time.</summary>
internal sealed record LesionCase(string Id, Lesion Lesion, IReadOnlyList<string> Paths, IReadOnlyList<SiteReading> Sites, LesionTime Time)
{
    public string Path => Paths[0];

    /// <summary>Words such as "infusion site" or "along a vein" that are a relation, not a region.</summary>
    public bool AtInfusionSite { get; init; }

    /// <summary>Age of the patient at onset.</summary>
    public required Measurements.Age AgeAtOnset { get; init; }

    /// <summary>Does some site lie in the set: present when one surely does, absent when none can.</summary>
    public FindingState SomeIn(IReadOnlySet<string> regions)
    {
        var places = Sites.SelectMany(site => site.Places).ToArray();
        if (places.Length == 0)
            return FindingState.Unknown;
        if (places.Any(place => place.IsSubsetOf(regions)))
            return FindingState.Present;
        return places.Any(place => place.Overlaps(regions)) ? FindingState.Unknown : FindingState.Absent;
    }

    /// <summary>Do all sites lie in the set.</summary>
    public FindingState OnlyIn(IReadOnlySet<string> regions)
    {
        var places = Sites.SelectMany(site => site.Places).ToArray();
        if (places.Length == 0)
            return FindingState.Unknown;
        if (places.All(place => place.IsSubsetOf(regions)))
            return FindingState.Present;
        return places.Any(place => !place.Overlaps(regions)) ? FindingState.Absent : FindingState.Unknown;
    }
}
