using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>
/// Kidney function. Dialysis and end-stage disease go before a stage, a stage before eGFR; a single low eGFR is
/// "reduced", not chronic disease, which needs 90 days. It is the same for all lesions of a patient.
/// </summary>
internal sealed class KidneyInterpreter(PatientContext patient, ResolvedDocument document, bool keepsWords)
{
    private static readonly int[] Diseased =
        [Finding.RenalDialysis, Finding.RenalKidneyFailure, Finding.RenalAdvanced, Finding.RenalCkd, Finding.RenalReduced, Finding.RenalUraemic, Finding.RenalTransplant];

    private static readonly (Threshold Limit, int Finding)[] Limits =
        [.. new[] { KidneyThresholds.Hayashi, KidneyThresholds.Drugs30, KidneyThresholds.Probenecid, KidneyThresholds.Drugs35, KidneyThresholds.Reduced }.Select(limit => (limit, Finding.Of(limit.Finding!)))];

    private FiltrationRate? _rate;

    /// <summary>The next patient.</summary>
    public void Begin() => _rate = null;

    public void Interpret(PictureBuilder picture)
    {
        var transplant = document.Find(Topics.KidneyTransplant);
        var dialysis = document.Find(Topics.Dialysis);
        var endStage = document.Find(Topics.EndStageKidney);
        if (dialysis is { Past: true } || Followed(dialysis, transplant))
            dialysis = null;
        if (endStage is { Past: true } || Followed(endStage, transplant))
            endStage = null;
        var injuryDialysis = document.Find(Topics.KidneyInjuryWithDialysis);
        var injury = document.Find(Topics.KidneyInjury);
        var stage = NewestStage();
        var rate = _rate ??= FiltrationRate.Of(patient, document.Readings, keepsWords, excluded: dialysis is not null || injury is { Past: false } || injuryDialysis is { Past: false });
        rate.Show(picture);

        if (dialysis is not null)
        {
            picture.Present(Finding.RenalDialysis, dialysis);
            LongDialysis(dialysis, picture);
            picture.Present(Finding.RenalKidneyFailure, dialysis);
        }

        if (endStage is not null)
            picture.Present(Finding.RenalKidneyFailure, endStage);
        if (transplant is not null)
            picture.Present(Finding.RenalTransplant, transplant);
        if (injuryDialysis is { Past: false })
            picture.Present(Finding.RenalUraemic, injuryDialysis);
        if (document.Find(Topics.ChronicKidneyFailure) is { Past: false } chronic)
            picture.Present(Finding.RenalAdvanced, chronic);
        if (document.Find(Topics.KidneyDamage) is { Past: false } disease)
            picture.Present(Finding.RenalCkd, disease);
        Stage(picture, stage, dialysis is not null || endStage is not null);
        if (injury is { Past: false })
            picture.Present(Finding.RenalReduced, injury);
        if ((dialysis ?? endStage ?? stage?.Statement) is null)
            Numbers(picture, rate);
        Normal(picture, rate);
        Thresholds(picture, rate);
    }

    /// <summary>Kidney function is known normal, by value or because kidney disease was asked for and is absent.</summary>
    /// <param name="aside">A picture that may be overwritten.</param>
    public bool KnownNormal(PictureBuilder aside)
    {
        aside.Clear();
        Interpret(aside);
        return aside.StateOf(Finding.RenalNormal) == FindingState.Present;
    }

    private void LongDialysis(Statement dialysis, PictureBuilder picture)
    {
        if (dialysis.Since is not { } since || patient.AsOf is not { } asOf)
            return;
        var (min, max) = new DaySpan(asOf, asOf).DaysSince(since);
        picture.Say(Finding.RenalDialysisOver5Years, FindingStates.Of(KidneyThresholds.LongDialysis.Holds(min, max)), dialysis);
    }

    private static bool Followed(Statement? state, Statement? transplant) =>
        state is not null && transplant?.Since is { } grafted && state.Since is { } begun && begun.IsBefore(grafted) == true && !transplant.Past;

