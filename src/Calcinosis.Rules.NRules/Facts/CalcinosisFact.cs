namespace Calcinosis.Rules.NRules.Facts;

/// <summary>
/// A fact that the rules of a site can match: something that the record says, or something that the catalogue concluded
/// from it. Immutable and compared by reference. There is one fact a finding, one a laboratory test, one a catalogue rule,
/// so that several results never make a rule fire several times. Only the library makes them; a rule that retracts or
/// updates one is refused.
/// </summary>
public abstract class CalcinosisFact
{
    private protected CalcinosisFact(string name, string text, IEnumerable<string> from)
    {
        Name = name;
        Text = text;
        From = Array.AsReadOnly([.. from]);
    }

    /// <summary>What kind of fact it is and which one, such as <c>measurement phosphate</c>.</summary>
    public string Name { get; }

    /// <summary>The fact in words, with the values and dates of the record.</summary>
    public string Text { get; }

    /// <summary>Where it was seen: JSON Pointers or resource paths; empty for a conclusion.</summary>
    public IReadOnlyList<string> From { get; }
}
