using System.Globalization;
using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>One patient's resources become one findings document.</summary>
internal sealed class PatientMapper
{
    private const decimal OldestYears = 130;
    private readonly PatientRecord _patient;
    private readonly ReferenceIndex _index;
    private readonly PartialDate? _asOf;
    private readonly MappingTables _tables = MappingTables.Default;
    private readonly Answers _answers;
    private readonly ConceptReader _concepts;
    private readonly DocumentDraft _draft = new();
    private readonly LesionCollector _lesions;
    private readonly ReportMapper _reports;
    private readonly ExposureMapper _exposures;
    private readonly ConditionMapper _conditions;
    private readonly ObservationMapper _observations;
    private readonly Dictionary<ResourceRecord, List<ResourceRecord>> _held = [];

    public PatientMapper(PatientRecord patient, ReferenceIndex index, ConceptReader concepts, PartialDate? asOf)
    {
        (_patient, _index, _concepts, _asOf) = (patient, index, concepts, asOf);
        _answers = new Answers(_tables);
        _lesions = new LesionCollector(_answers, concepts, index, _draft);
        _reports = new ReportMapper(_tables, _answers, concepts, index, _draft, _lesions);
        _exposures = new ExposureMapper(_tables, _answers, concepts, index, _draft, _lesions);
        _conditions = new ConditionMapper(_tables, concepts, _draft, _lesions);
        _observations = new ObservationMapper(_answers, concepts, _draft, new LabMapper(_tables, _answers, index, _draft), _reports, _lesions);
    }

    public FhirPatient Map(string? id)
    {
        var document = new FindingsDocument { Id = id, AsOf = _asOf };
        if (_patient.Patient is { IsAnimal: true } animal)
        {
            _draft.Issues.Add(new Issue("not-human", IssueSeverity.Error, new FhirSource(animal.Reference, "Patient").ToString(), "an animal", "a human patient", "The patient is an animal; the rules are for people."));
            return new FhirPatient { Reference = _patient.Reference, Document = document, Issues = _draft.Issues };
        }

        Screen();
        Person();
        Claim();
        foreach (var record in _patient.Resources)
        {
            if (!IsTaken(record))
                One(record);
        }

        foreach (var record in _patient.Resources)
        {
            if (record.Kind == ResourceKind.DiagnosticReport && !IsTaken(record))
                Report(record);
        }

        _observations.Finish();
        _exposures.CloseSessions(_asOf);
        _lesions.Finish();
        return new FhirPatient
        {
            Reference = _patient.Reference,
            Document = document with
            {
                Patient = _draft.Patient,
                Labs = _draft.Labs,
                Conditions = _draft.Conditions,
                Exposures = _draft.Exposures,
                Lesions = _draft.Lesions,
                Imaging = _draft.Imaging,
                Histology = _draft.Histology,
                FamilyHistory = _draft.Family,
                Measurements = _draft.Measurements,
                Spectroscopy = _draft.Spectroscopy,
                Genetics = _draft.Genetics,
            },
            Issues = _draft.Issues,
            LeftOut = _draft.LeftOut(),
            Provenance = _draft.Provenance(),
        };
    }

    /// <summary>Sets aside what must never be read: repeated names, other FHIR versions, entered in error, not final.</summary>
    private void Screen()
    {
        _draft.Issues.AddRange(_patient.Issues);
        var versions = new HashSet<(string, string)>();
        if (_patient.Patient is { } person)
            Screen(person, versions);
        foreach (var record in _patient.Resources)
            Screen(record, versions);
    }

    private void Screen(ResourceRecord record, HashSet<(string, string)> versions)
    {
        if (record.Faults is { } faults)
            Tell(record, faults);
        if (record.Kind == ResourceKind.Other)
            Leave(record, LeftOutReason.NotUsed, record.TypeName, $"no rule reads {record.TypeName}");
        else if (_index.IsRepeated(record))
        {
            _draft.Warn(record, "id", "duplicate-id", record.Reference, "each id once", "Two resources have this id; the first was read.");
            Leave(record, LeftOutReason.Repeated, record.Reference, "a second resource with the same id");
        }
        else if (record.Foreign is var (element, version))
        {
            if (versions.Add((record.TypeName, element)))
                _draft.Warn(record, element, "other-fhir-version", $"{record.TypeName}.{element}", "FHIR R4 (4.0.1)", $"The element belongs to FHIR {version}; resources of that version are not read. Ask the server for R4.");
            Leave(record, LeftOutReason.OtherVersion, $"{record.TypeName}.{element}", $"it is a resource of FHIR {version}");
        }
    }

