using System.Globalization;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>Exposures: which listed agent, whether place and time fit this lesion, and drugs that matter by their date.</summary>
internal sealed class ExposureInterpreter(ClinicalVocabulary vocabulary, ResolvedDocument document, DateOnly? asOf)
{
    private static readonly string[] IntoVein = ["iv-calcium"];
    private static readonly RegionSet Heel = new("heel");

    public void Interpret(LesionCase lesion, PictureBuilder picture)
    {
        var drugs = new DrugInterpreter(vocabulary, asOf);
        foreach (var statement in document.Statements)
        {
            if (statement.Term.Kind != TermKind.Exposure)
                continue;
            if (!IatrogenicAgents.Codes.Contains(statement.Term.Code))
                picture.Say("exposure." + statement.Term.Code, statement.State, statement.Seen, statement.Path);
            drugs.Interpret(statement, lesion, picture);
        }

        foreach (var agent in IatrogenicAgents.All)
            Agent(agent, lesion, picture);
        Field(lesion, picture);
    }

    private void Agent(IatrogenicAgent agent, LesionCase lesion, PictureBuilder picture)
    {
        CouldFit(agent, lesion, picture);
        var generalised = agent.Id == "iv-calcium-generalised";
        var codes = generalised ? IntoVein : agent.Codes;
        var uses = document.Statements.FindAll(statement => codes.Contains(statement.Term.Code) && (statement.Term.Kind == TermKind.Exposure || agent.Id == "transplant-other"));
        if (uses.Count == 0)
            return;
        if (generalised && !IsGeneralisedNewborn(lesion, picture))
            uses = [];
        var best = uses.Where(use => use.IsPresent).Select(use => Fit(agent, use, lesion)).OrderByDescending(fit => fit.Score).FirstOrDefault();
        if (best is null)
        {
            foreach (var use in uses)
                picture.Say("exposure." + agent.Id, use.State, use.Seen, use.Path);
            return;
        }

        Write(agent, best, picture);
    }

    private static void Write(IatrogenicAgent agent, AgentFit best, PictureBuilder picture)
    {
        var id = "exposure." + agent.Id;
        var (use, seen) = (best.Use, best.Use.Seen);
        picture.Present(id, seen, use.Path);
        if (agent.Local)
            picture.Say(id + ".at-site", best.Site, seen, use.Path);
        picture.Say(id + ".in-window", best.Window, best.TimeSeen, use.Path);
        if (best.Window == FindingState.Present && !best.Dated)
            picture.MarkAsAssumed(id + ".in-window", $"{best.TimeSeen}: no date is recorded; taken as given before the lesion and after birth");
        picture.Say(id + ".late", best.Late, best.TimeSeen, use.Path);
        picture.Say(id + ".out-of-window", best.Out, best.TimeSeen, use.Path);
        picture.Say(id + ".within-42-days", best.Within42, best.TimeSeen, use.Path);
        if (best.LesionFirst)
            picture.Present(id + ".lesion-first", best.TimeSeen, use.Path);
        if (best.Confined)
        {
            picture.Present(id + ".confined", seen, use.Path);
            if (best.Window == FindingState.Present)
                picture.Present("lesion.confined-to-exposure", seen, use.Path);
        }

        if (id is "exposure.iv-calcium" or "exposure.phosphate-iv" && Running(use) is { } running)
            picture.Say(id + ".ongoing", running ? FindingState.Present : FindingState.Absent, seen, use.Path);
        if (use.Exposure?.Extravasation == true)
            picture.Present(id + ".leak", seen, use.Path);
    }

    /// <summary>Whether an infusion is running now; null when the record does not say.</summary>
    private static bool? Running(Statement use) =>
        use.Exposure?.Ongoing ?? (use.Past || use.Until is not null ? false : null);

