using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>Exposures: which listed agent, whether place and time fit this lesion, and drugs that matter by their date.</summary>
internal sealed class ExposureInterpreter(ClinicalVocabulary vocabulary, PatientContext patient, ResolvedDocument document)
{
    private static readonly RegionSet Heel = new("heel");
    private readonly DrugInterpreter _drugs = new(vocabulary, patient);

    public void Interpret(LesionCase lesion, PictureBuilder picture)
    {
        foreach (var statement in document.Statements)
        {
            if (statement.Term.Kind != TermKind.Exposure)
                continue;
            if (!statement.Meaning.IsAgent)
                picture.Say(statement.Meaning.Exposure, statement.State, statement);
            if (statement.IsAbout(Topics.Drug))
                _drugs.Interpret(statement, lesion, picture);
        }

        // A lesion of a child that lies only at the heel could come from nothing but heel sticks.
        var onlyHeelOfChild = lesion.OnlyIn(Heel) == FindingState.Present && lesion.AgeAtOnset.IsKnown && lesion.AgeAtOnset.Is(TimeThresholds.HeelStickAge) != false;
        var agents = AgentFindings.All;
        for (var i = 0; i < agents.Length; i++)
        {
            if (!CouldFit(agents[i], lesion, onlyHeelOfChild))
                picture.Absent(agents[i].CouldFit, "place or age does not fit", Origin.PartOf(lesion, ""));
            if ((document.Agents >> i & 1) != 0)
                Agent(agents[i], 1 << i, lesion, picture);
        }

        Field(lesion, picture);
    }

    private void Agent(AgentFindings agent, int bit, LesionCase lesion, PictureBuilder picture)
    {
        if (agent.IsGeneralised && !IsGeneralisedNewborn(lesion, picture))
            return;
        AgentFit? best = null;
        foreach (var use in document.Statements)
        {
            if ((use.Meaning.Agents & bit) == 0 || !use.IsPresent)
                continue;
            var fit = Fit(agent, use, lesion);
            if (best is not { } known || known.Score < fit.Score)
                best = fit;
        }

        if (best is { } found)
        {
            Write(agent, found, picture);
            return;
        }

        foreach (var use in document.Statements)
        {
            if ((use.Meaning.Agents & bit) != 0)
                picture.Say(agent.Exposure, use.State, use);
        }
    }

    private static void Write(AgentFindings agent, AgentFit best, PictureBuilder picture)
    {
        var use = best.Use;
        picture.Present(agent.Exposure, use);
        if (agent.Agent.Local)
            picture.Say(agent.AtSite, best.Site, use);
        picture.Say(agent.InWindow, best.Window, $"{best.TimeSeen}", use);
        if (best.Window == FindingState.Present && !best.Dated)
            picture.MarkAsAssumed(agent.InWindow, $"{best.TimeSeen}: no date is recorded; taken as given before the lesion and after birth");
        picture.Say(agent.Late, best.Late, $"{best.TimeSeen}", use);
        picture.Say(agent.OutOfWindow, best.Out, $"{best.TimeSeen}", use);
        picture.Say(agent.Within42Days, FindingStates.Of(TimeThresholds.InfusionField.Holds(best.Latency.LastMin, best.Latency.LastMax)), $"{best.TimeSeen}", use);
        if (best.LesionFirst)
            picture.Present(agent.LesionFirst, $"{best.TimeSeen}", use);
        if (best.Confined)
        {
            picture.Present(agent.Confined, use);
            if (best.Window == FindingState.Present)
                picture.Present(Finding.LesionConfinedToExposure, use);
        }

        if (agent.Ongoing >= 0 && Running(use) is { } running)
            picture.Say(agent.Ongoing, running ? FindingState.Present : FindingState.Absent, use);
        if (use.Exposure?.Extravasation == true)
            picture.Present(agent.Leak, use);
    }

    /// <summary>Whether an infusion is running now; null when the record does not say.</summary>
    private static bool? Running(Statement use) =>
        use.Exposure?.Ongoing ?? (use.Past || use.Until is not null ? false : null);

