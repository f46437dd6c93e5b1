using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>What a lesion looks like and how its deposits are spread.</summary>
internal sealed class LookInterpreter(ClinicalVocabulary vocabulary, List<NotUnderstood>? notUnderstood)
{
    public void Interpret(LesionCase lesion, PictureBuilder picture)
    {
        var described = false;
        var from = Origin.PartOf(lesion, "/morphology");
        for (var i = 0; i < lesion.Lesion.Morphology.Count; i++)
            described |= Look(lesion, lesion.Lesion.Morphology[i], FindingState.Present, from, picture);
        for (var i = 0; i < lesion.Lesion.MorphologyAbsent.Count; i++)
            described |= Look(lesion, lesion.Lesion.MorphologyAbsent[i], FindingState.Absent, from, picture);

        // "A skin lesion" says that there is one and nothing of its look.
        if (!described && lesion.Lesion.Morphology.Count > 0)
            picture.Present(Finding.LesionLookNotStated, $"{string.Join(", ", lesion.Lesion.Morphology.Order(StringComparer.Ordinal))}", from);

        for (var i = 0; i < lesion.Lesion.Distribution.Count; i++)
            Distribution(lesion, lesion.Lesion.Distribution[i], picture);
    }

    /// <summary>One look; true when it says more than that there is a lesion.</summary>
    private bool Look(LesionCase lesion, string words, FindingState state, Origin from, PictureBuilder picture)
    {
        var described = false;
        var resolution = vocabulary.Resolve(TermKind.Morphology, words, null, words);
        Note(resolution, lesion, "morphology");
        for (var i = 0; i < resolution.Terms.Count; i++)
        {
            var (term, negated, _, _) = resolution.Terms[i];
            var actual = negated ? state == FindingState.Present ? FindingState.Absent : FindingState.Present : state;
            described |= actual == FindingState.Present && term.Code is not ("unspecified-lesion" or "not-stated");
            foreach (var finding in TermMeaning.Of(term).Looks)
                picture.Say(finding, actual, words, from);
        }

        return described;
    }

    private void Distribution(LesionCase lesion, string words, PictureBuilder picture)
    {
        var resolution = vocabulary.Resolve(TermKind.Distribution, words, null, words);
        Note(resolution, lesion, "distribution");
        for (var i = 0; i < resolution.Terms.Count; i++)
        {
            var finding = resolution.Terms[i].Term.Code switch
            {
                "generalised" => Finding.LesionGeneralised,
                "unilateral" => Finding.LesionUnilateral,
                "ring" => Finding.LesionRing,
                "along-vein" => Finding.LesionVeinTrack,
                "bilateral" => Finding.LesionSymmetric,
                _ => -1,
            };
            picture.Present(finding, words, Origin.PartOf(lesion, "/distribution"));
        }
    }

    private void Note(Resolution resolution, LesionCase lesion, string kind)
    {
        if (notUnderstood is null || resolution.Leftover.Count == 0)
            return;
        foreach (var part in resolution.Leftover)
            notUnderstood.Add(new NotUnderstood($"{lesion.Path}/{kind}", kind, part, "not in the vocabulary; it took no part"));
    }
}
