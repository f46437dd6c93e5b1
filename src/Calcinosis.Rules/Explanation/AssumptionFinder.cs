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
    public IReadOnlyList<Assumption> Find(CalcinosisType type)
    {
        if (verdict.LevelOf(type) is Certainty.NotAssessable || verdict.RungOf(type) is not { } rung)
            return [];
        var open = Candidates(type, rung);
        var deciding = Deciding(type, open);
        return deciding.Count == 0 ? [] : [.. deciding.SelectMany(Name).DistinctBy(line => line.Finding).OrderBy(line => line.Finding, StringComparer.Ordinal)];
    }

    /// <summary>The nodes of all assumptions that decide; the tests ask whether one of them came true.</summary>
    internal IReadOnlyList<int> Nodes(CalcinosisType type) =>
        verdict.LevelOf(type) is Certainty.NotAssessable || verdict.RungOf(type) is not { } rung
            ? []
            : [.. Deciding(type, Candidates(type, rung)).Select(question => question.Node)];

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
                else if (verdict.Evaluation.IsMet(cap.Node))
                    Add(support.Union(cap.Node, met: true, cap.Rule));
            }

            if (verdict.LevelOf(types[next]) != Certainty.Excluded && rules.Rungs[(int)Certainty.Excluded] is { } excluded && verdict.Evaluation.IsUnknown(excluded.Node))
                Ask(new OpenQuestion(excluded.Node, excluded.Rule.Id, excluded.Rule));
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

    /// <summary>Those that change the level when they come true alone; and, should the rest change it together, the rest too.</summary>
    private List<OpenQuestion> Deciding(CalcinosisType type, List<OpenQuestion> open)
    {
        // The last place asks for all at once: while nothing decides alone, the rest is all there is.
        const int places = Variations.Places - 1;
        var level = verdict.LevelOf(type);
        var deciding = new List<OpenQuestion>();
        if (open.Count == 0)
            return deciding;
        var variations = verdict.Workbench.Variations;
        var togetherChanges = false;
        for (var start = 0; start < open.Count; start += places)
        {
            var count = Math.Min(places, open.Count - start);
            variations.Load(verdict.Picture);
            for (var place = 0; place < count; place++)
                variations.Force(place, open[start + place].Node);
            foreach (var question in open)
                variations.Force(places, question.Node);
            variations.Run();
            for (var place = 0; place < count; place++)
            {
                if (variations.LevelOf(type, place) != level)
                    deciding.Add(open[start + place]);
            }

            togetherChanges = variations.LevelOf(type, places) != level;
        }

        if (deciding.Count == open.Count)
            return deciding;
        var rest = open;
        if (deciding.Count > 0)
        {
            rest = open.FindAll(question => !deciding.Contains(question));
            variations.Load(verdict.Picture);
            foreach (var question in rest)
                variations.Force(0, question.Node);
            variations.Run();
            togetherChanges = variations.LevelOf(type, 0) != level;
        }

        if (togetherChanges)
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
