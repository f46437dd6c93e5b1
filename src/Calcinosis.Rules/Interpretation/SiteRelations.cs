using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>Whether a lesion lies where something was done: same or neighbouring region of the same limb, sides not at odds.</summary>
internal static class SiteRelations
{
    private static readonly string[][] Chains =
    [
        ["shoulder", "upper-arm", "elbow", "forearm", "wrist", "hand", "fingers"],
        ["hip", "thigh", "knee", "lower-leg", "ankle", "foot", "toes"],
        ["lower-leg", "ankle", "heel"], ["foot", "heel"],
        ["scalp", "forehead"], ["scalp", "ear"],
    ];

    /// <summary>By base region: the region with its neighbours.</summary>
    private static readonly RegionSet[] Neighbourhoods = [.. RegionSet.All.Select(region => new RegionSet(WithNeighbours(region)))];

    public static FindingState AtSite(LesionCase lesion, Statement exposure, ClinicalVocabulary vocabulary)
    {
        if (exposure.RelationTo(lesion.Id) is { } told)
            return told.Relation == SiteRelation.Elsewhere ? FindingState.Absent : FindingState.Present;
        if (exposure.Relations.Count > 0)
            return FindingState.Absent;
        if (lesion.AtInfusionSite && lesion.HasNoPlace)
            return FindingState.Present;
        if (exposure.Site is not { } words)
            return IsTheInjury(lesion, exposure) ? FindingState.Present : FindingState.Unknown;
        var place = vocabulary.ReadSite(words);
        if (place.Places.Length == 0)
            return IsTheInjury(lesion, exposure) ? FindingState.Present : FindingState.Unknown;
        var (any, all) = (false, true);
        foreach (var site in lesion.Sites)
        {
            if (site.Places.Length == 0)
                continue;
            any = true;
            var state = Compare(site, place);
            if (state == FindingState.Present)
                return FindingState.Present;
            all &= state == FindingState.Absent;
        }

        return any && all ? FindingState.Absent : FindingState.Unknown;
    }

    /// <summary>"At the place of an injury" beside a needle, line or dressing of which no other place is told: that is the injury.</summary>
    private static bool IsTheInjury(LesionCase lesion, Statement exposure) =>
        exposure.Exposure is not null && lesion.Lesion.AtPriorInjury == true && exposure.Meaning.IsLocalAgent;

    /// <summary>The lesion lies in the exposure's own region and nowhere else.</summary>
    public static bool Confined(LesionCase lesion, Statement exposure, ClinicalVocabulary vocabulary)
    {
        var relation = exposure.RelationTo(lesion.Id)?.Relation;
        if (relation == SiteRelation.Confined)
            return true;
        if (relation is SiteRelation.Beyond or SiteRelation.Elsewhere)
            return false;
        if (lesion.AtInfusionSite && lesion.HasNoPlace)
            return true;
        if (exposure.Site is not { } words)
            return false;
        var place = vocabulary.ReadSite(words);
        if (place.Places.Length == 0 || lesion.Sites.Length == 0)
            return false;
        foreach (var site in lesion.Sites)
        {
            if (site.Places.Length == 0 || Opposed(site.Side, place.Side))
                return false;
            foreach (var region in site.Places)
            {
                if (!IsInOne(region, place))
                    return false;
            }
        }

        return true;
    }

    private static bool IsInOne(RegionSet region, SiteReading place)
    {
        foreach (var own in place.Places)
        {
            if (region.IsSubsetOf(own))
                return true;
        }

        return false;
    }

    private static FindingState Compare(SiteReading lesion, SiteReading exposure)
    {
        if (Opposed(lesion.Side, exposure.Side))
            return FindingState.Absent;
        var near = Near(exposure);
        var overlaps = false;
        foreach (var place in lesion.Places)
        {
            if (place.IsSubsetOf(near))
                return FindingState.Present;
            overlaps |= place.Overlaps(near);
        }

        return overlaps ? FindingState.Unknown : FindingState.Absent;
    }

    /// <summary>The regions of a place with their neighbours.</summary>
    private static RegionSet Near(SiteReading site)
    {
        var near = default(RegionSet);
        foreach (var place in site.Places)
        {
            foreach (var region in place.Numbers)
                near = near.Union(Neighbourhoods[region]);
        }

        return near;
    }

    private static bool Opposed(Laterality a, Laterality b) =>
        (a, b) is (Laterality.Left, Laterality.Right) or (Laterality.Right, Laterality.Left);

    private static IEnumerable<string> WithNeighbours(string region)
    {
        yield return region;
        foreach (var chain in Chains)
        {
            var index = Array.IndexOf(chain, region);
            if (index > 0)
                yield return chain[index - 1];
            if (index >= 0 && index < chain.Length - 1)
                yield return chain[index + 1];
        }
    }
}