    private AgentFit Fit(AgentFindings findings, Statement use, LesionCase lesion)
    {
        var agent = findings.Agent;
        var site = !agent.Local ? FindingState.Present
            : agent.FixedRegions is { } regions ? lesion.SomeIn(regions)
            : use.Site is null && use.Relations.Count == 0 && agent.UsualRegions.TryGetValue(use.Term.Code, out var usual) ? lesion.SomeIn(usual)
            : SiteRelations.AtSite(lesion, use, vocabulary);
        var confined = agent.FixedRegions is { } own ? lesion.OnlyIn(own) == FindingState.Present : SiteRelations.Confined(lesion, use, vocabulary);
        var latency = LatencyOf(findings, use, lesion);
        var (firstMin, firstMax, lastMin, lastMax, _) = latency;
        var first = use.Since is { } start && lesion.Time.Onset is { } onset && onset.IsBefore(start) == true
            || use.Names("after it had appeared") || use.Names("after onset");
        // A lesion that was there before cannot have come in the time of the exposure, whatever the days say.
        var early = first || firstMax < agent.MinDays;
        var window = early ? FindingState.Absent
            : firstMin >= agent.MinDays && lastMax <= agent.MaxDays ? FindingState.Present
            : lastMin > agent.MaxDays ? FindingState.Absent : FindingState.Unknown;
        var tooLate = agent.LateDays is { } limit && lastMin > limit;
        var late = early || tooLate || lastMax <= agent.MaxDays ? FindingState.Absent
            : lastMin > agent.MaxDays && (agent.LateDays is null || lastMax <= agent.LateDays) ? FindingState.Present : FindingState.Unknown;
        var outside = early || tooLate ? FindingState.Present : window == FindingState.Present || late == FindingState.Present ? FindingState.Absent : FindingState.Unknown;
        return new AgentFit(use, site, confined, window, late, outside, first, IsDated(use, lesion), latency);
    }

    private static bool IsDated(Statement use, LesionCase lesion) =>
        ((use.Since ?? use.Until) is not null && lesion.Time.Onset is not null)
        || (use.RelationTo(lesion.Id)?.BeforeLesion ?? use.Exposure?.BeforeLesion) is not null || use.Exposure?.Ongoing == true;

    /// <summary>Days from first and from last dose to onset, each as an interval; what is not told is bounded by birth.</summary>
    private static Latency LatencyOf(AgentFindings findings, Statement use, LesionCase lesion)
    {
        var agent = findings.Agent;
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
            return new Latency(agent.MinDays, agent.MinDays, 0, 0, GoingOn: true);
        if (!dated && findings.IsHeelStick && lesion.AgeAtOnset.IsKnown)
        {
            // Undated heel sticks belong to the newborn period.
            (firstMin, firstMax) = (lesion.AgeAtOnset.MinDays, lesion.AgeAtOnset.MaxDays);
            (lastMin, lastMax) = (Math.Max(0, lesion.AgeAtOnset.MinDays - TimeThresholds.NewbornPeriod.Value), lesion.AgeAtOnset.MaxDays);
        }

        // Undated, the first dose may have been long before; only birth bounds it.
        if (!dated && firstMin < agent.MinDays && firstMax >= agent.MinDays && agent.MinDays <= 3)
            firstMin = agent.MinDays;
        return new Latency(firstMin, firstMax, lastMin, lastMax);
    }

    /// <summary>False when place or age rule the agent out.</summary>
    private static bool CouldFit(AgentFindings agent, LesionCase lesion, bool onlyHeelOfChild)
    {
        if (agent.IsHeelStick)
        {
            return lesion.SomeIn(Heel) switch
            {
                FindingState.Absent => false,
                _ => !lesion.AgeAtOnset.IsKnown || lesion.AgeAtOnset.Is(TimeThresholds.HeelStickAge) != false,
            };
        }

        if (agent.IsAnyInjection || onlyHeelOfChild)
            return false;
        if (agent.IsGeneralised)
            return !lesion.AgeAtOnset.IsKnown || lesion.AgeAtOnset.Is(TimeThresholds.GeneralisedNewborn) != false;
        return agent.Agent.FittingRegions is not { } regions || lesion.SomeIn(regions) != FindingState.Absent;
    }

    private static bool IsGeneralisedNewborn(LesionCase lesion, PictureBuilder picture) =>
        lesion.AgeAtOnset.IsKnown && lesion.AgeAtOnset.Is(TimeThresholds.GeneralisedNewborn) == true
        && (picture.StateOf(Finding.LesionGeneralised) == FindingState.Present || picture.StateOf(Finding.LesionArmourPlates) == FindingState.Present);

    /// <summary>Necrosis or purpura beyond the field of an exposure, when the chart says so.</summary>
    private void Field(LesionCase lesion, PictureBuilder picture)
    {
        foreach (var use in document.Statements)
        {
            if (use.Relations.Count == 0 || use.Term.Kind != TermKind.Exposure || !use.IsPresent || use.RelationTo(lesion.Id)?.Relation != SiteRelation.Beyond)
                continue;
            if (picture.StateOf(Finding.LesionNecrosis) == FindingState.Present || picture.StateOf(Finding.LesionPurpura) == FindingState.Present || picture.StateOf(Finding.LesionRetiformPurpura) == FindingState.Present)
                picture.Present(Finding.LesionSpreadBeyondExposure, use);
        }
    }
}