    private void Tell(ResourceRecord record, List<ElementFault> faults)
    {
        foreach (var fault in faults)
            _draft.Warn(record, fault.Element, fault.Code, fault.Found, fault.Expected, fault.Message);
    }

    private void Leave(ResourceRecord record, LeftOutReason reason, string what, string text)
    {
        Take(record);
        _draft.Leave(record, "", reason, what, text);
    }

    private void Person()
    {
        if (_patient.Patient is not { } person)
        {
            if (_patient.Reference.Length > 0)
                _draft.Issues.Add(new Issue("patient-missing", IssueSeverity.Warning, _patient.Reference, "no Patient resource", "the Patient resource", "The Patient is not in the input; age and sex are unknown. Add it."));
        }
        else
        {
            if (person.Birth?.Start is { } birth)
                Birth(person, birth);
            Sex(person);
        }

        foreach (var record in _patient.Resources)
        {
            if (record.Kind == ResourceKind.Observation && !IsTaken(record) && _concepts.Questions.Find(record.Code) is { About: QuestionAbout.Patient } question && IsUsable(record))
            {
                Take(record);
                About(record, question);
            }
        }
    }

    private void Birth(ResourceRecord person, PartialDate birth)
    {
        var impossible = _asOf is { } day && (birth.Earliest > day.Latest || (day.Latest.DayNumber - birth.Earliest.DayNumber) / IsoDuration.DaysPerYear > OldestYears);
        if (impossible)
        {
            _draft.Warn(person, "birthDate", "birth-impossible", null, "a date of birth that fits the day of the question", "The date of birth lies after the day of the question, or more than 130 years before it; it was not read.");
            return;
        }

        _draft.Patient = _draft.Patient with { BirthDate = birth };
        _draft.Source("/patient/birthDate", person, "birthDate");
    }

    private void Sex(ResourceRecord person)
    {
        Sex? sex = person.Gender?.Trim().ToLowerInvariant() switch { "female" => Findings.Sex.Female, "male" => Findings.Sex.Male, _ => null };
        if (sex is null && person.Gender is null or "unknown" or "other")
            sex = person.BirthSex switch { "F" => Findings.Sex.Female, "M" => Findings.Sex.Male, _ => null };
        if (sex is null && person.Gender is { } gender && gender is not ("other" or "unknown"))
            _draft.Warn(person, "gender", "unknown-status", gender, "male, female, other or unknown", "The gender is no code of FHIR R4; the sex is unknown.");
        if (sex is null)
            return;
        _draft.Patient = _draft.Patient with { Sex = sex };
        _draft.Source("/patient/sex", person, person.Gender is null ? "extension" : "gender");
    }

    private void About(ResourceRecord record, Question question)
    {
        var value = record.Value;
        var element = value?.Element ?? "value[x]";
        switch (question.Code)
        {
            case "age" when value?.Form == ValueForm.Quantity && Answers.Duration(value) is { } span && span.TotalDays / IsoDuration.DaysPerYear <= OldestYears:
                _draft.Patient = span is { Months: 0, Days: 0, Hours: 0 } ? _draft.Patient with { AgeYears = span.Years } : _draft.Patient with { Age = span };
                _draft.Source(span is { Months: 0, Days: 0, Hours: 0 } ? "/patient/ageYears" : "/patient/age", record, element);
                break;
            case "age" when value is not null && value.Form != ValueForm.Quantity && Answers.Years(value) is { } years && years is >= 0 and <= OldestYears:
                _draft.Patient = _draft.Patient with { AgeYears = years };
                _draft.Source("/patient/ageYears", record, element);
                break;
            case "gestational-age" when Weeks(value) is { } weeks && weeks is >= 20 and <= 45:
                _draft.Patient = _draft.Patient with { GestationalAgeWeeks = weeks };
                _draft.Source("/patient/gestationalAgeWeeks", record, element);
                break;
            case "pregnant" when _answers.YesNo(record) is { } pregnant:
                _draft.Patient = _draft.Patient with { Pregnant = pregnant };
                _draft.Source("/patient/pregnant", record, element);
                break;
            default:
                _draft.Leave(record, element, value is null ? LeftOutReason.NoValue : LeftOutReason.BadValue, record.Code?.Shown ?? "", value is null ? "there is no answer" : "the answer is not understood or not possible");
                break;
        }
    }