    private (int Stage, Statement Statement)? NewestStage()
    {
        if (!document.SpeaksOf(Topics.KidneyStage))
            return null;
        (int, Statement)? newest = null;
        foreach (var statement in document.Statements)
        {
            if (!statement.IsPresent || statement.Past || !statement.IsAbout(Topics.KidneyStage))
                continue;
            int? stage = statement.Term.Code switch
            {
                "ckd-stage-1" => 1,
                "ckd-stage-2" => 2,
                "ckd-stage-3" => 3,
                "ckd-stage-4" => 4,
                "ckd-stage-5" => 5,
                _ => Parse(statement.Condition?.Stage),
            };
            if (stage is not { } found)
                continue;
            if (newest is null || (statement.Since is { } since && (newest.Value.Item2.Since is not { } other || other.Last < since.Last)))
                newest = (found, statement);
        }

        return newest;
    }

    private static int? Parse(string? stage)
    {
        var digit = stage?.FirstOrDefault(char.IsAsciiDigit) ?? default;
        return digit is >= '1' and <= '5' ? digit - '0' : null;
    }

    private static void Stage(PictureBuilder picture, (int Stage, Statement Statement)? stage, bool failing)
    {
        if (stage is not { } known || failing)
            return;
        var (number, statement) = known;
        if (number == 5)
            picture.Present(Finding.RenalKidneyFailure, statement);
        if (number == 4)
            picture.Present(Finding.RenalAdvanced, statement);
        if (number is 3 or 4)
            picture.Present(Finding.RenalReduced, statement);
        picture.Present(Finding.RenalCkd, statement);
    }

    private static void Numbers(PictureBuilder picture, FiltrationRate rate)
    {
        if (rate.Newest is not { } newest)
            return;
        var failing = KidneyThresholds.Failure.Holds(rate.Whole);
        var reduced = KidneyThresholds.Reduced.Holds(rate.Whole);
        if (failing)
            picture.Present(Finding.RenalKidneyFailure, $"{newest.Seen}; eGFR {rate.Whole}", newest);
        else if (KidneyThresholds.Advanced.Holds(rate.Whole))
            picture.Present(Finding.RenalAdvanced, $"{newest.Seen}; eGFR {rate.Whole}", newest);
        if (reduced && !failing)
            picture.Present(Finding.RenalReduced, $"{newest.Seen}; eGFR {rate.Whole}", newest);
        if (reduced && rate.Chronic)
            picture.Present(Finding.RenalCkd, $"{newest.Seen}; eGFR {rate.Whole}", newest);
    }

    private void Normal(PictureBuilder picture, FiltrationRate rate)
    {
        var creatinine = NewestCreatinine();
        if (creatinine?.Compare(KidneyThresholds.CreatinineUraemic) == FindingState.Present)
            picture.Present(Finding.RenalUraemic, creatinine);
        foreach (var finding in Diseased)
        {
            if (picture.StateOf(finding) == FindingState.Present)
                return;
        }

        if (rate.Newest is { } good && KidneyThresholds.Normal.Holds(rate.Whole) && patient.AgeNow.Is(KidneyThresholds.EgfrFromAge) == true)
            picture.Present(Finding.RenalNormal, good);
        else if (document.Readings.Find(reading => reading.Is(AnalyteCatalogue.Egfr) && reading.FlagOnly && reading.State == RangeState.Normal && reading.IsRecent) is { } flagged)
            picture.Present(Finding.RenalNormal, flagged);
        else if (creatinine is { State: RangeState.Normal or RangeState.Low })
            picture.Present(Finding.RenalNormal, creatinine);
        else if (creatinine is { State: RangeState.High })
            picture.Absent(Finding.RenalNormal, creatinine);
        else if (document.SpeaksOf(Topics.AnyKidneyDisease) && document.Statements.Find(statement => statement.IsAbout(Topics.AnyKidneyDisease) && statement.State == FindingState.Absent) is { } none)
            picture.Present(Finding.RenalNormal, none);
    }

    private LabReading? NewestCreatinine()
    {
        LabReading? newest = null;
        foreach (var reading in document.Readings)
        {
            if (reading.Is(AnalyteCatalogue.Creatinine) && reading.IsRecent && (newest is null || (reading.Day is { } day && (newest.Day is not { } other || other.Last < day.Last))))
                newest = reading;
        }

        return newest;
    }

    private static void Thresholds(PictureBuilder picture, FiltrationRate rate)
    {
        if (picture.StateOf(Finding.RenalDialysis) == FindingState.Present || rate.Newest is not { } newest)
            return;
        foreach (var (limit, finding) in Limits)
            picture.Say(finding, limit.Holds(rate.Whole) ? FindingState.Present : FindingState.Absent, newest);
    }
}
