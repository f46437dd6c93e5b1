using System.Diagnostics.CodeAnalysis;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.NRules.Facts;
using NRules.Fluent.Dsl;
using NRules.RuleModel;

namespace Calcinosis.Rules.NRules.Tests.Support;

[Name("phosphate alarm")]
[SuppressMessage("Performance", "CA1812", Justification = "NRules makes it.")]
public sealed class PhosphateAlarm : Rule
{
    public override void Define()
    {
        MeasurementFact phosphate = null!;
        When().Match(() => phosphate, test => test.Analyte == "phosphate", test => test.IsAtLeast(9.0m));
        Then().Do(context => context.RedFlag(Urgency.SameDay, "phone the renal team"));
    }
}

[Name("renal dose")]
public sealed class RenalDose : Rule
{
    public override void Define()
    {
        FindingFact dialysis = null!;
        CertaintyFact certainty = null!;
        When()
            .Match(() => dialysis, finding => finding.Id == "condition.dialysis", finding => finding.IsPresent)
            .Match(() => certainty, type => type.Type == CalcinosisType.Calciphylaxis, type => type.Certainty >= Certainty.Possible);
        Then()
            .Do(context => context.SpeaksFor(CalcinosisType.Calciphylaxis, "seen on this unit twice a year", certainty.Lesion))
            .Do(context => context.Workup("wound-swab", 2, "the unit's protocol"))
            .Do(context => context.Caution("doses of this unit's list are for a kidney that works"))
            .Do(context => context.Note("renal nurse 12-345", certainty.Lesion));
    }
}

[Name("calcium or phosphate high")]
public sealed class EitherHigh : Rule
{
    public override void Define()
    {
        MeasurementFact phosphate = null!;
        MeasurementFact calcium = null!;
        When().Or(either => either
            .Match(() => phosphate, test => test.Analyte == "phosphate", test => test.High == FindingState.Present)
            .Match(() => calcium, test => test.Analyte == "calcium-total", test => test.High == FindingState.Present));
        Then().Do(context => context.Caution("a mineral is high"));
    }
}

[Name("red flag of the catalogue")]
public sealed class VerdictReader : Rule
{
    public override void Define()
    {
        VerdictFact verdict = null!;
        When().Match(() => verdict, rule => rule.Rule == "RF-01", rule => rule.IsMet);
        Then().Do(context => context.Note("the catalogue raised RF-01"));
    }
}

[Name("several mineral tests")]
public sealed class SeveralTests : Rule
{
    public override void Define()
    {
        IEnumerable<MeasurementFact> tests = null!;
        When().Query(() => tests, query => query.Match<MeasurementFact>().Collect().Where(all => all.Count() > 1));
        Then().Do(context => context.Note("several tests were made"));
    }
}

/// <summary>A rule whose condition and action a test gives.</summary>
[Name("made for a test")]
public sealed class AnyMeasurement(System.Linq.Expressions.Expression<Func<MeasurementFact, bool>> condition, System.Linq.Expressions.Expression<Action<IContext, MeasurementFact>> action, string name = "made for a test") : Rule
{
    public override void Define()
    {
        MeasurementFact test = null!;
        Name(name);
        When().Match(() => test, condition);
        var act = action.Compile();
        Then().Do(context => act(context, test));
    }
}
