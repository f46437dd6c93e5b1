using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.PublishedCases;

/// <summary>A published patient: the facts as a findings document, and what the authors called it.</summary>
internal sealed record PublishedCase(string Id, string Type, IReadOnlyList<string> Also, string Subtype, string Citation, byte[] Json)
{
    private const string Root = "tests/Calcinosis.Rules.Tests/PublishedCases/";

    /// <summary>The first set: rules and vocabulary were written with these patients at hand.</summary>
    public static IEnumerable<PublishedCase> All() => Of("Data");

    /// <summary>The second set: encoded by readers who did not know the vocabulary, and first run unseen.</summary>
    public static IEnumerable<PublishedCase> Further() => Of("Further");

    /// <summary>The third set: encoded after the second had been worked into the vocabulary, and first run unseen.</summary>
    public static IEnumerable<PublishedCase> Third() => Of("Third");

    private static IEnumerable<PublishedCase> Of(string set) =>
        Repository.ReadLines($"{Root}{set}/expected.tsv").Where(line => line.Length > 0 && line[0] != '#').Select(line =>
        {
            var cells = line.Split('\t');
            return new PublishedCase(cells[0], cells[1], cells[2] == "-" ? [] : cells[2].Split(','), cells[3], cells[4], Repository.ReadBytes($"{Root}{set}/{cells[0]}.json"));
        });
}
