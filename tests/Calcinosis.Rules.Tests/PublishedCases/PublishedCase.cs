using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.PublishedCases;

/// <summary>A published patient: the facts as a findings document, and what the authors called it.</summary>
internal sealed record PublishedCase(string Id, string Type, IReadOnlyList<string> Also, string Subtype, string Citation, byte[] Json)
{
    private const string Folder = "tests/Calcinosis.Rules.Tests/PublishedCases/Data";

    public static IEnumerable<PublishedCase> All() =>
        Repository.ReadLines($"{Folder}/expected.tsv").Where(line => line.Length > 0 && line[0] != '#').Select(line =>
        {
            var cells = line.Split('\t');
            return new PublishedCase(cells[0], cells[1], cells[2] == "-" ? [] : cells[2].Split(','), cells[3], cells[4], Repository.ReadBytes($"{Folder}/{cells[0]}.json"));
        });
}
