using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation.Rendering;

namespace Calcinosis.Rules.Explanation;

/// <summary>Types and subtypes in a clinician's words, for those who make their own display.</summary>
public static class DiseaseNames
{
    /// <summary>The disease in running text, such as "dystrophic calcinosis cutis: limited systemic sclerosis (CREST)".</summary>
    /// <param name="type">The type.</param>
    /// <param name="subtype">The subtype key, such as <c>ctd.ssc_limited</c>; null gives the type alone.</param>
    public static string Of(CalcinosisType type, string? subtype = null) => Wording.Disease(type, subtype);
}