    private AgentFit Fit(IatrogenicAgent agent, Statement use, LesionCase lesion)
    {
        var site = !agent.Local ? FindingState.Present
            : agent.FixedRegions is { } regions ? lesion.SomeIn(regions)
            : use.Site is null && use.Relations.Count == 0 && agent.UsualRegions.TryGetValue(use.Term.Code, out var usual) ? lesion.SomeIn(usual)
            : SiteRelations.AtSite(lesion, use, vocabulary);
        var confined = agent.FixedRegions is { } own ? lesion.OnlyIn(own) == FindingState.Present : SiteRelations.Confined(lesion, use, vocabulary);
        var (firstMin, firstMax, lastMin, lastMax, seen) = Latency(agent, use, lesion);
        var first = use.Since is { } start && lesion.Time.Onset is { } onset && onset.IsBefore(start) == true
            || use.Seen.Contains("after it had appeared", StringComparison.OrdinalIgnoreCase) || use.Seen.Contains("after onset", StringComparison.OrdinalIgnoreCase);
        // A lesion that was there before cannot have come in the time of the exposure, whatever the days say.
        var early = first || firstMax < agent.MinDays;
        var window = early ? FindingState.Absent
            : firstMin >= agent.MinDays && lastMax <= agent.MaxDays ? FindingState.Present
            : lastMin > agent.MaxDays ? FindingState.Absent : FindingState.Unknown;
        var tooLate = agent.LateDays is { } limit && lastMin > limit;
        var late = early || tooLate || lastMax <= agent.MaxDays ? FindingState.Absent
            : lastMin > agent.MaxDays && (agent.LateDays is null || lastMax <= agent.LateDays) ? FindingState.Present : FindingState.Unknown;
        var outside = early || tooLate ? FindingState.Present : window == FindingState.Present || late == FindingState.Present ? FindingState.Absent : FindingState.Unknown;
        return new AgentFit(use, site, confined, window, late, outside, FindingStates.Of(TimeThresholds.InfusionField.Holds(lastMin, lastMax)), first, IsDated(use, lesion), seen);
    }

    private static bool IsDated(Statement use, LesionCase lesion) =>
        ((use.Since ?? use.Until) is not null && lesion.Time.Onset is not null)
        || (use.RelationTo(lesion.Id)?.BeforeLesion ?? use.Exposure?.BeforeLesion) is not null || use.Exposure?.Ongoing == true;

    /// <summary>Days from first and from last dose to onset, each as an interval; what is not told is bounded by birth.</summary>
    private static (decimal FirstMin, decimal FirstMax, decimal LastMin, decimal LastMax, string Seen) Latency(IatrogenicAgent agent, Statement use, LesionCase lesion)
    {
        var exposure = use.Exposure;
        var life = lesion.AgeAtOnset.IsKnown ? lesion.AgeAtOnset.MaxDays : decimal.MaxValue;
        var relation = use.RelationTo(lesion.Id);
        decimal firstMin = 0, firstMax = life, lastMin = 0, lastMax = life;
        if (lesion.Time.Onset is { } onset)
        {
            if (use.Since is { } start)
            {
                var (min, max) = onset.DaysSince(start);
                (firstMin, firstMax) = (Math.Max(0, min), Math.Max(0, max));
                (lastMin, lastMax) = (0, firstMax);
            }

            if (use.Until is { } end)
            {
                var (min, max) = onset.DaysSince(end);
                (lastMin, lastMax) = (Math.Max(0, min), Math.Max(0, max));
                firstMin = Math.Max(firstMin, lastMin);
            }
            else if (use.Since is not null && exposure?.Ongoing == true)
            {
                (lastMin, lastMax) = (0, 0);
            }
            else if (use.Since is not null && exposure is { Duration: null, BeforeLesion: null } or null)
            {
                (lastMin, lastMax) = (firstMin, firstMax);
            }
        }

        var dated = use.Since is not null && lesion.Time.Onset is not null;
        if (!dated && (relation?.BeforeLesion ?? exposure?.BeforeLesion) is { } before)
        {
            (lastMin, lastMax) = (before.TotalDays, before.TotalDays);
            firstMin = Math.Max(firstMin, lastMin);
            if (firstMax == life && exposure?.Duration is null)
                firstMax = Math.Max(life, lastMax);
            dated = true;
        }

        if (!dated && exposure?.Ongoing == true)
            return (agent.MinDays, agent.MinDays, 0, 0, $"{use.Seen}, going on");
        if (!dated && agent.Id == "heel-stick" && lesion.AgeAtOnset.IsKnown)
        {
            // Undated heel sticks belong to the newborn period.
            (firstMin, firstMax) = (lesion.AgeAtOnset.MinDays, lesion.AgeAtOnset.MaxDays);
            (lastMin, lastMax) = (Math.Max(0, lesion.AgeAtOnset.MinDays - TimeThresholds.NewbornPeriod.Value), lesion.AgeAtOnset.MaxDays);
        }

        // Undated, the first dose may have been long before; only birth bounds it.
        if (!dated && firstMin < agent.MinDays && firstMax >= agent.MinDays && agent.MinDays <= 3)
            firstMin = agent.MinDays;
        var seen = lastMax >= decimal.MaxValue / 2 ? $"{use.Seen}, date not recorded" : string.Create(CultureInfo.InvariantCulture, $"{use.Seen}, {Days(lastMin, lastMax)} before onset");
        return (firstMin, firstMax, lastMin, lastMax, seen);
    }

