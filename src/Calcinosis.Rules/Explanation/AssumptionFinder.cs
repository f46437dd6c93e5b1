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

    /// <summary>Tries the questions of all types side by side.</summary>
    private List<OpenQuestion>[] Deciding()
    {
        var open = TypeOrder.All.Select(type => verdict.LevelOf(type) is Certainty.NotAssessable || verdict.RungOf(type) is not { } rung ? [] : Candidates(type, rung)).ToArray();
        var nodes = open.SelectMany(questions => questions).Select(question => question.Node).Distinct().ToArray();
        var deciding = TypeOrder.All.Select(_ => new List<OpenQuestion>()).ToArray();
        var variations = verdict.Workbench.Variations;
        foreach (var batch in nodes.Chunk(Variations.Places))
        {
            variations.Load(verdict);
            for (var place = 0; place < batch.Length; place++)
                variations.Force(place, batch[place]);
            variations.Run();
            foreach (var type in TypeOrder.Types)
            {
                foreach (var question in open[(int)type])
                {
                    if (Array.IndexOf(batch, question.Node) is >= 0 and var place && variations.LevelOf(type, place) != verdict.LevelOf(type))
                        deciding[(int)type].Add(question);
                }
            }
        }

        foreach (var type in nodes.Length == 0 ? [] : TypeOrder.All)
            AddJoint(type, open[(int)type], deciding[(int)type]);
        return deciding;
    }

    /// <summary>
    /// Adds the fewest first questions that are needed so that no answer to the others, alone or together, can change the
    /// level: they are tried with the others in doubt, all their beginnings side by side.
    /// </summary>
    private void AddJoint(CalcinosisType type, List<OpenQuestion> open, List<OpenQuestion> deciding)
    {
        var rest = open.FindAll(question => !deciding.Exists(known => known.Node == question.Node));
        var harmless = new List<OpenQuestion>();
        while (rest.Count > 0)
        {
            var enough = rest.Count;
            for (var first = 0; first < rest.Count && enough == rest.Count; first += Variations.Places)
                enough = EnoughFrom(type, rest, first, harmless);
            harmless.AddRange(rest[enough..]);
            if (enough == 0)
                return;
            deciding.Add(rest[enough - 1]);
            rest = rest[..(enough - 1)];
        }
    }

    /// <summary>The smallest number of questions, from <paramref name="first"/> on, that keep the level when they are taken as absent.</summary>
    private int EnoughFrom(CalcinosisType type, List<OpenQuestion> rest, int first, List<OpenQuestion> harmless)
    {
        var variations = verdict.Workbench.Variations;
        variations.Load(verdict);
        var places = Math.Min(Variations.Places, rest.Count - first);
        for (var place = 0; place < places; place++)
        {
            foreach (var doubted in rest.Skip(first + place).Concat(harmless))
                variations.Doubt(place, doubted.Node);
        }

        variations.Run();
        for (var place = 0; place < places; place++)
        {
            if (variations.LevelOf(type, place) == verdict.LevelOf(type))
                return first + place;
        }

        return rest.Count;
    }

    private List<OpenQuestion> Candidates(CalcinosisType type, Rung rung)
    {
        var open = new List<OpenQuestion>();
        var types = new List<CalcinosisType> { type };
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
            if (!open.Exists(known => known.Node == question.Node))
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
