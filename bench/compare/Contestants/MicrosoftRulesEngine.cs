using System.Globalization;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Compare.Formulas;
using RulesEngine.Models;

namespace Calcinosis.Rules.Compare.Contestants;

/// <summary>Microsoft RulesEngine: one workflow a stratum, its rules as lambda expressions over a snapshot of the patient.</summary>
internal sealed class MicrosoftRulesEngine : Contestant
{
    private readonly RuleFormulas _formulas;
    private readonly Snapshot[] _snapshots;
    private readonly RulesEngine.RulesEngine _engine;
    private int _last;

    public MicrosoftRulesEngine(RuleFormulas formulas, Snapshot[] snapshots)
    {
        _formulas = formulas;
        _snapshots = snapshots;
        var workflows = formulas.Strata.Select((stratum, i) => new Workflow
        {
            WorkflowName = WorkflowOf(i),
            Rules = [.. stratum.Select((question, k) => new Rule { RuleName = k.ToString(CultureInfo.InvariantCulture), Expression = CSharpText.Of(question.Formula) })],
        });
        _engine = new RulesEngine.RulesEngine([.. workflows], new ReSettings { CustomTypes = [typeof(Snapshot)], EnableExceptionAsErrorMessage = false });
    }

    public override string Name => "Microsoft RulesEngine 6.0.1";

    public override int Patients => 40;

    public override void Run(int patient)
    {
        _last = patient;
        var snapshot = _snapshots[patient];
        snapshot.Clear();
        for (var i = 0; i < _formulas.Strata.Count; i++)
        {
            var stratum = _formulas.Strata[i];
            var results = _engine.ExecuteAllRulesAsync(WorkflowOf(i), new RuleParameter("s", snapshot)).AsTask().GetAwaiter().GetResult();
            for (var k = 0; k < results.Count; k++)
                (stratum[k].Met ? snapshot.M : snapshot.U)[stratum[k].Rule] = results[k].IsSuccess;
            foreach (var type in _formulas.DecidedAfter(i))
                snapshot.Decide(_formulas, type);
        }
    }

    public override bool Agrees(LesionVerdict verdict, IReadOnlyList<Knowledge.Rule> rules)
    {
        var snapshot = _snapshots[_last];
        return TypeOrder.All.All(type => snapshot.L[(int)type] == (int)verdict.LevelOf(type)) && rules.All(rule => snapshot.M[_formulas.IndexOf(rule)] == verdict.IsMet(rule.Id));
    }

    private static string WorkflowOf(int stratum) => stratum.ToString(CultureInfo.InvariantCulture);
}
