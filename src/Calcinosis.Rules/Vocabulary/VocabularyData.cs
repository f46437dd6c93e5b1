namespace Calcinosis.Rules.Vocabulary;

/// <summary>The vocabulary as it stands in the embedded data files.</summary>
internal static class VocabularyData
{
    private static readonly (string File, TermKind Kind)[] Files =
    [
        ("conditions", TermKind.Condition), ("exposures", TermKind.Exposure), ("looks", TermKind.Morphology), ("distributions", TermKind.Distribution),
        ("imaging", TermKind.Imaging), ("histology", TermKind.Histology), ("differential", TermKind.Differential), ("family", TermKind.Family), ("analytes", TermKind.Analyte),
    ];

    public static IReadOnlyList<Term> Terms()
    {
        var codes = Rows("codes").ToLookup(row => row[2], StringComparer.Ordinal);
        var terms = new List<Term>();
        foreach (var (file, kind) in Files)
        {
            foreach (var row in EmbeddedTable.Rows("Vocabulary", file, columns: 4))
                terms.Add(new Term(kind, row[0], row[1], Split(row[3], ';'), Split(row[2], ' ')));
        }

        return [.. terms.Select((term, number) => term with
        {
            Number = number,
            StandardCodes = [.. codes[KindWord(term.Kind)].Where(row => Split(row[3], '+').Contains(term.Code)).Select(row => row[0] + "|" + row[1])],
        })];
    }

    /// <summary>Standard codes with all terms that each states.</summary>
    public static IEnumerable<(string System, string Code, string Kind, IReadOnlyList<string> Terms)> Codes() =>
        Rows("codes").Select(row => (row[0], row[1], row[2], (IReadOnlyList<string>)Split(row[3], '+')));

    /// <summary>Codes that are known and on purpose stand for no finding, with the reason.</summary>
    public static IEnumerable<(string System, string Code, string Why)> NotMapped() => Rows("not-mapped").Select(row => (row[0], row[1], row[2]));

    public static IEnumerable<(IReadOnlyList<string> Words, IReadOnlyList<string> Regions)> Sites() =>
        Rows("sites").Select(row => ((IReadOnlyList<string>)Split(row[0], ';'), (IReadOnlyList<string>)(row[1] == "*" ? [] : Split(row[1], ' '))));

    /// <summary>Concepts and compositions of a kind of report; none for other kinds.</summary>
    public static Compositions Compositions(TermKind kind, IReadOnlyDictionary<(TermKind, string), Term> terms)
    {
        var word = kind.ToString().ToLowerInvariant();
        var rows = Rows("compositions").Where(row => row[1] == word).ToArray();
        return rows.Length == 0
            ? Vocabulary.Compositions.None
            : new Compositions(
                rows.Where(row => row[0] == "concept").Select(row => (row[2], (IReadOnlyList<string>)Split(row[3], ';'))),
                rows.Where(row => row[0] == "finding").Select(row => (terms[(kind, row[2])], (IReadOnlyList<string>)Split(row[3], '+'), (IReadOnlyList<string>)Split(row[4], '+'))));
    }

    public static IEnumerable<string> Modifiers() => Lines("modifiers").SelectMany(line => Split(line, ' '));

    private static string KindWord(TermKind kind) => kind switch
    {
        TermKind.Condition => "condition",
        TermKind.Exposure => "exposure",
        TermKind.Differential => "differential",
        TermKind.Analyte => "analyte",
        _ => "",
    };

    private static IEnumerable<string[]> Rows(string file) => EmbeddedTable.Rows("Vocabulary", file);

    private static IEnumerable<string> Lines(string file) => EmbeddedTable.Lines("Vocabulary", file);

    private static string[] Split(string text, char separator) => text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
