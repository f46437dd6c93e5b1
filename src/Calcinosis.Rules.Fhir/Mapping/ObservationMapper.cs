using System.Globalization;
using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Decides what an Observation is: a laboratory value, a bedside measurement, an answer about a lesion, a finding.</summary>
internal sealed class ObservationMapper(Answers answers, ConceptReader concepts, DocumentDraft draft, LabMapper labs, ReportMapper reports, LesionCollector lesions)
{
    /// <summary>Categories whose questions are known by code or whole name only; their words are never searched for findings.</summary>
    private static readonly string[] ClosedCategories = ["survey", "social-history", "activity", "vital-signs", "therapy"];

    private static readonly string OwnImaging = OwnSystems.Of(TermKind.Imaging);
    private static readonly string OwnHistology = OwnSystems.Of(TermKind.Histology);
    private readonly Dictionary<MeasurementKind, (BedsideMeasurement Entry, ResourceRecord Record, string Element)> _newest = [];

    public void Map(ResourceRecord record)
    {
        var mapped = Part(record, record, "");
        for (var i = 0; i < (record.Components?.Count ?? 0); i++)
        {
            var component = record.Components![i];
            // Some systems repeat the value of the whole as a component of the same code.
            if (record.Value is not null && SameCode(component.Code, record.Code))
                draft.Leave(record, Element(i), LeftOutReason.Repeated, component.Code?.Shown ?? "", "a component with the code of the Observation itself");
            else if (Part(record, component, Element(i) + "."))
                mapped = true;
            else
                draft.Leave(record, Element(i) + ".code", LeftOutReason.UnknownCode, component.Code?.Shown ?? "", concepts.WhyUnknown(component.Code));
        }

        if (mapped)
            return;
        if (record.Value is null && record.Members is { Count: > 0 })
            draft.Leave(record, "hasMember", LeftOutReason.NotUsed, record.Code?.Shown ?? "", "it only groups its members, which stand for themselves");
        else if (record.Code is null)
            draft.Leave(record, "code", LeftOutReason.UnknownCode, "", "the observation has no code");
        else if (record.Value is null && record.Components is null && record.DataAbsentReason is { } reason)
            draft.Leave(record, "dataAbsentReason", LeftOutReason.NoValue, $"{record.Code.Shown}: {reason.Shown}", "the value is missing, with a reason");
        else
            draft.Leave(record, "code", LeftOutReason.UnknownCode, record.Code.Shown, concepts.WhyUnknown(record.Code));
    }

    /// <summary>Only the newest of each bedside measurement counts; the older ones are listed.</summary>
    public void Finish()
    {
        foreach (var (entry, record, element) in _newest.Values.OrderBy(one => one.Record.Position))
            draft.Add(entry, record, element);
    }

    private static string Element(int component) => string.Create(CultureInfo.InvariantCulture, $"component[{component}]");

    /// <summary>Maps the Observation itself or one component; false when nothing knows it.</summary>
    private bool Part(ResourceRecord record, Measured part, string prefix)
    {
        if (part.Code is not { } code)
            return false;
        if (concepts.Questions.Find(code) is { } question)
            return Answer(record, part, prefix, question);
        var own = ConceptReader.OwnCode(code);
        var known = (own is null ? concepts.ByCode(code) : concepts.Resolve(TermKind.Analyte, code)).Terms;
        if (known.Count > 0 && known[0].Term.Kind == TermKind.Analyte)
            return Lab(record, part, prefix, code, known.Count == 1 ? known[0].Term : null);
        if (IsCategory(record, "laboratory"))
            return Laboratory(record, part, prefix, code);
        if (known.Count == 0 && (IsClosed(record) || ConceptReader.Words(code) is not { Length: > 0 }))
            return false;
        return Finding(record, part, prefix, code, known);
    }

    private bool Lab(ResourceRecord record, Measured part, string prefix, Concept code, Term? term)
    {
        labs.Map(record, part, prefix, concepts.NameOf(code), term);
        return true;
    }

