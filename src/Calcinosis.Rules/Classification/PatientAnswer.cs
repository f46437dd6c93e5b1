using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Classification;

/// <summary>One lesion group with its outcomes and its types, the best first.</summary>
internal readonly record struct RankedLesion<TOutcomes>(string Lesion, TOutcomes Outcomes, CalcinosisType[] Order)
    where TOutcomes : IOutcomes
{
    public static RankedLesion<TOutcomes> Of(string lesion, TOutcomes outcomes, RankingRules rules) =>
        new(lesion, outcomes, new Ranking<TOutcomes>(outcomes, rules).Order());

    public Certainty HighestLevel => Outcomes.LevelOf(Order[0]);
}

/// <summary>From the lesions to the patient: the leading suggestion, the conclusion, the most urgent red flag.</summary>
internal static class PatientAnswer
{
    /// <summary>The suggestion of the lesion that is surest, then urgent, then best explained; null when none stands at possible.</summary>
    public static LeadingSuggestion? Leading<TOutcomes>(ReadOnlySpan<RankedLesion<TOutcomes>> lesions, RankingRules rules)
        where TOutcomes : IOutcomes
    {
        var best = -1;
        for (var i = 0; i < lesions.Length; i++)
        {
            if (lesions[i].HighestLevel >= Certainty.Possible && (best < 0 || GoesBefore(in lesions[i], in lesions[best], rules)))
                best = i;
        }

        if (best < 0)
            return null;
        var (lesion, outcomes, order) = lesions[best];
        string? subtype = null;
        foreach (var (rule, key) in rules.Subtypes[(int)order[0]])
        {
            if (outcomes.IsMet(rule))
            {
                subtype = key;
                break;
            }
        }

        return new LeadingSuggestion(order[0], subtype, outcomes.LevelOf(order[0]), lesion);
    }

    public static Conclusion Conclude<TOutcomes>(ReadOnlySpan<RankedLesion<TOutcomes>> lesions, LeadingSuggestion? leading, RankingRules rules)
        where TOutcomes : IOutcomes
    {
        if (lesions.Length == 0)
            return Conclusion.NoLesion;
        foreach (ref readonly var lesion in lesions)
        {
            if (lesion.Outcomes.IsMet(rules.Mimic))
                return Conclusion.Mimic;
        }

        if (AnyProbable(lesions, CalcinosisType.Dystrophic) && AnyProbable(lesions, CalcinosisType.Metastatic))
            return Conclusion.Mixed;
        var probable = 0;
        foreach (var type in TypeOrder.Types)
            probable += AnyProbable(lesions, type) ? 1 : 0;
        return probable > 1 ? Conclusion.Several : leading is null ? Conclusion.Undetermined : Conclusion.Suggested;
    }

    /// <summary>Some lesion carries the type at probable or above.</summary>
    public static bool AnyProbable<TOutcomes>(ReadOnlySpan<RankedLesion<TOutcomes>> lesions, CalcinosisType type)
        where TOutcomes : IOutcomes
    {
        foreach (ref readonly var lesion in lesions)
        {
            if (lesion.Outcomes.LevelOf(type) >= Certainty.Probable)
                return true;
        }

        return false;
    }

    /// <summary>A record that names calciphylaxis is a red flag of itself.</summary>
    public static Urgency? MostUrgent<TOutcomes>(ReadOnlySpan<RankedLesion<TOutcomes>> lesions, IReadOnlyList<string> recordSays, RankingRules rules)
        where TOutcomes : IOutcomes
    {
        Urgency? most = recordSays.Contains("calciphylaxis", StringComparer.Ordinal) ? Urgency.SameDay : null;
        foreach (var (flag, urgency) in rules.RedFlags)
        {
            if (!(urgency > (most ?? (Urgency)(-1))))
                continue;
            foreach (ref readonly var lesion in lesions)
            {
                if (lesion.Outcomes.IsMet(flag))
                    most = urgency;
            }
        }

        return most;
    }

    private static bool GoesBefore<TOutcomes>(in RankedLesion<TOutcomes> one, in RankedLesion<TOutcomes> other, RankingRules rules)
        where TOutcomes : IOutcomes
    {
        var order = one.HighestLevel.CompareTo(other.HighestLevel);
        if (order == 0)
            order = HasRedFlag(one.Outcomes, rules).CompareTo(HasRedFlag(other.Outcomes, rules));
        if (order == 0)
            order = new Ranking<TOutcomes>(one.Outcomes, rules).Strength(one.Order[0]).CompareTo(new Ranking<TOutcomes>(other.Outcomes, rules).Strength(other.Order[0]));
        return order != 0 ? order > 0 : string.CompareOrdinal(one.Lesion, other.Lesion) < 0;
    }

    private static bool HasRedFlag<TOutcomes>(TOutcomes outcomes, RankingRules rules)
        where TOutcomes : IOutcomes
    {
        foreach (var (flag, _) in rules.RedFlags)
        {
            if (outcomes.IsMet(flag))
                return true;
        }

        return false;
    }
}
