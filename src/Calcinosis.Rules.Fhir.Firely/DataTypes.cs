using Calcinosis.Rules.Fhir.Reading;
using Calcinosis.Rules.Fhir.Resources;
using Hl7.Fhir.Model;
using Coding = Calcinosis.Rules.Findings.Coding;

namespace Calcinosis.Rules.Fhir.Firely;

/// <summary>FHIR's data types, from objects.</summary>
internal static class DataTypes
{
    public static Concept? Concept(CodeableConcept? source)
    {
        if (source is null)
            return null;
        var concept = new Concept { Text = source.Text };
        foreach (var coding in source.Coding)
        {
            if (coding.Code is not null || coding.Display is not null)
                concept.Codings.Add(new Coding(coding.System, coding.Code, coding.Display));
        }

        return concept.Codings.Count == 0 && concept.Text is null ? null : concept;
    }

    public static List<Concept>? Concepts(List<CodeableConcept>? source) =>
        source?.Select(Concept).OfType<Concept>().ToList() is { Count: > 0 } concepts ? concepts : null;

    public static List<Concept>? Concepts(CodeableConcept? source) => Concept(source) is { } concept ? [concept] : null;

    /// <summary>The code as it was written, also one that the SDK does not know.</summary>
    public static string? Code(PrimitiveType? code) => code?.JsonValue as string;

    public static List<string>? References(params List<ResourceReference>?[] lists) =>
        lists.SelectMany(list => list ?? []).Select(reference => reference?.Reference).OfType<string>().ToList() is { Count: > 0 } references ? references : null;

    public static Amount? Amount(Quantity? source) =>
        source is null ? null : new Amount(source.Value, source.Unit, source.Code, Code(source.ComparatorElement));

    public static When? Moment(PrimitiveType? source, string element) =>
        FhirTime.TryParse(source?.ToString(), out var date, out var time) ? new When(element) { Start = date, StartTime = time } : null;

    /// <summary>Any form of a time; the element's name is the stem with the type's name behind it.</summary>
    public static When? When(DataType? source, string stem) => source switch
    {
        null => null,
        Period period => Period(period, stem.Length == 0 ? "period" : stem + "Period"),
        Age age => Amount(age) is { } amount ? new When(stem + "Age") { Age = amount } : null,
        Hl7.Fhir.Model.Range range => Amount(range.Low) is var low && Amount(range.High) is var high && (low ?? high) is not null ? new When(stem + "Range") { Age = low, AgeTo = high } : null,
        FhirString text => text.Value is { } words ? new When(stem + "String") { Text = words } : null,
        FhirBoolean flag => flag.Value is { } value ? new When(stem + "Boolean") { Flag = value } : null,
        Timing timing => Timing(timing, stem + "Timing"),
        PrimitiveType moment => Moment(moment, stem + (moment is Instant ? "Instant" : "DateTime")),
        _ => null,
    };

    public static DataValue? Value(DataType? source) => source switch
    {
        null => null,
        Quantity quantity => new DataValue(ValueForm.Quantity, "valueQuantity") { Amount = Amount(quantity) },
        CodeableConcept concept => Concept(concept) is { } known ? new DataValue(ValueForm.Concept, "valueCodeableConcept") { Concept = known } : null,
        FhirString text => text.Value is { } words ? new DataValue(ValueForm.Text, "valueString") { Text = words } : null,
        Time time => time.Value is { } clock ? new DataValue(ValueForm.Text, "valueTime") { Text = clock } : null,
        FhirBoolean flag => flag.Value is { } value ? new DataValue(ValueForm.Flag, "valueBoolean") { Flag = value } : null,
        Integer whole => whole.Value is { } number ? new DataValue(ValueForm.Integer, "valueInteger") { Amount = new Amount(number, null, null, null) } : null,
        Hl7.Fhir.Model.Range range => Amount(range.Low) is var low && Amount(range.High) is var high && (low ?? high) is not null ? new DataValue(ValueForm.Range, "valueRange") { Amount = low, Second = high } : null,
        Ratio ratio => Amount(ratio.Numerator) is { } top ? new DataValue(ValueForm.Ratio, "valueRatio") { Amount = top, Second = Amount(ratio.Denominator) } : null,
        FhirDateTime moment => new DataValue(ValueForm.When, "valueDateTime") { When = Moment(moment, "valueDateTime") },
        Period period => new DataValue(ValueForm.When, "valuePeriod") { When = Period(period, "valuePeriod") },
        _ => new DataValue(ValueForm.Other, "value" + char.ToUpperInvariant(source.TypeName[0]) + source.TypeName[1..]),
    };

    public static List<RangeRecord>? Ranges(List<Observation.ReferenceRangeComponent> ranges)
    {
        if (ranges.Count == 0)
            return null;
        var records = new List<RangeRecord>();
        foreach (var range in ranges)
        {
            var record = new RangeRecord
            {
                Low = Amount(range.Low),
                High = Amount(range.High),
                Type = Concept(range.Type),
                AgeLow = Amount(range.Age?.Low),
                AgeHigh = Amount(range.Age?.High),
                Text = range.Text,
            };
            record.AppliesTo.AddRange(Concepts(range.AppliesTo) ?? []);
            records.Add(record);
        }

        return records;
    }

    private static When? Period(Period period, string element)
    {
        Findings.PartialDate? first = null, last = null;
        if (FhirTime.TryParse(period.Start, out var start, out var time))
            first = start;
        if (FhirTime.TryParse(period.End, out var end, out _))
            last = end;
        return first is null && last is null ? null : new When(element) { Start = first, StartTime = time, End = last, IsPeriod = true };
    }

    private static When? Timing(Timing timing, string element)
    {
        When? when = null;
        foreach (var moment in timing.Event)
        {
            if (FhirTime.TryParse(moment, out var date, out var time))
                when = when is null ? new When(element) { Start = date, StartTime = time } : when with { End = date };
        }

        return when ?? (timing.Repeat?.Bounds is Period bounds ? Period(bounds, element) : null);
    }
}
