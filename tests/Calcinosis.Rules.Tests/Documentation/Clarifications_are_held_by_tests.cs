using System.Globalization;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Documentation;

/// <summary>The list of clarifications names the tests that hold them; it is written from the names of the tests and cannot go stale.</summary>
public sealed class Clarifications_are_held_by_tests
{
    private const int Last = 85;
    private const string Document = "docs/clarifications.md";
    private const string WithoutTest = "no test: ";

    [Fact]
    public void Every_clarification_names_its_tests_or_the_reason_why_it_has_none()
    {
        var tests = Tests();
        var lines = Repository.ReadLines(Document).Select(line => Row(line) is { } row ? Written(row, tests) : line).ToArray();
        var expected = string.Join('\n', lines);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
            File.WriteAllText(Repository.PathOf(Document), expected);

        Repository.Read(Document).Should().Be(expected, "the list is renewed with UPDATE_APPROVED=1");
        var rows = lines.Select(Row).OfType<(int Number, string Decided, string HeldBy)>().ToArray();
        rows.Select(row => row.Number).Should().Equal(Enumerable.Range(1, Last));
        rows.Should().OnlyContain(row => row.Decided.Length > 0 && row.HeldBy.Length > WithoutTest.Length, "each has a test, or a reason");
    }

    [Fact]
    public void No_test_bears_a_number_that_is_not_in_the_list() => Tests().Keys.Should().OnlyContain(number => number >= 1 && number <= Last);

    private static string Written((int Number, string Decided, string HeldBy) row, Dictionary<int, SortedSet<string>> tests)
    {
        var heldBy = tests.TryGetValue(row.Number, out var names) ? string.Join("<br>", names)
            : row.HeldBy.StartsWith(WithoutTest, StringComparison.Ordinal) ? row.HeldBy : "";
        return string.Create(CultureInfo.InvariantCulture, $"| C{row.Number} | {row.Decided} | {heldBy} |");
    }

    private static (int Number, string Decided, string HeldBy)? Row(string line) =>
        line.Split('|') is [_, var number, var decided, var heldBy, _] && Number(number.Trim()) is { } known ? (known, decided.Trim(), heldBy.Trim()) : null;

    /// <summary>Names of tests by the numbers that they bear, as sentences, with the class that holds them.</summary>
    private static Dictionary<int, SortedSet<string>> Tests()
    {
        var tests = new Dictionary<int, SortedSet<string>>();
        var files = Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        foreach (var file in files)
        {
            foreach (var name in File.ReadLines(file).Select(MethodName).OfType<string>())
            {
                var words = name.Split('_');
                foreach (var number in words.Select(Number).OfType<int>())
                {
                    if (!tests.TryGetValue(number, out var names))
                        tests[number] = names = new SortedSet<string>(StringComparer.Ordinal);
                    names.Add($"{string.Join(' ', words.Where(word => Number(word) is null))} ({Path.GetFileNameWithoutExtension(file).Replace('_', ' ')})");
                }
            }
        }

        return tests;
    }

    private static string? MethodName(string line)
    {
        var words = line.Trim().Split(' ', '(');
        return words is ["public", "void" or "Task", var name, ..] ? name : words is ["public", "async", "Task", var later, ..] ? later : null;
    }

    private static int? Number(string word) =>
        word.Length is 2 or 3 && word[0] == 'C' && int.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
