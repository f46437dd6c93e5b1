using System.Globalization;
using Calcinosis.Rules;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Compare;
using Calcinosis.Rules.Compare.Contestants;
using Calcinosis.Rules.Compare.Formulas;
using Calcinosis.Rules.Compare.Timing;
using Calcinosis.Rules.Tests.Support;

// Everything side by side in one run: the same rules, the same patients, one process (but for node), times in turns.
// Arguments: the number of rounds (default 9) and of patients (default 500).
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 500;

var classifier = new CalcinosisClassifier();
var knowledge = classifier.Knowledge;
Tables.Machine();
Console.WriteLine($"{knowledge.Rules.Count} rules over {knowledge.Catalogue.Count} findings; {count} random patients; medians of {rounds} rounds.");

RulesAlone();
Documents.Compare(classifier, rounds, count);
FhirBundles.Compare(classifier, rounds);

void RulesAlone()
{
    var random = new RandomPictures(knowledge, seed: 20261031);
    var pictures = Enumerable.Range(0, count).Select(_ => random.Next()).ToArray();
    var verdicts = pictures.Select(picture => LesionVerdict.Of(knowledge, picture)).ToArray();
    var formulas = new RuleFormulas(knowledge);
    Snapshot[] Snapshots() => [.. pictures.Select(picture => new Snapshot(knowledge, picture, formulas.RuleCount))];
    Contestant[] contestants = [new HandWritten(formulas, Snapshots()), new Product(knowledge, pictures), new ExplainingProduct(knowledge, pictures), new MicrosoftRulesEngine(formulas, Snapshots())];
    foreach (var contestant in contestants)
    {
        for (var patient = 0; patient < Math.Min(count, Math.Min(contestant.Patients, 200)); patient++)
        {
            contestant.Run(patient);
            if (!contestant.Agrees(verdicts[patient], knowledge.Rules))
                throw new InvalidOperationException($"{contestant.Name} disagrees with the product on patient {patient}.");
        }
    }

    var lines = RoundRobin.Run(rounds, [.. contestants.Select(contestant => (contestant.Name, (Action<int>)contestant.Run, Math.Min(count, contestant.Patients)))]).ToList();
    var (microseconds, agrees, problem) = JsonRulesEngine.Run(formulas, Snapshots(), verdicts);
    if (problem is null && !agrees)
        throw new InvalidOperationException("json-rules-engine disagrees with the product.");
    if (problem is null)
        lines.Add(new Line("json-rules-engine 7.3.1 (node)", microseconds, microseconds / lines[0].Microseconds, double.NaN));
    Tables.Table("Rules alone, from the interpreted picture", "hand-written C#", lines,
        "All rules and all five levels are worked out; every contestant was held to the answers of the product first. " + (problem is null ? "json-rules-engine ran in its own process." : $"json-rules-engine: {problem}.") + " NRules is compared in docs/nrules.md.");
}
