using System.Globalization;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>Where a lesion lies, as the sets of regions that rules ask for.</summary>
internal sealed class SiteInterpreter(List<NotUnderstood>? notUnderstood)
{
    private static readonly (SiteSet Set, int Finding)[] Sets = [.. SiteSets.All.Select(set => (set, Finding.Of(set.Id)))];

    public void Interpret(LesionCase lesion, PictureBuilder picture)
    {
        var from = Origin.PartOf(lesion, "/sites");
        var seen = picture.KeepsWords ? string.Join(", ", lesion.Lesion.Sites.Order(StringComparer.Ordinal)) : "";
        for (var i = 0; notUnderstood is not null && i < lesion.Sites.Length; i++)
        {
            if (!lesion.Sites[i].Understood && lesion.Sites[i].Places.Length == 0)
                notUnderstood.Add(new NotUnderstood(string.Create(CultureInfo.InvariantCulture, $"{lesion.Path}/sites/{i}"), "site", lesion.Lesion.Sites[i], "not in the vocabulary; it took no part"));
        }

        foreach (var (set, finding) in Sets)
            picture.Say(finding, set.Only ? lesion.OnlyIn(set.Regions) : lesion.SomeIn(set.Regions), seen, from);
        if (NamesAreola(lesion))
            picture.Present(Finding.LesionAreolar, seen, from);
        var (one, several, both) = Regions(lesion);
        if (several || both)
            picture.Present(Finding.LesionTwoRegions, seen, from);
        else if (one)
            picture.Absent(Finding.LesionTwoRegions, seen, from);
    }

    private static bool NamesAreola(LesionCase lesion)
    {
        foreach (var site in lesion.Sites)
        {
            if (site.NamesAreola)
                return true;
        }

        return false;
    }

    /// <summary>Whether the sites name one place, several different ones, and both sides of the body.</summary>
    private static (bool One, bool Several, bool Both) Regions(LesionCase lesion)
    {
        RegionSet? first = null;
        var (several, both) = (false, false);
        foreach (var site in lesion.Sites)
        {
            both |= site.Side == Laterality.Both;
            foreach (var place in site.Places)
            {
                first ??= place;
                several |= !place.SetEquals(first.Value);
            }
        }

        return (first is not null, several, both);
    }
}
