using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Knowledge.Check;

/// <summary>
/// What the findings cannot be together although each alone can: sets of body regions overlap, so a lesion that lies
/// only in one set lies in no set apart from it. Such facts come from one entry of a document and are never said one by one.
/// </summary>
internal static class PossiblePictures
{
    public static bool IsPossible(Picture picture)
    {
        foreach (var only in SiteSets.All.Where(set => set.Only && picture[set.Id] == FindingState.Present))
        {
            foreach (var other in SiteSets.All)
            {
                var state = picture[other.Id];
                if ((state == FindingState.Present && !other.Regions.Overlaps(only.Regions)) || (state == FindingState.Absent && only.Regions.IsSubsetOf(other.Regions)))
                    return false;
            }
        }

        return SiteSets.All.Where(set => !set.Only && picture[set.Id] == FindingState.Present)
            .All(set => SiteSets.All.All(other => other.Only || picture[other.Id] != FindingState.Absent || !set.Regions.IsSubsetOf(other.Regions)));
    }
}
