using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// Explains one type's level: what makes it so, what holds it down, what was taken as absent. Everything is read off the
/// logic and checked by evaluating it again, so that the lines are exact.
/// </summary>
internal sealed class SuggestionExplainer
{
    private const int LatentRounds = 32;

    private readonly LesionVerdict _verdict;
    private readonly RuleProgram _program;
    private readonly Support _support;
    private readonly EvidenceText _text;
    private readonly WhatIf _whatIf;
    private readonly AssumptionFinder _assumptions;
    private readonly MissingFindings _missing;

    public SuggestionExplainer(LesionVerdict verdict, WhatIf whatIf)
    {
        _verdict = verdict;
        _program = verdict.Knowledge.Program;
        _support = new Support(verdict);
        _text = new EvidenceText(verdict.Picture);
        _whatIf = whatIf;
        _missing = new MissingFindings(verdict, whatIf);
        _assumptions = new AssumptionFinder(verdict, _support, _text);
    }

    public Support Support => _support;

    public Suggestion Explain(CalcinosisType type)
    {
        var level = _verdict.LevelOf(type);
        var subtype = level >= Certainty.Unlikely ? _verdict.SubtypeOf(type) : null;
        var why = Why(type);
        var holding = Holding(type, why);
        return new Suggestion
        {
            Type = type,
            Subtype = subtype?.Key,
            Certainty = level,
            AlternativeLabel = Alternative(type, level),
            Contributing = Contributing(type, subtype),
            CouldBecome = CouldBecome(type),
            Why = [.. why.Select(line => _text.Line(line.Ground, line.Role))],
            Against = AgainstLines(type),
            Assumed = Assumed(type, why),
            Missing = _missing.Find(type),
            WhyNotHigher = [.. holding.Select(ground => _text.Line(ground, EvidenceRole.Decisive)), .. Unmet(type, holding)],
        };
    }

    /// <summary>What the logic took as absent, and what the reading took for granted where the level rests on it.</summary>
    private IReadOnlyList<Assumption> Assumed(CalcinosisType type, List<(Ground Ground, EvidenceRole Role)> why) =>
        [.. _assumptions.Find(type)
            .Concat(why.Select(line => line.Ground).Where(ground => _verdict.Picture.TakenForGranted(ground.Finding) is not null)
                .Select(ground => new Assumption(_program.Catalogue[ground.Finding].Id, ground.State, _verdict.Picture.TakenForGranted(ground.Finding)!)))
            .DistinctBy(line => line.Finding).OrderBy(line => line.Finding, StringComparer.Ordinal)];

    /// <summary>The rule that sets the level: a cap that sets it exactly, else the rung that is met; null when there is neither.</summary>
    private static Rung? Exact(LesionVerdict verdict, CalcinosisType type)
    {
        foreach (var cap in verdict.Knowledge.Program[type].AbsoluteCaps)
        {
            if (cap.Rule.Effect == CapEffect.Exactly && verdict.Evaluation.IsMet(cap.Node))
                return cap;
        }

        return verdict.RungOf(type);
    }

    /// <summary>Every finding of some minimal ground of the rung, said statements only; one smallest ground is decisive.</summary>
    private List<(Ground Ground, EvidenceRole Role)> Why(CalcinosisType type)
    {
        if (Exact(_verdict, type) is not { } rung)
            return [];
        var all = Sayers(_verdict, _support.Union(rung.Node, met: true, rung.Rule).Grounds).ToList();
        AddSupporting(type, all);
        AddLatent(type, all);
        var decisive = Said(_support.Smallest(rung.Node, met: true, rung.Rule)).Select(ground => ground.Finding).ToHashSet();
        return [.. all
            .Select(ground => (ground, decisive.Contains(ground.Finding) ? EvidenceRole.Decisive : EvidenceRole.Also))
            .OrderBy(line => line.Item2)
            .ThenByDescending(line => line.ground.Rule.Weight ?? EvidenceWeight.Weak)
            .ThenBy(line => line.ground.Rule.Id, StringComparer.Ordinal)
            .ThenBy(line => _program.Catalogue[line.ground.Finding].Id, StringComparer.Ordinal)];
    }