    /// <summary>A laboratory test without a known code: by its words, else listed.</summary>
    private bool Laboratory(ResourceRecord record, Measured part, string prefix, Concept code)
    {
        var resolution = concepts.Resolve(TermKind.Analyte, code);
        // A panel has no value of its own; its components and members have.
        if (part.Value is null && part.Interpretation is null && part.DataAbsentReason is null && prefix.Length == 0 && (record.Members ?? (object?)record.Components) is not null)
            return record.Components is not null;
        if (resolution.Terms.Count == 0 && code.Codings.Count > 0)
            return false;
        return Lab(record, part, prefix, code, resolution.Terms is [{ } only] ? only.Term : null);
    }

    private bool Answer(ResourceRecord record, Measured part, string prefix, Question question)
    {
        switch (question.About)
        {
            case QuestionAbout.Patient:
                return true;
            case QuestionAbout.Measurement:
                Measure(record, part, prefix, question);
                return true;
            case QuestionAbout.Lesion when question.Code != "lesion":
                if (prefix.Length > 0)
                    return false;
                lesions.Loose(record, question);
                return true;
            case QuestionAbout.Exposure or QuestionAbout.Condition when prefix.Length == 0:
                draft.Leave(record, "partOf", LeftOutReason.BadReference, part.Code!.Shown, "it names no exposure that it is a part of");
                return true;
            case QuestionAbout.Histology when prefix.Length == 0:
                reports.Single(record, ReportKind.Pathology);
                return true;
            case QuestionAbout.Imaging when prefix.Length == 0:
                reports.Single(record, ReportKind.Imaging);
                return true;
            case QuestionAbout.Spectroscopy when answers.Word<Mineral>("mineral", part.Value) is { } mineral:
                draft.Add(new SpectroscopyResult { Method = record.Method?.Words, Mineral = mineral }, record, prefix.TrimEnd('.'));
                return true;
            case QuestionAbout.Genetics:
                var result = answers.Word<GeneResult>("gene", part.Value) ?? (answers.Flag(part) == LabInterpretation.Negative ? GeneResult.Negative : null);
                if (result is null)
                    draft.Leave(record, prefix + "value[x]", LeftOutReason.BadValue, Answers.Words(part.Value) ?? "", "the result of the genetic test is not understood");
                else
                    draft.Add(new GeneticResult { Gene = question.Field, Result = result }, record, prefix.TrimEnd('.'));
                return true;
            default:
                return false;
        }
    }

    private void Measure(ResourceRecord record, Measured part, string prefix, Question question)
    {
        if (part.Value is null && prefix.Length == 0 && record.Components is not null)
            return;
        if (!EnumWords<MeasurementKind>.TryParse(question.Code, out var kind) || Answers.Number(part.Value) is not { } value)
        {
            draft.Leave(record, prefix + "value[x]", LeftOutReason.NoValue, part.Code!.Shown, "there is no number");
            return;
        }

        var amount = part.Value?.Amount;
        var where = prefix.TrimEnd('.');
        if ((MeasurementRange.Canonical(kind, value, amount?.Code) ?? MeasurementRange.Canonical(kind, value, amount?.Unit)) is not { } canonical)
        {
            draft.Leave(record, prefix + "value[x]", LeftOutReason.UnknownUnit, amount?.Unit ?? amount?.Code ?? "", $"the unit is missing or is none of {question.Code}");
            return;
        }

        if (MeasurementRange.Problem(kind, canonical.Value, canonical.Unit) is { } problem)
        {
            draft.Leave(record, prefix + "value[x]", LeftOutReason.BadValue, $"{value.ToString(CultureInfo.InvariantCulture)} {amount?.Unit}", problem);
            return;
        }

        var entry = new BedsideMeasurement { Kind = kind, Value = canonical.Value, Unit = canonical.Unit, TakenOn = (record.When ?? record.Recorded)?.Latest };
        if (_newest.TryGetValue(kind, out var known))
        {
            var newer = known.Entry.TakenOn is not { } old || (entry.TakenOn is { } day && day.Latest >= old.Latest);
            var (lost, element) = newer ? (known.Record, known.Element) : (record, where);
            draft.Leave(lost, element, LeftOutReason.Repeated, question.Code, "a newer one was read");
            if (!newer)
                return;
        }

        _newest[kind] = (entry, record, where);
    }

