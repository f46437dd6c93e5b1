using System.Globalization;
using System.Reflection;
using Calcinosis.Rules.Findings.Json;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Reads the mapping files that are embedded in the assembly.</summary>
internal static class MappingData
{
    public static IEnumerable<string[]> Rows(string file, int columns)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Calcinosis.Rules.Fhir.Mapping.Data.{file}.txt")
            ?? throw new InvalidDataException($"The data file {file}.txt is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            yield return cells.Length == columns ? cells : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{file}.txt: '{line}' has {cells.Length} columns, not {columns}."));
        }
    }

    public static string[] Split(string text, char separator) => text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static T Word<T>(string word)
        where T : struct, Enum => EnumWords<T>.TryParse(word, out var value) ? value : throw new InvalidDataException($"'{word}' is no {typeof(T).Name}.");
}
