using System.Globalization;
using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>What kind of report an Observation or DiagnosticReport is.</summary>
internal enum ReportKind
{
    None,
    Imaging,
    Pathology,
}

/// <summary>Reports of images and biopsies: what they conclude and what their results say.</summary>
internal sealed class ReportMapper(MappingTables tables, Answers answers, ConceptReader concepts, ReferenceIndex index, DocumentDraft draft, LesionCollector lesions)
{
    private const int LongestConclusion = 1000;

    public ReportKind KindOf(ResourceRecord record)
    {
        if (record.Categories is { } categories && KindOf(categories) is var kind and not ReportKind.None)
            return kind;
        return record.Code is not { } name ? ReportKind.None : name.Notes.Report ??= KindOf(name);
    }

    private ReportKind KindOf(List<Concept> categories)
    {
        foreach (var category in categories)
        {
            foreach (var coding in category.Codings)
            {
                if (tables.Pathology["category"].Contains(coding.Value, StringComparer.Ordinal))
                    return ReportKind.Pathology;
                if (coding.Value is { } code && tables.Modalities.Any(row => row.Categories.Contains(code)))
                    return ReportKind.Imaging;
            }
        }

        return ReportKind.None;
    }

    private ReportKind KindOf(Concept name)
    {
        if (name.Codings.Any(coding => tables.Pathology["code"].Contains(coding.Value, StringComparer.Ordinal)) || Says(name, tables.Pathology["words"]))
            return ReportKind.Pathology;
        return ModalityOf(name) is not null ? ReportKind.Imaging : ReportKind.None;
    }

    /// <summary>Maps a report with the Observations that it holds.</summary>
    public void Map(ResourceRecord record, ReportKind kind, IReadOnlyList<ResourceRecord> results)
    {
        var findings = new List<(ReportFinding Finding, ResourceRecord Record, string Element)>();
        var report = new HistologyReport { TakenOn = Taken(record) };
        for (var i = 0; i < (record.Details?.Count ?? 0); i++)
            Finding(findings, record.Details![i], null, record, string.Create(CultureInfo.InvariantCulture, $"conclusionCode[{i}]"));
        foreach (var result in results)
        {
            var abouts = result.Abouts;
            if (abouts is { Count: > 0 })
                (record.Abouts ??= []).AddRange(abouts);
            report = Result(result, result, "", kind, findings, report);
            for (var i = 0; i < (result.Components?.Count ?? 0); i++)
                report = Result(result, result.Components![i], string.Create(CultureInfo.InvariantCulture, $"component[{i}]."), kind, findings, report);
        }

        if (findings.Count == 0 && record.Conclusion is { Length: > 0 and <= LongestConclusion } conclusion)
            Sentences(findings, conclusion, record);
        else if (record.Conclusion is { Length: > 0 } unread && findings.Count > 0 && record.Details is null)
            draft.Leave(record, "conclusion", LeftOutReason.NotUsed, unread, "free text; the coded results were read");
        Write(record, kind, findings, report);
    }

    /// <summary>An Observation that is by itself a finding of an image or biopsy.</summary>
    public void Single(ResourceRecord record, ReportKind kind)
    {
        var findings = new List<(ReportFinding Finding, ResourceRecord Record, string Element)>();
        var report = Result(record, record, "", kind, findings, new HistologyReport { TakenOn = Taken(record) });
        for (var i = 0; i < (record.Components?.Count ?? 0); i++)
            report = Result(record, record.Components![i], string.Create(CultureInfo.InvariantCulture, $"component[{i}]."), kind, findings, report);
        Write(record, kind, findings, report);
    }

    private void Write(ResourceRecord record, ReportKind kind, List<(ReportFinding Finding, ResourceRecord Record, string Element)> findings, HistologyReport report)
    {
        if (findings.Count == 0 && report is { Adequate: null, Depth: null, Stains.Count: 0 })
        {
            draft.Leave(record, "", LeftOutReason.NoValue, record.Code?.Shown ?? "", "the report holds no finding that could be read");
            return;
        }

        var vocabulary = kind == ReportKind.Imaging ? TermKind.Imaging : TermKind.Histology;
        if (OtherPlace(record) is { } place)
        {
            draft.Leave(record, "code", LeftOutReason.OtherSite, place, "the report is about a place inside the body or one that no skin finding is tied to");
            return;
        }

        lesions.CalciumShown |= findings.Exists(one => one.Finding is var finding && finding.Status != PresenceStatus.Absent
            && concepts.Vocabulary.Resolve(vocabulary, finding.Code, finding.Codings, finding.Text).Terms.Any(term => term.Term.Is("calcium") && !term.Negated));
        ReportFinding[] said = [.. findings.Select(one => one.Finding)];
        for (var i = 0; i < findings.Count; i++)
            draft.Source(string.Create(CultureInfo.InvariantCulture, $"/{(kind == ReportKind.Imaging ? "imaging" : "histology")}/{(kind == ReportKind.Imaging ? draft.Imaging.Count : draft.Histology.Count)}/findings/{i}"), findings[i].Record, findings[i].Element);
        if (kind == ReportKind.Imaging)
        {
            draft.Add(new ImagingStudy { Modality = ModalityFor(record), TakenOn = report.TakenOn, Findings = said }, record, "");
            lesions.Imaged(draft.Imaging.Count - 1, record);
        }
        else
        {
            draft.Add(report with { Findings = said }, record, "");
            lesions.Examined(draft.Histology.Count - 1, record);
        }
    }

