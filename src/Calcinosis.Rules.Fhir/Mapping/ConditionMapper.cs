using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Condition resources, and stays and dialysis of Encounters, as conditions of the document.</summary>
internal sealed class ConditionMapper(MappingTables tables, ConceptReader concepts, DocumentDraft draft, LesionCollector lesions)
{
    private static readonly string[] InpatientClasses = ["IMP", "ACUTE", "NONAC"];

    public void Map(ResourceRecord record)
    {
        if (record.Code is not { } code || concepts.NameOf(code) is not { IsEmpty: false } name)
        {
            draft.Leave(record, "code", LeftOutReason.UnknownCode, "", "the condition has no code and no words");
            return;
        }

        var (verification, absent, use) = Verification(record);
        if (!use)
            return;
        var terms = concepts.Resolve(TermKind.Condition, code);
        if (TextFlags.IsFamilyHistory(code))
        {
            draft.Leave(record, "code", LeftOutReason.NotUsed, code.Shown, "a disease of the family, recorded as the patient's own; record it as FamilyMemberHistory");
            draft.Warn(record, "code", "family-history-as-condition", null, "FamilyMemberHistory", "A disease of the family stands among the patient's own; it was not taken as the patient's.");
            return;
        }

        if (!Beginning.TryRead(record.When, out var begin))
            draft.Leave(record, record.When!.Element, LeftOutReason.BadValue, record.When.Text ?? "", "the onset is not understood; the condition was kept without it");
        var past = Clinical(record) == StatusMeaning.Past || Abated(record);
        var entry = new Condition
        {
            Code = name.Code,
            Codings = name.Codings,
            Text = name.Text,
            Status = absent ? PresenceStatus.Absent : past ? PresenceStatus.Past : null,
            Verification = verification,
            Since = begin.On,
            OnsetAgeYears = begin.AgeYears,
            Duration = begin.Duration,
            Until = Until(record, begin.On),
            Site = concepts.Sites(record.Sites),
            Stage = Stage(record),
        };
        entry = Said(entry, code, terms, record);
        if (IsLook(record, code, terms))
        {
            lesions.Look(record, code, entry);
            return;
        }

        if (terms.Terms.Count == 0 && name.Code is null && name.Codings.Count > 0)
        {
            draft.Leave(record, "code", LeftOutReason.UnknownCode, code.Shown, concepts.WhyUnknown(code));
            return;
        }

        draft.Add(entry, record, "");
        lesions.Belongs(draft.Conditions.Count - 1, record);
        if (entry.Status is not PresenceStatus.Absent && NamesType(terms))
            lesions.Named(record, entry);
    }

    public void Encounter(ResourceRecord record)
    {
        var when = record.When;
        foreach (var type in record.Details ?? [])
        {
            foreach (var term in concepts.Resolve(TermKind.Condition, type).Terms)
            {
                if (term.Negated || !(term.Term.Is("stay") || Dialysis.IsSession(term.Term)))
                    continue;
                var name = concepts.NameOf(type);
                var stay = term.Term.Is("stay");
                draft.Add(new Condition { Code = name.Code ?? term.Term.Code, Codings = name.Codings, Text = name.Text, Since = when?.Start, Until = stay ? Later(when) : null }, record, "type");
                return;
            }
        }

        if (record.EncounterClass is { } kind && InpatientClasses.Contains(kind, StringComparer.Ordinal))
            draft.Add(new Condition { Code = "hospital-stay", Since = when?.Start, Until = Later(when) }, record, "class");
        else
            draft.Leave(record, "", LeftOutReason.NotUsed, record.Details is { Count: > 0 } types ? types[0].Shown : record.EncounterClass ?? "", "no stay, no intensive care and no dialysis");
    }

    private static PartialDate? Later(When? when) => when is { End: { } end } && !(when.Start is { } start && end.Latest < start.Earliest) ? end : null;

