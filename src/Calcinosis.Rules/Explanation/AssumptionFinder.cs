using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// Unknowns that were taken as absent and would change the level if they were present. They come from the "unless" of
/// the met rung, from caps that are not known not to hold, and from the rung that excludes the type.
/// </summary>
internal sealed class AssumptionFinder(LesionVerdict verdict, Support support, EvidenceText text)
{
    private const int Places = 64;

    public IReadOnlyList<Assumption> Find(CalcinosisType type)
    {
        if (verdict.LevelOf(type) is Certainty.NotAssessable || verdict.RungOf(type) is not { } rung)
            return [];
        var open = Candidates(type, rung);
        var deciding = Deciding(type, open);
        return [.. deciding.SelectMany(Name).DistinctBy(line => line.Finding).OrderBy(line => line.Finding, StringComparer.Ordinal)];
    }

    /// <summary>The nodes of all assumptions that decide; the tests ask whether one of them came true.</summary>
    internal IReadOnlyList<int> Nodes(CalcinosisType type) =>
        verdict.LevelOf(type) is Certainty.NotAssessable || verdict.RungOf(type) is not { } rung
            ? []
            : [.. Deciding(type, Candidates(type, rung)).Select(question => question.Node)];

    private List<OpenQuestion> Candidates(CalcinosisType type, Rung rung)
    {
        var open = new List<OpenQuestion>();
        var types = new Queue<CalcinosisType>([type]);
        var seen = new HashSet<CalcinosisType> { type };
        Add(support.Union(rung.Node, met: true, rung.Rule));
        while (types.TryDequeue(out var next))
        {
            foreach (var cap in verdict.Knowledge.Program[next].Caps)
            {
                if (verdict.Evaluation.IsUnknown(cap.Node))
                    open.Add(new OpenQuestion(cap.Node, cap.Rule.Id, cap.Rule));
                else if (verdict.Evaluation.IsMet(cap.Node))
                    Add(support.Union(cap.Node, met: true, cap.Rule));
            }

            if (verdict.LevelOf(next) != Certainty.Excluded && verdict.Knowledge.Program[next].Rungs[(int)Certainty.Excluded] is { } excluded && verdict.Evaluation.IsUnknown(excluded.Node))
                open.Add(new OpenQuestion(excluded.Node, excluded.Rule.Id, excluded.Rule));
        }

        return [.. open.DistinctBy(question => question.Node)];

        // What rests on the level of an earlier type rests on that type's assumptions as well.
        void Add(UnionOfGrounds union)
        {
            open.AddRange(union.Open);
            foreach (var read in union.Types.Where(seen.Add))
                types.Enqueue(read);
        }
    }

    /// <summary>Those that change the level when they come true alone; and, should the rest change it together, the rest too.</summary>
    private List<OpenQuestion> Deciding(CalcinosisType type, List<OpenQuestion> open)
    {
        var level = verdict.LevelOf(type);
        var evaluation = new Evaluation(verdict.Knowledge.Program, withForcing: true);
        var deciding = new List<OpenQuestion>();
        foreach (var batch in open.Chunk(Places))
        {
            evaluation.Load(verdict.Picture);
            for (var place = 0; place < batch.Length; place++)
                evaluation.Force(place, batch[place].Node);
            evaluation.Run();
            deciding.AddRange(batch.Where((_, place) => evaluation.LevelOf(type, place) != level));
        }

        var rest = open.Except(deciding).ToArray();
        evaluation.Load(verdict.Picture);
        foreach (var question in rest)
            evaluation.Force(0, question.Node);
        evaluation.Run();
        if (evaluation.LevelOf(type) != level)
            deciding.AddRange(rest);
        return deciding;
    }

    private IEnumerable<Assumption> Name(OpenQuestion question)
    {
        var node = verdict.Knowledge.Program.Nodes[question.Node];
        if (node.Op == Op.Fact)
            return [OfFinding(node.Number)];
        if (node.Op == Op.Reaches)
            return [new Assumption(Words.LevelId(node.Type, node.Level), FindingState.Absent, $"{Words.Of(node.Type)} at {Words.Of(node.Level)} or above is not shown; taken as absent")];
        if (question.Name is { } name)
        {
            if (verdict.Picture.Catalogue.TryIndexOf(name, out var finding))
                return [OfFinding(finding)];
            return [new Assumption(name, FindingState.Absent, AssumptionTexts.Of(name, question.Rule))];
        }

        return verdict.Knowledge.Program.ReachableFacts([question.Node])
            .Where(fact => verdict.Picture[fact] == FindingState.Unknown)
            .Select(OfFinding);
    }

    private Assumption OfFinding(int finding) =>
        new(verdict.Picture.Catalogue[finding].Id, FindingState.Absent, text.Assumed(finding));
}
