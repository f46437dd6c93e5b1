using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.NRules;
using Calcinosis.Rules.NRules.Facts;
using NRules.Fluent.Dsl;

namespace SiteRules;

/// <summary>This hospital wants to hear of a phosphate earlier than the catalogue's own red flag says it.</summary>
[Name("St Elsewhere: phosphate alarm")]
public sealed class PhosphateAlarm : Rule
{
    public override void Define()
    {
        MeasurementFact phosphate = null!;
        When().Match(() => phosphate, test => test.Analyte == "phosphate", test => test.IsAtLeast(7.5m)); // mg/dL
        Then().Do(context => context.RedFlag(Urgency.SameDay, "phosphate of 7.5 mg/dL or more: bleep the renal registrar"));
    }
}

/// <summary>The pharmacy's own name for an infusion that no vocabulary knows.</summary>
[Name("St Elsewhere: mix C is calcium")]
public sealed class LocalCalciumInfusion : Rule
{
    public override void Define()
    {
        NotUnderstoodFact drug = null!;
        When().Match(() => drug, entry => entry.Kind == "exposure", entry => entry.StartsWith("mix C"));
        Then()
            .Do(context => context.SpeaksFor(CalcinosisType.Iatrogenic, "mix C of our pharmacy holds calcium gluconate"))
            .Do(context => context.Note("record mix C as the exposure iv-calcium with its place and date, and ask again"));
    }
}
