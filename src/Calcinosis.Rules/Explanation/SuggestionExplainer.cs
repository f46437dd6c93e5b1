using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// Explains one type's level: what makes it so, what holds it down, what was taken as absent. Everything is read off the
/// logic and checked by evaluating it again, so that the lines are exact.
/// </summary>
internal sealed class SuggestionExplainer
{
    private readonly LesionVerdict _verdict;
    private readonly RuleProgram _program;
    private readonly Support _support;
    private readonly EvidenceText _text;
    private readonly LevelGrounds _grounds;
    private readonly AssumptionFinder _assumptions;
    private readonly MissingFindings _missing;

    public SuggestionExplainer(LesionVerdict verdict, WhatIf whatIf)
    {
        _verdict = verdict;
        _program = verdict.Knowledge.Program;
        _support = new Support(verdict);
        _text = new EvidenceText(verdict.Picture, verdict.Knowledge.Lines);
        _grounds = new LevelGrounds(verdict, _support);
        _missing = new MissingFindings(verdict, whatIf);
        _assumptions = new AssumptionFinder(verdict, _support, _text);
    }

    public Suggestion Explain(CalcinosisType type)
    {
        var level = _verdict.LevelOf(type);
        var subtype = level >= Certainty.Unlikely ? _verdict.SubtypeOf(type) : null;
        var grounds = _grounds.Of(type);
        return new Suggestion
        {
            Type = type,
            Subtype = subtype?.Key,
            Certainty = level,
            AlternativeLabel = Alternative(type, level),
            Contributing = Contributing(type, subtype),
            CouldBecome = CouldBecome(type),
            Why = Why(grounds),
            Against = Against(type),
            Assumed = Assumed(type, grounds.Cited),
            Missing = _missing.Find(type),
            WhyNotHigher = WhyNotHigher(type, grounds.Holding),
        };
    }