    private static string Days(decimal min, decimal max)
    {
        var (least, most) = (decimal.Round(min), decimal.Round(max));
        return least == most ? string.Create(CultureInfo.InvariantCulture, $"{least} days") : string.Create(CultureInfo.InvariantCulture, $"{least} to {most} days");
    }

    private static void CouldFit(IatrogenicAgent agent, LesionCase lesion, PictureBuilder picture)
    {
        var onlyHeelOfChild = lesion.OnlyIn(Heel) == FindingState.Present && lesion.AgeAtOnset.IsKnown && lesion.AgeAtOnset.Is(TimeThresholds.HeelStickAge) != false;
        bool? fits = agent.Id switch
        {
            "heel-stick" => lesion.SomeIn(Heel) switch
            {
                FindingState.Absent => false,
                FindingState.Present => lesion.AgeAtOnset.IsKnown ? lesion.AgeAtOnset.Is(TimeThresholds.HeelStickAge) != false : null,
                _ => lesion.AgeAtOnset.IsKnown && lesion.AgeAtOnset.Is(TimeThresholds.HeelStickAge) == false ? false : null,
            },
            "iv-calcium-generalised" => lesion.AgeAtOnset.IsKnown && lesion.AgeAtOnset.Is(TimeThresholds.GeneralisedNewborn) == false ? false : onlyHeelOfChild ? false : null,
            "other-injection" => false,
            _ when onlyHeelOfChild => false,
            _ => agent.FittingRegions is { } regions && lesion.SomeIn(regions) == FindingState.Absent ? false : null,
        };
        if (fits == false)
            picture.Absent(agent.CouldFit, "place or age does not fit", lesion.Path);
    }

    private static bool IsGeneralisedNewborn(LesionCase lesion, PictureBuilder picture) =>
        lesion.AgeAtOnset.IsKnown && lesion.AgeAtOnset.Is(TimeThresholds.GeneralisedNewborn) == true
        && (picture.StateOf("lesion.generalised") == FindingState.Present || picture.StateOf("lesion.armour-plates") == FindingState.Present);

    /// <summary>Necrosis or purpura beyond the field of an exposure, when the chart says so.</summary>
    private void Field(LesionCase lesion, PictureBuilder picture)
    {
        foreach (var use in document.Statements.Where(use => use.Term.Kind == TermKind.Exposure && use.IsPresent && use.RelationTo(lesion.Id)?.Relation == SiteRelation.Beyond))
        {
            if (picture.StateOf("lesion.necrosis") == FindingState.Present || picture.StateOf("lesion.purpura") == FindingState.Present || picture.StateOf("lesion.retiform-purpura") == FindingState.Present)
                picture.Present("lesion.spread-beyond-exposure", use.Seen, use.Path);
        }
    }

    /// <summary>How one use of an agent fits the lesion.</summary>
    private sealed record AgentFit(
        Statement Use, FindingState Site, bool Confined, FindingState Window, FindingState Late, FindingState Out, FindingState Within42, bool LesionFirst, bool Dated, string TimeSeen)
    {
        /// <summary>The best of several uses speaks; one that lies elsewhere is ignored beside another.</summary>
        public int Score =>
            (LesionFirst ? -100 : 0) + (Site == FindingState.Present ? 20 : Site == FindingState.Absent ? -20 : 0)
            + (Window == FindingState.Present ? 10 : Out == FindingState.Present ? -10 : 0) + (Confined ? 1 : 0);
    }
}
