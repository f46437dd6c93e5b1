using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>A recorded member stands against its umbrella: the specific beats the general.</summary>
internal readonly struct UmbrellaInterpreter(ClinicalVocabulary vocabulary)
{
    private static readonly (int Finding, int[] Members)[] Numbers =
        [.. ClinicalVocabulary.Default.Umbrellas.Select(umbrella => (Finding.Of(umbrella.Finding), umbrella.Members.Select(Interpretation.Finding.Find).ToArray()))];

    public void Interpret(PictureBuilder picture)
    {
        for (var i = 0; i < Numbers.Length; i++)
        {
            var (finding, members) = Numbers[i];
            if (picture.StateOf(finding) == FindingState.Absent && FirstStated(members, picture) is >= 0 and var stated)
                Overrule(vocabulary.Umbrellas[i], finding, members, stated, picture);
        }
    }

    private static int FirstStated(int[] members, PictureBuilder picture)
    {
        foreach (var member in members)
        {
            if (picture.StateOf(member) == FindingState.Present)
                return member;
        }

        return -1;
    }

    private static void Overrule(Umbrella umbrella, int finding, int[] members, int stated, PictureBuilder picture)
    {
        var (denial, specific) = (picture.EntryOf(finding), picture.EntryOf(stated));
        foreach (var member in members)
        {
            if (picture.StateOf(member) == FindingState.Unknown)
                picture.Absent(member, denial?.Seen ?? "", From(denial));
        }

        picture.Decide(finding, FindingState.Present, specific?.Seen ?? "", From(specific));
        if (picture.KeepsWords)
            picture.Notes.Add(new ReadingNote("umbrella-contradicted", $"{umbrella.Label}: stated absent, yet {specific!.Seen} is recorded; the specific statement stands", specific.From));
    }

    private static Origin From(PictureEntry? entry) => entry is null ? default(Origin) : (string[])[.. entry.From];
}
