namespace Calcinosis.Rules.Classification;

/// <summary>The order in which types are evaluated and the levels are tried.</summary>
internal static class TypeOrder
{
    public const int Count = 5;

    public const int LevelCount = 6;

    private static readonly CalcinosisType[] InOrder =
        [CalcinosisType.Calciphylaxis, CalcinosisType.Iatrogenic, CalcinosisType.Dystrophic, CalcinosisType.Metastatic, CalcinosisType.Idiopathic];

    private static readonly Certainty[] AsTried =
        [Certainty.Excluded, Certainty.Established, Certainty.Probable, Certainty.Possible, Certainty.Unlikely];

    /// <summary>Later types may read the levels of earlier ones.</summary>
    public static IReadOnlyList<CalcinosisType> All => InOrder;

    /// <summary>The same, to walk over without cost.</summary>
    public static ReadOnlySpan<CalcinosisType> Types => InOrder;

    /// <summary>The first rung that is met wins; excluded wins over any.</summary>
    public static IReadOnlyList<Certainty> Rungs => AsTried;

    /// <summary>The same, to walk over without cost.</summary>
    public static ReadOnlySpan<Certainty> TriedLevels => AsTried;

    /// <summary>Height of a level when "raised" is asked for; excluded is the lowest.</summary>
    public static int Height(Certainty level) => level == Certainty.Excluded ? -1 : (int)level;
}
