using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>One lesion group with all entries that name it, its places and its time.</summary>
internal sealed record LesionCase(string Id, Lesion Lesion, (Lesion Lesion, int Index)[] Entries, SiteReading[] Sites, LesionTime Time)
{
    private string[]? _paths;

    /// <summary>Where its entries stand; a lesion that only a report shows stands nowhere but in the section.</summary>
    public IReadOnlyList<string> Paths => _paths ??= Entries.Length == 0 ? ["/lesions"] : [.. Entries.Select(entry => Origin.PathOf(entry.Lesion, "lesions", entry.Index))];

    public string Path => Paths[0];

    /// <summary>No site names a region.</summary>
    public bool HasNoPlace
    {
        get
        {
            foreach (var site in Sites)
            {
                if (site.Places.Length > 0)
                    return false;
            }

            return true;
        }
    }

    /// <summary>Words such as "infusion site" or "along a vein" that are a relation, not a region.</summary>
    public bool AtInfusionSite { get; init; }

    /// <summary>Age of the patient at onset.</summary>
    public required Measurements.Age AgeAtOnset { get; init; }

    /// <summary>Does some site lie in the set: present when one surely does, absent when none can.</summary>
    public FindingState SomeIn(RegionSet regions)
    {
        var (any, overlaps) = (false, false);
        foreach (var site in Sites)
        {
            foreach (var place in site.Places)
            {
                if (place.IsSubsetOf(regions))
                    return FindingState.Present;
                any = true;
                overlaps |= place.Overlaps(regions);
            }
        }

        return any && !overlaps ? FindingState.Absent : FindingState.Unknown;
    }

    /// <summary>Do all sites lie in the set.</summary>
    public FindingState OnlyIn(RegionSet regions)
    {
        var (any, all) = (false, true);
        var outside = false;
        foreach (var site in Sites)
        {
            foreach (var place in site.Places)
            {
                any = true;
                all &= place.IsSubsetOf(regions);
                outside |= !place.Overlaps(regions);
            }
        }

        return !any ? FindingState.Unknown : all ? FindingState.Present : outside ? FindingState.Absent : FindingState.Unknown;
    }
}
