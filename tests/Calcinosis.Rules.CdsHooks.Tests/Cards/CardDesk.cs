using System.Text.Json;
using Calcinosis.Rules.CdsHooks.Cards;
using Calcinosis.Rules.CdsHooks.PatientData;
using Calcinosis.Rules.CdsHooks.Tests.Contract;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.CdsHooks.Tests.Cards;

/// <summary>Makes cards from assessments, each checked against the contract on its way.</summary>
internal static class CardDesk
{
    public static IReadOnlyList<JsonElement> TypeCards(Assessment assessment, string patient = Calls.PatientId, IReadOnlyList<RecordGap>? gaps = null, string? secret = null, string? encounter = null)
    {
        var ids = Ids(secret);
        return Checked(new TypeCards(ids, new WorkupSuggestions(ids)).Build(assessment, new CardContext(Calls.TypeService, "https://ehr.example.org", patient, encounter, gaps ?? [])));
    }

    public static IReadOnlyList<JsonElement> OrderCards(Assessment assessment, string text, params Coding[] codings) =>
        Checked(new OrderCards(Ids(null)).Build(assessment, OrderConcern.Of(new DraftOrder("MedicationRequest/1", codings, text)), new CardContext(Calls.OrderService, "https://ehr.example.org", Calls.PatientId, null, [])));

    private static CardIds Ids(string? secret) => new(Options.Create(new CdsHooksOptions { CardIdSecret = secret }));

    private static List<JsonElement> Checked(IReadOnlyList<Card> cards)
    {
        var answer = JsonSerializer.SerializeToElement(new CardResponse(cards), CardJson.Default.CardResponse);
        CardContract.Breaches(answer).Should().BeEmpty();
        return [.. answer.GetProperty("cards").EnumerateArray()];
    }
}
