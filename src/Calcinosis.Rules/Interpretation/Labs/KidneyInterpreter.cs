using System.Globalization;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>
/// Kidney function. Dialysis and end-stage disease go before a stage, a stage before eGFR; a single low eGFR is
/// "reduced", not chronic disease, which needs 90 days.
/// </summary>
internal sealed class KidneyInterpreter(PatientContext patient, ResolvedDocument document, IReadOnlyList<LabReading> readings)
{
    public void Interpret(PictureBuilder picture)
    {
        var transplant = Find("kidney-transplant");
        var dialysis = Find("haemodialysis", "peritoneal-dialysis", "dialysis");
        var endStage = Find("end-stage-renal-disease");
        if (dialysis is { Past: true } || Followed(dialysis, transplant))
            dialysis = null;
        if (endStage is { Past: true } || Followed(endStage, transplant))
            endStage = null;
        var injuryDialysis = Find("acute-kidney-injury-dialysis");
        var injury = Find("acute-kidney-injury");
        var chronic = Find("chronic-renal-failure");
        var stage = NewestStage();
        var egfr = Egfr(picture, excluded: dialysis is not null || injury is { Past: false } || injuryDialysis is { Past: false });

        if (dialysis is not null)
        {
            picture.Present("renal.dialysis", dialysis.Seen, dialysis.Path);
            LongDialysis(dialysis, picture);
        }

        foreach (var failing in new[] { dialysis, endStage })
        {
            if (failing is not null)
                picture.Present("renal.kidney-failure", failing.Seen, failing.Path);
        }

        if (transplant is not null)
            picture.Present("renal.transplant", transplant.Seen, transplant.Path);
        if (injuryDialysis is { Past: false })
            picture.Present("renal.uraemic", injuryDialysis.Seen, injuryDialysis.Path);
        if (chronic is { Past: false })
            picture.Present("renal.advanced", chronic.Seen, chronic.Path);
        if (Find("chronic-kidney-disease", "lupus-nephritis", "nephrotic-syndrome") is { Past: false } disease)
            picture.Present("renal.ckd", disease.Seen, disease.Path);
        Stage(picture, stage, dialysis is not null || endStage is not null);
        if (injury is { Past: false })
            picture.Present("renal.reduced", injury.Seen, injury.Path);
        Numbers(picture, egfr, known: dialysis ?? endStage ?? stage?.Statement);
        Normal(picture, egfr);
        Thresholds(picture, egfr);
    }

    /// <summary>Kidney function is known normal, by value or because kidney disease was asked for and is absent.</summary>
    public static bool KnownNormal(PatientContext patient, ResolvedDocument document, IReadOnlyList<LabReading> readings)
    {
        var picture = new PictureBuilder();
        new KidneyInterpreter(patient, document, readings).Interpret(picture);
        return picture.StateOf("renal.normal") == FindingState.Present;
    }

    private void LongDialysis(Statement dialysis, PictureBuilder picture)
    {
        if (dialysis.Since is not { } since || patient.AsOf is not { } asOf)
            return;
        var (min, max) = new DaySpan(asOf, asOf).DaysSince(since);
        picture.Say("renal.dialysis-over-5-years", FindingStates.Of(KidneyThresholds.LongDialysis.Holds(min, max)), dialysis.Seen, dialysis.Path);
    }

    /// <summary>The first present statement of one of these; one that is not past goes before a past one.</summary>
    private Statement? Find(params ReadOnlySpan<string> codes)
    {
        Statement? past = null;
        foreach (var statement in document.Statements)
        {
            if (!statement.IsPresent || !codes.Contains(statement.Term.Code))
                continue;
            if (!statement.Past)
                return statement;
            past ??= statement;
        }

        return past;
    }

    private static bool Followed(Statement? state, Statement? transplant) =>
        state is not null && transplant?.Since is { } grafted && state.Since is { } begun && begun.IsBefore(grafted) == true && !transplant.Past;

