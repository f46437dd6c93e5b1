using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>Looks up every name of a document.</summary>
internal sealed class DocumentResolver(ClinicalVocabulary vocabulary, PatientContext patient, ReadingSpace space)
{
    private readonly ResolvedDocument _resolved = space.Document;

    public void Resolve()
    {
        var document = patient.Document;
        var conditions = Entries.Of(document.Conditions);
        for (var i = 0; i < conditions.Length; i++)
            Add(conditions[i], i);
        var exposures = Entries.Of(document.Exposures);
        for (var i = 0; i < exposures.Length; i++)
            Add(exposures[i], i);
        var results = space.Results.All;
        for (var i = 0; i < results.Length; i++)
            Add(in results[i], i);
        for (var i = 0; i < document.Differential.Count; i++)
            Add(document.Differential[i], i);
        for (var i = 0; i < document.FamilyHistory.Count; i++)
            Add(document.FamilyHistory[i], i);
    }

    private void Add(Condition condition, int index)
    {
        if (patient.IsAfterAsOf(condition.Since))
            return;
        var terms = Terms(TermKind.Condition, condition, "conditions", index);
        for (var i = 0; i < terms.Count; i++)
        {
            var (term, negated, suspected, past) = terms[i];
            var absent = condition.Status == PresenceStatus.Absent ^ negated;
            var onlySuspected = suspected || condition.Verification == Verification.Suspected;
            var statement = New(term, condition, "conditions", index, State(absent, onlySuspected));
            statement.Suspected = onlySuspected && !absent;
            statement.Past = past || condition.Status == PresenceStatus.Past;
            statement.Since = Since(condition);
            statement.Until = condition.Until is { } until ? DaySpan.Of(until) : null;
            statement.Site = condition.Site;
            statement.Relations = condition.Lesions;
            _resolved.Add(statement);
        }
    }

    private void Add(Exposure exposure, int index)
    {
        if (patient.IsAfterAsOf(exposure.StartedOn))
            return;
        var terms = Terms(TermKind.Exposure, exposure, "exposures", index);
        for (var i = 0; i < terms.Count; i++)
        {
            var (term, negated, suspected, past) = terms[i];
            var absent = exposure.Status == PresenceStatus.Absent ^ negated;
            var statement = New(ByRoute(term, exposure), exposure, "exposures", index, State(absent, suspected));
            statement.Suspected = suspected && !absent;
            statement.Past = past || exposure.Status == PresenceStatus.Past;
            statement.Since = exposure.StartedOn is { } start ? DaySpan.Of(start) : null;
            statement.Until = exposure.EndedOn is { } end ? DaySpan.Of(end) : null;
            statement.Site = exposure.Site;
            statement.Relations = exposure.Lesions;
            _resolved.Add(statement);
        }
    }

