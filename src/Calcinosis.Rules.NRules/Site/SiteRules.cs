using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation;
using NRules;

namespace Calcinosis.Rules.NRules.Site;

/// <summary>Runs the site's rules over a finished assessment and puts what they add beside it. Thread-safe.</summary>
internal sealed class SiteRules : IAssessmentSupplement
{
    /// <summary>One and the same list, so that additions that differ only in what they matched compare as equal.</summary>
    private static readonly IReadOnlyList<SiteMatch> Nothing = [];
    private readonly SiteRuleSet _rules;
    private readonly SiteRuleFailure _onFailure;
    private readonly int _mostFirings;
    private readonly Action<ISession>? _observe;
    private readonly Lock _oneAtATime = new();

    public SiteRules(NRulesOptions options)
    {
        _rules = new SiteRuleSet(options.SiteRules);
        _onFailure = options.OnSiteRuleFailure;
        _mostFirings = options.MostFirings;
        _observe = options.Observe;
    }

    public Assessment Supplement(Assessment assessment, PatientPicture patient, IReadOnlyList<LesionResult> lesions)
    {
        try
        {
            var facts = new FactsOfPatient(assessment, patient, lesions).Of(_rules.Matches).ToList();
            if (!_rules.OneAtATime)
                return assessment with { SiteAdditions = Checked(Run(facts), assessment) };
            lock (_oneAtATime)
                return assessment with { SiteAdditions = Checked(Run(facts), assessment) };
        }
        catch (SiteRuleException error) when (_onFailure == SiteRuleFailure.Report)
        {
            var issue = new Issue("site-rule-failed", IssueSeverity.Warning, "", error.Rule, null, $"{error.Message} No rule of this site took part; the rest of the assessment is complete.");
            return assessment with { Issues = [.. assessment.Issues, issue] };
        }
    }

    private IReadOnlyList<SiteAddition> Run(IReadOnlyList<Facts.CalcinosisFact> facts)
    {
        var session = _rules.Sessions.CreateSession();
        _observe?.Invoke(session);
        return new SiteSession(session, _mostFirings).Run(facts);
    }

    /// <summary>Most urgent first, then by kind, rule and text; the same addition made twice stands once with all that it rests on.</summary>
    private static IReadOnlyList<SiteAddition> Checked(IReadOnlyList<SiteAddition> additions, Assessment assessment)
    {
        var lesions = assessment.Lesions.Select(lesion => lesion.Lesion).ToHashSet(StringComparer.Ordinal);
        if (additions.FirstOrDefault(addition => addition.Lesion is { } lesion && !lesions.Contains(lesion)) is { } stray)
            throw new SiteRuleException(stray.Rule, "it speaks of a lesion that the assessment does not have");
        return [.. additions
            .GroupBy(addition => addition with { Matched = Nothing })
            .Select(same => same.Key with { Matched = MatchedFacts.Union(same) })
            .OrderByDescending(addition => addition.Urgency)
            .ThenBy(addition => addition.Kind)
            .ThenBy(addition => addition.Rule, StringComparer.Ordinal)
            .ThenBy(addition => addition.Text, StringComparer.Ordinal)
            .ThenBy(addition => addition.Lesion, StringComparer.Ordinal)
            .ThenBy(addition => addition.Type)
            .ThenBy(addition => addition.SpeaksFor)
            .ThenBy(addition => addition.Test, StringComparer.Ordinal)
            .ThenBy(addition => addition.Priority)];
    }
}