    private static decimal? Weeks(DataValue? value) => Answers.Duration(value) is { } span ? span.TotalDays / 7 : Answers.Number(value);

    /// <summary>Members of lesion panels and results of reports are read with their holder; parts of exposures with the exposure.</summary>
    private void Claim()
    {
        foreach (var record in _patient.Resources)
        {
            if (record.Kind == ResourceKind.DiagnosticReport && !IsTaken(record) && _reports.KindOf(record) != ReportKind.None && IsUsable(record))
                _held[record] = [.. Members(record).Where(member => Take(member))];
        }

        foreach (var record in _patient.Resources)
        {
            if (IsTaken(record) || record.Kind is not (ResourceKind.Observation or ResourceKind.Condition))
                continue;
            var question = _concepts.Questions.Find(record.Code);
            if (question is { About: QuestionAbout.Exposure })
                Part(record);
            else if (record.Kind == ResourceKind.Observation && question is { Answer: AnswerKind.None } && IsUsable(record))
            {
                Take(record);
                _lesions.Panel(record, question, [.. Members(record).Where(member => Take(member))]);
            }
        }
    }

    private void Part(ResourceRecord record)
    {
        var holder = (record.Abouts ?? []).Select(about => _index.Find(about, record)).FirstOrDefault(target => target is not null && IsExposure(target.Kind));
        // A leak without a reference belongs to the only calcium that was given.
        holder ??= _patient.Resources.Where(other => IsExposure(other.Kind) && other.Code is { } code && _concepts.Resolve(TermKind.Exposure, code).Terms.Any(term => term.Term.Code is "iv-calcium" or "calcium-salt")).Take(2).ToArray() is [{ } only] ? only : null;
        if (holder is null || !IsUsable(record))
            return;
        Take(record);
        if (!_exposures.Parts.TryGetValue(holder, out var parts))
            _exposures.Parts[holder] = parts = [];
        parts.Add(record);
    }

    private static bool IsExposure(ResourceKind kind) =>
        kind is ResourceKind.Procedure or ResourceKind.MedicationAdministration or ResourceKind.MedicationStatement or ResourceKind.MedicationRequest or ResourceKind.MedicationDispense or ResourceKind.Immunization;

    private void One(ResourceRecord record)
    {
        switch (record.Kind)
        {
            case ResourceKind.Observation when IsUsable(record): _observations.Map(record); break;
            case ResourceKind.Condition: _conditions.Map(record); break;
            case var kind when IsExposure(kind): _exposures.Map(record); break;
            case ResourceKind.ServiceRequest: Order(record); break;
            case ResourceKind.Encounter when IsUsable(record): _conditions.Encounter(record); break;
            case ResourceKind.FamilyMemberHistory when IsUsable(record): Family(record); break;
            case ResourceKind.AllergyIntolerance: _draft.Leave(record, "", LeftOutReason.NotUsed, "AllergyIntolerance", "an allergy says nothing about the origin of calcium"); break;
            case ResourceKind.ImagingStudy: _draft.Leave(record, "", LeftOutReason.NotUsed, "ImagingStudy", "it holds pictures, not findings; findings come from the report"); break;
        }
    }

    private void Order(ResourceRecord record)
    {
        if (_tables.Status("ServiceRequest.status", record.Status) == StatusMeaning.Error)
            _draft.Leave(record, "status", LeftOutReason.EnteredInError, record.Code?.Shown ?? "", "entered in error");
        else if (record.Code is { } code && _concepts.Resolve(TermKind.Exposure, code).Terms.Count > 0)
            _draft.Leave(record, "", LeftOutReason.NotDone, code.Shown, "ordered; an order is no exposure until something was done");
        else
            _draft.Leave(record, "", LeftOutReason.NotUsed, record.Code?.Shown ?? "", "an order that names no exposure");
    }