    /// <summary>Findings that speak for the type without moving its level; shown once it stands at possible or above.</summary>
    private void AddSupporting(CalcinosisType type, List<Ground> cited)
    {
        if (_verdict.LevelOf(type) < Certainty.Possible)
            return;
        foreach (var supporting in _program[type].For)
        {
            if (!_verdict.Evaluation.IsMet(supporting.Node))
                continue;
            foreach (var ground in Sayers(_verdict, _support.Smallest(supporting.Node, met: true, supporting.Rule)))
            {
                if (!cited.Exists(known => known.Finding == ground.Finding))
                    cited.Add(ground with { Rule = supporting.Rule });
            }
        }
    }

    /// <summary>
    /// Findings that hold the level down: grounds of binding caps, and of what a higher rung excludes. Found by giving
    /// the decisive findings alone: where they would reach another level, what stops them here is added, until they do not.
    /// </summary>
    private List<Ground> Holding(CalcinosisType type, List<(Ground Ground, EvidenceRole Role)> why)
    {
        var holding = new List<Ground>();
        if (Exact(_verdict, type) is not { } rule || rule.Rule.Kind == RuleKind.Cap)
            return holding;
        var level = _verdict.LevelOf(type);
        foreach (var cap in _program[type].Caps)
        {
            if (level != _verdict.UncappedLevelOf(type) && _verdict.Evaluation.IsMet(cap.Node))
                Add(holding, _support.Smallest(cap.Node, met: true, cap.Rule));
        }

        var decisive = why.Where(line => line.Role == EvidenceRole.Decisive).Select(line => line.Ground.Finding).ToArray();
        for (var round = 0; round < TypeOrder.Count * TypeOrder.LevelCount; round++)
        {
            var contradicted = holding.Exists(ground => ground.State == FindingState.Unknown);
            var alone = _verdict.PassingOfLittle(_verdict.Picture.Only([.. decisive, .. holding.Select(ground => ground.Finding)], contradicted));
            if (alone.LevelOf(type) == level)
                break;
            var before = holding.Count;
            Add(holding, new Blocker(_program, alone, _verdict, _support).Differences(type));
            if (holding.Count == before)
                break;
        }

        return holding;
    }

    private void Add(List<Ground> holding, IEnumerable<Ground> grounds)
    {
        foreach (var ground in Said(grounds))
        {
            if (!holding.Exists(known => known.Finding == ground.Finding))
                holding.Add(ground);
        }
    }

    /// <summary>What of the next rung is known not to be so.</summary>
    private IEnumerable<EvidenceLine> Unmet(CalcinosisType type, List<Ground> holding)
    {
        var level = _verdict.UncappedLevelOf(type);
        if (level is Certainty.Established)
            return [];
        var next = level == Certainty.Excluded
            ? null
            : TypeOrder.Rungs.Where(rung => rung > level && rung != Certainty.Excluded).OrderBy(rung => rung)
                .Select(rung => _program[type].Rungs[(int)rung]).FirstOrDefault(rung => rung is not null);
        if (next is null || !_verdict.Evaluation.IsUnmet(next.Node))
            return [];
        return Said(_support.Smallest(next.Node, met: false, next.Rule))
            .Where(ground => !holding.Exists(known => known.Finding == ground.Finding))
            .OrderBy(ground => ground.Rule.Id, StringComparer.Ordinal).ThenBy(ground => _program.Catalogue[ground.Finding].Id, StringComparer.Ordinal)
            .Select(ground => _text.Line(ground, role: null));
    }

