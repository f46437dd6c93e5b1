using System.Text;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;

namespace Calcinosis.Rules.CdsHooks.Cards;

/// <summary>
/// Cards on orders: what the patient's findings have to do with what was just ordered. Only for patients whose findings raise
/// calciphylaxis, or against whose treatment a finding speaks. No card offers to take an order back: that is the clinician's.
/// </summary>
internal sealed class OrderCards(CardIds ids)
{
    public IReadOnlyList<Card> Build(Assessment assessment, IReadOnlyList<OrderConcern> concerns, CardContext context)
    {
        var calciphylaxis = assessment.Lesions
            .SelectMany(lesion => lesion.Suggestions.Where(suggestion => suggestion.Type == CalcinosisType.Calciphylaxis && suggestion.Certainty >= Certainty.Possible)
                .Select(suggestion => (lesion.Lesion, Suggestion: suggestion)))
            .ToList();
        return
        [
            .. concerns.DistinctBy(concern => concern.Key)
                .Select(concern => concern.InCalciphylaxis is not null && calciphylaxis.Count > 0
                    ? InCalciphylaxis(assessment, concern, calciphylaxis, context)
                    : OfTreatment(assessment, concern, context))
                .OfType<Card>()
                .OrderByDescending(card => card.Indicator),
        ];
    }

    private Card InCalciphylaxis(Assessment assessment, OrderConcern concern, List<(string Lesion, Suggestion Suggestion)> found, CardContext context)
    {
        var leads = found.MaxBy(pair => pair.Suggestion.Certainty).Suggestion;
        var summary = CardText.Summary($"{Capital(concern.Label)}: findings support {leads.Certainty.ToString().ToLowerInvariant()} calciphylaxis");
        var detail = $"**Why this order**\n\n- {concern.Label}: {concern.InCalciphylaxis} \\[{string.Join(", ", concern.Sources)}\\]\n\n"
            + MarkdownReport.RenderExcerpt(assessment, [.. found.Select(pair => pair.Lesion).Distinct(StringComparer.Ordinal)]) + CardText.Gaps(context.Gaps);
        var urgent = leads.Certainty >= Certainty.Probable || assessment.RedFlags.Any(flag => flag.Urgency == Urgency.Emergency);
        return Make(concern, summary, detail, urgent ? Indicator.Critical : Indicator.Warning, [.. concern.Sources, .. leads.Why.SelectMany(line => line.Sources)], context);
    }

    private Card? OfTreatment(Assessment assessment, OrderConcern concern, CardContext context)
    {
        var blocks = assessment.Treatments.Where(option => option.Option == concern.Treatment).SelectMany(option => option.BlockedBy).DistinctBy(block => block.Rule).ToList();
        if (blocks.Count == 0 || assessment.Leading is not { } leading)
            return null;
        var summary = CardText.Summary(
            $"{Capital(concern.Label)}: findings speak against it: {string.Join("; ", blocks.Select(block => block.Text))}",
            $"{Capital(concern.Label)}: {blocks.Count} finding(s) of this patient speak against it");
        var detail = new StringBuilder("**Speaks against this order**\n\n");
        foreach (var block in blocks)
            detail.Append("- ").Append(block.Text).Append(" \\[").AppendJoin(", ", block.Sources).Append("\\]\n");
        detail.Append('\n').Append(MarkdownReport.RenderExcerpt(assessment, [leading.Lesion])).Append(CardText.Gaps(context.Gaps));
        return Make(concern, summary, detail.ToString(), Indicator.Warning, [.. blocks.SelectMany(block => block.Sources)], context);
    }

    private Card Make(OrderConcern concern, string summary, string detail, Indicator indicator, List<string> sources, CardContext context) => new()
    {
        Uuid = ids.Of(context.Service, context.Origin, context.PatientId, concern.Key, summary, detail),
        Summary = summary,
        Detail = detail,
        Indicator = indicator,
        Source = CardCitations.SourceOf(sources),
        OverrideReasons = OverrideReasons.All,
        Links = CardCitations.LinksOf(sources),
    };

    private static string Capital(string text) => string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));
}
