namespace Calcinosis.Rules.Inference;

/// <summary>Compares clauses by what they say; records compare lists by reference, which would keep equal trees apart.</summary>
internal sealed class ClauseComparer : IEqualityComparer<Clause>
{
    public static readonly ClauseComparer Instance = new();

    public bool Equals(Clause? x, Clause? y)
    {
        if (ReferenceEquals(x, y))
            return true;
        if (x is null || y is null || x.GetType() != y.GetType())
            return false;
        return (x, y) switch
        {
            (AtLeast a, AtLeast b) when a.Count != b.Count => false,
            (Unless a, Unless b) when a.Name != b.Name => false,
            (Fact or Holds or Reaches or Contradicted, _) => x == y,
            _ => x.Children.Count == y.Children.Count && x.Children.Zip(y.Children).All(pair => Equals(pair.First, pair.Second)),
        };
    }

    public int GetHashCode(Clause obj)
    {
        if (obj is Fact or Holds or Reaches or Contradicted)
            return obj.GetHashCode();
        var hash = new HashCode();
        hash.Add(obj.GetType());
        foreach (var child in obj.Children)
            hash.Add(GetHashCode(child));
        return hash.ToHashCode();
    }
}
