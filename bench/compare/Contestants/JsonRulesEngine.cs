using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Compare.Formulas;

namespace Calcinosis.Rules.Compare.Contestants;

/// <summary>json-rules-engine in node, on the same rules and patients; it times itself and gives its answers back.</summary>
internal static class JsonRulesEngine
{
    private const int Patients = 20;

    /// <summary>Microseconds a patient and whether every answer agrees; null with the reason when it cannot run here.</summary>
    public static (double Microseconds, bool Agrees, string? Problem) Run(RuleFormulas formulas, Snapshot[] snapshots, LesionVerdict[] verdicts)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "json-rules-engine");
        if (Execute("npm", "install --no-audit --no-fund --loglevel=error", folder) is null)
            return (0, false, "npm or the package json-rules-engine is not to be had here");
        File.WriteAllText(Path.Combine(folder, "rules.json"), Rules(formulas).ToJsonString());
        File.WriteAllText(Path.Combine(folder, "patients.json"), new JsonArray([.. snapshots.Take(Patients).Select(Facts)]).ToJsonString());
        if (Execute("node", "run.mjs", folder) is not { } output)
            return (0, false, "node could not run it");
        using var result = JsonDocument.Parse(output);
        var agrees = result.RootElement.GetProperty("levels").EnumerateArray()
            .Select((levels, patient) => TypeOrder.All.All(type => levels[(int)type].GetInt32() == (int)verdicts[patient].LevelOf(type)))
            .All(same => same);
        return (result.RootElement.GetProperty("microseconds").GetDouble(), agrees, null);
    }

    private static JsonObject Rules(RuleFormulas formulas) => new()
    {
        ["strata"] = new JsonArray([.. formulas.Strata.Select((stratum, i) => new JsonObject
        {
            ["questions"] = new JsonArray([.. stratum.Select(question => new JsonObject { ["answer"] = Answer(question.Rule, question.Met), ["conditions"] = Root(question.Formula) })]),
            ["decides"] = new JsonArray([.. formulas.DecidedAfter(i).Select(type => Table(formulas, type))]),
        })]),
    };

    private static JsonObject Table(RuleFormulas formulas, CalcinosisType type)
    {
        var rules = formulas.Table(type);
        return new JsonObject
        {
            ["type"] = (int)type,
            ["rungs"] = new JsonArray([.. TypeOrder.Rungs.Where(level => rules.Rungs[(int)level] is not null).Select(level => new JsonArray((int)level, Answer(formulas.IndexOf(rules.Rungs[(int)level]!.Rule), met: true)))]),
            ["lower"] = new JsonArray([.. rules.RelativeCaps.Select(cap => JsonValue.Create(Answer(formulas.IndexOf(cap.Rule), met: true)))]),
            ["limits"] = new JsonArray([.. rules.AbsoluteCaps.Select(cap => new JsonArray((int)cap.Rule.Level!.Value, cap.Rule.Effect == Knowledge.CapEffect.Exactly, Answer(formulas.IndexOf(cap.Rule), met: true)))]),
        };
    }

    private static string Answer(int rule, bool met) => string.Create(CultureInfo.InvariantCulture, $"{(met ? 'm' : 'u')}{rule}");

    private static JsonObject Root(Formula formula) => formula is Every or Some or None ? Condition(formula) : new JsonObject { ["all"] = new JsonArray(Condition(formula)) };

    private static JsonObject Condition(Formula formula) => formula switch
    {
        Known { Kind: KnownKind.Finding } known => Test($"f{known.Index}", "equal", known.Value),
        Known { Kind: KnownKind.RuleMet } known => Test($"m{known.Index}", "equal", true),
        Known { Kind: KnownKind.RuleUnmet } known => Test($"u{known.Index}", "equal", true),
        Known { Kind: KnownKind.Level } known => Test($"l{known.Index}", "greaterThanInclusive", known.Value),
        Known known => Test($"c{known.Index}", "equal", true),
        None none => new JsonObject { ["not"] = Condition(none.Part) },
        Every every => new JsonObject { ["all"] = new JsonArray([.. every.Parts.Select(Condition)]) },
        Some some => new JsonObject { ["any"] = new JsonArray([.. some.Parts.Select(Condition)]) },
        AtLeastSo some => Combinations(some),
        _ => throw new NotSupportedException(formula.GetType().Name),
    };

    /// <summary>The engine cannot count: "at least n of these" is written as every way to choose them.</summary>
    private static JsonObject Combinations(AtLeastSo some) =>
        new() { ["any"] = new JsonArray([.. Choose(some.Parts, some.Count).Select(parts => Condition(new Every(parts)))]) };

    private static IEnumerable<List<Formula>> Choose(IReadOnlyList<Formula> parts, int count)
    {
        if (count == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = 0; i <= parts.Count - count; i++)
        {
            foreach (var rest in Choose([.. parts.Skip(i + 1)], count - 1))
                yield return [parts[i], .. rest];
        }
    }

    private static JsonObject Test(FormattableString fact, string comparison, JsonNode value) =>
        new() { ["fact"] = fact.ToString(CultureInfo.InvariantCulture), ["operator"] = comparison, ["value"] = value };

    private static JsonObject Facts(Snapshot snapshot)
    {
        var facts = new JsonObject();
        for (var i = 0; i < snapshot.F.Length; i++)
        {
            if (snapshot.F[i] != 0)
                facts[string.Create(CultureInfo.InvariantCulture, $"f{i}")] = (int)snapshot.F[i];
        }

        for (var i = 0; i < snapshot.C.Length; i++)
            facts[string.Create(CultureInfo.InvariantCulture, $"c{i}")] = snapshot.C[i];
        return facts;
    }

    private static string? Execute(string program, string arguments, string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
