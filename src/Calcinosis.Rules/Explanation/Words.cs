using Calcinosis.Rules.Classification;

namespace Calcinosis.Rules.Explanation;

/// <summary>The words for types and levels, in sentences and in ids.</summary>
internal static class Words
{
    public static string Of(CalcinosisType type) => type switch
    {
        CalcinosisType.Calciphylaxis => "calciphylaxis",
        CalcinosisType.Iatrogenic => "iatrogenic",
        CalcinosisType.Dystrophic => "dystrophic",
        CalcinosisType.Metastatic => "metastatic",
        _ => "idiopathic",
    };

    public static string Of(Certainty level) => level switch
    {
        Certainty.Established => "established",
        Certainty.Probable => "probable",
        Certainty.Possible => "possible",
        Certainty.Unlikely => "unlikely",
        Certainty.Excluded => "excluded",
        _ => "not assessable",
    };

    /// <summary>Id of a level in <c>assumed</c>, such as <c>type.calciphylaxis.probable</c>.</summary>
    public static string LevelId(CalcinosisType type, Certainty level) => $"type.{Of(type)}.{Of(level)}";
}
