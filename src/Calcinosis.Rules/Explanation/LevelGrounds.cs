using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>The findings on which one type's level rests.</summary>
/// <param name="Cited">Everything that holds the level: without them it is lost.</param>
/// <param name="Decisive">Findings of one smallest set that gives the level.</param>
/// <param name="Holding">Findings that hold the level down: with the decisive ones alone it would be another.</param>
internal sealed record GroundsOfLevel(List<Ground> Cited, List<int> Decisive, List<Ground> Holding);

/// <summary>
/// Finds what a type's level rests on. It is read off the logic and then tried: the level has to be lost without what is
/// cited, and to stay with what is decisive alone; where it does not, what else holds it is looked for.
/// </summary>
internal sealed class LevelGrounds(LesionVerdict verdict, Support support)
{
    private const int LatentRounds = 32;
    private readonly RuleProgram _program = verdict.Knowledge.Program;

    public GroundsOfLevel Of(CalcinosisType type)
    {
        var cited = new List<Ground>();
        var decisive = new List<int>();
        var holding = new List<Ground>();
        if (Exact(verdict, type) is not { } rung)
            return new GroundsOfLevel(cited, decisive, holding);
        AddSayers(verdict, support.Union(rung.Node, met: true, rung.Rule).Grounds, cited);
        AddSupporting(type, cited);
        foreach (var ground in Said(verdict.Picture, support.Smallest(rung.Node, met: true, rung.Rule)))
            decisive.Add(ground.Finding);
        AddCaps(type, rung, holding);
        Try(type, rung, cited, decisive, holding);
        return new GroundsOfLevel(cited, decisive, holding);
    }

    /// <summary>Replaces what only follows from another statement by that statement; each finding once.</summary>
    public static List<Ground> Said(Picture picture, IReadOnlyList<Ground> grounds)
    {
        var said = new List<Ground>(grounds.Count);
        for (var i = 0; i < grounds.Count; i++)
        {
            var ground = picture.SaidBy(grounds[i].Finding) is var finding && finding != grounds[i].Finding
                ? grounds[i] with { Finding = finding, State = picture[finding] }
                : grounds[i];
            if (!ground.IsAmong(said))
                said.Add(ground);
        }

        return said;
    }

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

    /// <summary>Adds every statement from which a ground follows, since each alone would still hold it; true when one was new.</summary>
    private static bool AddSayers(LesionVerdict verdict, IReadOnlyList<Ground> grounds, List<Ground> cited)
    {
        var before = cited.Count;
        for (var i = 0; i < grounds.Count; i++)
        {
            foreach (var said in verdict.Picture.Sayers(grounds[i].Finding))
            {
                var ground = said == grounds[i].Finding ? grounds[i] : grounds[i] with { Finding = said, State = verdict.Picture[said] };
                if (!ground.IsAmong(cited))
                    cited.Add(ground);
            }
        }

        return cited.Count > before;
    }

    /// <summary>Findings that speak for the type without moving its level; shown once it stands at possible or above.</summary>
    private void AddSupporting(CalcinosisType type, List<Ground> cited)
    {
        if (verdict.LevelOf(type) < Certainty.Possible)
            return;
        var more = new List<Ground>();
        foreach (var supporting in _program[type].For)
        {
            if (!verdict.Evaluation.IsMet(supporting.Node))
                continue;
            more.Clear();
            AddSayers(verdict, support.Smallest(supporting.Node, met: true, supporting.Rule), more);
            foreach (var ground in more)
            {
                if (!ground.IsAmong(cited))
                    cited.Add(ground with { Rule = supporting.Rule });
            }
        }
    }

    private void AddCaps(CalcinosisType type, Rung exact, List<Ground> holding)
    {
        if (exact.Rule.Kind == RuleKind.Cap || verdict.LevelOf(type) == verdict.UncappedLevelOf(type))
            return;
        foreach (var cap in _program[type].Caps)
        {
            if (verdict.Evaluation.IsMet(cap.Node))
                AddNew(holding, support.Smallest(cap.Node, met: true, cap.Rule));
        }
    }

    private void Try(CalcinosisType type, Rung exact, List<Ground> cited, List<int> decisive, List<Ground> holding)
    {
        var trials = verdict.Workbench.LevelTrials;
        trials.Begin();
        var without = trials.Without(verdict.Picture, FindingsOf(cited));
        var alone = exact.Rule.Kind == RuleKind.Cap ? -1 : trials.Only(verdict.Picture, Alone(cited, decisive, holding), IsContradicted(holding));
        trials.Run();
        var level = verdict.LevelOf(type);
        var isHeldWithout = trials.LevelOf(type, without) == level;
        var isAnotherAlone = alone >= 0 && trials.LevelOf(type, alone) != level;
        if (isHeldWithout)
            AddLatent(type, cited);
        if (isAnotherAlone || (isHeldWithout && alone >= 0))
            AddHolding(type, cited, decisive, holding);
    }

    /// <summary>
    /// Adds what would hold the level if the cited findings were not there, because an "unless" opens once they are gone;
    /// after this, taking all cited findings away loses the level.
    /// </summary>
    private void AddLatent(CalcinosisType type, List<Ground> cited)
    {
        for (var round = 0; round < LatentRounds; round++)
        {
            var without = verdict.PassingOfSimilar(verdict.Picture.Without(FindingsOf(cited)));
            if (without.LevelOf(type) != verdict.LevelOf(type) || Exact(without, type) is not { } rung)
                return;
            if (!AddSayers(without, new Support(without).Union(rung.Node, met: true, rung.Rule).Grounds, cited))
                return;
        }
    }

    /// <summary>
    /// Grounds of binding caps, and of what a higher rung excludes: where the decisive findings alone would reach another
    /// level, what stops them here is added, until they do not.
    /// </summary>
    private void AddHolding(CalcinosisType type, List<Ground> cited, List<int> decisive, List<Ground> holding)
    {
        for (var round = 0; round < TypeOrder.Count * TypeOrder.LevelCount; round++)
        {
            var alone = verdict.PassingOfLittle(verdict.Picture.Only(Alone(cited, decisive, holding), IsContradicted(holding)));
            if (alone.LevelOf(type) == verdict.LevelOf(type))
                break;
            var before = holding.Count;
            AddNew(holding, new Blocker(_program, alone, verdict, support).Differences(type));
            if (holding.Count == before)
                break;
        }
    }

    private void AddNew(List<Ground> holding, IReadOnlyList<Ground> grounds)
    {
        foreach (var ground in Said(verdict.Picture, grounds))
        {
            if (!ground.IsAmong(holding))
                holding.Add(ground);
        }
    }

    private static bool IsContradicted(List<Ground> holding) => holding.Exists(ground => ground.State == FindingState.Unknown);

    private static List<int> FindingsOf(List<Ground> grounds) => grounds.ConvertAll(ground => ground.Finding);

    /// <summary>The decisive ones of the cited findings, and those that hold the level down.</summary>
    private static List<int> Alone(List<Ground> cited, List<int> decisive, List<Ground> holding)
    {
        var alone = new List<int>(decisive.Count + holding.Count);
        foreach (var ground in cited)
        {
            if (decisive.Contains(ground.Finding))
                alone.Add(ground.Finding);
        }

        foreach (var ground in holding)
            alone.Add(ground.Finding);
        return alone;
    }
}
