using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Vocabulary;

/// <summary>
/// Makes the catalogue of findings: those that the interpretation derives, one for every term of the vocabulary, a
/// "suspected" twin for diseases, and what follows from umbrella statements ("no local damage").
/// </summary>
internal static class FindingCatalogueBuilder
{
    public static FindingCatalogue Build(ClinicalVocabulary vocabulary)
    {
        var definitions = new Dictionary<string, FindingDefinition>(StringComparer.Ordinal);
        foreach (var definition in InterpretedFindings.All())
            definitions.Add(definition.Id, definition);
        foreach (var term in vocabulary.Terms)
        {
            foreach (var definition in Of(term))
                definitions.TryAdd(definition.Id, definition);
        }

        foreach (var agent in IatrogenicAgents.All)
            definitions.TryAdd($"exposure.{agent.Id}", new FindingDefinition($"exposure.{agent.Id}", agent.Label) { Test = "exposure-history" });
        AddUmbrellas(vocabulary, definitions);
        return new FindingCatalogue(definitions.Values);
    }

    /// <summary>Finding id of a term.</summary>
    public static string IdOf(Term term) => term.Kind switch
    {
        TermKind.Condition => "condition." + term.Code,
        TermKind.Exposure => "exposure." + term.Code,
        TermKind.Imaging => "imaging." + term.Code,
        TermKind.Histology => "histology." + term.Code,
        TermKind.Differential => "differential." + term.Code,
        TermKind.Family => "family." + term.Code,
        _ => "",
    };

    private static IEnumerable<FindingDefinition> Of(Term term)
    {
        var id = IdOf(term);
        if (id.Length == 0)
            yield break;
        var test = term.Kind switch
        {
            TermKind.Imaging => "lesion-x-ray",
            TermKind.Histology => "lesion-biopsy",
            TermKind.Exposure => "exposure-history",
            TermKind.Differential => "differential-diagnosis",
            TermKind.Family => "family-history",
            _ => term.Is("local") ? "injury-history" : term.Is("sign") ? "ctd-review" : "history",
        };
        yield return new FindingDefinition(id, term.Label) { Test = test };
        if (term.Kind == TermKind.Condition)
            yield return new FindingDefinition(id + ".suspected", term.Label + " suspected") { Test = test };
        // A look-alike on the problem list is history; made for this lesion, it is a differential diagnosis.
        if (term.Kind == TermKind.Differential)
            yield return new FindingDefinition("condition." + term.Code, term.Label + " on record") { Test = "history" };
    }

    private static void AddUmbrellas(ClinicalVocabulary vocabulary, Dictionary<string, FindingDefinition> definitions)
    {
        var members = new List<(string Umbrella, string Member)>();
        foreach (var term in vocabulary.Terms)
        {
            foreach (var umbrella in term.Umbrellas)
                members.Add(("condition." + umbrella, IdOf(term)));
            if (term.Kind == TermKind.Condition && term.Is("local"))
                members.Add(("condition.local-damage", IdOf(term)));
        }

        members.Add(("condition.local-damage", "lesion.at-prior-injury"));
        members.AddRange(SystemicDiseases.Select(code => ("condition.systemic-disease", "condition." + code)));
        members.AddRange(IatrogenicAgents.All.Where(agent => agent.Id is not ("other-injection" or "iv-calcium-generalised")).Select(agent => ("condition.iatrogenic-exposure", "exposure." + agent.Id)));
        members.Add(("condition.iatrogenic-exposure", "exposure.iv-calcium-generalised"));
        members.AddRange(Drugs.Select(drug => ("condition.regular-medication", "exposure." + drug)));
        foreach (var group in members.Distinct().GroupBy(member => member.Umbrella, StringComparer.Ordinal))
        {
            var umbrella = definitions[group.Key];
            definitions[group.Key] = umbrella with { WhenAbsent = [.. umbrella.WhenAbsent, .. group.Select(member => new Implication(member.Member, FindingState.Absent))] };
            foreach (var (_, member) in group)
            {
                var definition = definitions[member];
                definitions[member] = definition with { WhenPresent = [.. definition.WhenPresent, new Implication(group.Key, FindingState.Present)] };
            }
        }
    }

    /// <summary>Diseases that "no systemic disease" denies besides those that say so themselves.</summary>
    private static readonly string[] SystemicDiseases =
    [
        "connective-tissue-disease", "mineral-disorder-cause", "pseudoxanthoma-elasticum", "ehlers-danlos-syndrome", "werner-syndrome", "porphyria-cutanea-tarda", "chronic-gvhd", "pancreatic-panniculitis",
        "antiphospholipid-syndrome", "thrombophilia", "protein-c-deficiency", "protein-s-deficiency",
    ];

    /// <summary>Drugs that "no regular medication" denies.</summary>
    private static readonly string[] Drugs =
    [
        "vitamin-k-antagonist", "vitamin-k-antagonist.recent", "vitamin-k-antagonist.started-1-10-days", "systemic-corticosteroid", "systemic-corticosteroid.recent", "calcium-oral", "calcium-binder", "antacid-calcium", "antacid-mg-al",
        "vitamin-d", "active-vitamin-d", "vitamin-a", "thiazide", "lithium", "insulin", "teriparatide", "chemotherapy", "chemotherapy.within-30-days", "hydroxyurea", "phosphate-oral", "calcium-heparin",
    ];
}
