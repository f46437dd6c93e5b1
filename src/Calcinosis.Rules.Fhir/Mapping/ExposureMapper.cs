using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Procedures, medications and injections as exposures. An order alone is no exposure, a drug not taken is evidence of absence.</summary>
internal sealed class ExposureMapper(MappingTables tables, Answers answers, ConceptReader concepts, ReferenceIndex index, DocumentDraft draft, LesionCollector lesions)
{
    private readonly Dictionary<string, (int Place, string Resource)> _sessions = new(StringComparer.Ordinal);

    /// <summary>Observations that are part of an exposure: latency, leak.</summary>
    public Dictionary<ResourceRecord, List<ResourceRecord>> Parts { get; } = [];

    public void Map(ResourceRecord record)
    {
        if (Status(record) is not { } meaning)
            return;
        if (record.Kind == ResourceKind.Immunization && record.Sites is not { Count: > 0 })
        {
            draft.Leave(record, "", LeftOutReason.NotUsed, record.Code?.Shown ?? "", "an injection bears on a lesion only with its site");
            return;
        }

        var (code, form) = Named(record);
        if (code is null || concepts.NameOf(code) is not { IsEmpty: false } name)
        {
            draft.Leave(record, "code", LeftOutReason.UnknownCode, "", "it has no code and no words");
            return;
        }

        var resolution = concepts.Resolve(TermKind.Exposure, code);
        // Product names come with product codes; bare words are the core's to read.
        if (resolution.Terms.Count == 0 && code.Codings.Count > 0 && name.Text is { } words && DrugName.Plain(words) is { } plain && concepts.ByText(TermKind.Exposure, plain) is { Terms.Count: > 0 } simple)
            (name, resolution) = (name with { Text = plain }, simple);
        if (record.Kind == ResourceKind.Immunization)
            name = new EntryName("other-injection", name.Codings, name.Text ?? code.Shown);
        else if (IsHeelStick(code, record))
            name = name with { Code = "heel-stick" };
        else if (resolution.Terms.Count == 0 && name.Code is null && name.Codings.Count > 0)
        {
            draft.Leave(record, "code", LeftOutReason.UnknownCode, code.Shown, concepts.WhyUnknown(code));
            return;
        }

        var entry = new Exposure
        {
            Code = name.Code,
            Codings = name.Codings,
            Text = name.Text,
            Status = meaning == StatusMeaning.Absent ? PresenceStatus.Absent : null,
            Site = concepts.Sites(record.Sites),
            StartedOn = record.When?.Start,
            EndedOn = End(record, meaning),
            Ongoing = meaning == StatusMeaning.Ongoing ? true : meaning == StatusMeaning.Ended ? false : null,
            Route = RouteOf(record, form, name, resolution),
            Dose = DoseOf(record),
            Indication = record.Reasons is { Count: > 0 } reasons ? ConceptReader.Words(reasons[0]) : null,
        };
        entry = WithParts(entry, record);
        if (Session(entry, record, resolution))
            return;
        draft.Add(entry, record, "");
        lesions.Exposes(draft.Exposures.Count - 1, record);
    }

    private StatusMeaning? Status(ResourceRecord record)
    {
        if (record.DoNotPerform == true)
            return StatusMeaning.Absent;
        if (record.Intent is { } intent && tables.IntentOf(record.TypeName, intent) == StatusMeaning.NotDone)
        {
            draft.Leave(record, "intent", LeftOutReason.NotDone, record.Code?.Shown ?? "", $"only a {intent}");
            return null;
        }

        var meaning = tables.StatusOf(record.TypeName, record.Status);
        switch (meaning)
        {
            case StatusMeaning.Error:
                draft.Leave(record, "status", LeftOutReason.EnteredInError, record.Code?.Shown ?? "", "entered in error");
                return null;
            case StatusMeaning.NotDone:
                draft.Leave(record, "status", LeftOutReason.NotDone, record.Code?.Shown ?? "", $"its status is {record.Status}: it was not done, or nobody knows");
                return null;
            case null when record.Status is not null:
                draft.Warn(record, "status", "unknown-status", record.Status, "a code of FHIR R4", "The status is not known; the resource was left out.");
                draft.Leave(record, "status", LeftOutReason.NotDone, record.Status, "its status is no code of FHIR R4");
                return null;
            default:
                return meaning ?? StatusMeaning.Present;
        }
    }

    /// <summary>The name, also through a contained or referenced Medication; second: its dose form.</summary>
    private (Concept? Code, Concept? Form) Named(ResourceRecord record)
    {
        if (record.Code is not null || record.MedicationReference is not { } reference)
            return (record.Code, null);
        if (index.Find(reference, record) is not { Kind: ResourceKind.Medication } medication)
        {
            draft.Leave(record, "medicationReference", LeftOutReason.BadReference, reference, "the Medication is not in the input");
            return default;
        }

        if (medication.Code is { } code && (concepts.Resolve(TermKind.Exposure, code).Terms.Count > 0 || medication.Ingredients is null))
            return (code, medication.Form);
        foreach (var ingredient in medication.Ingredients ?? [])
        {
            if (concepts.Resolve(TermKind.Exposure, ingredient).Terms.Count > 0)
                return (ingredient, medication.Form);
        }

        return (medication.Code ?? medication.Ingredients?.FirstOrDefault(), medication.Form);
    }

