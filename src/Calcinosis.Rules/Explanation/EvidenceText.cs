using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Explanation;

/// <summary>Turns grounds into lines that a person reads: what is so, what it means, what was seen and where.</summary>
internal sealed class EvidenceText(Picture picture)
{
    public EvidenceLine Line(Ground ground, EvidenceRole? role)
    {
        var definition = picture.Catalogue[ground.Finding];
        var label = Label(definition, ground.State);
        return new EvidenceLine
        {
            Rule = ground.Rule.Id,
            Finding = definition.Id,
            State = ground.State,
            Weight = ground.Rule.Weight,
            Role = role,
            Seen = picture.Seen(ground.Finding),
            From = picture.From(ground.Finding),
            Text = ground.Rule.Text.Length == 0 || string.Equals(ground.Rule.Text, label, StringComparison.OrdinalIgnoreCase) ? label : $"{label}: {ground.Rule.Text}",
            Sources = ground.Rule.Sources,
            Status = ground.Rule.Status,
        };
    }

    /// <summary>How an unknown that was taken as absent reads.</summary>
    public string Assumed(int finding) => picture.Seen(finding) is { Length: > 0 } seen
        ? $"{picture.Catalogue[finding].Label}: open ({seen}); taken as absent"
        : $"{picture.Catalogue[finding].Label}: not recorded; taken as absent";

    public static string Label(FindingDefinition definition, FindingState state) => state switch
    {
        FindingState.Present => definition.Label,
        FindingState.Absent => definition.LabelAbsent ?? "no " + definition.Label,
        _ => definition.Label + " (stated both ways)",
    };
}
