using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir.Resources;

/// <summary>A CodeableConcept: codes of terminologies and the words beside them.</summary>
internal sealed class Concept
{
    private ConceptNotes? _notes;

    /// <summary>The codes, in the order of the resource; the first known one counts.</summary>
    public List<Coding> Codings { get; } = new(1);

    /// <summary>The words; null when none were given.</summary>
    public string? Text { get; set; }

    /// <summary>The words, or what some code shows.</summary>
    public string? Words
    {
        get
        {
            if (Text is { Length: > 0 })
                return Text;
            foreach (var coding in Codings)
            {
                if (coding.Display is { Length: > 0 } display)
                    return display;
            }

            return null;
        }
    }

    /// <summary>The code of one system; null when the concept has none of it. An empty name asks for any.</summary>
    public string? CodeOf(string system)
    {
        foreach (var coding in Codings)
        {
            if (string.Equals(coding.System, system, StringComparison.Ordinal))
                return coding.Value;
        }

        return null;
    }

    /// <summary>A name to show: code and words, never a patient's.</summary>
    public string Shown => Notes.Shown ??= Show();

    private string Show()
    {
        var code = Codings.Count > 0 ? Codings[0].Value : null;
        return Short(code is null ? Words ?? "" : Words is { } words ? $"{words} ({code})" : code);
    }

    /// <summary>What the mapping has found out about it: a record repeats its concepts, and each is looked up once.</summary>
    public ConceptNotes Notes => _notes ??= new ConceptNotes();

    public static Concept OfText(string text) => new() { Text = text };

    internal static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