    private void Family(ResourceRecord record)
    {
        var relation = record.Relationship is { } relationship ? ConceptReader.Words(relationship) ?? relationship.Codings.FirstOrDefault()?.Value : null;
        if (record.Details is not { Count: > 0 } diseases)
        {
            _draft.Leave(record, "condition", LeftOutReason.NoValue, relation ?? "", "no disease of the relative is given; that is unknown, not absent");
            return;
        }

        for (var i = 0; i < diseases.Count; i++)
        {
            var name = _concepts.NameOf(diseases[i]);
            var element = string.Create(CultureInfo.InvariantCulture, $"condition[{i}]");
            if (name.IsEmpty)
                _draft.Leave(record, element, LeftOutReason.UnknownCode, "", "the disease has no code and no words");
            else
                _draft.Add(new FamilyHistoryEntry { Code = name.Code, Codings = name.Codings, Text = name.Text, Relation = relation }, record, element);
        }
    }

    private void Report(ResourceRecord record)
    {
        if (_held.TryGetValue(record, out var results))
            _reports.Map(record, _reports.KindOf(record), results);
        else if (IsUsable(record))
            _draft.Leave(record, "result", LeftOutReason.NotUsed, record.Code?.Shown ?? "", "it is no report of an image or a biopsy; the values that it groups stand for themselves");
    }

    /// <summary>The status allows to read it; what it does not allow is listed once.</summary>
    private bool IsUsable(ResourceRecord record)
    {
        if (record.JudgedBy != this)
            (record.JudgedBy, record.IsUsable) = (this, Judge(record));
        return record.IsUsable;
    }

    private bool IsTaken(ResourceRecord record) => record.TakenBy == this;

    /// <summary>Takes a resource, so that nothing else reads it for this patient; false when that was done before.</summary>
    private bool Take(ResourceRecord record)
    {
        if (record.TakenBy == this)
            return false;
        record.TakenBy = this;
        return true;
    }

    private bool Judge(ResourceRecord record)
    {
        if (record.Status is null)
            return true;
        var meaning = _tables.StatusOf(record.TypeName, record.Status.Trim().ToLowerInvariant());
        switch (meaning)
        {
            case StatusMeaning.Error:
                _draft.Leave(record, "status", LeftOutReason.EnteredInError, record.Code?.Shown ?? "", "entered in error");
                return false;
            case StatusMeaning.NotDone:
                _draft.Leave(record, "status", LeftOutReason.NotDone, record.Code?.Shown ?? "", $"its status is {record.Status}");
                return false;
            case StatusMeaning.Preliminary:
                _draft.Warn(record, "status", "preliminary", record.Status, "final", "The result is not final; it was read all the same.");
                return true;
            case null:
                _draft.Warn(record, "status", "unknown-status", record.Status, "a code of FHIR R4", "The status is not known; the resource was left out.");
                _draft.Leave(record, "status", LeftOutReason.NotDone, record.Status, "its status is no code of FHIR R4");
                return false;
            default:
                return true;
        }
    }

    /// <summary>All Observations below one, each once, whatever circle the references make.</summary>
    private List<ResourceRecord> Members(ResourceRecord record)
    {
        var found = new List<ResourceRecord>();
        var seen = new HashSet<ResourceRecord> { record };
        var open = new Queue<ResourceRecord>([record]);
        while (open.TryDequeue(out var holder))
        {
            foreach (var reference in holder.Members ?? [])
            {
                if (_index.Find(reference, holder) is not { } member)
                    _draft.Leave(holder, holder.Kind == ResourceKind.DiagnosticReport ? "result" : "hasMember", LeftOutReason.BadReference, reference, "the member is not in the input");
                else if (!seen.Add(member))
                    _draft.Warn(holder, holder.Kind == ResourceKind.DiagnosticReport ? "result" : "hasMember", "circular-reference", reference, "a member that is no holder", "References go in a circle or name one member twice; it was read once.");
                else if (member.Kind == ResourceKind.Observation)
                {
                    open.Enqueue(member);
                    if (!IsTaken(member) && IsUsable(member))
                        found.Add(member);
                }
            }
        }

        return found;
    }
}
