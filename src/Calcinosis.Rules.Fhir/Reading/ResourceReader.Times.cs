using System.Text.Json;
using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir.Reading;

/// <content>Times in all their forms, and what the reader says when it meets another type than it expects.</content>
internal ref partial struct ResourceReader
{
    private When? Moment(ElementName name)
    {
        switch (name)
        {
            case ElementName.OnsetPeriod or ElementName.AbatementPeriod or ElementName.EffectivePeriod or ElementName.PerformedPeriod or ElementName.OccurrencePeriod or ElementName.ValuePeriod or ElementName.CollectedPeriod or ElementName.Period:
                return Period(name);
            case ElementName.OnsetAge or ElementName.AbatementAge or ElementName.PerformedAge:
                return Quantity(name) is { } age ? new When(ElementNames.Text(name)) { Age = age } : null;
            case ElementName.OnsetRange or ElementName.AbatementRange or ElementName.PerformedRange:
                return Bounds(name) is var (low, high) && (low ?? high) is not null ? new When(ElementNames.Text(name)) { Age = low, AgeTo = high } : null;
            case ElementName.OnsetString or ElementName.AbatementString or ElementName.PerformedString or ElementName.OccurrenceString:
                return Text(name) is { } text ? new When(ElementNames.Text(name)) { Text = text } : null;
            case ElementName.AbatementBoolean:
                return Flag(name) is { } flag ? new When(ElementNames.Text(name)) { Flag = flag } : null;
            case ElementName.EffectiveTiming or ElementName.OccurrenceTiming:
                return Timing(name);
            default:
                return Date(name) is var (date, time) && date is not null ? new When(ElementNames.Text(name)) { Start = date, StartTime = time } : null;
        }
    }

    private (PartialDate? Date, TimeOnly? Time) Date(ElementName name)
    {
        if (_json.TokenType != JsonTokenType.String)
        {
            WrongType(name, "a date");
            return default;
        }

        if (!_json.ValueIsEscaped && FhirTime.TryParse(_json.ValueSpan, out var date, out var time))
            return (date, time);
        var found = Resources.Concept.Short(_json.GetString()!);
        _record.Fault(ElementNames.Text(name), "bad-date", found, "yyyy, yyyy-MM, yyyy-MM-dd or a date-time", "The date is not in FHIR's form or does not exist; it was not read.");
        return default;
    }

    private When? Period(ElementName name)
    {
        if (!IsObject(name))
            return null;
        PartialDate? start = null, end = null;
        TimeOnly? time = null;
        while (NextElement(out var inner))
        {
            if (inner == ElementName.Start)
                (start, time) = Date(inner);
            else if (inner == ElementName.End)
                (end, _) = Date(inner);
            else
                Skip();
        }

        return start is null && end is null ? null : new When(ElementNames.Text(name)) { Start = start, StartTime = time, End = end, IsPeriod = true };
    }

    /// <summary>Of a Timing its events or the period that bounds it.</summary>
    private When? Timing(ElementName name)
    {
        if (!IsObject(name))
            return null;
        When? when = null;
        while (NextElement(out var inner))
        {
            if (inner == ElementName.Event && _json.TokenType == JsonTokenType.StartArray)
            {
                while (NextItem())
                {
                    var (date, time) = Date(inner);
                    when = when is null ? new When(ElementNames.Text(name)) { Start = date, StartTime = time } : when with { End = date ?? when.End };
                }
            }
            else if (inner == ElementName.Repeat && _json.TokenType == JsonTokenType.StartObject)
            {
                while (NextElement(ElementName.BoundsPeriod))
                    when = First(when, Period(ElementName.BoundsPeriod) is { } bounds ? bounds with { Element = ElementNames.Text(name) } : null);
            }
            else
            {
                Skip();
            }
        }

        return when;
    }
}
