using System.Globalization;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation.Labs;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>The picture of one lesion group with what was computed and remarked on the way.</summary>
internal sealed record LesionPicture(string Lesion, Picture Picture, IReadOnlyList<DerivedValue> Derived, IReadOnlyList<ReadingNote> Notes);

/// <summary>What a document means, lesion by lesion.</summary>
internal sealed record PatientPicture(
    IReadOnlyList<LesionPicture> Lesions, IReadOnlyList<string> RecordSays, IReadOnlyList<NotUnderstood> NotUnderstood, IReadOnlyList<ReadingNote> Notes)
{
    /// <summary>When and how old.</summary>
    public required PatientContext Context { get; init; }

    /// <summary>The laboratory results as they were read, in document order.</summary>
    public required IReadOnlyList<LabReading> Readings { get; init; }

    /// <summary>The lesion groups with their places and times.</summary>
    public required IReadOnlyList<LesionCase> Cases { get; init; }

    /// <summary>Conditions and exposures with the terms that they mean.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }
}

/// <summary>Reads a document into pictures. Pure: the same document gives the same pictures.</summary>
internal sealed class DocumentInterpreter(ClinicalVocabulary vocabulary, FindingCatalogue catalogue)
{
    /// <summary>Every lesion's picture with what was seen and where, for an answer with reasons.</summary>
    public PatientPicture Interpret(FindingsDocument document, DateOnly? callersDay) => Interpret(JudgedResults.Of(document), callersDay);

    /// <inheritdoc cref="Interpret(FindingsDocument, DateOnly?)"/>
    public PatientPicture Interpret(JudgedResults results, DateOnly? callersDay)
    {
        var space = new ReadingSpace(keepsWords: true) { Results = results };
        Read(callersDay, space);
        var patient = space.Patient;
        var notes = new List<ReadingNote>(space.Notes);
        if (patient.AsOfAssumed)
            notes.Add(new ReadingNote("as-of-assumed", $"no day of the question was given; the latest date of the document, {patient.AsOf!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, was taken", []));
        var pictures = space.Cases.Select((lesion, i) => new LesionPicture(lesion.Id, Picture.Of(catalogue, space.Picture(i)), space.Picture(i).Derived, [.. space.Picture(i).Notes, .. Contradictions(space.Picture(i))])).ToArray();
        return new PatientPicture(pictures, RecordSays(space.Document), [.. space.Document.NotUnderstood.Distinct().OrderBy(line => line.Path, StringComparer.Ordinal).ThenBy(line => line.Text, StringComparer.Ordinal)], notes)
        {
            Context = patient,
            Readings = space.Document.Readings,
            Cases = space.Cases,
            Statements = space.Document.Statements,
        };
    }

    /// <summary>Reads the document of whose results the space holds the verdicts: one picture a lesion group, in the order of <see cref="ReadingSpace.Cases"/>.</summary>
    public void Read(DateOnly? callersDay, ReadingSpace space) =>
        (space.Reader ??= new PatientReader(vocabulary, space)).Read(space.Results.Document, callersDay);

    /// <summary>The types that the record names, in alphabetical order.</summary>
    public static string[] RecordSays(ResolvedDocument resolved) => !PatientReader.NamesType(resolved) ? [] :
        [.. resolved.Statements.Where(statement => statement.IsAbout(Topics.NamesType) && statement.State != FindingState.Absent).Select(statement => statement.Term.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What was stated both ways, so that whoever recorded it can settle it.</summary>
    private IEnumerable<ReadingNote> Contradictions(PictureBuilder builder) =>
        !builder.AnyContradicted ? [] : Enumerable.Range(0, catalogue.Count).Where(builder.IsContradicted).Select(finding => (finding, entry: builder.EntryOf(finding)!))
            .Select(stated => new ReadingNote("contradiction", $"{catalogue[stated.finding].Label}: stated both ways ({stated.entry.Seen}); it counts as unknown", stated.entry.From));
}
