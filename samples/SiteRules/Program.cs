// A hospital's own NRules rules beside the catalogue.
//   dotnet run --project samples/SiteRules -p:UseNRules=true
using Calcinosis.Rules;
using Calcinosis.Rules.NRules;
using SiteRules;

var classifier = new CalcinosisClassifier(new CalcinosisRulesOptions().UseNRules(nrules =>
{
    nrules.Catalogue = CatalogueEngine.Core; // the fast way: the core evaluates, NRules runs the hospital's rules over its verdicts
    nrules.AddRule<PhosphateAlarm>();
    nrules.AddRule<LocalCalciumInfusion>();
}));

var assessment = classifier.ClassifyJson("""
    {
      "schema": "calcinosis-findings/1", "asOf": "2026-10-31", "patient": { "ageYears": 61, "sex": "male" },
      "labs": [ { "analyte": "phosphate", "value": 7.9, "unit": "mg/dL", "takenOn": "2026-10-29" } ],
      "exposures": [ { "text": "mix C", "site": "left forearm" } ],
      "lesions": [ { "id": "L1", "sites": ["left forearm"], "morphology": ["plaque"] } ]
    }
    """u8);

Console.WriteLine(args.Contains("--json") ? assessment.ToJson(indented: true) : assessment.ToText());
