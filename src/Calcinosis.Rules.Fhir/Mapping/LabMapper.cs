using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>
/// An Observation, or a component, as a laboratory result. What is faulty in a value is set aside with a warning and never
/// loses the patient; a unit is never guessed in silence.
/// </summary>
internal sealed class LabMapper(MappingTables tables, Answers answers, ReferenceIndex index, DocumentDraft draft)
{
    /// <param name="record">The Observation.</param>
    /// <param name="measured">The Observation itself or one of its components.</param>
    /// <param name="element">Element prefix of a component, such as <c>component[1].</c>; empty for the Observation itself.</param>
    /// <param name="name">How the test is named.</param>
    /// <param name="term">The analyte, when a code or the words say it; null when they do not.</param>
    public void Map(ResourceRecord record, Measured measured, string element, EntryName name, Term? term)
    {
        var analyte = term is null ? null : AnalyteCatalogue.Find(term.Code);
        var loinc = LoincOf(measured.Code);
        var flag = Flag(measured, analyte);
        var (value, readable) = Value(record, measured, element, loinc, analyte);
        if (value is null && flag is null && measured.Value is { } words)
            flag = Qualitative(words, analyte);
        if (value is null && flag is null)
        {
            if (readable)
                NoValue(record, measured, element);
            return;
        }

        var (day, time) = Taken(record);
        var range = Range(record, measured, element, day, value?.Unit);
        var sample = Sample(record, loinc);
        var result = new LabResult
        {
            // A code decides the test at once; words are left to the core, which also says what it did not understand.
            Analyte = name.Code ?? (name.Codings.Count > 0 ? term?.Code : null),
            Codings = name.Codings,
            Text = name.Text,
            Value = value?.Number,
            Unit = value?.Unit,
            Comparator = value?.Comparator,
            Interpretation = flag,
            ReferenceRange = range,
            TakenOn = day,
            TakenAt = time,
            Specimen = sample.Specimen,
            SpecimenType = sample.Material,
            Quality = sample.Quality,
            Method = loinc?.LabMethod,
            DialysisTiming = loinc?.DialysisTiming,
        };
        result = Judged(result, analyte, record, element);
        if (result.Value is not null || result.Interpretation is not null)
            draft.Add(result, record, element.TrimEnd('.'));
    }

    private LoincRow? LoincOf(Concept? code)
    {
        if (code is null)
            return null;
        if (code.Notes is { IsLoincKnown: false } notes)
            (notes.Loinc, notes.IsLoincKnown) = (Row(code), true);
        return code.Notes.Loinc;
    }

    private LoincRow? Row(Concept code)
    {
        foreach (var coding in code.Codings)
        {
            if (coding.Value is { } value && tables.Loinc.TryGetValue(value.Trim(), out var row))
                return row;
        }

        return null;
    }

    /// <summary>Number, unit and comparator; second: false when the value was told about already.</summary>
    private ((decimal Number, string? Unit, Comparator? Comparator)?, bool) Value(ResourceRecord record, Measured measured, string element, LoincRow? loinc, Analyte? analyte)
    {
        if (measured.Value is not { } value)
            return (null, true);
        var path = element + value.Element;
        switch (value.Form)
        {
            case ValueForm.Quantity or ValueForm.Integer when value.Amount is { } amount:
                if (Number(record, path, amount) is not { } number)
                    return (null, false);
                var (unit, usable) = Unit(record, path, amount, number.Unit, measured, loinc, analyte);
                return usable ? ((number.Value, unit, number.Comparator), true) : (null, false);
            case ValueForm.Ratio when value is { Amount: { Number: 1 }, Second: { Number: { } titre } }:
                return ((titre, "{titer}", null), true);
            case ValueForm.Text or ValueForm.Concept when ClinicalNumber.TryParse(Answers.Words(value), out var written):
                draft.Warn(record, path, "number-as-string", null, "valueQuantity", "The value is written as text; it was read as a number.");
                if (written.DecimalComma)
                    DecimalComma(record, path);
                var (said, fine) = Unit(record, path, new Amount(written.Value, written.Unit, null, null), written.Unit, measured, loinc, analyte);
                return fine ? ((written.Value, said, written.Comparator), true) : (null, false);
            case ValueForm.Text or ValueForm.Concept or ValueForm.Flag:
                return (null, true);
            default:
                draft.Leave(record, path, LeftOutReason.BadValue, value.Element, "a value of this form is not read as a laboratory value");
                return (null, false);
        }
    }