    private (int Stage, Statement Statement)? NewestStage()
    {
        (int, Statement)? newest = null;
        foreach (var statement in document.Statements.Where(statement => statement.IsPresent && !statement.Past))
        {
            int? stage = statement.Term.Code switch
            {
                "ckd-stage-1" => 1,
                "ckd-stage-2" => 2,
                "ckd-stage-3" => 3,
                "ckd-stage-4" => 4,
                "ckd-stage-5" => 5,
                "chronic-kidney-disease" => Parse(statement.Condition?.Stage),
                _ => null,
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
            picture.Present("renal.kidney-failure", statement.Seen, statement.Path);
        if (number == 4)
            picture.Present("renal.advanced", statement.Seen, statement.Path);
        if (number is 3 or 4)
            picture.Present("renal.reduced", statement.Seen, statement.Path);
        picture.Present("renal.ckd", statement.Seen, statement.Path);
    }

    /// <summary>Newest eGFR, reported or computed, rounded to an integer as laboratories do; null when there is none.</summary>
    private (decimal Value, string Seen, string Path, bool Chronic)? Egfr(PictureBuilder picture, bool excluded)
    {
        var values = new List<(decimal Value, string Seen, string Path, DaySpan? Day)>();
        foreach (var reading in readings.Where(Recent))
        {
            if (reading.Analyte.Id == "egfr" && reading.Value is { } value && reading.Result.Comparator is null or Comparator.MoreThan or Comparator.AtLeast)
                values.Add((value, reading.Seen, reading.Path, reading.Day));
            else if (reading.Analyte.Id == "creatinine" && !excluded && Computed(reading) is { } computed)
            {
                values.Add((computed.Value, reading.Seen, reading.Path, reading.Day));
                picture.Derived.Add(new DerivedValue("egfr", Formulas.FourDigits(computed.Value), "mL/min/{1.73_m2}", null, [reading.Path], computed.Formula, Formulas.GfrCategory(computed.Value)));
            }
        }

        if (values.Count == 0)
            return null;
        var newest = values.OrderByDescending(value => value.Day?.Last ?? DateOnly.MinValue).ThenBy(value => value.Value).First();
        var low = values.Where(value => KidneyThresholds.Reduced.Holds(Whole(value.Value)) && value.Day is not null).ToArray();
        var chronic = low.Length > 1 && KidneyThresholds.Chronic.Holds(low.Max(value => value.Day!.Value.First.DayNumber) - low.Min(value => value.Day!.Value.Last.DayNumber));
        return (Whole(newest.Value), newest.Seen, newest.Path, chronic);
    }

    private static decimal Whole(decimal egfr) => decimal.Round(egfr, 0, MidpointRounding.AwayFromZero);

    private (decimal Value, string Formula)? Computed(LabReading creatinine)
    {
        if (creatinine.Value is not { } value || creatinine.Result.Comparator is not null || creatinine.Result.DialysisTiming is not null || value <= 0)
            return null;
        var age = patient.AgeOn(creatinine.Day);
        if (age.Is(KidneyThresholds.AdultFormulaFromAge) == true && age.IsKnown && patient.Sex is { } sex && patient.Document.Patient.Pregnant != true)
            return (Formulas.EgfrCkdEpi2021(value, decimal.Truncate(age.MinYears), sex), "CKD-EPI 2021");
        var height = patient.Document.Measurements.FirstOrDefault(measurement => measurement.Kind == MeasurementKind.Height && NearInTime(measurement, creatinine))?.Value;
        if (age.Is(KidneyThresholds.EgfrFromAge) == true && age.Is(KidneyThresholds.AdultFormulaFromAge) == false && height is { } tall)
            return (Formulas.EgfrSchwartz(PatientThresholds.HeightInMetres.Holds(tall) ? tall * 100 : tall, value), "bedside Schwartz");
        return null;
    }

    /// <summary>A child's height is good for about three months; without both dates it is taken as it stands.</summary>
    private static bool NearInTime(BedsideMeasurement height, LabReading creatinine) =>
        height.TakenOn is not { } measured || creatinine.Day is not { } day || Near(DaySpan.Of(measured).DaysSince(day));

    private static bool Near((int Min, int Max) days) => KidneyThresholds.HeightHolds.Holds(days.Max) && KidneyThresholds.HeightHolds.Holds(-days.Min);

    private static void Numbers(PictureBuilder picture, (decimal Value, string Seen, string Path, bool Chronic)? egfr, Statement? known)
    {
        if (egfr is not { } newest || known is not null)
            return;
        var seen = string.Create(CultureInfo.InvariantCulture, $"{newest.Seen}; eGFR {newest.Value}");
        var failing = KidneyThresholds.Failure.Holds(newest.Value);
        var reduced = KidneyThresholds.Reduced.Holds(newest.Value);
        if (failing)
            picture.Present("renal.kidney-failure", seen, newest.Path);
        else if (KidneyThresholds.Advanced.Holds(newest.Value))
            picture.Present("renal.advanced", seen, newest.Path);
        if (reduced && !failing)
            picture.Present("renal.reduced", seen, newest.Path);
        if (reduced && newest.Chronic)
            picture.Present("renal.ckd", seen, newest.Path);
    }

    private void Normal(PictureBuilder picture, (decimal Value, string Seen, string Path, bool Chronic)? egfr)
    {
        var creatinine = readings.Where(reading => reading.Analyte.Id == "creatinine" && Recent(reading)).OrderByDescending(reading => reading.Day?.Last ?? DateOnly.MinValue).FirstOrDefault();
        if (creatinine?.Compare(KidneyThresholds.CreatinineUraemic) == FindingState.Present)
            picture.Present("renal.uraemic", creatinine.Seen, creatinine.Path);
        string[] diseased = ["renal.dialysis", "renal.kidney-failure", "renal.advanced", "renal.ckd", "renal.reduced", "renal.uraemic", "renal.transplant"];
        if (diseased.Any(finding => picture.StateOf(finding) == FindingState.Present))
            return;
        if (egfr is { } good && KidneyThresholds.Normal.Holds(good.Value) && patient.AgeNow.Is(KidneyThresholds.EgfrFromAge) == true)
            picture.Present("renal.normal", good.Seen, good.Path);
        else if (readings.FirstOrDefault(reading => reading.Analyte.Id == "egfr" && reading.FlagOnly && reading.State == RangeState.Normal && Recent(reading)) is { } flagged)
            picture.Present("renal.normal", flagged.Seen, flagged.Path);
        else if (creatinine is { State: RangeState.Normal or RangeState.Low })
            picture.Present("renal.normal", creatinine.Seen, creatinine.Path);
        else if (creatinine is { State: RangeState.High })
            picture.Absent("renal.normal", creatinine.Seen, creatinine.Path);
        else if (document.Statements.FirstOrDefault(statement => statement.Term.Code == "kidney-disease" && statement.State == FindingState.Absent) is { } none)
            picture.Present("renal.normal", none.Seen, none.Path);
    }

    private static void Thresholds(PictureBuilder picture, (decimal Value, string Seen, string Path, bool Chronic)? egfr)
    {
        if (picture.StateOf("renal.dialysis") == FindingState.Present || egfr is not { } newest)
            return;
        foreach (var limit in new[] { KidneyThresholds.Hayashi, KidneyThresholds.Drugs30, KidneyThresholds.Probenecid, KidneyThresholds.Drugs35, KidneyThresholds.Reduced })
            picture.Say(limit.Finding!, limit.Holds(newest.Value) ? FindingState.Present : FindingState.Absent, newest.Seen, newest.Path);
    }

    private bool Recent(LabReading reading) => patient.IsRecent(reading.Day);
}
