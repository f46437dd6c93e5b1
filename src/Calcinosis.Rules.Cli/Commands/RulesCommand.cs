using System.CommandLine;
using System.Globalization;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Cli.Output;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Knowledge.Check;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.RuleBook;

namespace Calcinosis.Rules.Cli.Commands;

/// <summary><c>rules list | show | check | export</c>: the knowledge, to be read, checked and taken away.</summary>
internal sealed class RulesCommand(Terminal terminal)
{
    private readonly Lazy<KnowledgeBase> _knowledge = new(() => new CalcinosisClassifier().Knowledge);

    public Command Build() => new CommandWithExamples(
        "rules", "Read, check and export the knowledge behind the suggestions.",
        ["calcinosis rules list --type calciphylaxis", "calcinosis rules show CPX-EST", "calcinosis rules check", "calcinosis rules export > rules.json"])
    {
        List(), Show(), Check(), new RulesExportCommand(_knowledge, terminal).Build(),
    };

    private CommandWithExamples List()
    {
        var words = new Argument<string[]>("TEXT") { Description = "Only rules whose id, title or words hold this text.", Arity = ArgumentArity.ZeroOrMore };
        SharedOptions.RefuseUnknownOptions(words, allowFiles: false);
        string[] kinds = [.. Enum.GetValues<RuleKind>().Select(NameOf)];
        var kind = new Option<string?>("--kind", "-k") { Description = $"Only one kind: {Wording.List(kinds, "or")}.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, kinds);
        string[] types = [.. TypeOrder.All.Select(EnumNames.NameOf)];
        var type = new Option<string?>("--type", "-t") { Description = $"Only rules that speak of a type: {Wording.List(types, "or")}.", HelpName = "TYPE" };
        type.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, types);
        var command = new CommandWithExamples("list", "List the rules: id, kind and title.", ["calcinosis rules list", "calcinosis rules list --kind red-flag", "calcinosis rules list warfarin"]) { words, kind, type };
        command.SetAction(result => RunList(string.Join(' ', result.GetValue(words) ?? []).Trim(), result.GetValue(kind), result.GetValue(type)));
        return command;
    }

    private int RunList(string text, string? kind, string? type)
    {
        var rules = _knowledge.Value.Rules
            .Where(rule => kind is null || Same(NameOf(rule.Kind), kind))
            .Where(rule => type is null || rule.Types.Any(spoken => Same(EnumNames.NameOf(spoken), type)))
            .Where(rule => text.Length == 0 || Holds(rule.Id, text) || Holds(rule.Title, text) || Holds(rule.Text, text))
            .ToArray();
        if (rules.Length == 0)
            terminal.Say("no rule matches: try fewer words, or none for the whole list");
        foreach (var rule in rules)
            terminal.Output.Write($"{rule.Id,-10} {NameOf(rule.Kind),-18} {rule.Title}\n");
        return ExitStatus.Done;
    }

    private CommandWithExamples Show()
    {
        var ids = new Argument<string[]>("ID") { Description = "Ids of rules, such as CPX-EST.", Arity = ArgumentArity.OneOrMore };
        SharedOptions.RefuseUnknownOptions(ids, allowFiles: false);
        var format = SharedOptions.Format("How to show the rule.", SharedOptions.Text, SharedOptions.Markdown);
        var command = new CommandWithExamples("show", "Show rules in plain words: condition, weight, an example, sources.", ["calcinosis rules show CPX-EST", "calcinosis rules show MET-010 GEN-010"]) { ids, format };
        command.SetAction(result => RunShow(result.GetRequiredValue(ids), result.GetRequiredValue(format)));
        return command;
    }

    private int RunShow(string[] ids, string format)
    {
        var status = ExitStatus.Done;
        foreach (var id in ids)
        {
            if (_knowledge.Value.Rules.FirstOrDefault(rule => Same(rule.Id, id)) is not { } rule)
            {
                terminal.Say($"there is no rule '{id}': 'calcinosis rules list' names them all");
                status = ExitStatus.WrongInput;
                continue;
            }

            var sheet = RuleSheet.Of(_knowledge.Value, rule);
            if (SharedOptions.Is(format, SharedOptions.Markdown))
                terminal.Output.Write(MarkdownReport.Render(sheet));
            else
                ReportPrinter.Print(terminal, sheet);
        }

        return status;
    }

    private CommandWithExamples Check()
    {
        var command = new CommandWithExamples("check", "Prove that the knowledge holds together: ids, sources, thresholds, findings, levels, overlaps, and patients that meet, fail and leave open every rule.", ["calcinosis rules check"]);
        command.SetAction(_ => RunCheck());
        return command;
    }

    private int RunCheck()
    {
        var knowledge = _knowledge.Value;
        var problems = KnowledgeCheck.Run(KnowledgeParts.Of(knowledge));
        foreach (var problem in problems)
            terminal.Output.Write($"{problem.Subject}: {problem.Text} [{problem.Code}]\n");
        terminal.Output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{knowledge.Rules.Count} rules, {knowledge.Catalogue.Count} findings, {Thresholds.All.Count} thresholds, {SourceCatalogue.Default.All.Count} sources: {(problems.Count == 0 ? "no problem found" : problems.Count == 1 ? "1 problem" : $"{problems.Count} problems")}\n"));
        return problems.Count == 0 ? ExitStatus.Done : ExitStatus.WrongInput;
    }

    private static string NameOf(RuleKind kind) => Findings.Json.EnumWords<RuleKind>.Of(kind);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string whole, string part) => whole.Contains(part, StringComparison.OrdinalIgnoreCase);
}
