using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.CdsHooks.Cards;

/// <summary>Tests that could change the answer, as proposals that a clinician may take over one by one.</summary>
internal sealed class WorkupSuggestions(CardIds ids)
{
    private const int SameDay = 1;

    public IReadOnlyList<CardSuggestion>? Of(Assessment assessment, CardContext context, Guid card)
    {
        var suggestions = assessment.Workup
            .OrderBy(item => item.Priority)
            .Where(item => OrderableTests.All.ContainsKey(item.Test))
            .DistinctBy(item => item.Test)
            .Select(item => Suggestion(item, context, card))
            .ToList();
        return suggestions.Count == 0 ? null : suggestions;
    }

    private CardSuggestion Suggestion(WorkupItem item, CardContext context, Guid card)
    {
        var label = item.Reason.Split(':')[0];
        return new CardSuggestion(
            string.Concat(char.ToUpperInvariant(label[0]).ToString(), label.AsSpan(1)),
            ids.Of(card.ToString("D"), item.Test),
            item.Priority == SameDay ? true : null,
            [.. OrderableTests.All[item.Test].Select(code => new CardAction($"Propose {code.Display}", Order(item, code, context)))]);
    }

    private static SuggestedOrder Order(WorkupItem item, CodeReference code, CardContext context) => new(
        new OrderCode([code], code.Display),
        new ResourceReference($"Patient/{context.PatientId}"),
        context.EncounterId is { } encounter ? new ResourceReference($"Encounter/{encounter}") : null,
        item.Priority == SameDay ? "urgent" : "routine",
        [new OrderReason(item.Reason)]);
}
