using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation;

/// <summary>When and how old: the day of the question, the patient's age on any day.</summary>
internal sealed class PatientContext
{
    private readonly Age _now;
    private readonly PartialDate? _birth;

    private PatientContext(FindingsDocument document, DateOnly? asOf, bool assumed)
    {
        Document = document;
        AsOf = asOf;
        AsOfAssumed = assumed;
        var patient = document.Patient;
        _birth = patient.BirthDate;
        _now = patient.BirthDate is { } birth && asOf is { } day ? Age.Between(birth, day, day)
            : patient.Age is { } age ? Age.Of(age)
            : patient.AgeYears is { } years ? Age.OfYears(years)
            : Age.Unknown;
    }

    public FindingsDocument Document { get; }

    public DateOnly? AsOf { get; }

    /// <summary>True when the day was taken from the latest date in the document.</summary>
    public bool AsOfAssumed { get; }

    public Sex? Sex => Document.Patient.Sex;

    public Age AgeNow => _now;

    /// <summary>Born before 37 completed weeks; not told counts as born at term.</summary>
    public bool BornPreterm => Document.Patient.GestationalAgeWeeks is { } weeks && PatientThresholds.Preterm.Holds(weeks);

    public static PatientContext Of(FindingsDocument document, DateOnly? callersDay)
    {
        if (document.AsOf is { } stated)
            return new PatientContext(document, stated.Latest, assumed: false);
        if (callersDay is { } day)
            return new PatientContext(document, day, assumed: false);
        var latest = Dates(document).Select(date => (DateOnly?)date.Latest).Max();
        return new PatientContext(document, latest, assumed: latest is not null);
    }

    /// <summary>Not long before the day of the question; where either is not known, a value is taken as recent.</summary>
    public bool IsRecent(DaySpan? day) =>
        day is not { } span || AsOf is not { } asOf || span.Last >= asOf.AddMonths(-(int)TimeThresholds.Recent.Value);

    /// <summary>Age on some day; the present age when the day or the birth is not known.</summary>
    public Age AgeOn(DaySpan? day)
    {
        if (day is not { } span)
            return _now;
        if (_birth is { } birth)
            return Age.Between(birth, span.First, span.Last);
        if (AsOf is { } asOf && _now.IsKnown)
            return _now.Earlier(asOf.DayNumber - span.Last.DayNumber, asOf.DayNumber - span.First.DayNumber);
        return _now;
    }

    /// <summary>When the patient was born, as far as it can be told; null when not.</summary>
    public DaySpan? Birth()
    {
        if (_birth is { } birth)
            return DaySpan.Of(birth);
        if (AsOf is not { } asOf || !_now.IsKnown)
            return null;
        return new DaySpan(Back(asOf, _now.MaxDays), Back(asOf, _now.MinDays));
    }

    public static DateOnly Back(DateOnly day, decimal days) => days >= day.DayNumber ? DateOnly.MinValue : day.AddDays(-(int)decimal.Round(days));

    public bool IsAfterAsOf(PartialDate? date) => AsOf is { } asOf && date is { } day && day.Earliest > asOf;

    private static IEnumerable<PartialDate> Dates(FindingsDocument document)
    {
        foreach (var lab in document.Labs)
        {
            if (lab.TakenOn is { } taken)
                yield return taken;
        }

        foreach (var condition in document.Conditions)
        {
            if (condition.Since is { } since)
                yield return since;
            if (condition.Until is { } until)
                yield return until;
        }

        foreach (var exposure in document.Exposures)
        {
            if (exposure.StartedOn is { } started)
                yield return started;
            if (exposure.EndedOn is { } ended)
                yield return ended;
        }

        foreach (var lesion in document.Lesions)
        {
            if (lesion.OnsetOn is { } onset)
                yield return onset;
        }

        foreach (var study in document.Imaging)
        {
            if (study.TakenOn is { } taken)
                yield return taken;
        }

        foreach (var report in document.Histology)
        {
            if (report.TakenOn is { } taken)
                yield return taken;
        }
    }
}