    private ClinicalNumber? Number(ResourceRecord record, string path, Amount amount)
    {
        var comparator = amount.Comparator is { } written && EnumWords<Comparator>.TryParse(written, out var sign) ? sign : (Comparator?)null;
        if (amount.Number is { } number)
            return new ClinicalNumber(number, comparator, amount.Unit, false);
        if (amount.NumberText is null)
        {
            draft.Leave(record, path, LeftOutReason.NoValue, "", "the quantity has no value");
            return null;
        }

        if (!ClinicalNumber.TryParse(amount.NumberText, out var read))
        {
            draft.Leave(record, path, LeftOutReason.BadValue, amount.NumberText, "the value is no number, or its comma may mean thousands as well as decimals");
            draft.Warn(record, path, "bad-number", amount.NumberText, "a number", "The value is no number; it was not read.");
            return null;
        }

        if (read.DecimalComma)
            DecimalComma(record, path);
        return read with { Comparator = read.Comparator ?? comparator, Unit = amount.Unit ?? read.Unit };
    }

    private void DecimalComma(ResourceRecord record, string path) =>
        draft.Warn(record, path, "decimal-comma", null, "a decimal point", "The number is written with a comma; it was read as a decimal comma.");

    /// <summary>
    /// The unit as shown, when it is a known one; else the coded one. Without any, the unit of the range or of the code is
    /// assumed and told. Two known units that disagree make the value unusable.
    /// </summary>
    private (string? Unit, bool Usable) Unit(ResourceRecord record, string path, Amount amount, string? written, Measured measured, LoincRow? loinc, Analyte? analyte)
    {
        var shown = string.IsNullOrWhiteSpace(written) ? null : written.Trim();
        var coded = string.IsNullOrWhiteSpace(amount.Code) ? null : amount.Code.Trim();
        var knownShown = shown is null ? null : Units.Normalise(shown);
        var knownCoded = coded is null ? null : Units.Normalise(coded);
        if (knownShown is not null && knownCoded is not null && knownShown != knownCoded && analyte is { Qualitative: false } && Apart(analyte, knownShown, knownCoded))
        {
            draft.Warn(record, path, "unit-disagrees", $"{shown} and {coded}", "one unit", "Shown and coded unit differ; the value was set aside.");
            draft.Leave(record, path, LeftOutReason.UnknownUnit, $"{shown} and {coded}", "shown and coded unit differ");
            return (null, false);
        }

        var unit = knownShown is not null ? shown : knownCoded is not null ? coded : shown ?? coded;
        if (unit is null && analyte is { Qualitative: false } && Assumed(measured, loinc) is { } assumed && analyte.TryConvert(1, assumed, out _))
        {
            draft.Warn(record, path, "unit-assumed", null, assumed, $"The value has no unit; {assumed}, the unit of its range or code, was assumed.");
            unit = assumed;
        }

        if (unit is not null && loinc is { Property.Length: > 0 } && Units.Normalise(unit) is { } ucum && IsMolar(ucum) != (loinc.Property == "molar") && ucum != "meq/L")
            draft.Warn(record, path, "unit-against-code", unit, $"a unit of the code's property ({loinc.Property})", "The unit does not fit the property of the code; the unit was trusted.");
        return (unit, true);
    }

    private static bool Apart(Analyte analyte, string one, string other) => analyte.Factors.TryGetValue(one, out var first) && analyte.Factors.TryGetValue(other, out var second) && first != second;

    private static string? Assumed(Measured measured, LoincRow? loinc)
    {
        foreach (var range in measured.ReferenceRanges ?? [])
        {
            if ((range.Low ?? range.High) is { } bound && (bound.Unit ?? bound.Code) is { Length: > 0 } unit && Units.Normalise(unit) is not null)
                return unit;
        }

        return loinc is { Unit.Length: > 0 } ? loinc.Unit : null;
    }

    private static bool IsMolar(string ucum) => ucum.Contains("mol", StringComparison.Ordinal);

    private LabInterpretation? Flag(Measured measured, Analyte? analyte)
    {
        if (measured.Interpretation is null)
            return null;
        if (answers.Flag(measured) is { } flag)
            return flag;
        foreach (var concept in measured.Interpretation)
        {
            // "Abnormal", "+" and "-" say something only of a test that is positive or negative, or high or low.
            switch (concept.Codings.Count > 0 ? concept.Codings[0].Value : concept.Text)
            {
                case "A" or "AA" or "abnormal" or "Abnormal" when analyte is { Qualitative: true }: return LabInterpretation.Positive;
                case "+": return analyte is { Qualitative: true } ? LabInterpretation.Positive : LabInterpretation.High;
                case "-": return analyte is { Qualitative: true } ? LabInterpretation.Negative : LabInterpretation.Low;
            }
        }

        return null;
    }

