using System.Text;

namespace Calcinosis.Rules.Findings.Json;

/// <summary>The words for the values of an enum in JSON: kebab case of the C# name, signs for comparators.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly (T Value, string Word)[] Table = [.. Enum.GetValues<T>().Select(value => (value, Word(value)))];
    private static readonly byte[][] Utf8 = [.. Table.Select(row => Encoding.UTF8.GetBytes(row.Word))];

    public static IEnumerable<string> All => Table.Select(row => row.Word);

    public static string Of(T value)
    {
        foreach (var (known, word) in Table)
        {
            if (EqualityComparer<T>.Default.Equals(known, value))
                return word;
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "The value is not defined.");
    }

    /// <summary>The value of a word that stands exactly as it is written in the table.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out T value)
    {
        for (var i = 0; i < Utf8.Length; i++)
        {
            if (utf8.SequenceEqual(Utf8[i]))
            {
                value = Table[i].Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    public static bool TryParse(string word, out T value)
    {
        foreach (var (known, name) in Table)
        {
            if (string.Equals(name, word, StringComparison.OrdinalIgnoreCase))
            {
                value = known;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static string Word(T value) => value switch
    {
        Comparator.LessThan => "<",
        Comparator.AtMost => "<=",
        Comparator.AtLeast => ">=",
        Comparator.MoreThan => ">",
        _ => Kebab(value.ToString()),
    };

    private static string Kebab(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0)
                word.Append('-');
            word.Append(char.ToLowerInvariant(name[i]));
        }

        return word.ToString();
    }
}
