using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Knowledge;

/// <summary>SHA-256 over everything that can change an answer: rules, findings, thresholds, intervals, and settings that differ from their defaults.</summary>
internal static class Fingerprint
{
    public static string Of(KnowledgeBase knowledge)
    {
        var text = new StringBuilder();
        text.Append(KnowledgeBase.Version).Append('\n');
        foreach (var rule in knowledge.Rules)
        {
            text.Append(rule.Id).Append('|').Append(rule.Kind).Append('|').AppendJoin(',', rule.Types).Append('|').Append(rule.Level).Append('|').Append(rule.Effect)
                .Append('|').Append(rule.Key).Append('|').Append(rule.Weight).Append('|').Append(rule.Urgency).Append('|').Append(rule.Action).Append('|').Append(rule.Priority.ToString(CultureInfo.InvariantCulture))
                .Append('|').Append(rule.Title).Append('|').Append(rule.Text).Append('|').AppendJoin(' ', rule.Sources).Append('|').Append(rule.Status).Append('|').AppendJoin(' ', rule.Targets)
                .Append('|').Append(rule.Severity).Append('|').Append(rule.Remark).Append('|').Append(rule.ForSafety).Append('|').AppendJoin(';', rule.Overturns.Select(answer => string.Join(' ', answer.Select(state => $"{state.Finding}={state.State}")))).Append('|');
            Write(rule.When, text);
            text.Append('\n');
        }

        foreach (var finding in knowledge.Catalogue.Definitions)
            text.Append(finding.Id).Append('|').Append(finding.Label).Append('\n');
        foreach (var limit in Thresholds.All)
            text.Append(CultureInfo.InvariantCulture, $"{limit.Id}|{limit.Comparison}|{limit.Value / 1.000000000000000000000000000000m}|{limit.Unit}\n");
        foreach (var band in ReferenceBands.All)
            text.Append(CultureInfo.InvariantCulture, $"{band.Analyte}|{band.Sex}|{band.InDays}|{band.From:0.####}|{band.To:0.####}|{band.Low:0.####}|{band.High:0.####}\n");
        if (knowledge.Options.TumoralCalcinosis != TumoralCalcinosisPolicy.Convention)
            text.Append("tumoral-calcinosis=").Append(knowledge.Options.TumoralCalcinosis);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>A clause as one line of words; equal clauses give equal lines.</summary>
    public static void Write(Clause clause, StringBuilder text)
    {
        switch (clause)
        {
            case Fact fact:
                text.Append(fact.Finding);
                return;
            case Holds holds:
                text.Append('#').Append(holds.Rule);
                return;
            case Reaches reaches:
                text.Append(reaches.Type).Append(">=").Append(reaches.Level);
                return;
            case Contradicted contradicted:
                text.Append("contradicted ").Append(contradicted.Type);
                return;
            case AtLeast some:
                text.Append("at-least-").Append(some.Count.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(clause.GetType().Name.ToLowerInvariant());
                break;
        }

        text.Append('(');
        for (var i = 0; i < clause.Children.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            Write(clause.Children[i], text);
        }

        text.Append(')');
    }
}
