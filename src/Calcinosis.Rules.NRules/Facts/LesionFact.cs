namespace Calcinosis.Rules.NRules.Facts;

/// <summary>One lesion group.</summary>
public sealed class LesionFact : CalcinosisFact
{
    internal LesionFact(string id, IEnumerable<string> sites, string text, IEnumerable<string> from)
        : base("lesion " + id, text, from)
    {
        Id = id;
        Sites = Array.AsReadOnly([.. sites]);
    }

    /// <summary>Id of the lesion group.</summary>
    public string Id { get; }

    /// <summary>Where it is, in the record's words.</summary>
    public IReadOnlyList<string> Sites { get; }
}
