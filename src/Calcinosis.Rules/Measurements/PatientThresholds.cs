using static Calcinosis.Rules.Findings.Comparator;

namespace Calcinosis.Rules.Measurements;

/// <summary>Ages and bedside measurements.</summary>
internal static class PatientThresholds
{
    public static readonly Threshold Adult = Years("age.adult", "age", AtLeast, 18m, "an adult", "policy", "patient.adult");
    public static readonly Threshold Infant = Years("age.infant", "age", LessThan, 1m, "an infant", "policy", "patient.infant");
    public static readonly Threshold Under2 = Years("age.under-2", "age", LessThan, 2m, "too young for probenecid", "lab:60", "patient.under-2-years");
    public static readonly Threshold Under8 = Years("age.under-8", "age", LessThan, 8m, "too young for minocycline", "policy", "patient.under-8-years");
    public static readonly Threshold Under12 = Years("age.under-12", "age", LessThan, 12m, "a child, for whom the limits of phosphate in kidney disease do not hold", "lab:81 policy", "patient.under-12-years");
    public static readonly Threshold Newborn = new("age.newborn", "age", AtMost, 28m, "d", "a newborn", "lab:68") { Finding = "patient.newborn", Step = 1m };

    public static readonly Threshold Obese = Bedside("bmi.obesity", "body mass index", AtLeast, 30m, "kg/m2", "obesity", "ct:89", "measurement.bmi-at-least-30");
    public static readonly Threshold LowPressure = Bedside("systolic-bp.low", "systolic pressure", LessThan, 90m, "mm[Hg]", "low pressure: a sign of sepsis, and against diltiazem", "lab:80", "measurement.systolic-bp-below-90");
    public static readonly Threshold SlowPulse = Bedside("heart-rate.slow", "heart rate", LessThan, 50m, "/min", "slow pulse: against diltiazem", "lab:80", "measurement.heart-rate-below-50");
    public static readonly Threshold WeakHeart = Bedside("lvef.low", "ejection fraction", LessThan, 40m, "%", "weak heart: against diltiazem", "lab:80", "measurement.lvef-below-40");
    public static readonly Threshold Fever = Bedside("temperature.fever", "temperature", AtLeast, 38.0m, "Cel", "fever", "policy", "measurement.fever") with { Step = 0.1m };
    public static readonly Threshold HeightInMetres = Bedside("height.in-metres", "a height without a unit of its own", AtMost, 3m, "m", "the height is in metres", "policy", null) with { Step = 0.1m };

    public static readonly Threshold Preterm = new("gestation.preterm", "weeks of gestation", LessThan, 37m, "wk", "born early: calcium has a range of its own in the first week", "lab:23 policy");

    public static IReadOnlyList<Threshold> All { get; } = [Adult, Infant, Under2, Under8, Under12, Newborn, Preterm, Obese, LowPressure, SlowPulse, WeakHeart, Fever, HeightInMetres];

    private static Threshold Years(string id, string quantity, Findings.Comparator comparison, decimal value, string meaning, string sources, string finding) =>
        new(id, quantity, comparison, value, "a", meaning, sources) { Finding = finding, Step = 0.01m };

    private static Threshold Bedside(string id, string quantity, Findings.Comparator comparison, decimal value, string unit, string meaning, string sources, string? finding) =>
        new(id, quantity, comparison, value, unit, meaning, sources) { Finding = finding, Step = 1m };
}
