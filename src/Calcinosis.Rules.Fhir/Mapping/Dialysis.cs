using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Dialysis shows in charts as many sessions; they say one thing.</summary>
internal static class Dialysis
{
    /// <summary>Longest time without a session after which dialysis counts as ended, in days. A choice of this project.</summary>
    public const int GapDays = 90;

    public static bool IsSession(Term term) => term.Kind == TermKind.Condition && term.Code is "dialysis" or "haemodialysis" or "peritoneal-dialysis";
}
