using System.Globalization;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;

namespace Calcinosis.Rules.CdsHooks.Cards;

/// <summary>
/// Cards on the type: one for each answer (type and subtype) that the lesion groups have, the most urgent first. A patient
/// without a standing suggestion gets a card only when the record itself speaks of calcinosis; everybody else gets none.
/// </summary>
internal sealed class TypeCards(CardIds ids, WorkupSuggestions suggestions)
{
    private const int MostLesions = 4;

    public IReadOnlyList<Card> Build(Assessment assessment, CardContext context)
    {
        var groups = assessment.Lesions
            .Where(lesion => lesion.Suggestions.Count > 0 && lesion.Suggestions[0].Certainty >= Certainty.Possible)
            .GroupBy(lesion => (lesion.Suggestions[0].Type, lesion.Suggestions[0].Subtype))
            .Select(group => group.ToList())
            .ToList();
        var cards = groups.Count > 0
            ? groups.Select(group => OfGroup(assessment, group, context)).ToList()
            : assessment is { RecordSays.Count: > 0, Lesions.Count: > 0 } ? [OfRecord(assessment, context)] : [];
        if (cards.Count == 0)
            return cards;
        cards = [.. cards.OrderByDescending(card => card.Indicator)];
        // Tests serve the patient, not one card: offered once, they cannot be ordered twice.
        cards[0] = cards[0] with { Suggestions = suggestions.Of(assessment, context, cards[0].Uuid) };
        return cards;
    }

    private Card OfGroup(Assessment assessment, List<LesionAssessment> group, CardContext context)
    {
        var leads = group.Select(lesion => lesion.Suggestions[0]).MaxBy(suggestion => suggestion.Certainty)!;
        var flags = FlagsOf(assessment, [.. group.Select(lesion => lesion.Lesion)]);
        var urgency = flags.Count == 0 ? "" : UrgencyOf(flags.Max(flag => flag.Urgency));
        var level = leads.Certainty.ToString().ToLowerInvariant();
        var summary = CardText.Summary(
            $"{urgency}Findings support {DiseaseNames.Of(leads.Type, leads.Subtype)} - {level}",
            $"{urgency}Findings support {DiseaseNames.Of(leads.Type)} - {level}");
        var sources = leads.Why.OrderBy(line => line.Role == EvidenceRole.Also).SelectMany(line => line.Sources).Concat(flags.SelectMany(flag => flag.Sources)).ToList();
        return Make(assessment, [.. group.Select(lesion => lesion.Lesion)], flags, summary, sources, context);
    }

    private Card OfRecord(Assessment assessment, CardContext context)
    {
        var lesions = assessment.Lesions.Select(lesion => lesion.Lesion).ToList();
        var mimics = assessment.Cautions.Where(caution => caution.Action == CautionAction.CapUnlikely).Select(caution => caution.Mimic.Replace('-', ' ')).Distinct(StringComparer.Ordinal);
        var summary = assessment.Conclusion == Conclusion.Mimic
            ? CardText.Summary($"Calcinosis is recorded; the findings point to something else: {string.Join(", ", mimics)}", "Calcinosis is recorded; the findings point to something else")
            : "Calcinosis is recorded; the findings carry no type beyond unlikely";
        var sources = assessment.Cautions.SelectMany(caution => caution.Sources).Concat(assessment.Workup.SelectMany(item => item.Sources)).ToList();
        return Make(assessment, lesions, FlagsOf(assessment, lesions), summary, sources, context);
    }

    private Card Make(Assessment assessment, List<string> lesions, IReadOnlyList<RedFlag> flags, string summary, List<string> sources, CardContext context)
    {
        var more = lesions.Count > MostLesions ? string.Create(CultureInfo.InvariantCulture, $"\nThe same answer holds for {lesions.Count - MostLesions} more lesion groups.\n") : "";
        var detail = MarkdownReport.RenderExcerpt(assessment, [.. lesions.Take(MostLesions)]) + more + CardText.Gaps(context.Gaps);
        return new Card
        {
            Uuid = ids.Of(context.Service, context.Origin, context.PatientId, summary, detail),
            Summary = summary,
            Detail = detail,
            Indicator = CardText.IndicatorOf(flags),
            Source = CardCitations.SourceOf(sources),
            OverrideReasons = OverrideReasons.All,
            Links = CardCitations.LinksOf(sources),
        };
    }

    private static List<RedFlag> FlagsOf(Assessment assessment, IReadOnlyCollection<string> lesions) =>
        [.. assessment.RedFlags.Where(flag => flag.Lesions.Count == 0 || flag.Lesions.Any(lesions.Contains))];

    private static string UrgencyOf(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => "Emergency. ",
        Urgency.SameDay => "Same day. ",
        Urgency.Days => "Within days. ",
        _ => "",
    };
}
