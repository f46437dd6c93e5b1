using System.Globalization;
using System.Reflection;

namespace Calcinosis.Rules.Vocabulary;

/// <summary>
/// A table that is embedded in the assembly: one row a line, columns divided by <c>|</c>, lines that begin with <c>#</c>
/// are remarks. A malformed line is a fault of the build, not of a patient.
/// </summary>
internal static class EmbeddedTable
{
    /// <summary>Rows with exactly so many columns.</summary>
    public static IEnumerable<string[]> Rows(string folder, string file, int columns) => Rows(folder, file).Select(row =>
        row.Length == columns ? row : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{file}.txt: '{row[0]}' has {row.Length} columns, not {columns}.")));

    public static IEnumerable<string[]> Rows(string folder, string file) =>
        Lines(folder, file).Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    public static IEnumerable<string> Lines(string folder, string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Calcinosis.Rules.{folder}.Data.{file}.txt")
            ?? throw new InvalidDataException($"The data file {file}.txt is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