    private List<EvidenceLine> AgainstLines(CalcinosisType type) =>
        [.. _program[type].Against
            .Where(against => _verdict.Evaluation.IsMet(against.Node))
            .SelectMany(against => Said(_support.Smallest(against.Node, met: true, against.Rule)).Select(ground => ground with { Rule = against.Rule }))
            .OrderByDescending(ground => ground.Rule.Weight).ThenBy(ground => ground.Rule.Id, StringComparer.Ordinal).ThenBy(ground => _program.Catalogue[ground.Finding].Id, StringComparer.Ordinal)
            .Select(ground => _text.Line(ground, role: null))];

    private List<Certainty> CouldBecome(CalcinosisType type)
    {
        if (_verdict.UncappedLevelOf(type) == Certainty.Excluded)
            return [_verdict.LevelOf(type)];
        var limit = Certainty.Established;
        foreach (var cap in _program[type].Caps.Where(cap => _verdict.Evaluation.IsMet(cap.Node) && cap.Rule.Effect != CapEffect.OneLower))
            limit = limit < cap.Rule.Level!.Value ? limit : cap.Rule.Level.Value;
        var open = TypeOrder.Rungs
            .Where(level => _program[type].Rungs[(int)level] is { } rung && _verdict.Evaluation.IsUnknown(rung.Node)
                && (level > _verdict.UncappedLevelOf(type) || level == Certainty.Excluded))
            .Select(level => level < limit ? level : limit)
            .Append(_verdict.LevelOf(type));
        return [.. open.Distinct().OrderByDescending(level => level)];
    }

    private AlternativeLabel? Alternative(CalcinosisType type, Certainty level)
    {
        if (level < Certainty.Possible || Array.Find(_program[type].AlternativeLabels, label => _verdict.Evaluation.IsMet(label.Node))?.Rule is not { } rule)
            return null;
        var parts = rule.Key!.Split(':');
        return new AlternativeLabel(Enum.Parse<CalcinosisType>(parts[0], ignoreCase: true), parts[1], rule.Text);
    }

    /// <summary>Further causes of the same type that the findings show, by their subtype keys.</summary>
    private List<string> Contributing(CalcinosisType type, Rule? subtype) =>
        subtype is null || type is CalcinosisType.Calciphylaxis or CalcinosisType.Idiopathic
            ? []
            : [.. _program[type].Subtypes
                .Where(other => other.Rule.Key != subtype.Key && _verdict.Evaluation.IsMet(other.Node))
                .Select(other => other.Rule.Key!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Every statement from which a ground follows, since each alone would still hold it.</summary>
    private static IEnumerable<Ground> Sayers(LesionVerdict verdict, IEnumerable<Ground> grounds) =>
        grounds
            .SelectMany(ground => verdict.Picture.Sayers(ground.Finding).Select(said => said == ground.Finding ? ground : ground with { Finding = said, State = verdict.Picture[said] }))
            .DistinctBy(ground => ground.Finding);

    /// <summary>
    /// Adds what would hold the level if the cited findings were not there, because an "unless" opens once they are gone;
    /// after this, taking all cited findings away loses the level.
    /// </summary>
    private void AddLatent(CalcinosisType type, List<Ground> cited)
    {
        for (var round = 0; round < LatentRounds; round++)
        {
            var without = _verdict.PassingOfSimilar(_verdict.Picture.Without(cited.Select(ground => ground.Finding)));
            if (without.LevelOf(type) != _verdict.LevelOf(type) || Exact(without, type) is not { } rung)
                return;
            var support = new Support(without);
            var more = Sayers(without, support.Union(rung.Node, met: true, rung.Rule).Grounds).Where(ground => !cited.Exists(known => known.Finding == ground.Finding)).ToArray();
            if (more.Length == 0)
                return;
            cited.AddRange(more);
        }
    }

    /// <summary>Replaces what only follows from another statement by that statement.</summary>
    private IEnumerable<Ground> Said(IEnumerable<Ground> grounds) =>
        grounds
            .Select(ground => _verdict.Picture.SaidBy(ground.Finding) is var said && said != ground.Finding
                ? ground with { Finding = said, State = _verdict.Picture[said] }
                : ground)
            .DistinctBy(ground => ground.Finding);
}
