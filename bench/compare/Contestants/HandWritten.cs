using System.Globalization;
using System.Reflection;
using System.Text;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Compare.Formulas;
using Calcinosis.Rules.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Calcinosis.Rules.Compare.Contestants;

/// <summary>What a person would write by hand: plain C# conditions with short circuits, one after the other, compiled by the C# compiler.</summary>
internal sealed class HandWritten : Contestant
{
    /// <summary>Statements a method: very long methods are not optimised by the runtime.</summary>
    private const int StatementsAMethod = 40;

    private readonly RuleFormulas _formulas;
    private readonly Snapshot[] _snapshots;
    private readonly Action<Snapshot> _rules;
    private int _last;

    public HandWritten(RuleFormulas formulas, Snapshot[] snapshots)
    {
        _formulas = formulas;
        _snapshots = snapshots;
        _rules = Compile(Source());
    }

    public override string Name => "hand-written C#";

    public override void Run(int patient)
    {
        _last = patient;
        _rules(_snapshots[patient]);
    }

    public override bool Agrees(LesionVerdict verdict, IReadOnlyList<Rule> rules)
    {
        var snapshot = _snapshots[_last];
        return TypeOrder.All.All(type => snapshot.L[(int)type] == (int)verdict.LevelOf(type)) && rules.All(rule => snapshot.M[_formulas.IndexOf(rule)] == verdict.IsMet(rule.Id));
    }

    private string Source()
    {
        var methods = new List<StringBuilder>();
        var count = StatementsAMethod;
        for (var stratum = 0; stratum < _formulas.Strata.Count; stratum++)
        {
            foreach (var question in _formulas.Strata[stratum])
                Add(string.Create(CultureInfo.InvariantCulture, $"s.{(question.Met ? 'M' : 'U')}[{question.Rule}] = {CSharpText.Of(question.Formula)};"));
            foreach (var type in _formulas.DecidedAfter(stratum))
                Add(Level(type));
        }

        var source = new StringBuilder("using Calcinosis.Rules.Compare.Formulas;\npublic static class Hand\n{\n");
        source.Append("    public static void Run(Snapshot s)\n    {\n");
        for (var i = 0; i < methods.Count; i++)
            source.Append(CultureInfo.InvariantCulture, $"        Part{i}(s);\n");
        source.Append("    }\n");
        for (var i = 0; i < methods.Count; i++)
            source.Append(CultureInfo.InvariantCulture, $"    private static void Part{i}(Snapshot s)\n    {{\n{methods[i]}    }}\n");
        return source.Append("}\n").ToString();

        void Add(string statement)
        {
            if (count == StatementsAMethod)
            {
                methods.Add(new StringBuilder());
                count = 0;
            }

            methods[^1].Append("        ").Append(statement).Append('\n');
            count++;
        }
    }

    private string Level(CalcinosisType type)
    {
        var rules = _formulas.Table(type);
        var text = new StringBuilder("{ var level = ");
        foreach (var level in TypeOrder.Rungs)
        {
            if (rules.Rungs[(int)level] is { } rung)
                text.Append(CultureInfo.InvariantCulture, $"s.M[{_formulas.IndexOf(rung.Rule)}] ? {(int)level} : ");
        }

        text.Append("0;");
        foreach (var cap in rules.RelativeCaps)
            text.Append(CultureInfo.InvariantCulture, $" if (level > {(int)Certainty.Possible} && s.M[{_formulas.IndexOf(cap.Rule)}]) level--;");
        foreach (var cap in rules.AbsoluteCaps)
        {
            var limit = (int)cap.Rule.Level!.Value;
            text.Append(CultureInfo.InvariantCulture, $" if ({(cap.Rule.Effect == CapEffect.Exactly ? "" : $"level > {limit} && ")}s.M[{_formulas.IndexOf(cap.Rule)}]) level = {limit};");
        }

        return text.Append(CultureInfo.InvariantCulture, $" s.L[{(int)type}] = level; }}").ToString();
    }

    private static Action<Snapshot> Compile(string source)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("hand", [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(line => line.Severity == DiagnosticSeverity.Error).Take(5)));
        return Assembly.Load(image.ToArray()).GetType("Hand")!.GetMethod("Run")!.CreateDelegate<Action<Snapshot>>();
    }
}
