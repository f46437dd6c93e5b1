using System.Collections.Frozen;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>
/// The mapping tables, read once from the data files. Both readers use them, and docs/fhir.md is written from them. A
/// malformed line is a fault of the build, not of a patient.
/// </summary>
internal sealed class MappingTables
{
    private static readonly Lazy<MappingTables> Shared = new(() => new MappingTables());
    private readonly FrozenDictionary<string, FrozenDictionary<string, StatusMeaning>> _statuses;
    private readonly FrozenDictionary<string, string> _statusElements;
    private readonly FrozenDictionary<string, string> _intentElements;
    private readonly FrozenDictionary<string, Question> _questionsByName;
    private readonly FrozenSet<string> _questionBeginnings;
    private readonly FrozenDictionary<string, Question> _questionsByCode;
    private readonly FrozenDictionary<string, Question> _questionsByStandardCode;
    private readonly Dictionary<(string About, string Words), string> _answers = [];
    private readonly Dictionary<string, LabInterpretation> _flagCodes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, LabInterpretation> _flagWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SpecimenType> _materials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SampleQuality> _qualities = new(StringComparer.Ordinal);

    private MappingTables()
    {
        Resources = [.. MappingData.Rows("resources", 3).Select(row => new ResourceRow(row[0], row[1], row[2]))];
        _statuses = MappingData.Rows("statuses", 3)
            .SelectMany(row => MappingData.Split(row[1], ' ').Select(code => (Element: row[0], Code: code, Meaning: MappingData.Word<StatusMeaning>(row[2]))))
            .GroupBy(row => row.Element, StringComparer.Ordinal)
            .ToFrozenDictionary(rows => rows.Key, rows => rows.ToFrozenDictionary(row => row.Code, row => row.Meaning, StringComparer.Ordinal), StringComparer.Ordinal);
        _statusElements = TypesWith(".status");
        _intentElements = TypesWith(".intent");
        Questions = [.. MappingData.Rows("observations", 6).Select(Question)];
        _questionsByCode = Questions.ToFrozenDictionary(question => question.Code, StringComparer.Ordinal);
        _questionsByStandardCode = Questions.SelectMany(question => question.Codes.Select(code => (code.Code, question))).ToFrozenDictionary(pair => pair.Code, pair => pair.question, StringComparer.OrdinalIgnoreCase);
        _questionsByName = Questions.SelectMany(question => question.Names.Append(question.Code).Select(name => (Key: TextNormaliser.Key(name), question)))
            .DistinctBy(pair => pair.Key).ToFrozenDictionary(pair => pair.Key, pair => pair.question, StringComparer.Ordinal);
        _questionBeginnings = _questionsByName.Keys.Select(key => key.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal);
        foreach (var row in MappingData.Rows("answers", 3))
        {
            foreach (var word in MappingData.Split(row[2], ';'))
                _answers[(row[0], TextNormaliser.Key(word))] = row[1];
        }

        foreach (var row in MappingData.Rows("interpretations", 3))
        {
            foreach (var code in MappingData.Split(row[1], ' '))
                _flagCodes[code] = MappingData.Word<LabInterpretation>(row[0]);
            foreach (var word in MappingData.Split(row[2], ';'))
                _flagWords.TryAdd(TextNormaliser.Key(word), MappingData.Word<LabInterpretation>(row[0]));
        }

        foreach (var row in MappingData.Rows("specimens", 3))
        {
            foreach (var word in MappingData.Split(row[2], ';').Append(row[1]))
            {
                if (row[0] == "material")
                    _materials[TextNormaliser.Key(word)] = MappingData.Word<SpecimenType>(row[1]);
                else
                    _qualities[TextNormaliser.Key(word)] = MappingData.Word<SampleQuality>(row[1]);
            }
        }

        Routes = [.. MappingData.Rows("routes", 3).Select(row => new RouteRow(MappingData.Word<Route>(row[0]), MappingData.Split(row[1], ' '), MappingData.Split(row[2], ' ')))];
        Modalities = [.. MappingData.Rows("modalities", 4).Select(row => new ModalityRow(MappingData.Word<Modality>(row[0]), MappingData.Split(row[1], ' '), MappingData.Split(row[2], ' '), [.. MappingData.Split(row[3], ';').Select(TextNormaliser.Key)]))];
        Loinc = MappingData.Rows("loinc", 6).ToFrozenDictionary(row => row[0], row => new LoincRow(row[0], row[1], row[2], row[3], row[4], row[5]), StringComparer.Ordinal);
        Pathology = MappingData.Rows("pathology", 2).ToFrozenDictionary(row => row[0], row => row[0] == "words" ? MappingData.Split(row[1], ';') : MappingData.Split(row[1], ' '), StringComparer.Ordinal);
    }

