using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// Of questions that decide nothing alone, finds for every type the fewest first ones that are needed so that no answer to
/// the others, alone or together, can change the level: they are tried with the others in doubt, all their beginnings and
/// all types side by side.
/// </summary>
internal sealed class JointDoubts
{
    private readonly LesionVerdict _verdict;
    private readonly List<OpenQuestion>[] _rest;
    private readonly List<OpenQuestion>[] _deciding;
    private readonly List<OpenQuestion>?[] _harmless = new List<OpenQuestion>?[TypeOrder.Count];

    /// <summary>By type: the first beginning that is tried, and where it is tried.</summary>
    private readonly (int First, int Place, int Count)[] _tried = new (int First, int Place, int Count)[TypeOrder.Count];

    /// <param name="verdict">The patient's lesion.</param>
    /// <param name="rest">By type: questions that decide nothing alone; used up.</param>
    /// <param name="deciding">By type: where those go that are needed.</param>
    public JointDoubts(LesionVerdict verdict, List<OpenQuestion>[] rest, List<OpenQuestion>[] deciding) =>
        (_verdict, _rest, _deciding) = (verdict, rest, deciding);

    public void Run()
    {
        while (Array.Exists(_rest, questions => questions.Count > 0))
        {
            _verdict.Workbench.Variations.Load(_verdict);
            var place = 0;
            foreach (var type in TypeOrder.Types)
                place += Doubt(type, place);
            _verdict.Workbench.Variations.Run();
            foreach (var type in TypeOrder.Types)
                Judge(type);
        }
    }

    /// <summary>Tries beginnings of a type's questions from a place on; returns how many.</summary>
    private int Doubt(CalcinosisType type, int place)
    {
        var rest = _rest[(int)type];
        var first = _tried[(int)type].First;
        var count = Math.Min(rest.Count - first, Variations.Places - place);
        _tried[(int)type] = (first, place, count);
        if (count == 0)
            return 0;
        var variations = _verdict.Workbench.Variations;

        // With the first n taken as absent, those from the n-th on are in doubt.
        for (var question = first; question < rest.Count; question++)
            variations.Doubt(place, Math.Min(question - first + 1, count), rest[question].Node);
        foreach (var question in _harmless[(int)type] ?? [])
            variations.Doubt(place, count, question.Node);
        return count;
    }

    private void Judge(CalcinosisType type)
    {
        var (first, place, count) = _tried[(int)type];
        if (count == 0)
            return;
        var rest = _rest[(int)type];
        var kept = 0;
        while (kept < count && _verdict.Workbench.Variations.LevelOf(type, place + kept) != _verdict.LevelOf(type))
            kept++;
        var enough = first + kept;
        _tried[(int)type].First = enough;
        if (kept == count && enough < rest.Count)
            return;
        (_harmless[(int)type] ??= []).AddRange(rest[enough..]);
        _tried[(int)type].First = 0;
        if (enough > 0)
            _deciding[(int)type].Add(rest[enough - 1]);
        _rest[(int)type] = enough == 0 ? [] : rest[..(enough - 1)];
    }
}