    /// <summary>A film of the chest or the skull without a place of the skin tells nothing of a finger.</summary>
    private string? OtherPlace(ResourceRecord record)
    {
        if (record.Abouts is { Count: > 0 } || record.Code is not { } code || ConceptReader.Words(code) is not { } words || record.Sites is { Count: > 0 })
            return null;
        return concepts.Vocabulary.ReadSite(words) is { Places.Length: > 0 } ? lesions.AnyAt([words]) ? null : words : null;
    }

    private HistologyReport Result(ResourceRecord record, Measured part, string prefix, ReportKind kind, List<(ReportFinding Finding, ResourceRecord Record, string Element)> findings, HistologyReport report)
    {
        var question = concepts.Questions.Find(part.Code);
        switch (question?.Code)
        {
            case "adequate" when answers.YesNo(part) is { } adequate: return report with { Adequate = adequate };
            case "decalcified" when answers.YesNo(part) is { } decalcified: return report with { Decalcified = decalcified };
            case "specimen-depth" when answers.Word<SpecimenDepth>("specimen-depth", part.Value) is { } depth: return report with { Depth = depth };
            case "specimens" when Answers.Integer(part.Value) is { } count: return report with { Specimens = count };
            case "stain-h-e": return Stained(Stain.HE);
            case "stain-von-kossa": return Stained(Stain.VonKossa);
            case "stain-alizarin": return Stained(Stain.Alizarin);
        }

        if (question is { About: QuestionAbout.Histology or QuestionAbout.Imaging, Answer: AnswerKind.Words })
        {
            if (part.Value is { Form: ValueForm.Concept, Concept: { } value })
                Finding(findings, value, null, record, prefix + part.Value.Element);
            else if (part.Value?.Text is { Length: > 0 and <= LongestConclusion } text)
                Sentences(findings, text, record);
            return report;
        }

        var vocabulary = kind == ReportKind.Imaging ? TermKind.Imaging : TermKind.Histology;
        if (question is null && part.Code is { } code && concepts.Resolve(vocabulary, code).Terms.Count > 0 && !(part.Value is { Form: ValueForm.Concept } && answers.YesNo(part) is null))
        {
            Finding(findings, code, answers.YesNo(part), record, prefix + "code", ExtentOf(part));
            return report;
        }

        if (part.Value is { Form: ValueForm.Concept, Concept: { } said } && answers.YesNo(part) is null)
            Finding(findings, said, null, record, prefix + part.Value.Element);
        else if (part.Code is not null && (part.Value is not null || record.Components is null))
            draft.Leave(record, prefix + "code", LeftOutReason.UnknownCode, part.Code.Shown, "no known finding of an image or biopsy");
        return report;

        HistologyReport Stained(Stain stain) => report with { Stains = [.. report.Stains, new StainResult(stain, answers.Flag(part) ?? (answers.YesNo(part) switch { true => LabInterpretation.Positive, false => LabInterpretation.Negative, _ => tables.FlagOfWords(Answers.Words(part.Value)) }))] };
    }

    private FindingExtent? ExtentOf(Measured part) => answers.Word<FindingExtent>("extent", part.Value);

    private void Finding(List<(ReportFinding Finding, ResourceRecord Record, string Element)> findings, Concept concept, bool? there, ResourceRecord record, string element, FindingExtent? extent = null)
    {
        var name = concepts.NameOf(concept);
        if (name.IsEmpty)
            return;
        findings.Add((new ReportFinding { Code = name.Code, Codings = name.Codings, Text = name.Text, Status = there == false ? PresenceStatus.Absent : null, Extent = extent }, record, element));
    }

    private static void Sentences(List<(ReportFinding Finding, ResourceRecord Record, string Element)> findings, string text, ResourceRecord record)
    {
        foreach (var sentence in text.Split(['.', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            findings.Add((new ReportFinding { Text = sentence }, record, record.Conclusion is null ? "value[x]" : "conclusion"));
    }

    private PartialDate? Taken(ResourceRecord record) =>
        (record.When ?? index.Find(record.Specimen, record)?.When ?? record.Recorded)?.Latest;

    private Modality? ModalityFor(ResourceRecord record)
    {
        if (record.Code is { } name && ModalityOf(name) is { } named)
            return named;
        if (record.Method is { } method && ModalityOf(method) is { } used)
            return used;
        foreach (var category in record.Categories ?? [])
        {
            foreach (var coding in category.Codings)
            {
                if (tables.Modalities.FirstOrDefault(row => coding.Value is { } code && row.Categories.Contains(code)) is { } row)
                    return row.Modality;
            }
        }

        return null;
    }

    private Modality? ModalityOf(Concept name)
    {
        foreach (var coding in name.Codings)
        {
            if (coding.System == OwnSystems.Observation && EnumWords<Modality>.TryParse(coding.Value ?? "", out var own))
                return own;
            if (tables.Modalities.FirstOrDefault(row => row.Snomed.Contains(coding.Value)) is { } row)
                return row.Modality;
        }

        if (ConceptReader.Words(name) is not { } words)
            return null;
        var key = " " + TextNormaliser.Key(words) + " ";
        return tables.Modalities.FirstOrDefault(row => row.Names.Any(entry => key.Contains(" " + entry + " ", StringComparison.Ordinal)))?.Modality;
    }

    private static bool Says(Concept name, string[] words)
    {
        if (ConceptReader.Words(name) is not { } text)
            return false;
        var key = " " + TextNormaliser.Key(text) + " ";
        return Array.Exists(words, word => key.Contains(" " + TextNormaliser.Key(word) + " ", StringComparison.Ordinal));
    }
}
