using System.Globalization;
using System.Text;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Tests.Support;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Tests.Reading;

/// <summary>
/// One entry of a document at a time, and every finding that is read from it: + present, - absent, ? open with a remark,
/// ! stated both ways, with the words in which it is cited and the place from where. What merely follows is left out, and so
/// is what is read of the same patient without the entry, unless it is no longer said.
/// </summary>
public sealed class Each_entry_is_read
{
    private static readonly FindingCatalogue Catalogue = ClassifierUnderTest.Knowledge.Catalogue;
    private static readonly DocumentInterpreter Interpreter = new(ClinicalVocabulary.Default, Catalogue);

    public static TheoryData<string> Kinds => [.. Entries.Of.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Into_these_findings(string kind)
    {
        var plain = Said(Entries.PlainDocument);
        var read = new StringBuilder();
        foreach (var (title, document) in Entries.Of[kind]())
        {
            var said = Said(document);
            read.Append(CultureInfo.InvariantCulture, $"{title}\n");
            foreach (var line in said.Except(plain, StringComparer.Ordinal))
                read.Append(CultureInfo.InvariantCulture, $"  {line}\n");
            foreach (var line in plain.Except(said, StringComparer.Ordinal))
                read.Append(CultureInfo.InvariantCulture, $"  no longer {line}\n");
        }

        Approved.Verify(read.ToString(), $"Read.{kind}");
    }

    private static List<string> Said(FindingsDocument document)
    {
        var patient = Interpreter.Interpret(document, callersDay: null);
        var lines = new List<string>();
        foreach (var picture in patient.Lesions.Select(lesion => lesion.Picture))
        {
            for (var finding = 0; finding < Catalogue.Count; finding++)
            {
                if (picture.SaidBy(finding) == finding && Sign(picture, finding) is { } sign)
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"{sign} {Catalogue[finding].Id} \"{picture.Seen(finding)}\" {string.Join(' ', picture.From(finding))}{Granted(picture, finding)}"));
            }
        }

        lines.AddRange(patient.Notes.Select(note => string.Create(CultureInfo.InvariantCulture, $"note {note.Code} \"{note.Text}\"")));
        lines.AddRange(patient.NotUnderstood.Select(words => $"not understood: {words.Path} {words.Kind} \"{words.Text}\" {words.Reason}"));
        return lines;
    }

    private static string Granted(Picture picture, int finding) => picture.TakenForGranted(finding) is { } words ? $" (taken for granted: {words})" : "";

    private static char? Sign(Picture picture, int finding) => picture.IsContradicted(finding) ? '!' : picture[finding] switch
    {
        FindingState.Present => '+',
        FindingState.Absent => '-',
        _ => picture.Seen(finding) is null ? null : '?',
    };
}
