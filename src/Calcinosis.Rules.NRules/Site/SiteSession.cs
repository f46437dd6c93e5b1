using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.NRules.Facts;
using NRules;
using NRules.Diagnostics;

namespace Calcinosis.Rules.NRules.Site;

/// <summary>The site's rules on one patient. Used once: after a failure nothing of it is used again.</summary>
internal sealed class SiteSession
{
    private readonly ISession _session;
    private readonly int _mostFirings;
    private string? _rule;
    private string? _failed;
    private SiteRuleException? _refused;

    public SiteSession(ISession session, int mostFirings)
    {
        _session = session;
        _mostFirings = mostFirings;
        session.Events.RuleFiringEvent += (_, firing) => _rule = firing.Rule.Name;
        session.Events.RuleFiredEvent += (_, _) => _rule = null;
        // NRules' own exception of a condition does not say whose condition it was; the event does.
        session.Events.LhsExpressionFailedEvent += (_, failure) => _failed = string.Join(", ", failure.Rules.Select(rule => rule.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        session.Events.AgendaExpressionFailedEvent += (_, failure) => _failed = failure.Rule.Name;
        session.Events.FactUpdatingEvent += (_, change) => Refuse(change, "updated");
        session.Events.FactRetractingEvent += (_, change) => Refuse(change, "retracted");
    }

    /// <exception cref="SiteRuleException">A rule failed or did what it may not do.</exception>
    public IReadOnlyList<SiteAddition> Run(IEnumerable<CalcinosisFact> facts)
    {
        int fired;
        try
        {
            _session.InsertAll(facts);
            fired = _session.Fire(_mostFirings);
        }
        catch (Exception error)
        {
            throw _refused ?? Named(error);
        }

        if (_refused is not null)
            throw _refused;
        if (!_session.Agenda.IsEmpty)
        {
            var next = _session.Agenda.Peek().Rule.Name;
            throw fired >= _mostFirings
                ? new SiteRuleException(next, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"it still wants to fire after {_mostFirings} firings for one patient; rules that set each other off never come to an end"))
                : new SiteRuleException(next, "it never got its turn because another rule called Halt; a rule of the site may not silence others");
        }

        // As a plain sequence: as a query it would compile an expression for every patient.
        return [.. _session.Query<AdditionFact>().AsEnumerable().Select(fact => fact.Addition)];
    }

    private void Refuse(WorkingMemoryEventArgs change, string did)
    {
        if (change.Fact.Value is not (CalcinosisFact or AdditionFact))
            return;
        var what = change.Fact.Value is CalcinosisFact fact ? fact.Name : "an addition";
        _refused = new SiteRuleException(_rule ?? "unknown", $"it {did} {what}; what the record and the catalogue say stands, a rule of the site may only add to it");
        throw _refused;
    }

    private SiteRuleException Named(Exception error)
    {
        var cause = error.InnerException ?? error;
        return error switch
        {
            RuleRhsExpressionEvaluationException action => new SiteRuleException(action.RuleName, $"its action failed with {cause.GetType().Name}", error),
            AgendaExpressionEvaluationException filter => new SiteRuleException(filter.RuleName, $"its filter failed with {cause.GetType().Name}", error),
            _ when _failed is { } rules => new SiteRuleException(rules, $"a condition failed with {cause.GetType().Name}; a condition must bear what is not known (null)", error),
            _ => new SiteRuleException(_rule ?? "unknown", $"it failed with {cause.GetType().Name}", error),
        };
    }
}