    private (Verification? Verification, bool Absent, bool Use) Verification(ResourceRecord record)
    {
        if (record.VerificationStatus is not { } concept)
            return (null, false, true);
        var code = CodeOf(concept);
        switch (tables.Status("Condition.verificationStatus", code?.Trim().ToLowerInvariant()))
        {
            case StatusMeaning.Suspected: return (Findings.Verification.Suspected, false, true);
            case StatusMeaning.Absent: return (null, true, true);
            case StatusMeaning.Use: return (null, false, true);
            case StatusMeaning.Error:
                draft.Leave(record, "verificationStatus", LeftOutReason.EnteredInError, record.Code?.Shown ?? "", "entered in error");
                return (null, false, false);
            default:
                // Nobody knows what such a status means: the diagnosis counts as thought of, no more.
                draft.Warn(record, "verificationStatus", "unknown-status", code, "a code of FHIR R4", "The verification status is not known; the diagnosis was taken as suspected.");
                return (Findings.Verification.Suspected, false, true);
        }
    }

    private StatusMeaning? Clinical(ResourceRecord record)
    {
        if (record.ClinicalStatus is not { } concept)
            return null;
        var code = CodeOf(concept);
        var meaning = tables.Status("Condition.clinicalStatus", code?.Trim().ToLowerInvariant());
        if (meaning is null)
            draft.Warn(record, "clinicalStatus", "unknown-status", code, "a code of FHIR R4", "The clinical status is not known; it was read as not given.");
        return meaning;
    }

    private static bool Abated(ResourceRecord record) => record.Ended is { } end && end.Flag != false;

    private PartialDate? Until(ResourceRecord record, PartialDate? since)
    {
        var end = record.Ended?.Latest ?? (record.When is { IsPeriod: true, End: { } closed } && Clinical(record) == StatusMeaning.Past ? closed : null);
        if (end is { } last && since is { } first && last.Latest < first.Earliest)
        {
            draft.Warn(record, "abatement[x]", "end-before-start", $"{first} to {last}", "an end on or after the start", "The end lies before the onset; the end was not read.");
            return null;
        }

        return end;
    }

    private static string? Stage(ResourceRecord record)
    {
        var text = record.Stage is { } stage ? stage.Text ?? stage.Codings.FirstOrDefault()?.Display ?? stage.Codings.FirstOrDefault()?.Value : null;
        return text?.Length <= 10 ? text : null;
    }

    /// <summary>
    /// The name of a look, with a code or a place, or one that tells of calcinosis by itself. Bare words for a common look
    /// without a place stay among the conditions, where the core lists them.
    /// </summary>
    private bool IsLook(ResourceRecord record, Concept code, Resolution terms)
    {
        if (terms.Terms.Count > 0)
            return terms.Terms[0].Term.Kind == TermKind.Morphology && terms.Terms.All(term => term.Term.Kind == TermKind.Morphology);
        return concepts.Resolve(TermKind.Morphology, code) is { Terms.Count: > 0, Leftover.Count: 0 } looks
            && (record.Sites is { Count: > 0 } || code.Codings.Count > 0 || looks.Terms.Any(look => !look.Negated && LesionCollector.IsTelling(look.Term)));
    }

    /// <summary>Where the code names a disease and the words deny, doubt or date it, the words are heard.</summary>
    private Condition Said(Condition entry, Concept code, Resolution terms, ResourceRecord record)
    {
        if (entry.Codings.Count == 0 || code.Text is not { } text || !TextFlags.MayQualify(text) || terms.Terms.Count == 0)
            return entry;
        if (TextFlags.Asks(text))
        {
            Qualified(record);
            return entry with { Verification = Findings.Verification.Suspected };
        }

        var said = concepts.ByText(TermKind.Condition, ConceptReader.WithoutTag(text)).Terms.FirstOrDefault(term => terms.Terms.Any(known => known.Term.Code == term.Term.Code));
        if (said is not ({ Negated: true } or { Suspected: true } or { Past: true }))
            return entry;
        Qualified(record);
        return said.Negated ? entry with { Status = PresenceStatus.Absent }
            : said.Suspected ? entry with { Verification = Findings.Verification.Suspected }
            : entry.Status is null ? entry with { Status = PresenceStatus.Past } : entry;
    }

    private static bool NamesType(Resolution terms)
    {
        for (var i = 0; i < terms.Terms.Count; i++)
        {
            if (!terms.Terms[i].Negated && terms.Terms[i].Term.Is("names-type"))
                return true;
        }

        return false;
    }

    private static string? CodeOf(Concept concept) => (concept.Codings.Count > 0 ? concept.Codings[0].Value : null) ?? concept.Text;

    private void Qualified(ResourceRecord record) =>
        draft.Warn(record, "code.text", "words-qualify-code", null, "a status", "The words beside the code deny, doubt or date the disease; they were followed. Use the status elements for this.");
}