    private void Add(in JudgedResult judged, int index)
    {
        var lab = judged.Result;
        Note(judged.Names, lab, "labs", index, TermKind.Analyte);
        var terms = judged.Names.Terms;
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i].Term;
            // "Calcium and phosphate normal" says both; a routine panel says too little to be any of its parts.
            if (term.Code == "mineral-panel")
            {
                _resolved.Labs.Add((lab with { Value = null }, AnalyteCatalogue.CalciumTotal, PlausibilityFinding.Fine, index));
                _resolved.Labs.Add((lab with { Value = null }, AnalyteCatalogue.Phosphate, PlausibilityFinding.Fine, index));
            }
            else if (TermMeaning.Of(term).Analyte is { } analyte)
            {
                _resolved.Labs.Add((lab, analyte, ReferenceEquals(analyte, judged.Analyte) ? judged.Finding : space.Results.Judge(lab, analyte), index));
            }
        }
    }

    private void Add(DifferentialEntry entry, int index)
    {
        foreach (var (term, negated, _, _) in Terms(TermKind.Differential, entry, "differential", index))
        {
            var state = entry.Status switch
            {
                DifferentialStatus.Excluded or DifferentialStatus.Unlikely => FindingState.Absent,
                DifferentialStatus.Confirmed => negated ? FindingState.Absent : FindingState.Present,
                _ => FindingState.Unknown,
            };
            var statement = New(term, entry, "differential", index, state);
            statement.Suspected = entry.Status == DifferentialStatus.Suspected;
            if (entry.Lesion is { } lesion)
                statement.Relations = [new LesionRelation(lesion)];
            _resolved.Differentials.Add(statement);
        }
    }

    private void Add(FamilyHistoryEntry entry, int index)
    {
        foreach (var (term, negated, _, _) in Terms(TermKind.Family, entry, "familyHistory", index))
        {
            var absent = entry.Status == PresenceStatus.Absent ^ negated;
            _resolved.Family.Add(New(term, entry, "familyHistory", index, absent ? FindingState.Absent : FindingState.Present));
        }
    }

    private Statement New(Term term, NamedEntry entry, string section, int index, FindingState state)
    {
        var statement = space.Statements.Next();
        statement.Become(term, entry, section, index);
        statement.State = state;
        return statement;
    }

    private IReadOnlyList<ResolvedTerm> Terms(TermKind kind, NamedEntry entry, string section, int index)
    {
        var resolution = vocabulary.Resolve(kind, entry.Code, entry.Codings, entry.Text);
        Note(resolution, entry, section, index, kind);
        return resolution.Terms;
    }

    /// <summary>Remembers what was not understood; an answer without reasons does not tell it.</summary>
    private void Note(Resolution resolution, FindingsEntry entry, string section, int index, TermKind kind)
    {
        if (!space.KeepsWords || resolution.Leftover.Count == 0)
            return;
        foreach (var part in resolution.Leftover)
            _resolved.NotUnderstood.Add(new NotUnderstood(Origin.PathOf(entry, section, index), kind.ToString().ToLowerInvariant(), Shorten(part), "not in the vocabulary; it took no part"));
    }

    /// <summary>A salt of calcium or phosphate is a different exposure in a vein than in the stomach.</summary>
    private Term ByRoute(Term term, Exposure exposure)
    {
        if (exposure.Route is null)
            return term;
        var code = (term.Code, exposure.Route) switch
        {
            ("calcium-salt", Route.Iv) => "iv-calcium",
            ("calcium-salt", Route.Oral) => "calcium-oral",
            ("calcium-salt", Route.Sc or Route.Im) => "calcium-injection",
            ("phosphate-salt", Route.Iv) => "phosphate-iv",
            ("phosphate-salt", Route.Oral) => "phosphate-oral",
            ("phosphate-salt", Route.Rectal) => "phosphate-enema",
            ("iv-calcium", Route.Oral) => "calcium-oral",
            ("systemic-corticosteroid", Route.Topical or Route.Inhaled or Route.Ocular or Route.Intralesional) => "topical-corticosteroid",
            ("sodium-thiosulfate", Route.Topical) => "topical-sodium-thiosulfate",
            _ => term.Code,
        };
        return code == term.Code ? term : vocabulary.Find(TermKind.Exposure, code) ?? term;
    }

    private DaySpan? Since(Condition condition)
    {
        if (condition.Since is { } since)
            return DaySpan.Of(since);
        if (condition.Duration is { } duration && patient.AsOf is { } asOf)
            return new DaySpan(duration.Before(asOf), duration.Before(asOf));
        if (condition.OnsetAgeYears is { } age && patient.Birth() is { } birth)
        {
            var days = (int)decimal.Truncate(age * IsoDuration.DaysPerYear);
            return new DaySpan(Later(birth.First, days), Later(birth.Last, days + 365));
        }

        return null;
    }

    internal static DateOnly Later(DateOnly day, int days) => DateOnly.MaxValue.DayNumber - day.DayNumber < days ? DateOnly.MaxValue : day.AddDays(days);

    private static FindingState State(bool absent, bool suspected) =>
        absent ? FindingState.Absent : suspected ? FindingState.Unknown : FindingState.Present;

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
