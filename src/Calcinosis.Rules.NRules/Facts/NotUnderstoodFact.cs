namespace Calcinosis.Rules.NRules.Facts;

/// <summary>Something that the vocabulary did not know, such as a drug by the name that only this hospital uses.</summary>
public sealed class NotUnderstoodFact : CalcinosisFact
{
    internal NotUnderstoodFact(Findings.NotUnderstood entry)
        : base("not understood " + entry.Kind, entry.Text, [entry.Path])
    {
        Kind = entry.Kind;
        Recorded = entry.Text;
    }

    /// <summary>What it was meant to name: <c>condition</c>, <c>exposure</c>, <c>site</c> ...</summary>
    public string Kind { get; }

    /// <summary>What the record says, shortened.</summary>
    public string Recorded { get; }

    /// <summary>Whether the record begins with a text, whatever the case of the letters.</summary>
    /// <param name="text">How it begins, or the whole text.</param>
    public bool StartsWith(string text) => Recorded.StartsWith(text, StringComparison.OrdinalIgnoreCase);
}