    private LabInterpretation? Qualitative(DataValue value, Analyte? analyte)
    {
        if (value.Flag is { } flag)
            return flag ? LabInterpretation.Positive : LabInterpretation.Negative;
        var words = Answers.Words(value);
        return tables.FlagOfWords(words) ?? (words is { Length: > 1 } || analyte is { Qualitative: true } ? tables.FlagOfCode(words) : null);
    }

    private void NoValue(ResourceRecord record, Measured measured, string element)
    {
        if (measured.DataAbsentReason is { } reason)
            draft.Leave(record, element + "dataAbsentReason", LeftOutReason.NoValue, reason.Shown, "the value is missing, with a reason");
        else if (Answers.Words(measured.Value) is { } words)
            draft.Leave(record, element + measured.Value!.Element, LeftOutReason.BadValue, words, "the words are no value and no known result");
        else
            draft.Leave(record, element + "value[x]", LeftOutReason.NoValue, measured.Code?.Shown ?? "", "there is no value");
    }

    /// <summary>When the sample was drawn: of the result, else of the Specimen, else when it was written down.</summary>
    private (PartialDate? Day, TimeOnly? Time) Taken(ResourceRecord record)
    {
        var when = record.When ?? index.Find(record.Specimen, record)?.When ?? record.Recorded;
        return (when?.Latest, when is { Latest: not null, End: null } ? when.StartTime : null);
    }

    /// <summary>Draw, material and quality: of the Specimen, else of the code.</summary>
    private (string? Specimen, SpecimenType? Material, IReadOnlyList<SampleQuality> Quality) Sample(ResourceRecord record, LoincRow? loinc)
    {
        if (record.Specimen is not { } reference)
            return (null, loinc?.SpecimenType, []);
        if (index.Find(reference, record) is not { } specimen)
        {
            draft.Leave(record, "specimen", LeftOutReason.BadReference, reference, "the specimen is not in the input; only its name was used to tell one draw from another");
            return (reference, loinc?.SpecimenType, []);
        }

        var said = specimen.Details is { Count: > 0 } types ? types[0] : null;
        var quality = (specimen.SampleConditions ?? []).Select(concept => tables.Quality(concept.Words) ?? tables.Quality(concept.Codings.FirstOrDefault()?.Value)).OfType<SampleQuality>().Distinct().ToArray();
        return (specimen.Reference, tables.Material(said?.Words) ?? tables.Material(said?.Codings.FirstOrDefault()?.Value) ?? loinc?.SpecimenType, quality);
    }

    private ReferenceRange? Range(ResourceRecord record, Measured measured, string element, PartialDate? day, string? unit) => measured.ReferenceRanges is not { Count: > 0 } ranges ? null
        : new RangeChooser(draft.Patient, day).Choose(ranges, unit) ?? Unread(record, element);

    private ReferenceRange? Unread(ResourceRecord record, string element)
    {
        draft.Leave(record, element + "referenceRange", LeftOutReason.NotUsed, "", "no reference range with bounds for this patient's age and sex");
        return null;
    }

    /// <summary>Values that no living person has would be errors in a findings document; from FHIR they are set aside.</summary>
    private LabResult Judged(LabResult result, Analyte? analyte, ResourceRecord record, string element)
    {
        if (analyte is null || result.Value is not { } value)
            return result;
        var finding = Plausibility.Judge(analyte, value, result.Unit, lowCalciumExplained: true);
        // A value without a usable unit stays in the document, where the core says what it needs; here it is only listed.
        if (finding.Code is "unit-missing" or "unit-unknown")
            draft.Leave(record, element + "value[x]", LeftOutReason.UnknownUnit, result.Unit ?? "", "the unit is missing or not known for this test");
        if (finding.Verdict != PlausibilityVerdict.Reject)
            return result;
        var found = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value} {result.Unit}").TrimEnd();
        draft.Warn(record, element + "value[x]", finding.Code!, found, finding.Expected!, finding.Message!);
        draft.Leave(record, element + "value[x]", LeftOutReason.BadValue, found, "the value is not possible; it was set aside");
        return result with { Value = null, Unit = null, Comparator = null, ReferenceRange = null };
    }
}