    private PartialDate? End(ResourceRecord record, StatusMeaning meaning)
    {
        var when = record.When;
        var end = when?.End;
        if (end is { } last && when!.Start is { } first && last.Latest < first.Earliest)
        {
            draft.Warn(record, when.Element, "end-before-start", $"{first} to {last}", "an end on or after the start", "The end lies before the start; the end was not read.");
            return null;
        }

        // A single day of a procedure or of what was given is its beginning and its end.
        return end ?? (meaning == StatusMeaning.Present && record.Kind is ResourceKind.MedicationAdministration or ResourceKind.Immunization && when is { IsPeriod: false, Start: { } day } ? day : null);
    }

    private Route? RouteOf(ResourceRecord record, Concept? form, EntryName name, Resolution resolution)
    {
        if (record.Route is { } route)
        {
            foreach (var coding in route.Codings)
            {
                foreach (var row in tables.Routes)
                {
                    if (row.Codes.Contains(coding.Value))
                        return row.Route;
                }
            }

            if (ByWords(route.Words) is { } said)
                return said;
            draft.Leave(record, "dosage.route", LeftOutReason.UnknownCode, route.Shown, "the route is not known");
        }

        // The dose form tells the route only where the name alone leaves it open.
        return ByWords(record.DosageText) ?? ByWords(form?.Words) ?? (name.Codings.Count > 0 || resolution.Terms.Any(term => term.Term.Code is "calcium-salt" or "phosphate-salt") ? ByWords(name.Text ?? record.Code?.Words) : null);
    }

    private Route? ByWords(string? text)
    {
        foreach (var token in text is null ? [] : TextNormaliser.Tokens(text))
        {
            foreach (var row in tables.Routes)
            {
                if (row.Words.Contains(token))
                    return row.Route;
            }
        }

        return null;
    }

    private static Dose? DoseOf(ResourceRecord record) => record.Dose is { Number: { } value } dose && value >= 0
        ? new Dose(value, dose.Unit ?? dose.Code, record.DosePeriod switch { "d" => "day", "wk" => "week", _ => null }) : null;

    /// <summary>Capillary blood from the heel of an infant, as billing codes tell it.</summary>
    private bool IsHeelStick(Concept code, ResourceRecord record)
    {
        if (!code.Codings.Any(coding => coding.Value == "36416" && coding.System?.Contains("cpt", StringComparison.OrdinalIgnoreCase) == true))
            return false;
        if (concepts.Sites(record.Sites) is { } site && site.Contains("heel", StringComparison.OrdinalIgnoreCase))
            return true;
        return draft.Patient.BirthDate is { } birth && record.When?.Start is { } day && day.Earliest.DayNumber - birth.Latest.DayNumber is >= 0 and < 366;
    }

    private Exposure WithParts(Exposure entry, ResourceRecord record)
    {
        if (record.Complications is { } complications && complications.Exists(IsLeak))
            entry = entry with { Extravasation = true };
        if (!Parts.TryGetValue(record, out var parts))
            return entry;
        foreach (var part in parts)
        {
            var question = concepts.Questions.Find(part.Code);
            switch (question?.Code)
            {
                case "before-lesion" when Answers.Duration(part.Value) is { } latency: entry = entry with { BeforeLesion = latency }; break;
                case "extravasation" when (answers.YesNo(part) ?? (part.Value is null ? true : null)) is { } leak: entry = entry with { Extravasation = leak }; break;
                case "ongoing" when answers.YesNo(part) is { } ongoing: entry = entry with { Ongoing = ongoing }; break;
                default:
                    draft.Leave(part, "value[x]", LeftOutReason.BadValue, part.Code?.Shown ?? "", "the answer is not understood");
                    continue;
            }

            draft.Source($"/exposures/{draft.Exposures.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)}/{question.Field}", part, part.Value?.Element ?? "code");
        }

        return entry;
    }

    private bool IsLeak(Concept concept) => concepts.Questions.Find(concept)?.Code == "extravasation";

    /// <summary>Sessions of dialysis are counted together: since the first one, and ended when the last lies long before the question.</summary>
    private bool Session(Exposure entry, ResourceRecord record, Resolution resolution)
    {
        if (entry.Status is not null || resolution.Terms is not [{ Negated: false } only] || !Dialysis.IsSession(only.Term))
            return false;
        if (!_sessions.TryGetValue(only.Term.Code, out var known))
        {
            _sessions[only.Term.Code] = (draft.Exposures.Count, record.Reference);
            return false;
        }

        var place = known.Place;
        var first = draft.Exposures[place];
        var (start, end) = (entry.StartedOn, entry.EndedOn ?? entry.StartedOn);
        draft.Exposures[place] = first with
        {
            StartedOn = first.StartedOn is { } old && (start is not { } day || old.Earliest <= day.Earliest) ? old : start,
            EndedOn = first.EndedOn is { } closed && (end is not { } last || closed.Latest >= last.Latest) ? closed : end,
            Ongoing = first.Ongoing == true || entry.Ongoing == true ? true : null,
        };
        draft.Leave(record, "", LeftOutReason.Repeated, record.Code?.Shown ?? "", $"counted together with {known.Resource}");
        return true;
    }

    /// <summary>Dialysis whose last session lies long before the question is past.</summary>
    public void CloseSessions(PartialDate? asOf)
    {
        foreach (var (place, _) in _sessions.Values)
        {
            var entry = draft.Exposures[place];
            if (entry.Ongoing != true && asOf is { } day && (entry.EndedOn ?? entry.StartedOn) is { } last && day.Earliest.DayNumber - last.Latest.DayNumber > Dialysis.GapDays)
                draft.Exposures[place] = entry with { Status = PresenceStatus.Past };
            else if (entry.EndedOn is not null)
                draft.Exposures[place] = entry with { EndedOn = null };
        }
    }
}
