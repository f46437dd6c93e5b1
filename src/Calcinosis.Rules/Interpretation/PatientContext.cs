using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation;

/// <summary>When and how old: the day of the question, the patient's age on any day.</summary>
internal sealed class PatientContext
{
    /// <summary>A day in the first years of the calendar has no day before it from which results would be recent.</summary>
    private static readonly int RecentYears = 1 + ((int)TimeThresholds.Recent.Value / 12);
    private static readonly FindingsDocument Nobody = new();

    private Age _now;
    private PartialDate? _birth;
    private DateOnly _recentFrom;

    public FindingsDocument Document { get; private set; } = Nobody;

    public DateOnly? AsOf { get; private set; }

    /// <summary>True when the day was taken from the latest date in the document.</summary>
    public bool AsOfAssumed { get; private set; }

    public Sex? Sex => Document.Patient.Sex;

    public Age AgeNow => _now;

    /// <summary>Born before 37 completed weeks; not told counts as born at term.</summary>
    public bool BornPreterm => Document.Patient.GestationalAgeWeeks is { } weeks && PatientThresholds.Preterm.Holds(weeks);

    public static PatientContext Of(FindingsDocument document, DateOnly? callersDay)
    {
        var context = new PatientContext();
        context.Become(document, callersDay);
        return context;
    }

    /// <summary>Makes it the context of a document.</summary>
    public void Become(FindingsDocument document, DateOnly? callersDay)
    {
        Clear();
        Document = document;
        AsOf = document.AsOf?.Latest ?? callersDay;
        if (AsOf is null)
        {
            AsOf = Latest(document);
            AsOfAssumed = AsOf is not null;
        }

        _recentFrom = AsOf is { } asOf && asOf.Year > RecentYears ? asOf.AddMonths(-(int)TimeThresholds.Recent.Value) : DateOnly.MinValue;
        var patient = document.Patient;
        _birth = patient.BirthDate;
        _now = patient.BirthDate is { } birth && AsOf is { } day ? Age.Between(birth, day, day)
            : patient.Age is { } age ? Age.Of(age)
            : patient.AgeYears is { } years ? Age.OfYears(years)
            : Age.Unknown;
    }

    /// <summary>Lets go of the patient.</summary>
    public void Clear()
    {
        Document = Nobody;
        (AsOf, AsOfAssumed) = (null, false);
    }

    /// <summary>Not long before the day of the question; where either is not known, a value is taken as recent.</summary>
    public bool IsRecent(DaySpan? day) => day is not { } span || AsOf is null || span.Last >= _recentFrom;

    /// <summary>Age on some day; the present age when the day or the birth is not known.</summary>
    public Age AgeOn(DaySpan? day)
    {
        if (day is not { } span)
            return _now;
        if (_birth is { } birth)
            return Age.Between(birth, span.First, span.Last);
        return AsOf is { } asOf && _now.IsKnown ? _now.Earlier(asOf.DayNumber - span.Last.DayNumber, asOf.DayNumber - span.First.DayNumber) : _now;
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

    /// <summary>The latest date of a document; null when it has none.</summary>
    private static DateOnly? Latest(FindingsDocument document)
    {
        DateOnly? latest = null;
        foreach (var lab in document.Labs)
            See(lab.TakenOn);
        foreach (var condition in document.Conditions)
        {
            See(condition.Since);
            See(condition.Until);
        }

        foreach (var exposure in document.Exposures)
        {
            See(exposure.StartedOn);
            See(exposure.EndedOn);
        }

        foreach (var lesion in document.Lesions)
            See(lesion.OnsetOn);
        foreach (var study in document.Imaging)
            See(study.TakenOn);
        foreach (var report in document.Histology)
            See(report.TakenOn);
        return latest;

        void See(PartialDate? date)
        {
            if (date is { } known && (latest is null || known.Latest > latest))
                latest = known.Latest;
        }
    }
}
