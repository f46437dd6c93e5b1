namespace Calcinosis.Rules.NRules.Catalogue;

/// <summary>"At least so many of these": a clause that stands twice in the list counts twice.</summary>
internal sealed class Tally
{
    private readonly Dictionary<int, int> _weights = [];
    private readonly int _count;

    public Tally(IEnumerable<ClauseFact> facts, int count)
    {
        _count = count;
        foreach (var fact in facts)
            _weights[fact.Number] = _weights.GetValueOrDefault(fact.Number) + 1;
    }

    public bool Counts(int number) => _weights.ContainsKey(number);

    public bool Reached(IEnumerable<ClauseFact> facts) => facts.Sum(fact => _weights[fact.Number]) >= _count;
}
