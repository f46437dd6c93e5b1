using System.Globalization;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>What a document states once every name is looked up: statements by term, and what was not understood.</summary>
internal sealed class ResolvedDocument
{
    public List<Statement> Statements { get; } = [];

    public List<Statement> Differentials { get; } = [];

    public List<Statement> Family { get; } = [];

    public List<(LabResult Result, string Path)> Labs { get; } = [];

    public List<NotUnderstood> NotUnderstood { get; } = [];
}

/// <summary>Looks up every name of a document.</summary>
internal sealed class DocumentResolver(ClinicalVocabulary vocabulary, PatientContext patient)
{
    private readonly ResolvedDocument _resolved = new();

    public ResolvedDocument Resolve()
    {
        var document = patient.Document;
        for (var i = 0; i < document.Conditions.Count; i++)
            Add(document.Conditions[i], Path(document.Conditions[i], "conditions", i));
        for (var i = 0; i < document.Exposures.Count; i++)
            Add(document.Exposures[i], Path(document.Exposures[i], "exposures", i));
        for (var i = 0; i < document.Labs.Count; i++)
            Add(document.Labs[i], Path(document.Labs[i], "labs", i));
        for (var i = 0; i < document.Differential.Count; i++)
            Add(document.Differential[i], Path(document.Differential[i], "differential", i));
        for (var i = 0; i < document.FamilyHistory.Count; i++)
            Add(document.FamilyHistory[i], Path(document.FamilyHistory[i], "familyHistory", i));
        return _resolved;
    }

    public static string Path(FindingsEntry entry, string section, int index) =>
        entry.From ?? string.Create(CultureInfo.InvariantCulture, $"/{section}/{index}");

    private void Add(Condition condition, string path)
    {
        if (patient.IsAfterAsOf(condition.Since))
            return;
        foreach (var (term, negated, suspected, past) in Terms(TermKind.Condition, condition, path))
        {
            var absent = condition.Status == PresenceStatus.Absent ^ negated;
            var onlySuspected = suspected || condition.Verification == Verification.Suspected;
            _resolved.Statements.Add(new Statement(term, State(absent, onlySuspected), Seen(condition, condition.Status, condition.Since), path)
            {
                Suspected = onlySuspected && !absent,
                Past = past || condition.Status == PresenceStatus.Past,
                Since = Since(condition),
                Until = condition.Until is { } until ? DaySpan.Of(until) : null,
                Site = condition.Site,
                Relations = condition.Lesions,
                Condition = condition,
            });
        }
    }

    private void Add(Exposure exposure, string path)
    {
        if (patient.IsAfterAsOf(exposure.StartedOn))
            return;
        foreach (var (term, negated, suspected, past) in Terms(TermKind.Exposure, exposure, path))
        {
            var absent = exposure.Status == PresenceStatus.Absent ^ negated;
            _resolved.Statements.Add(new Statement(ByRoute(term, exposure), State(absent, suspected), Seen(exposure, exposure.Status, exposure.StartedOn), path)
            {
                Suspected = suspected && !absent,
                Past = past || exposure.Status == PresenceStatus.Past,
                Since = exposure.StartedOn is { } start ? DaySpan.Of(start) : null,
                Until = exposure.EndedOn is { } end ? DaySpan.Of(end) : null,
                Site = exposure.Site,
                Relations = exposure.Lesions,
                Exposure = exposure,
            });
        }
    }

    private void Add(LabResult lab, string path)
    {
        var resolution = vocabulary.Resolve(TermKind.Analyte, lab.Analyte, lab.Codings, lab.Text);
        Note(resolution, path, "analyte");
        foreach (var (term, _, _, _) in resolution.Terms)
        {
            // "Calcium and phosphate normal" says both; a routine panel says too little to be any of its parts.
            if (term.Code == "mineral-panel")
            {
                _resolved.Labs.Add((lab with { Analyte = "calcium-total", Value = null }, path));
                _resolved.Labs.Add((lab with { Analyte = "phosphate", Value = null }, path));
            }
            else if (!term.Is("panel"))
            {
                _resolved.Labs.Add((lab.Analyte == term.Code ? lab : lab with { Analyte = term.Code }, path));
            }
        }
    }

    private void Add(DifferentialEntry entry, string path)
    {
        foreach (var (term, negated, _, _) in Terms(TermKind.Differential, entry, path))
        {
            var state = entry.Status switch
            {
                DifferentialStatus.Excluded or DifferentialStatus.Unlikely => FindingState.Absent,
                DifferentialStatus.Confirmed => negated ? FindingState.Absent : FindingState.Present,
                _ => FindingState.Unknown,
            };
            _resolved.Differentials.Add(new Statement(term, state, $"{term.Label} {entry.Status?.ToString().ToLowerInvariant() ?? "considered"}", path)
            {
                Suspected = entry.Status == DifferentialStatus.Suspected,
                Relations = entry.Lesion is { } lesion ? [new LesionRelation(lesion)] : [],
            });
        }
    }

    private void Add(FamilyHistoryEntry entry, string path)
    {
        foreach (var (term, negated, _, _) in Terms(TermKind.Family, entry, path))
        {
            var absent = entry.Status == PresenceStatus.Absent ^ negated;
            _resolved.Family.Add(new Statement(term, absent ? FindingState.Absent : FindingState.Present, entry.Text ?? term.Label, path));
        }
    }

    private IReadOnlyList<ResolvedTerm> Terms(TermKind kind, NamedEntry entry, string path)
    {
        var resolution = vocabulary.Resolve(kind, entry.Code, entry.Codings, entry.Text);
        Note(resolution, path, kind.ToString().ToLowerInvariant(), resolution.Terms.Count == 0 ? vocabulary.WhyNotMapped(entry.Codings) : null);
        return resolution.Terms;
    }

    private void Note(Resolution resolution, string path, string kind, string? why = null)
    {
        foreach (var part in resolution.Leftover)
            _resolved.NotUnderstood.Add(new NotUnderstood(path, kind, Shorten(part), (why ?? "not in the vocabulary") + "; it took no part"));
    }

    /// <summary>A salt of calcium or phosphate is a different exposure in a vein than in the stomach.</summary>
    private Term ByRoute(Term term, Exposure exposure)
    {
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

    private static string Seen(NamedEntry entry, PresenceStatus? status, PartialDate? since)
    {
        var name = entry.Text ?? entry.Code ?? entry.Codings.Select(coding => coding.Display ?? coding.Value).FirstOrDefault() ?? "";
        var word = status switch
        {
            PresenceStatus.Absent => " (absent)",
            PresenceStatus.Past => " (past)",
            _ => "",
        };
        return since is { } date ? $"{name}{word} since {date}" : name + word;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
