using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Explanation;

/// <summary>Turns grounds into lines that a person reads: what is so, what it means, what was seen and where.</summary>
internal sealed class EvidenceText(Picture picture, KnownLines lines)
{
    public EvidenceLine Line(Ground ground, EvidenceRole? role)
    {
        return new EvidenceLine
        {
            Rule = ground.Rule.Id,
            Finding = picture.Catalogue[ground.Finding].Id,
            State = ground.State,
            Weight = ground.Rule.Weight,
            Role = role,
            Seen = picture.Seen(ground.Finding),
            From = picture.From(ground.Finding),
            Text = lines.Text(ground.Rule, ground.Finding, ground.State),
            Sources = ground.Rule.Sources,
            Status = ground.Rule.Status,
        };
    }

    /// <summary>An unknown that was taken as absent.</summary>
    public Assumption Assumed(int finding) => picture.Seen(finding) is { Length: > 0 } seen
        ? new Assumption(picture.Catalogue[finding].Id, FindingState.Absent, $"{picture.Catalogue[finding].Label}: open ({seen}); taken as absent")
        : lines.TakenAsAbsent(finding);

    public static string Label(FindingDefinition definition, FindingState state) => state switch
    {
        FindingState.Present => definition.Label,
        FindingState.Absent => definition.LabelAbsent ?? "no " + definition.Label,
        _ => definition.Label + " (stated both ways)",
    };
}
