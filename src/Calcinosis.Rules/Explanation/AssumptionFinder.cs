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
    private List<OpenQuestion>[]? _deciding;

    public IReadOnlyList<Assumption> Find(CalcinosisType type)
    {
        var deciding = Deciding(type);
        return deciding.Count == 0 ? [] : [.. deciding.SelectMany(Name).DistinctBy(line => line.Finding).OrderBy(line => line.Finding, StringComparer.Ordinal)];
    }

    /// <summary>The nodes of all assumptions that decide; the tests ask whether one of them came true.</summary>
    internal IReadOnlyList<int> Nodes(CalcinosisType type) => [.. Deciding(type).Select(question => question.Node)];

    /// <summary>Those that change the level when they come true alone, and those without which others could change it together.</summary>
    private List<OpenQuestion> Deciding(CalcinosisType type) => (_deciding ??= Deciding())[(int)type];

    /// <summary>Tries the questions of all types side by side: each alone, then what is left together.</summary>
    private List<OpenQuestion>[] Deciding()
    {
        var deciding = new List<OpenQuestion>[TypeOrder.Count];
        var rest = new List<OpenQuestion>[TypeOrder.Count];
        var nodes = new List<int>();
        var places = verdict.Workbench.Places;
        places.Clear();
        foreach (var type in TypeOrder.Types)
        {
            deciding[(int)type] = [];
            rest[(int)type] = verdict.LevelOf(type) is Certainty.NotAssessable || verdict.RungOf(type) is not { } rung ? [] : Candidates(type, rung);
            foreach (var question in rest[(int)type])
            {
                if (places.TryGet(question.Node, out _))
                    continue;
                places.Set(question.Node, nodes.Count);
                nodes.Add(question.Node);
            }
        }

        for (var first = 0; first < nodes.Count; first += Variations.Places)
            TryAlone(nodes, first, rest, deciding);
        foreach (var type in TypeOrder.Types)
            rest[(int)type].RemoveAll(question => IsAsked(question, deciding[(int)type]));
        new JointDoubts(verdict, rest, deciding).Run();
        return deciding;
    }

    /// <summary>Tries the nodes from one on, as many as there are places.</summary>
    private void TryAlone(List<int> nodes, int first, List<OpenQuestion>[] open, List<OpenQuestion>[] deciding)
    {
        var variations = verdict.Workbench.Variations;
        var count = Math.Min(Variations.Places, nodes.Count - first);
        variations.Load(verdict);
        for (var place = 0; place < count; place++)
            variations.Force(place, nodes[first + place]);
        variations.Run();
        foreach (var type in TypeOrder.Types)
        {
            foreach (var question in open[(int)type])
            {
                if (verdict.Workbench.Places.TryGet(question.Node, out var number) && number >= first && number < first + count
                    && variations.LevelOf(type, number - first) != verdict.LevelOf(type))
                    deciding[(int)type].Add(question);
            }
        }
    }

    private static bool IsAsked(OpenQuestion question, List<OpenQuestion> questions)
    {
        foreach (var known in questions)
        {
            if (known.Node == question.Node)
                return true;
        }

        return false;
    }

    private List<OpenQuestion> Candidates(CalcinosisType type, Rung rung)
    {
        var open = new List<OpenQuestion>();
        var types = new List<CalcinosisType> { type };
        var asked = verdict.Workbench.Asked;
        asked.Clear();
        Add(support.Union(rung.Node, met: true, rung.Rule));
        for (var next = 0; next < types.Count; next++)
        {
            var rules = verdict.Knowledge.Program[types[next]];
            foreach (var cap in rules.Caps)
            {
                if (verdict.Evaluation.IsUnknown(cap.Node))
                    Ask(new OpenQuestion(cap.Node, cap.Rule.Id, cap.Rule));
                else
                    Add(support.Union(cap.Node, verdict.Evaluation.IsMet(cap.Node), cap.Rule));
            }

            if (rules.Rungs[(int)Certainty.Excluded] is not { } excluded || verdict.LevelOf(types[next]) == Certainty.Excluded)
                continue;
            if (verdict.Evaluation.IsUnknown(excluded.Node))
                Ask(new OpenQuestion(excluded.Node, excluded.Rule.Id, excluded.Rule));
            else
                Add(support.Union(excluded.Node, verdict.Evaluation.IsMet(excluded.Node), excluded.Rule));
        }

        return open;

        void Ask(OpenQuestion question)
        {
            if (asked.Add(question.Node))
                open.Add(question);
        }

        // What rests on the level of an earlier type rests on that type's assumptions as well.
        void Add(UnionOfGrounds union)
        {
            foreach (var question in union.Open)
                Ask(question);
            foreach (var read in union.Types)
            {
                if (!types.Contains(read))
                    types.Add(read);
            }
        }
    }

    private IEnumerable<Assumption> Name(OpenQuestion question)
    {
        var node = verdict.Knowledge.Program.Nodes[question.Node];
        if (node.Op == Op.Fact)
            return [text.Assumed(node.Number)];
        if (node.Op == Op.Reaches)
            return [verdict.Knowledge.Lines.TakenAsNotReached(node.Type, node.Level)];
        if (question.Name is { } name)
        {
            if (verdict.Picture.Catalogue.TryIndexOf(name, out var finding))
                return [text.Assumed(finding)];
            return [verdict.Knowledge.Lines.TakenAsAbsent(name, question.Rule)];
        }

        return verdict.Knowledge.Program.FactsBelow(question.Node)
            .Where(fact => verdict.Picture[fact] == FindingState.Unknown)
            .Select(text.Assumed);
    }
}