    public static MappingTables Default => Shared.Value;

    public IReadOnlyList<ResourceRow> Resources { get; }

    public IReadOnlyList<Question> Questions { get; }

    public IReadOnlyList<RouteRow> Routes { get; }

    public IReadOnlyList<ModalityRow> Modalities { get; }

    public FrozenDictionary<string, LoincRow> Loinc { get; }

    /// <summary>How biopsy reports are recognised: report categories, SNOMED CT codes, words.</summary>
    public FrozenDictionary<string, string[]> Pathology { get; }

    public IEnumerable<(string Element, string Code, StatusMeaning Meaning)> Statuses =>
        _statuses.SelectMany(element => element.Value.Select(pair => (Element: element.Key, Code: pair.Key, Meaning: pair.Value))).OrderBy(row => row.Element, StringComparer.Ordinal).ThenBy(row => row.Code, StringComparer.Ordinal);

    /// <summary>What a status means; null when FHIR R4 has no such code for the element.</summary>
    public StatusMeaning? Status(string element, string? code) =>
        code is not null && _statuses.TryGetValue(element, out var codes) && codes.TryGetValue(code, out var meaning) ? meaning : null;

    /// <summary>What the <c>status</c> of a resource of this type means.</summary>
    public StatusMeaning? StatusOf(string type, string? code) => _statusElements.TryGetValue(type, out var element) ? Status(element, code) : null;

    /// <summary>What the <c>intent</c> of a resource of this type means.</summary>
    public StatusMeaning? IntentOf(string type, string? code) => _intentElements.TryGetValue(type, out var element) ? Status(element, code) : null;

    public Question? QuestionByCode(string? code) => code is null ? null : _questionsByCode.GetValueOrDefault(code);

    /// <summary>By LOINC, SNOMED CT or ICD code, without its system.</summary>
    public Question? QuestionByStandardCode(string code) => _questionsByStandardCode.GetValueOrDefault(code.Trim());

    /// <summary>By its whole name. Most names ask nothing, and mostly their first word tells.</summary>
    public Question? QuestionByName(string name) =>
        FirstWord(name) is { } first && TextNormaliser.Tokens(first) is [{ } beginning, ..] && !_questionBeginnings.Contains(beginning) ? null : _questionsByName.GetValueOrDefault(TextNormaliser.Key(name));

    /// <summary>The first word of plain letters; null where the name has others, or none.</summary>
    private static string? FirstWord(string name)
    {
        if (!System.Text.Ascii.IsValid(name))
            return null;
        var end = 0;
        while (end < name.Length && (char.IsAsciiLetterOrDigit(name[end]) || name[end] is '.' or '\''))
            end++;
        return end == 0 ? null : name[..end];
    }

    /// <summary>The answer that words mean: the document's own word, or one of the table; null when neither knows them.</summary>
    public string? Answer(string about, string words) => _answers.GetValueOrDefault((about, TextNormaliser.Key(words)));

    public LabInterpretation? FlagOfCode(string? code) => code is not null && _flagCodes.TryGetValue(code.Trim(), out var flag) ? flag : null;

    public LabInterpretation? FlagOfWords(string? words) => words is not null && _flagWords.TryGetValue(TextNormaliser.Key(words), out var flag) ? flag : null;

    public SpecimenType? Material(string? words) => words is not null && _materials.TryGetValue(TextNormaliser.Key(words), out var material) ? material : null;

    public SampleQuality? Quality(string? words) => words is not null && _qualities.TryGetValue(TextNormaliser.Key(words), out var quality) ? quality : null;

    private FrozenDictionary<string, string> TypesWith(string field) => _statuses.Keys
        .Where(element => element.EndsWith(field, StringComparison.Ordinal)).ToFrozenDictionary(element => element[..^field.Length], StringComparer.Ordinal);

    private static Question Question(string[] row)
    {
        var codes = MappingData.Split(row[4], ';').Select(code => code.Split(' ', 2)).Select(parts => new StandardCode(parts[0], parts[1])).ToArray();
        return new Question(row[0], MappingData.Word<QuestionAbout>(row[1]), row[2], MappingData.Word<AnswerKind>(row[3]), codes, MappingData.Split(row[5], ';'));
    }
}
