using System.CommandLine;
using Calcinosis.Rules.Cli.Output;
using Calcinosis.Rules.Explanation.Rendering;

namespace Calcinosis.Rules.Cli.Commands;

/// <summary><c>vocabulary [TEXT]</c>: the codes and names that documents may use.</summary>
internal sealed class VocabularyCommand(IAssessor assessor, Terminal terminal)
{
    private const string Description = "List the codes, names and synonyms that a findings document may use; with TEXT, those that match.";

    private static readonly string[] Examples =
    [
        "calcinosis vocabulary",
        "calcinosis vocabulary systemic sclerosis",
        "calcinosis vocabulary M34.1",
    ];

    public Command Build()
    {
        var words = new Argument<string[]>("TEXT") { Description = "A word, a name or a code to look for.", Arity = ArgumentArity.ZeroOrMore };
        SharedOptions.RefuseUnknownOptions(words, allowFiles: false);
        var command = new CommandWithExamples("vocabulary", Description, Examples) { words };
        command.SetAction(result => Run(string.Join(' ', result.GetValue(words) ?? []).Trim()));
        return command;
    }

    private int Run(string text)
    {
        var entries = assessor.SearchVocabulary(text.Length == 0 ? null : text);
        if (entries.Count == 0)
        {
            terminal.Say($"nothing in the vocabulary matches '{text}': try one word of it, or no text for the whole list");
            return ExitStatus.Done;
        }

        foreach (var kind in entries.GroupBy(entry => entry.Kind))
            ReportPrinter.Print(terminal, new ReportDocument([new ReportHeading(2, kind.Key), new ReportList([.. kind.Select(Item)])]));
        return ExitStatus.Done;
    }

    private static ReportItem Item(VocabularyEntry entry)
    {
        var children = new List<ReportItem>();
        if (entry.Synonyms.Count > 0)
            children.Add(new ReportItem('=', [string.Join("; ", entry.Synonyms)]));
        if (entry.StandardCodes.Count > 0)
            children.Add(new ReportItem('#', [new ReportSpan(string.Join("; ", entry.StandardCodes), ReportTone.Muted)]));
        return new ReportItem('*', [new ReportSpan(entry.Code, ReportTone.Strong), $": {entry.Label}"], children);
    }
}