    /// <summary>Every finding of some minimal ground of the rung, said statements only; one smallest ground is decisive.</summary>
    private EvidenceLine[] Why(GroundsOfLevel grounds)
    {
        var lines = grounds.Cited.ConvertAll(ground => (Ground: ground, Role: grounds.Decisive.Contains(ground.Finding) ? EvidenceRole.Decisive : EvidenceRole.Also));
        lines.Sort((one, other) => one.Role != other.Role ? one.Role.CompareTo(other.Role) : HeavierFirst(one.Ground, other.Ground));
        var result = new EvidenceLine[lines.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = _text.Line(lines[i].Ground, lines[i].Role);
        return result;
    }

    /// <summary>The heavier rule first, then by rule id and finding.</summary>
    private static int HeavierFirst(Ground one, Ground other)
    {
        var order = (other.Rule.Weight ?? EvidenceWeight.Weak).CompareTo(one.Rule.Weight ?? EvidenceWeight.Weak);
        return order != 0 ? order : ByRule(one, other);
    }

    /// <summary>By rule id, then by finding: the catalogue stands in the order of the ids.</summary>
    private static int ByRule(Ground one, Ground other)
    {
        var order = string.CompareOrdinal(one.Rule.Id, other.Rule.Id);
        return order != 0 ? order : one.Finding.CompareTo(other.Finding);
    }

    private EvidenceLine[] Against(CalcinosisType type)
    {
        var lines = new List<Ground>();
        foreach (var against in _program[type].Against)
        {
            if (!_verdict.Evaluation.IsMet(against.Node))
                continue;
            foreach (var ground in LevelGrounds.Said(_verdict.Picture, _support.Smallest(against.Node, met: true, against.Rule)))
                lines.Add(ground with { Rule = against.Rule });
        }

        lines.Sort((one, other) => Comparer<EvidenceWeight?>.Default.Compare(other.Rule.Weight, one.Rule.Weight) is not 0 and var order ? order : ByRule(one, other));
        return [.. lines.Select(ground => _text.Line(ground, role: null))];
    }

    /// <summary>What the logic took as absent, and what the reading took for granted where the level rests on it.</summary>
    private IReadOnlyList<Assumption> Assumed(CalcinosisType type, List<Ground> cited)
    {
        var assumed = _assumptions.Find(type);
        if (!cited.Exists(ground => _verdict.Picture.TakenForGranted(ground.Finding) is not null))
            return assumed;
        return [.. assumed
            .Concat(cited.Where(ground => _verdict.Picture.TakenForGranted(ground.Finding) is not null)
                .Select(ground => new Assumption(_program.Catalogue[ground.Finding].Id, ground.State, _verdict.Picture.TakenForGranted(ground.Finding)!)))
            .DistinctBy(line => line.Finding).OrderBy(line => line.Finding, StringComparer.Ordinal)];
    }

    /// <summary>What holds the level down, and what of the next rung is known not to be so.</summary>
    private List<EvidenceLine> WhyNotHigher(CalcinosisType type, List<Ground> holding)
    {
        var lines = holding.ConvertAll(ground => _text.Line(ground, EvidenceRole.Decisive));
        if (NextRung(type) is not { } next || !_verdict.Evaluation.IsUnmet(next.Node))
            return lines;
        var unmet = LevelGrounds.Said(_verdict.Picture, _support.Smallest(next.Node, met: false, next.Rule));
        unmet.Sort(ByRule);
        foreach (var ground in unmet)
        {
            if (!ground.IsAmong(holding))
                lines.Add(_text.Line(ground, role: null));
        }

        return lines;
    }

    private Rung? NextRung(CalcinosisType type)
    {
        var level = _verdict.UncappedLevelOf(type);
        if (level == Certainty.Excluded)
            return null;
        for (var next = level + 1; next <= Certainty.Established; next++)
        {
            if (next != Certainty.Excluded && _program[type].Rungs[(int)next] is { } rung)
                return rung;
        }

        return null;
    }

    private List<Certainty> CouldBecome(CalcinosisType type)
    {
        var now = _verdict.LevelOf(type);
        if (_verdict.UncappedLevelOf(type) == Certainty.Excluded)
            return [now];
        var limit = Certainty.Established;
        foreach (var cap in _program[type].AbsoluteCaps)
        {
            if (_verdict.Evaluation.IsMet(cap.Node) && cap.Rule.Level < limit)
                limit = cap.Rule.Level.Value;
        }

        // One bit a level.
        var open = 1 << (int)now;
        foreach (var level in TypeOrder.TriedLevels)
        {
            if (_program[type].Rungs[(int)level] is { } rung && _verdict.Evaluation.IsUnknown(rung.Node) && (level > _verdict.UncappedLevelOf(type) || level == Certainty.Excluded))
                open |= 1 << (int)(level < limit ? level : limit);
        }

        var levels = new List<Certainty>(TypeOrder.LevelCount);
        for (var level = Certainty.Established; level >= Certainty.NotAssessable; level--)
        {
            if ((open >> (int)level & 1) != 0)
                levels.Add(level);
        }

        return levels;
    }

    private AlternativeLabel? Alternative(CalcinosisType type, Certainty level)
    {
        if (level < Certainty.Possible || Array.Find(_program[type].AlternativeLabels, label => _verdict.Evaluation.IsMet(label.Node))?.Rule is not { } rule)
            return null;
        var parts = rule.Key!.Split(':');
        return new AlternativeLabel(Enum.Parse<CalcinosisType>(parts[0], ignoreCase: true), parts[1], rule.Text);
    }

    /// <summary>Further causes of the same type that the findings show, by their subtype keys.</summary>
    private List<string> Contributing(CalcinosisType type, Rule? subtype)
    {
        if (subtype is null || type is CalcinosisType.Calciphylaxis or CalcinosisType.Idiopathic)
            return [];
        var keys = new List<string>();
        foreach (var other in _program[type].Subtypes)
        {
            if (_verdict.Evaluation.IsMet(other.Node) && other.Rule.Key != subtype.Key && !keys.Contains(other.Rule.Key!))
                keys.Add(other.Rule.Key!);
        }

        keys.Sort(StringComparer.Ordinal);
        return keys;
    }
}