    /// <summary>A finding at the bedside, in an image, in a biopsy: a look, a symptom, a disease.</summary>
    private bool Finding(ResourceRecord record, Measured part, string prefix, Concept code, IReadOnlyList<ResolvedTerm> known)
    {
        if (prefix.Length > 0 && known.Count == 0)
            return false;
        if (known.Count == 0 && concepts.Resolve(TermKind.Analyte, code) is { Terms: [{ } analyte], Leftover.Count: 0 } && part.Value?.Form is ValueForm.Quantity or ValueForm.Text or ValueForm.Ratio or null && (part.Value ?? (object?)part.Interpretation) is not null)
            return Lab(record, part, prefix, code, analyte.Term);
        var kind = reports.KindOf(record);
        if (kind != ReportKind.None || (known.Count > 0 && known[0].Term.Kind is TermKind.Imaging or TermKind.Histology) || OwnReport(code) is not ReportKind.None)
        {
            reports.Single(record, kind != ReportKind.None ? kind : OwnReport(code) is var own && own != ReportKind.None ? own : known[0].Term.Kind == TermKind.Imaging ? ReportKind.Imaging : ReportKind.Pathology);
            return true;
        }

        var there = answers.YesNo(part);
        if (Look(record, code, part, prefix, there))
            return true;
        var terms = concepts.Resolve(TermKind.Condition, code);
        if (terms is { Terms.Count: > 0, Leftover.Count: 0 } && (there is not null || part.Value is null))
            return Symptom(record, concepts.NameOf(code), there, prefix + "code");
        // "Finding: Raynaud phenomenon": the code asks in general, the value says what was found.
        if (part.Value is { Form: ValueForm.Concept, Concept: { } said } && there is null)
        {
            if (Look(record, said, part, prefix + part.Value.Element, true))
                return true;
            if (concepts.Resolve(TermKind.Condition, said) is { Terms.Count: > 0, Leftover.Count: 0 })
                return Symptom(record, concepts.NameOf(said), true, prefix + part.Value.Element);
        }

        return false;
    }

    private static ReportKind OwnReport(Concept code)
    {
        foreach (var coding in code.Codings)
        {
            if (coding.System == OwnImaging)
                return ReportKind.Imaging;
            if (coding.System == OwnHistology)
                return ReportKind.Pathology;
        }

        return ReportKind.None;
    }

    private bool Look(ResourceRecord record, Concept concept, Measured part, string prefix, bool? there)
    {
        if (prefix.Contains('[', StringComparison.Ordinal) || concepts.Resolve(TermKind.Morphology, concept) is not { Terms.Count: > 0, Leftover.Count: 0 } looks || looks.Terms.Any(term => term.Term.Kind != TermKind.Morphology))
            return false;
        if (there is null && part.Value is not null)
            return false;
        lesions.Look(record, concept, there == false ? new Condition { Status = PresenceStatus.Absent } : null);
        return true;
    }

    private bool Symptom(ResourceRecord record, EntryName name, bool? there, string element)
    {
        draft.Add(new Condition { Code = name.Code, Codings = name.Codings, Text = name.Text, Status = there == false ? PresenceStatus.Absent : null, Site = concepts.Sites(record.Sites) }, record, element.Contains('[', StringComparison.Ordinal) ? element : "");
        lesions.Belongs(draft.Conditions.Count - 1, record);
        return true;
    }

    private static bool IsClosed(ResourceRecord record) => record.Categories is not null && Array.Exists(ClosedCategories, category => IsCategory(record, category));

    private static bool IsCategory(ResourceRecord record, string category)
    {
        if (record.Categories is null)
            return false;
        foreach (var concept in record.Categories)
        {
            foreach (var coding in concept.Codings)
            {
                if (string.Equals(coding.Value, category, StringComparison.OrdinalIgnoreCase))
                    return true;
            }

            if (string.Equals(concept.Text, category, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool SameCode(Concept? one, Concept? other) =>
        one is not null && other is not null && one.Codings.Any(a => a.Value is not null && other.Codings.Any(b => b.Value == a.Value && b.System == a.System));
}
