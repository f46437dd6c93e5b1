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

    public static FindingState AtSite(LesionCase lesion, Statement exposure, ClinicalVocabulary vocabulary)
    {
        if (exposure.RelationTo(lesion.Id) is { Relation: { } relation })
            return relation == SiteRelation.Elsewhere ? FindingState.Absent : FindingState.Present;
        if (exposure.RelationTo(lesion.Id) is not null)
            return FindingState.Present;
        if (exposure.Relations.Count > 0)
            return FindingState.Absent;
        if (lesion.AtInfusionSite && lesion.Sites.All(site => site.Places.Count == 0))
            return FindingState.Present;
        if (exposure.Site is not { } words)
            return IsTheInjury(lesion, exposure) ? FindingState.Present : FindingState.Unknown;
        var place = vocabulary.ReadSite(words);
        if (place.Places.Count == 0)
            return IsTheInjury(lesion, exposure) ? FindingState.Present : FindingState.Unknown;
        var states = lesion.Sites.Where(site => site.Places.Count > 0).Select(site => Compare(site, place)).ToArray();
        return states.Length == 0 ? FindingState.Unknown
            : states.Contains(FindingState.Present) ? FindingState.Present
            : states.All(state => state == FindingState.Absent) ? FindingState.Absent : FindingState.Unknown;
    }

    /// <summary>"At the place of an injury" beside a needle, line or dressing of which no other place is told: that is the injury.</summary>
    private static bool IsTheInjury(LesionCase lesion, Statement exposure) =>
        exposure.Exposure is not null && lesion.Lesion.AtPriorInjury == true && IatrogenicAgents.All.Any(agent => agent.Local && agent.Codes.Contains(exposure.Term.Code));

    /// <summary>The lesion lies in the exposure's own region and nowhere else.</summary>
    public static bool Confined(LesionCase lesion, Statement exposure, ClinicalVocabulary vocabulary)
    {
        var relation = exposure.RelationTo(lesion.Id)?.Relation;
        if (relation == SiteRelation.Confined)
            return true;
        if (relation is SiteRelation.Beyond or SiteRelation.Elsewhere)
            return false;
        if (lesion.AtInfusionSite && lesion.Sites.All(site => site.Places.Count == 0))
            return true;
        if (exposure.Site is not { } words)
            return false;
        var place = vocabulary.ReadSite(words);
        return place.Places.Count > 0 && lesion.Sites.Length > 0
            && lesion.Sites.All(site => site.Places.Count > 0 && !Opposed(site.Side, place.Side) && site.Places.All(region => place.Places.Any(own => region.IsSubsetOf(own))));
    }

    private static FindingState Compare(SiteReading lesion, SiteReading exposure)
    {
        if (Opposed(lesion.Side, exposure.Side))
            return FindingState.Absent;
        var near = exposure.Places.Aggregate(new RegionSet(), (regions, place) => regions.Union(new RegionSet(place.SelectMany(WithNeighbours))));
        if (lesion.Places.Any(place => place.IsSubsetOf(near)))
            return FindingState.Present;
        return lesion.Places.Any(place => place.Overlaps(near)) ? FindingState.Unknown : FindingState.Absent;
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
