namespace Calcinosis.Rules.Measurements;

/// <summary>Limits of plausibility of one analyte in one unit. Outside "reject" no living person can be; outside "warn" is extreme.</summary>
/// <param name="Unit">UCUM unit of the limits.</param>
/// <param name="RejectBelow">Below this is impossible; the limit itself is possible unless zero is barred.</param>
/// <param name="WarnBelow">Below this is extreme; null: no lower warning.</param>
/// <param name="WarnAbove">Above this is extreme.</param>
/// <param name="RejectAbove">Above this is impossible.</param>
internal sealed record PlausibilityLimits(string Unit, decimal RejectBelow, decimal? WarnBelow, decimal? WarnAbove, decimal RejectAbove)
{
    /// <summary>True: zero itself is impossible.</summary>
    public bool ZeroBarred { get; init; }
}

/// <summary>What a laboratory measures, with the units that it may come in. Conversions are exact factors of one table.</summary>
/// <param name="Id">Stable id, such as <c>calcium-total</c>.</param>
/// <param name="Unit">Canonical (conventional) unit in which ranges and rules speak; null for qualitative tests.</param>
/// <param name="Factors">Accepted UCUM units with the factor that turns a value into the canonical unit.</param>
internal sealed record Analyte(string Id, string? Unit, IReadOnlyDictionary<string, decimal> Factors)
{
    /// <summary>Place in the catalogue, so that what is known of analytes can stand in arrays.</summary>
    public int Number { get; init; }

    public IReadOnlyList<PlausibilityLimits> Limits { get; init; } = [];

    public bool Qualitative => Unit is null;

    /// <summary>The canonical unit is written as UCUM writes it, so that most values need no looking up.</summary>
    private bool KnowsUnit { get; } = Unit is not null && Units.Normalise(Unit) == Unit && Factors.TryGetValue(Unit, out var own) && own == 1m;

    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The number of a threshold in the canonical unit; the threshold speaks of this analyte in one of its units.</summary>
    public decimal Canonical(Threshold threshold) =>
        TryConvert(threshold.Value, threshold.Unit, out var canonical) ? canonical : throw new ArgumentException($"{threshold.Id}: {threshold.Unit} is no unit of {Id}.", nameof(threshold));

    /// <summary>The accepted units that are written as UCUM writes them, with their factors: a handful, found without looking up spellings.</summary>
    private (string Unit, decimal Factor)[] Written { get; } = [.. Factors.Where(factor => Units.Normalise(factor.Key) == factor.Key).Select(factor => (factor.Key, factor.Value))];

    /// <summary>The UCUM form of a unit that belongs to the analyte; null for any other.</summary>
    public string? UnitOf(string unit)
    {
        if (KnowsUnit && unit == Unit)
            return Unit;
        foreach (var (written, _) in Written)
        {
            if (written == unit)
                return written;
        }

        return Units.Normalise(unit) is { } ucum && Factors.ContainsKey(ucum) ? ucum : null;
    }

    /// <summary>The value in the canonical unit; false when the unit is unknown or does not belong to the analyte.</summary>
    public bool TryConvert(decimal value, string? unit, out decimal canonical)
    {
        if (KnowsUnit && unit == Unit)
        {
            canonical = value;
            return true;
        }

        foreach (var (written, exact) in Written)
        {
            if (written == unit)
            {
                canonical = value * exact;
                return true;
            }
        }

        canonical = 0;
        if (unit is null || Units.Normalise(unit) is not { } ucum || !Factors.TryGetValue(ucum, out var factor))
            return false;
        canonical = value * factor;
        return true;
    }
}
