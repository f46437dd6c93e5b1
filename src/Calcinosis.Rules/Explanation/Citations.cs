namespace Calcinosis.Rules.Explanation;

/// <summary>A publication that rules cite.</summary>
/// <param name="Id">The id that <c>sources</c> of an assessment name, such as <c>ct:81</c>.</param>
/// <param name="Text">Who, where and when.</param>
/// <param name="Link">Where to read it: by its PubMed, PubMed Central or DOI number; null when none is known.</param>
public sealed record Citation(string Id, string Text, Uri? Link);

/// <summary>Looks up what the source ids of an assessment stand for.</summary>
public static class Citations
{
    private static readonly Dictionary<string, Citation> Known = new(StringComparer.Ordinal)
    {
        ["ct:2"] = new("ct:2", "Le C, Bedocs PM. Calcinosis Cutis. StatPearls 2019-2025. PMID 28846311", new Uri("https://pubmed.ncbi.nlm.nih.gov/28846311/")),
    };

    /// <summary>The publication; null when the id names none, such as <c>policy</c>.</summary>
    /// <param name="id">A source id.</param>
    public static Citation? Find(string id) => Known.GetValueOrDefault(id);
}
